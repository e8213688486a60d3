#include "model/delivery/provider_weeks.hpp"

#include "model/ids.hpp"
#include "model/placement_price.hpp"
#include "model/provider_costs.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// A provider's week of work.
struct WorkDone
{
    double volume = 0; // [units] delivered
    double own = 0;    // [h] its staff's
    double idle = 0;   // [h] guaranteed to staff, and not worked
    double agency = 0; // [h]
};

WorkDone work_done(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    WorkDone work;
    work.volume = delivered_units(all.quarter_days[p]) * market.tables.delivered[all.service[p]];
    double const hours = all.efficiency[p] * work.volume * hours_per_unit(market, inputs.behaviour, provider);
    double const employed = all.staff[p] * week.days / days_in_a_week;
    work.own = std::min(hours, employed);
    work.idle = std::max(0.0, all.guaranteed_hours[p] * employed - work.own);
    work.agency = hours - work.own;
    return work;
}

/// What a provider owes for its week, and pays. Capital that it does not owe to anybody is not paid while it is short
/// of cash; it is a cost all the same.
Pence pay_provider_costs(Market& market, Inputs const& inputs, Week const& week, ProviderId provider,
                         WorkDone const& work)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    Service const service = all.service[p];
    BehaviourService const& b = inputs.behaviour.of[service];
    FixedCost const fixed = fixed_cost(market, inputs.behaviour, provider);
    double const weeks = week.days / days_in_a_week;
    Account const payer = market.account_of(provider);
    auto const line = [&](Flow flow) { return BookLine{flow, service, Channel::spot, all.locality[p]}; };

    double const hour = paid_hour_cost(market, inputs.behaviour, provider);
    double const nurses = all.efficiency[p] * work.volume * b.nurse_cost * market.world.outside_wage_level;
    // What they lately came to is in the prices it asks.
    double const learn = std::min(1.0, weeks / inputs.behaviour.all.market_memory);
    double const worked = work.own + work.agency;
    all.idle_cost[p] += learn * (work.idle * hour / weeks - all.idle_cost[p]);
    all.agency_share[p] += learn * ((worked > 0.0 ? work.agency / worked : 0.0) - all.agency_share[p]);
    double const replacing = all.left[p] * inputs.behaviour.all.leaver_cost * hour;
    all.left[p] = 0.0;
    Pence cost = market.books.pay(payer, accounts::workers, line(Flow::staff),
                                  hour * (work.own + work.idle + work.agency * (1.0 + b.agency_premium)) + nurses);
    cost += market.books.pay(payer, accounts::suppliers, line(Flow::supplies),
                             all.efficiency[p] * work.volume * running_cost(market, inputs.behaviour, provider) +
                                 fixed.overhead * weeks + replacing);
    double const owed = std::min(1.0, debt_of(market, inputs.behaviour, provider)) * fixed.capital * weeks;
    double const own = fixed.capital * weeks - owed;
    cost += market.books.pay(payer, accounts::owners, line(Flow::capital), owed);
    if (market.cash(provider) > 0.0)
        cost += market.books.pay(payer, accounts::owners, line(Flow::capital), own);
    else
        cost += to_pence(own);
    all.cost[p] += cost;
    return cost;
}

/// The council bears whatever its own supply costs.
void meet_own_cost(Market& market, Week const& week, ProviderId provider, Pence cost)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    auto const locality = static_cast<std::uint16_t>(all.locality[p]);
    Account const council = Market::account_of_commissioner(market.tables.commissioner_of[locality]);
    all.income[p] += market.books.pay(council, market.account_of(provider),
                                      {Flow::care_used, all.service[p], Channel::in_house, locality}, to_pounds(cost));
    market.notebook.note(
        {week.number, 0, DecisionKind::cost_met, Reason::in_house, all.key[p], {}, to_pounds(cost), 1.0});
}

} // namespace

void pay_costs(Market& market, Inputs const& inputs, Week const& week)
{
    double const first = static_cast<double>(week.months.days[0]) / week.days;
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
            {
                WorkDone const work = work_done(market, inputs, week, provider);
                Pence const cost = pay_provider_costs(market, inputs, week, provider, work);
                if (market.providers.sector[static_cast<std::size_t>(provider)] == Sector::in_house)
                    meet_own_cost(market, week, provider, cost);
                std::size_t const area = market.area(service, locality);
                market.counts[0].areas[area].agency += work.agency * first;
                market.counts[1].areas[area].agency += work.agency * (1.0 - first);
            }
}

/// What providers received and what was left of it, by month and where they stand.
void add_up_income(Market& market, Week const& week)
{
    Providers const& all = market.providers;
    std::vector<Pence> const& income_before = market.delivery.income_before;
    std::vector<Pence> const& cost_before = market.delivery.cost_before;
    MonthSplit const split = week.months;
    for (std::size_t p = 0; p < income_before.size(); ++p)
    {
        WeekAmount const income = over_months(all.income[p] - income_before[p], split);
        WeekAmount const surplus = over_months(income.total - (all.cost[p] - cost_before[p]), split);
        std::size_t const area = market.area(all.service[p], all.locality[p]);
        market.income[0][area] += income.first_month;
        market.income[1][area] += income.next_month();
        market.surplus[0][area] += surplus.first_month;
        market.surplus[1][area] += surplus.next_month();
    }
}

} // namespace caremarket
