#include "model/provider_capacity.hpp"

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

} // namespace caremarket
