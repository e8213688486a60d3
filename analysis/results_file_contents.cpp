#include "analysis/results_file_contents.hpp"

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

template <class Enum>
std::vector<std::string> names_of()
{
    return {NamesOf<Enum>::names.begin(), NamesOf<Enum>::names.end()};
}

std::string two_digits(int number)
{
    std::string const text = std::to_string(number % 100);
    return text.size() < 2 ? '0' + text : text;
}

StoredMetric stored(RecordedMetric const& m)
{
    return {.name = std::string(m.name),
            .unit = std::string(m.unit),
            .meaning = std::string(m.meaning),
            .form = StoredMetric::Form::recorded,
            .better = m.better,
            .is_care = m.is_care,
            .dimensions = m.dimensions,
            .over = m.over,
            .a = {},
            .b = {}};
}

StoredMetric stored(DerivedMetric const& m)
{
    bool const is_ratio = m.form == DerivedMetric::Form::ratio;
    RecordedMetric const &a = metric(m.a), &b = metric(m.b);
    return {.name = std::string(m.name),
            .unit = std::string(m.unit),
            .meaning = std::string(m.meaning),
            .form = is_ratio ? StoredMetric::Form::ratio : StoredMetric::Form::difference,
            .better = m.better,
            .is_care = m.is_care,
            .dimensions = std::min(a.dimensions, b.dimensions),
            .over = a.over,
            .a = std::string(a.name),
            .b = std::string(b.name),
            .factor = m.factor};
}

} // namespace

std::vector<std::string> service_names()
{
    return names_of<Service>();
}

std::vector<std::string> channel_names()
{
    return names_of<Channel>();
}

std::size_t periods_in_a_year(RecordPeriod length)
{
    switch (length)
    {
    case RecordPeriod::month: return 12;
    case RecordPeriod::quarter: return 4;
    case RecordPeriod::year: return 1;
    }
    return 1;
}

std::size_t ResultsAxes::run_count() const
{
    return samples.count() * outlooks.size() * strategies.size() * replicates;
}

std::size_t ResultsAxes::run_at(std::size_t sample, std::size_t outlook, std::size_t strategy,
                                std::size_t replicate) const
{
    return ((sample * outlooks.size() + outlook) * strategies.size() + strategy) * replicates + replicate;
}

std::size_t ResultsAxes::periods(RecordPeriod length) const
{
    return static_cast<std::size_t>(years) * periods_in_a_year(length);
}

std::size_t ResultsAxes::recorded_localities() const
{
    return space == RecordSpace::place ? 1 : locality_codes.size();
}

Date first_day(ResultsAxes const& axes, RecordPeriod length, std::size_t index)
{
    using namespace std::chrono;
    auto const months_on = static_cast<int>(index * (12 / periods_in_a_year(length)));
    return sys_days{year_month_day{first_of_april(axes.first_year)} + months{months_on}};
}

std::string financial_year_name(int year)
{
    return std::to_string(year) + '/' + two_digits(year + 1);
}

std::string period_name(ResultsAxes const& axes, RecordPeriod length, std::size_t index)
{
    std::size_t const in_a_year = periods_in_a_year(length);
    std::string year = financial_year_name(axes.first_year + static_cast<int>(index / in_a_year));
    if (length == RecordPeriod::year)
        return year;
    if (length == RecordPeriod::quarter)
        return year + " Q" + std::to_string(index % in_a_year + 1);
    std::chrono::year_month_day const day{first_day(axes, length, index)};
    return std::to_string(static_cast<int>(day.year())) + '-' +
           two_digits(static_cast<int>(static_cast<unsigned>(day.month())));
}

StoredMetric const* MetricCatalogue::find(std::string_view name) const
{
    auto const has_name = [name](StoredMetric const& m) { return m.name == name; };
    for (std::vector<StoredMetric> const* list : {&recorded, &derived})
        if (auto const found = std::ranges::find_if(*list, has_name); found != list->end())
            return &*found;
    return nullptr;
}

std::vector<std::string> MetricCatalogue::names(std::function<bool(StoredMetric const&)> const& is_wanted) const
{
    std::vector<std::string> names;
    for (std::vector<StoredMetric> const* list : {&recorded, &derived})
        for (StoredMetric const& metric : *list)
            if (!is_wanted || is_wanted(metric))
                names.push_back(metric.name);
    return names;
}

MetricCatalogue model_catalogue()
{
    MetricCatalogue catalogue;
    for (RecordedMetric const& m : recorded_metrics())
        catalogue.recorded.push_back(stored(m));
    for (DerivedMetric const& m : derived_metrics())
        catalogue.derived.push_back(stored(m));
    return catalogue;
}

} // namespace caremarket
