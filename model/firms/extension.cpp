#include "model/firms/extension.hpp"

#include "model/firms/each_open.hpp"
#include "model/firms/ventures.hpp"
#include "model/guarantees.hpp"
#include "model/maths.hpp"
#include "model/provider_costs.hpp"

#include <algorithm>

namespace caremarket
{

Venture extension_of(Market const& market, Inputs const& inputs, ProviderId provider, double beds)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    double const more = overhead_for(b, all.size[p] + beds) - overhead_for(b, all.size[p]);
    return {.service = all.service[p],
            .locality = all.locality[p],
            .size = beds,
            .price = all.earned_elsewhere[p],
            .variable_cost = variable_cost(market, inputs.behaviour, provider),
            .overhead = more * market.world.outside_wage_level};
}

void begin_extension(Market& market, Inputs const& inputs, Week const& week, ProviderId provider, double beds)
{
    auto const p = static_cast<std::size_t>(provider);
    double const lead = inputs.behaviour.of[market.providers.service[p]].expansion_lead;
    market.providers.extension[p] = beds;
    market.providers.extension_opens[p] = week.number + std::max(1, static_cast<std::int32_t>(lead));
}

void consider_extensions(Market& market, Inputs const& inputs, Week const& week)
{
    Providers& all = market.providers;
    for_each_open_provider(
        market,
        [&](ProviderId provider, std::size_t p)
        {
            BehaviourService const& b = inputs.behaviour.of[all.service[p]];
            bool const can_build = is_care_home(all.service[p]) && all.sector[p] != Sector::in_house &&
                                   b.expansion_step > 0.0 && all.extension_opens[p] == never;
            if (!can_build ||
                market.draws.uniform(all.key[p], Purpose::extension, static_cast<std::uint32_t>(week.number)) >=
                    b.expansions_considered / 4.0)
                return;
            double const beds = std::max(1.0, maths::round_half_even(b.expansion_step * all.size[p]));
            Venture const venture = extension_of(market, inputs, provider, beds);
            if (expected_return(market, inputs, venture) >= hurdle_of(market, b))
                begin_extension(market, inputs, week, provider, beds);
        });
}

void open_extensions(Market& market, Inputs const& inputs, Week const& week)
{
    Providers& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               if (week.number < all.extension_opens[p])
                                   return;
                               all.extension_opens[p] = never;
                               all.size[p] += all.extension[p];
                               all.overhead[p] = overhead_for(inputs.behaviour.of[all.service[p]], all.size[p]);
                               market.counts[0].areas[market.area(all.service[p], all.locality[p])].capacity_opened +=
                                   all.extension[p];
                               market.notebook.note({week.number,
                                                     week.days,
                                                     DecisionKind::capacity_opens,
                                                     Reason::expected_return,
                                                     all.key[p],
                                                     {},
                                                     0.0,
                                                     all.extension[p]});
                               guarantee_what_is_built(market, week, provider);
                           });
}

} // namespace caremarket
