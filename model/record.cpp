#include "model/record.hpp"

namespace caremarket
{

Record::Record(RecordShape shape) : shape_(shape), series_(recorded_count), pence_(recorded_count)
{
    for (RecordedMetric const& m : recorded_metrics())
    {
        auto const i = static_cast<std::size_t>(m.id);
        std::size_t const length = shape.periods * shape.cells(m.dimensions);
        if (m.is_money())
            pence_[i].assign(length, 0);
        else
            series_[i].assign(length, 0.0);
    }
}

std::size_t Record::cell(Dimensions dimensions, Service service, Channel channel, std::size_t locality) const
{
    switch (dimensions)
    {
    case Dimensions::place: return 0;
    case Dimensions::service_locality: return index_of(service) * shape_.localities + locality;
    case Dimensions::service_channel_locality:
        return (index_of(service) * count_of<Channel> + index_of(channel)) * shape_.localities + locality;
    }
    return 0;
}

void Record::add(Recorded id, std::size_t period, std::size_t cell, double amount)
{
    series_[static_cast<std::size_t>(id)][period * shape_.cells(metric(id).dimensions) + cell] += amount;
}

void Record::add_pence(Recorded id, std::size_t period, std::size_t cell, std::int64_t pence)
{
    pence_[static_cast<std::size_t>(id)][period * shape_.cells(metric(id).dimensions) + cell] += pence;
}

void Record::set(Recorded id, std::size_t period, std::size_t cell, double amount)
{
    series_[static_cast<std::size_t>(id)][period * shape_.cells(metric(id).dimensions) + cell] = amount;
}

std::vector<double> const& Record::series(Recorded id) const
{
    return series_[static_cast<std::size_t>(id)];
}

std::vector<std::int64_t> const& Record::pence(Recorded id) const
{
    return pence_[static_cast<std::size_t>(id)];
}

} // namespace caremarket
