#include "analysis/compare_services.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr std::string_view either = " or ";

bool differs(std::string_view unit)
{
    std::vector<std::string_view> const units = units_by_service(unit);
    return std::ranges::any_of(units, [&units](std::string_view one) { return one != units.front(); });
}

/// The metric and the parts it is formed from.
std::vector<StoredMetric const*> with_parts(MetricCatalogue const& catalogue, StoredMetric const& metric)
{
    std::vector<StoredMetric const*> result{&metric};
    if (metric.form != StoredMetric::Form::recorded)
        result.insert(result.end(), {catalogue.find(metric.a), catalogue.find(metric.b)});
    return result;
}

void expect_each_service(ResultsAxes const& axes, StoredMetric const& metric)
{
    if (!metric.has_services())
        throw ResultsFileError("the unit of " + metric.name + ", " + metric.unit +
                               ", differs by service, but the file does not keep it by service");
    std::size_t const units = units_by_service(metric.unit).size();
    if (units > axes.services.size())
        throw ResultsFileError("the unit of " + metric.name + ", " + metric.unit + ", names " + std::to_string(units) +
                               " units, but the file has " + std::to_string(axes.services.size()) + " services");
}

} // namespace

std::vector<std::string_view> units_by_service(std::string_view unit)
{
    std::vector<std::string_view> units;
    for (std::size_t at = unit.find(either); at != std::string_view::npos; at = unit.find(either))
    {
        units.push_back(unit.substr(0, at));
        unit.remove_prefix(at + either.size());
    }
    units.push_back(unit);
    return units;
}

std::vector<WhichService> services_apart(ResultsFile const& file, StoredMetric const& metric)
{
    auto const parts = with_parts(file.catalogue(), metric);
    if (std::ranges::none_of(parts, [](StoredMetric const* part) { return differs(part->unit); }))
        return {std::nullopt};
    for (StoredMetric const* const part : parts)
        expect_each_service(file.axes(), *part);
    std::vector<WhichService> services;
    for (std::size_t service = 0; service < file.axes().services.size(); ++service)
        services.emplace_back(service);
    return services;
}

std::string unit_of(StoredMetric const& metric, WhichService service)
{
    std::vector<std::string_view> const units = units_by_service(metric.unit);
    // A list of units shorter than that of services goes on with its last.
    return service && units.size() > 1 ? std::string(units[std::min(*service, units.size() - 1)]) : metric.unit;
}

std::string name_of(ResultsFile const& file, WhichService service)
{
    return service ? file.axes().services.at(*service) : "";
}

Cells cells_of(WhichService service)
{
    return {.service = service ? Pick::one(*service) : Pick::summed(), .channel = {}, .locality = {}};
}

} // namespace caremarket
