#include "model/firms/entry.hpp"

#include "model/firms/accounts.hpp"
#include "model/firms/ventures.hpp"
#include "model/maths.hpp"
#include "model/open_provider.hpp"
#include "model/provider_costs.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// What a firm that looks at a service in a locality would open there.
Venture entrant(Market const& market, Inputs const& inputs, Service service, LocalityId locality)
{
    BehaviourService const& b = inputs.behaviour.of[service];
    World const& world = market.world;
    auto const& open = market.providers_of[market.area(service, locality)];
    double cost = 0.0;
    double count = 0.0;
    for (ProviderId const provider : open)
    {
        auto const p = static_cast<std::size_t>(provider);
        if (market.providers.sector[p] == Sector::in_house)
            continue;
        cost += variable_cost(market, inputs.behaviour, provider) / market.providers.efficiency[p];
        count += 1.0;
    }
    if (count == 0.0)
    {
        // Nobody to learn from: outside pay.
        double const travel = is_care_home(service) ? 0.0 : travel_of(inputs, locality, b.entrant_size);
        double const hour = world.outside_wage * (1.0 + b.on_cost + world.employer_on_cost);
        cost = b.staff_hours * (1.0 + travel) * hour + b.nurse_cost * world.outside_wage_level +
               (b.supplies + b.travel_cost) * world.price_level -
               (service == Service::nursing ? world.funded_nursing_care : 0.0);
        count = 1.0;
    }
    return {.service = service,
            .locality = locality,
            .size = b.entrant_size,
            .price = price_to_expect(market, service, locality),
            .variable_cost = cost / count,
            .overhead = overhead_for(b, b.entrant_size) * world.outside_wage_level};
}

void consider_entry(Market& market, Inputs const& inputs, Week const& week, Service service, LocalityId locality)
{
    LocalMarket& local = market.local[market.area(service, locality)];
    BehaviourService const& b = inputs.behaviour.of[service];
    if (local.opens_in_week != never)
        return;
    double const looks =
        market.draws.uniform(market.tables.locality_keys[locality], Purpose::entry,
                             static_cast<std::uint32_t>(week.number), static_cast<std::uint16_t>(index_of(service)));
    if (looks >= b.entrants_considered / 4.0)
        return;
    if (expected_return(market, inputs, entrant(market, inputs, service, locality)) >= hurdle_of(market, b))
        local.opens_in_week = week.number + std::max(1, static_cast<std::int32_t>(b.entry_lead));
}

} // namespace

void consider_entries(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            consider_entry(market, inputs, week, service, static_cast<LocalityId>(locality));
}

void open_who_is_due(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
        {
            auto const locality = static_cast<LocalityId>(at);
            LocalMarket& local = market.local[market.area(service, locality)];
            if (week.number < local.opens_in_week)
                continue;
            local.opens_in_week = never;
            EntityKey const key = key_of(EntityKind::entrant, market.tables.locality_keys[locality],
                                         static_cast<std::uint32_t>(index_of(service)), local.entries);
            ++local.entries;
            BehaviourAll const& all = inputs.behaviour.all;
            BehaviourService const& b = inputs.behaviour.of[service];
            double const drawn = market.draws.log_normal(b.entrant_size, all.entrant_size_spread, key, Purpose::entry);
            double const size = std::max(1.0, maths::round_half_even(drawn));
            double const expected = expected_return(market, inputs, entrant(market, inputs, service, locality));
            ProviderId const provider = open_provider(market, inputs, key, service, locality, size,
                                                      sector_of_newcomer(market, inputs, key, service));
            equip_provider(market, inputs, provider, all.staffed_at_opening);
            market.providers.occupancy[static_cast<std::size_t>(provider)] = all.entrant_occupancy;
            MonthCounts::Area& counts = market.counts[0].areas[market.area(service, locality)];
            ++counts.entries;
            counts.capacity_opened += size;
            market.notebook.note({week.number, week.days, DecisionKind::provider_opens, Reason::expected_return, key,
                                  market.tables.locality_keys[locality], expected, size});
        }
}

} // namespace caremarket
