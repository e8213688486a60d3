#include "model/firms/ventures.hpp"

#include "model/provider_costs.hpp"
#include "model/rules/cash_path.hpp"
#include "model/rules/entry_and_exit.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Share of the venture's capacity that would be used, if all places of the locality filled alike.
double expected_share(Market const& market, Venture const& venture)
{
    Providers const& all = market.providers;
    Quarters capacity = 0;
    Quarters occupied = 0;
    for (ProviderId const provider : market.providers_of[market.area(venture.service, venture.locality)])
    {
        auto const p = static_cast<std::size_t>(provider);
        capacity += std::max(all.capacity[p], all.occupied[p]);
        occupied += all.occupied[p];
    }
    double const waiting = market.local[market.area(venture.service, venture.locality)].waiting;
    return std::min(1.0, (units(occupied) + waiting) / (units(capacity) + venture.size));
}

} // namespace

double cost_of_opening(Market const& market, Inputs const& inputs, Service service, LocalityId locality)
{
    BehaviourService const& b = inputs.behaviour.of[service];
    if (!is_care_home(service))
        return b.entry_cost * market.world.price_level;
    double const land = inputs.behaviour.all.land_share;
    return b.entry_cost * ((1.0 - land) * market.world.price_level +
                           land * inputs.place.localities[locality].house_price * market.world.house_price_level);
}

double hurdle_of(Market const& market, BehaviourService const& behaviour)
{
    World const& world = market.world;
    double const at_start = world.capital_cost_level > 0.0 ? world.cost_of_capital / world.capital_cost_level : 0.0;
    return behaviour.entry_hurdle + world.cost_of_capital - at_start;
}

double price_to_expect(Market const& market, Service service, LocalityId locality)
{
    Providers const& all = market.providers;
    double list = 0.0;
    double quote = 0.0;
    double count = 0.0;
    Quarters self_funded = 0;
    Quarters occupied = 0;
    for (ProviderId const provider : market.providers_of[market.area(service, locality)])
    {
        auto const p = static_cast<std::size_t>(provider);
        if (all.sector[p] == Sector::in_house)
            continue;
        list += all.list_price[p];
        quote += all.quote[p];
        self_funded += all.self_funded[p];
        occupied += all.occupied[p];
        count += 1.0;
    }
    if (count == 0.0)
        return market.council_of(locality).usual_rate[service]; // nobody to learn from
    double const share = occupied > 0 ? static_cast<double>(self_funded) / static_cast<double>(occupied) : 0.0;
    return (share * list + (1.0 - share) * quote) / count;
}

double expected_return(Market const& market, Inputs const& inputs, Venture const& v)
{
    BehaviourService const& b = inputs.behaviour.of[v.service];
    double const volume = expected_share(market, v) * v.size;
    double const outlay = cost_of_opening(market, inputs, v.service, v.locality) * v.size;
    double const earned = return_on_entry(v.price, v.variable_cost, v.overhead, volume, outlay);

    double const fixed = v.overhead + capital_charge_for(market, b, v.size);
    double const margin = v.price - v.variable_cost;
    double const variance =
        cash_variance(margin, volume, market.tables.usual_need[v.service], market.tables.permanent_stay[v.service]);
    double const years = inputs.behaviour.all.planning_years;
    double const chance = chance_of_running_out((b.opening_cash + b.overdraft) * (v.variable_cost * volume + fixed),
                                                margin * volume - fixed, variance, mean_weeks_in_a_year * years);
    double const loss = inputs.behaviour.all.risk_aversion * chance * b.loss_on_failure * fixed;
    return earned - loss / (std::max(outlay, 1.0) * years);
}

} // namespace caremarket
