#pragma once

#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_error.hpp"

#include <filesystem>
#include <memory>

/// Reads results files. Nothing here needs the model's catalogue: the file says what its metrics are.
namespace caremarket
{

/// What to do with one of the axes service, channel and locality.
struct Pick
{
    enum class How : std::uint8_t
    {
        sum,  ///< add up along the axis, leaving length 1
        each, ///< keep the axis
        one   ///< the value at `index`, leaving length 1
    };
    How how = How::sum;
    std::size_t index = 0;

    [[nodiscard]] static constexpr Pick summed() { return {}; }
    [[nodiscard]] static constexpr Pick each() { return {How::each, 0}; }
    [[nodiscard]] static constexpr Pick one(std::size_t index) { return {How::one, index}; }
};

/// Which cells to read. By default everything is added up: one value for the place.
/// A metric without an axis has length 1 along it, and can be summed or kept along it but not picked from.
struct Cells
{
    Pick service = {}, channel = {}, locality = {};
    std::size_t sample = 0; ///< of a sweep's file
};

/// Values along [outlook][strategy][replicate][period][service][channel][locality], the last fastest.
template <class T>
struct SeriesOf
{
    std::size_t outlooks = 0, strategies = 0, replicates = 0, periods = 0;
    std::size_t services = 1, channels = 1, localities = 1;
    std::vector<T> values;

    [[nodiscard]] std::size_t cells() const { return services * channels * localities; }
    /// Place of the first cell of a period in `values`; its cells follow.
    [[nodiscard]] std::size_t at(std::size_t outlook, std::size_t strategy, std::size_t replicate,
                                 std::size_t period) const
    {
        return (((outlook * strategies + strategy) * replicates + replicate) * periods + period) * cells();
    }
    [[nodiscard]] T operator()(std::size_t outlook, std::size_t strategy, std::size_t replicate, std::size_t period,
                               std::size_t cell = 0) const
    {
        return values[at(outlook, strategy, replicate, period) + cell];
    }
};
using Series = SeriesOf<double>;            ///< in the metric's unit, money in pounds; NaN where missing
using PenceSeries = SeriesOf<std::int64_t>; ///< `missing_pence` where missing

/// An open results file. Every function may throw ResultsFileError (the file is damaged or cannot be read) and
/// std::invalid_argument (no such metric, or it has not the axis asked for).
class ResultsFile
{
public:
    /// \throws ResultsFileError when it is not a results file, or one of a schema this program does not read
    explicit ResultsFile(std::filesystem::path const& path);
    ResultsFile(ResultsFile&&) noexcept;
    ResultsFile& operator=(ResultsFile&&) noexcept;
    ~ResultsFile();

    [[nodiscard]] ResultsAxes const& axes() const;
    [[nodiscard]] Provenance const& provenance() const;
    [[nodiscard]] MetricCatalogue const& catalogue() const;

    /// Values of a metric, recorded or derived, by financial year: totals of flows, last month's value of stocks.
    /// Money is added in whole pence before it becomes pounds; a ratio is formed after its parts have been summed
    /// and is NaN when what it is divided by is 0.
    [[nodiscard]] Series yearly(std::string_view metric, Cells const& cells = {}) const;
    /// The same by the period the file was recorded in: axes().period.
    [[nodiscard]] Series by_period(std::string_view metric, Cells const& cells = {}) const;

    /// Money exactly, of a metric whose unit is GBP (a difference of money too).
    [[nodiscard]] PenceSeries yearly_pence(std::string_view metric, Cells const& cells = {}) const;
    [[nodiscard]] PenceSeries by_period_pence(std::string_view metric, Cells const& cells = {}) const;

    [[nodiscard]] CellState state(std::size_t outlook, std::size_t strategy, std::size_t replicate,
                                  std::size_t sample = 0) const;
    /// Why a run failed; empty when it did not.
    [[nodiscard]] std::string const& failure(std::size_t outlook, std::size_t strategy, std::size_t replicate,
                                             std::size_t sample = 0) const;

    [[nodiscard]] StoredInputs inputs() const;

private:
    struct Open;
    std::unique_ptr<Open> open_;
};

} // namespace caremarket
