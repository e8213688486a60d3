#include "analysis/backtest_services.hpp"

#include "analysis/compare_services.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Unit of care of each service. A list of units shorter than that of services goes on with its last.
std::vector<std::string> units_of(ResultsFile const& file)
{
    StoredMetric const* const care = file.catalogue().find("council_units_used");
    if (!care)
        return std::vector<std::string>(file.axes().services.size());
    std::vector<std::string_view> const written = units_by_service(care->unit);
    std::vector<std::string> units;
    for (std::size_t service = 0; service < file.axes().services.size(); ++service)
        units.emplace_back(written[std::min(service, written.size() - 1)]);
    return units;
}

} // namespace

BacktestServices::BacktestServices(ResultsFile const& file) : names_(file.axes().services), units_(units_of(file)) {}

std::optional<std::vector<std::size_t>> BacktestServices::called(std::string_view name) const
{
    std::vector<std::size_t> services;
    for (std::size_t service = 0; service < names_.size(); ++service)
        if (name == all_services || name == names_[service] || (name == care_homes && units_[service] == unit_of_beds))
            services.push_back(service);
    return services.empty() ? std::nullopt : std::optional(services);
}

std::string BacktestServices::unit_of(std::vector<std::size_t> const& services) const
{
    bool const is_shared =
        std::ranges::all_of(services, [&](std::size_t service) { return units_[service] == units_[services.front()]; });
    return is_shared ? units_[services.front()] : "";
}

std::vector<std::string> BacktestServices::care_home_names() const
{
    std::vector<std::string> names;
    for (std::size_t const service : called(care_homes).value_or(std::vector<std::size_t>{}))
        names.push_back(names_[service]);
    return names;
}

std::vector<std::string> BacktestServices::known() const
{
    std::vector<std::string> names = names_;
    for (std::string const& name : service_names())
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    names.emplace_back(care_homes);
    names.emplace_back(all_services);
    return names;
}

} // namespace caremarket
