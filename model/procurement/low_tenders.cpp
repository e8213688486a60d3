#include "model/procurement/low_tenders.hpp"

#include "model/contract_book.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/low_tenders.hpp"
#include "model/rules/sliding_scale.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// What is paid for a unit on average if all the volume of a bid is used [GBP/unit].
double mean_price(TenderPlan const& plan, Bid const& bid)
{
    SlidingScale const scale{plan.terms.full_share * bid.volume, plan.terms.discount};
    return bid.volume > 0.0 ? bid.price * full_price_units(bid.volume, scale) / bid.volume : bid.price;
}

/// What the law demands for so many paid hours a unit, at the wage floor of the date [GBP/unit paid for].
double statutory_cost_of(Market const& market, Inputs const& inputs, Service service, double hours)
{
    double const on_costs = inputs.behaviour.of[service].on_cost + market.world.employer_on_cost;
    double const delivered = market.tables.delivered[service] / market.tables.paid[service];
    return statutory_cost(delivered * hours, market.world.wage_floor, on_costs);
}

} // namespace

void reject_too_low(Hearing const& hearing, std::vector<Bid>& bids)
{
    Market& market = hearing.market;
    Inputs const& inputs = hearing.inputs;
    Week const& week = hearing.week;
    TenderPlan const& plan = hearing.plan;
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    LowTenderRule const& rule = low_tender_rules[index_of(chosen<LowTenderTest>(levers.low_tender_test, week.first))];
    if (rule.line == nothing_is_too_low || levers.posted_block_price.at(week.first) > 0.0)
        return;
    BehaviourService const& usual = inputs.behaviour.of[plan.service];
    double const usual_travel = is_care_home(plan.service) ? 0.0 : usual.travel_share;
    double const usual_cost = statutory_cost_of(market, inputs, plan.service, usual.staff_hours * (1.0 + usual_travel));
    double sum = 0.0;
    for (Bid const& bid : bids)
        sum += mean_price(plan, bid);
    std::int64_t const made = static_cast<std::int64_t>(bids.size());
    auto const is_too_low = [&](Bid const& bid)
    {
        double const price = mean_price(plan, bid);
        double const line = rule.line({.multiple = levers.low_tender_line.at(week.first),
                                       .usual_statutory_cost = usual_cost,
                                       .others = static_cast<double>(made - 1),
                                       .sum_of_others = sum - price});
        double const hours = market.providers.efficiency[static_cast<std::size_t>(bid.provider)] *
                             hours_per_unit(market, inputs.behaviour, bid.provider);
        double const own_cost = statutory_cost_of(market, inputs, plan.service, hours);
        if (judge_low_bid(price, line, own_cost) != LowBid::rejected)
            return false;
        market.notebook.note({week.number, 0, DecisionKind::bid_rejected, Reason::below_statutory_wages,
                              market.providers.key[static_cast<std::size_t>(bid.provider)], hearing.tender, price,
                              own_cost});
        return true;
    };
    std::erase_if(bids, is_too_low);
    market.counts[0].areas[market.area(plan.service, plan.locality)].bids_too_low +=
        made - static_cast<std::int64_t>(bids.size());
}

} // namespace caremarket
