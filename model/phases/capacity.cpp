#include "model/phases/capacity.hpp"

#include "model/provider_capacity.hpp"

#include <algorithm>

namespace caremarket
{

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
