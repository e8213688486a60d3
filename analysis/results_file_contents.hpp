#pragma once

#include "analysis/sample_axis.hpp"
#include "model/catalogue/metrics.hpp"
#include "model/clock.hpp"
#include "model/kinds.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/record_options.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What a results file says besides its numbers, as plain values: axes, provenance, catalogue, inputs.
namespace caremarket
{

[[nodiscard]] std::vector<std::string> service_names(); ///< of the model
[[nodiscard]] std::vector<std::string> channel_names(); ///< of the model

/// The axes of a results file. Names and codes are what readers select by.
struct ResultsAxes
{
    std::vector<std::string> outlooks, strategies;
    std::size_t replicates = 0;
    int first_year = 0; ///< calendar year of the 1 April on which the runs begin
    int years = 0;      ///< financial years
    std::vector<std::string> locality_codes, locality_names;
    std::vector<std::string> locality_commissioners = {}; ///< who answers for each locality; empty: not known
    RecordPeriod period = RecordPeriod::month;
    RecordSpace space = RecordSpace::locality;
    std::vector<std::string> services = service_names();
    std::vector<std::string> channels = channel_names();
    SampleAxis samples = {};
    std::vector<double> quantiles = {}; ///< rising; of a file in which they take the place of the replicates

    /// Of all samples, outlooks, strategies and replicates.
    [[nodiscard]] std::size_t run_count() const;
    /// Place of a run among them, the replicate fastest.
    [[nodiscard]] std::size_t run_at(std::size_t sample, std::size_t outlook, std::size_t strategy,
                                     std::size_t replicate) const;
    /// Number of periods of this length in the runs.
    [[nodiscard]] std::size_t periods(RecordPeriod length) const;
    /// Localities along which values are recorded: 1 when they are recorded for the place as a whole.
    [[nodiscard]] std::size_t recorded_localities() const;
    friend bool operator==(ResultsAxes const&, ResultsAxes const&) = default;
};

[[nodiscard]] std::size_t periods_in_a_year(RecordPeriod length);
[[nodiscard]] Date first_day(ResultsAxes const& axes, RecordPeriod length, std::size_t index);
/// "2016/17" for 2016.
[[nodiscard]] std::string financial_year_name(int year);
/// "2016-04" for a month, "2016/17 Q1" for a quarter, "2016/17" for a year.
[[nodiscard]] std::string period_name(ResultsAxes const& axes, RecordPeriod length, std::size_t index);

/// Who made a results file, when, from what. `history` belongs to the plan, so that assembling again gives the same.
struct Provenance
{
    std::string title, institution, source, references, comment;
    std::string history; ///< ISO 8601 time and command
    std::string version, git_revision, compiler;
    bool dirty = false;    ///< the sources differed from git_revision
    std::int64_t seed = 0; ///< below 2^63: larger ones are NA in R
    std::string inputs_hash;
    int behaviour_version = 0; ///< same inputs give the same numbers within one
    std::string experiment, baseline;
    SavingsTarget savings_target; ///< without years when the experiment has none
    friend bool operator==(Provenance const&, Provenance const&) = default;
};

/// A metric as a results file describes it. A file describes its own, so it can be read by programs with others.
struct StoredMetric
{
    enum class Form : std::uint8_t
    {
        recorded,
        difference, ///< (a - b) * factor
        ratio       ///< a / b * factor, formed after a and b have been summed
    };

    std::string name, unit, meaning;
    Form form = Form::recorded;
    Better better = Better::neither;
    bool is_care = false;                      ///< says how people fare
    Dimensions dimensions = Dimensions::place; ///< of a derived metric: the fewest of its two parts
    Over over = Over::sum;                     ///< of a derived metric: of its part a
    std::string a, b;                          ///< recorded metrics a derived one is formed from
    double factor = 1.0;

    [[nodiscard]] bool is_money() const { return unit == "GBP"; }
    [[nodiscard]] bool has_services() const { return dimensions != Dimensions::place; }
    [[nodiscard]] bool has_channels() const { return dimensions == Dimensions::service_channel_locality; }
    friend bool operator==(StoredMetric const&, StoredMetric const&) = default;
};

struct MetricCatalogue
{
    std::vector<StoredMetric> recorded, derived;
    std::vector<std::string> chosen = {}; ///< names of those asked for when the file was made; empty: all there were

    /// The metric of this name, recorded or derived; null if there is none.
    [[nodiscard]] StoredMetric const* find(std::string_view name) const;
    /// Names of all metrics, the recorded ones first, or of those alone that are wanted.
    [[nodiscard]] std::vector<std::string> names(std::function<bool(StoredMetric const&)> const& is_wanted = {}) const;
    friend bool operator==(MetricCatalogue const&, MetricCatalogue const&) = default;
};

/// The model's own catalogue, as it goes into a new file.
[[nodiscard]] MetricCatalogue model_catalogue();

/// A resolved map written out: "place", "behaviour", "inherited", "outlook central", "strategy block-heavy" …
struct ResolvedInput
{
    std::string name, text;
    friend bool operator==(ResolvedInput const&, ResolvedInput const&) = default;
};

/// Name under which a results file and a plan keep the text from which the experiment can be rebuilt.
inline constexpr std::string_view stored_experiment = "experiment";

struct StoredInputs
{
    std::vector<InputText> files; ///< every file read, byte for byte
    std::vector<ResolvedInput> resolved;
    friend bool operator==(StoredInputs const&, StoredInputs const&) = default;
};

/// What became of one replicate of one strategy under one outlook.
enum class CellState : std::uint8_t
{
    done,
    failed, ///< the run stopped with an error, kept as text; its values are missing
    missing ///< never run; its values are missing
};
template <>
struct NamesOf<CellState>
{
    static constexpr std::array<std::string_view, 3> names{"done", "failed", "missing"};
};

/// Stands for money that is missing. Missing quantities are NaN.
inline constexpr std::int64_t missing_pence = std::numeric_limits<std::int64_t>::min();

} // namespace caremarket
