#include "model/procurement/building.hpp"

#include "model/firms/extension.hpp"
#include "model/firms/ventures.hpp"
#include "model/rules/building.hpp"
#include "model/rules/term.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// For how long a contract pays for places that are begun to be built today [years].
double years_paid(Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    std::int32_t const opens =
        week.number + static_cast<std::int32_t>(inputs.behaviour.of[plan.service].expansion_lead);
    double const counted_on = years_counted_on(plan.terms.years, plan.terms.break_after);
    double const waiting = static_cast<double>(std::max(opens, plan.begins) - plan.begins) / Clock::weeks_in_a_year;
    return counted_on - waiting;
}

} // namespace

double volume_to_build(Market const& market, Week const& week, Inputs const& inputs, TenderPlan const& plan,
                       ProviderId provider, double most, double ready)
{
    bool const is_building = market.providers.extension_opens[static_cast<std::size_t>(provider)] != never;
    if (!plan.builds || plan.kind != Channel::block || is_building || years_paid(inputs, week, plan) <= 0.0)
        return 0.0;
    return std::max(0.0, std::floor(most - std::floor(ready)));
}

double weekly_cost_of_building(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                               ProviderId provider, double beds)
{
    BehaviourService const& b = inputs.behaviour.of[plan.service];
    Venture const venture = extension_of(market, inputs, provider, beds);
    double const outlay = cost_of_opening(market, inputs, venture.service, venture.locality) * beds;
    double const worth = worth_after_contract(outlay, expected_return(market, inputs, venture), hurdle_of(market, b),
                                              b.closing_value * beds * market.world.house_price_level);
    double const a_year = level_payment((1.0 - plan.building_grant) * outlay, worth, years_paid(inputs, week, plan),
                                        market.world.cost_of_capital);
    // The council pays for a little less than it commissions.
    return (a_year / mean_weeks_in_a_year + venture.overhead) / market.tables.paid[plan.service];
}

void build_for_contract(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                        ProviderId provider, double beds)
{
    begin_extension(market, inputs, week, provider, beds);
    double const outlay =
        cost_of_opening(market, inputs, plan.service, market.providers.locality[static_cast<std::size_t>(provider)]) *
        beds;
    if (plan.building_grant <= 0.0)
        return;
    for (LotPart const& part : plan.lot.parts)
        if (part.sought() > 0.0) // the grant is the councils'; where the NHS has its people too, it pays by the price
            market.books.pay(Market::account_of_commissioner(market.tables.commissioner_of[part.locality]),
                             accounts::owners, {Flow::building_grant, plan.service, plan.kind, part.locality},
                             plan.building_grant * outlay * plan.lot.share_of(part.locality));
}

} // namespace caremarket
