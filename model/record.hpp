#pragma once

#include "model/catalogue/metrics.hpp"
#include "model/kinds.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace caremarket
{

/// Lengths of the axes along which a run's series lie.
struct RecordShape
{
    std::size_t periods = 0; ///< months
    std::size_t localities = 0;

    /// Cells of one period of a metric.
    [[nodiscard]] std::size_t cells(Dimensions dimensions) const
    {
        switch (dimensions)
        {
        case Dimensions::place: return 1;
        case Dimensions::service_locality: return count_of<Service> * localities;
        case Dimensions::service_channel_locality: return count_of<Service> * count_of<Channel> * localities;
        }
        return 0;
    }
    friend bool operator==(RecordShape const&, RecordShape const&) = default;
};

/// One replicate's series: for each recorded metric an array [month][service][channel][locality], without the
/// axes the metric lacks. Money is whole pence, everything else a double.
class Record
{
public:
    Record() = default;
    explicit Record(RecordShape shape);

    [[nodiscard]] RecordShape const& shape() const { return shape_; }

    /// Place of a cell within one period.
    [[nodiscard]] std::size_t cell(Dimensions dimensions, Service service, Channel channel, std::size_t locality) const;

    void add(Recorded id, std::size_t period, std::size_t cell, double amount);
    void add_pence(Recorded id, std::size_t period, std::size_t cell, std::int64_t pence);
    void set(Recorded id, std::size_t period, std::size_t cell, double amount);

    /// Series of a metric that is not money. \pre !metric(id).is_money()
    [[nodiscard]] std::vector<double> const& series(Recorded id) const;
    /// Series of a metric that is money [pence]. \pre metric(id).is_money()
    [[nodiscard]] std::vector<std::int64_t> const& pence(Recorded id) const;

    friend bool operator==(Record const&, Record const&) = default;

private:
    RecordShape shape_;
    std::vector<std::vector<double>> series_;      // by Recorded; empty for money
    std::vector<std::vector<std::int64_t>> pence_; // by Recorded; empty for the rest
};

} // namespace caremarket
