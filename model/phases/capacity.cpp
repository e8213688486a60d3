#include "model/phases/capacity.hpp"

#include "model/provider_costs.hpp"

#include <algorithm>

namespace caremarket
{

Quarters capacity_with(Market const& market, Inputs const& inputs, ProviderId provider, double staff)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& providers = market.providers;
    double const staffed = staff * (1.0 + inputs.behaviour.of[providers.service[p]].agency_reach) /
                           (providers.efficiency[p] * hours_per_unit(market, inputs.behaviour, provider));
    double const open = is_care_home(providers.service[p]) ? std::min(providers.size[p], staffed) : staffed;
    return static_cast<Quarters>(open * quarters_in_a_unit);
}

void set_capacity(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    Providers& providers = market.providers;
    double const learn = std::min(1.0, week.days / 7.0 / inputs.behaviour.all.market_memory);
    for (Service const service : all_of<Service>())
        for (ProviderId const provider : market.providers_of[market.area(service, block)])
        {
            auto const p = static_cast<std::size_t>(provider);
            providers.capacity[p] = capacity_with(market, inputs, provider, providers.staff[p]);
            double const full = static_cast<double>(std::max(providers.capacity[p], providers.occupied[p]));
            double const occupancy = full > 0.0 ? static_cast<double>(providers.occupied[p]) / full : 0.0;
            providers.occupancy[p] += learn * (occupancy - providers.occupancy[p]);
        }
}

} // namespace caremarket
