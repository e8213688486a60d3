#include "model/phases/payers.hpp"

#include "model/brokerage/preferences.hpp"
#include "model/placement_price.hpp"
#include "model/placements.hpp"
#include "model/rules/wealth.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// What the council would pay for another place: the cheapest quote with room, or its limit if that is more.
double price_of_moving(Market const& market, std::size_t block, Service service, Quarters need, double limit,
                       ProviderId from)
{
    Providers const& all = market.providers;
    auto const& lists = market.preference[market.area(service, block)];
    if (lists.empty())
        return limit;
    for (ProviderId const provider : lists[price_led_list])
    {
        auto const p = static_cast<std::size_t>(provider);
        if (provider != from && all.is_open(provider) && !is_under_embargo(all, provider) &&
            all.capacity[p] - all.occupied[p] >= need)
            return std::max(limit, all.quote[p]);
    }
    return limit;
}

/// The council takes over from a self-funder, as far as home, family and council can agree.
void spend_down(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Service const service = people[p].service;
    StrategyService const& levers = inputs.strategies[market.tables.commissioner_of[block]].of[service];
    auto const at = static_cast<std::size_t>(people.provider[p]);
    EntityKey const home = market.providers.key[at];
    double const rate = market.council_of(block).usual_rate[service];
    double const family = levers.top_ups.at(week.first) != 0.0 ? people[p].family_adds / units(people[p].need) : 0.0;
    double const limit = price_of_moving(market, block, service, people[p].need,
                                         levers.spot_limit.at(week.first) * rate, people.provider[p]);
    Takeover const takeover = take_over_from_self_funder(rate, limit, market.providers.reservation[at], family);
    MonthCounts::Area& counts = market.counts[0].areas[market.area(service, block)];
    ++counts.wealth_spent;

    market.providers.count(at, Bill::self_funder, -people[p].need);
    people[p].funding = Funding::council;
    people[p].has_paid = true;
    people[p].capital = std::max(0.0, market.world.capital_limit_upper - market.world.capital_limit_lower);
    people[p].charge += tariff_income(people[p].capital, market.tables.tariff_step); // on what income is assessed at
    people[p].runs_out = never;
    people.restate(p);
    if (takeover.answer == Takeover::Answer::moves)
    {
        ++counts.moved_for_price;
        market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::no_price_agreed, people[p].key, home,
                              people[p].price, units(people[p].need)});
        lose_place(market, block, p);
        return;
    }
    market.providers.count(at, bill_of(market, people, p), people[p].need);
    people[p].price = takeover.price;
    people[p].top_up = takeover.top_up * units(people[p].need);
    constexpr Reason reasons[] = {Reason::council_rate, Reason::topped_up, Reason::above_rate};
    Reason const reason = reasons[static_cast<std::size_t>(takeover.answer)];
    market.notebook.note({week.number, 0, DecisionKind::payer_changes, Reason::wealth_spent, people[p].key, home,
                          people[p].price, units(people[p].need)});
    market.notebook.note(
        {week.number, 0, DecisionKind::top_up_agreed, reason, people[p].key, home, people[p].top_up, 0.0});
    market.notebook.note(
        {week.number, 0, DecisionKind::charge_assessed, reason, people[p].key, {}, people[p].charge, 0.0});
}

/// After twelve weeks a home of one's own is capital, and its owner pays the home's list price.
void begin_to_pay(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Bill const before = bill_of(market, people, p);
    people[p].owns_home = 0;
    people[p].funding = Funding::self_funder;
    people[p].top_up = 0.0;
    people[p].counted = week.number;
    people.restate(p);
    Quarters const need = people[p].need;
    if (people.provider[p] == no_provider)
    {
        market.notebook.note({week.number,
                              0,
                              DecisionKind::payer_changes,
                              Reason::disregard_ended,
                              people[p].key,
                              {},
                              0.0,
                              units(need)});
        return;
    }
    ++market.counts[0].areas[market.area(people[p].service, block)].began_to_pay;
    auto const at = static_cast<std::size_t>(people.provider[p]);
    Providers& all = market.providers;
    if (people.contract[p] != no_contract)
        market.contracts.count(people.contract[p], -need, people[p].undercut);
    people.contract[p] = no_contract;
    people[p].undercut = 0;
    all.count(at, before, -need);
    all.count(at, Bill::self_funder, need);
    people[p].price = all.list_price[at];
    market.notebook.note({week.number, 0, DecisionKind::payer_changes, Reason::disregard_ended, people[p].key,
                          all.key[at], people[p].price, units(need)});
    plan_spending(market, block, p, week.number);
}

/// A package its provider has given back: the person looks for another.
void end_package(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    auto const at = static_cast<std::size_t>(people.provider[p]);
    Quarters const need = people[p].need;
    market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::handed_back, people[p].key,
                          market.providers.key[at], people[p].price, units(need)});
    market.providers.count(at, bill_of(market, people, p), -need);
    MonthCounts::Area& counts = market.counts[0].areas[market.area(people[p].service, block)];
    ++counts.displaced;
    ++counts.council_displaced;
    ++counts.packages_handed_back;
    counts.quarters_handed_back += need;
    lose_place(market, block, p);
}

} // namespace

namespace
{

/// While the market warms up no price moves on 1 April, and nothing else counts what people have left.
void count_everybodys_capital(Market& market, Week const& week)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (people.is_staying(p) && people[p].funding == Funding::self_funder)
            {
                count_capital(market, block, p, week.number);
                plan_spending(market, block, p, week.number);
            }
    }
}

} // namespace

void change_payers(Market& market, Inputs const& inputs, Week const& week)
{
    if (week.opens_year && week.number <= 0)
        count_everybodys_capital(market, week);
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (Event const& event : market.scratch[block].met)
        {
            PersonSlot const p = event.slot;
            if (people[p].key != event.key || people[p].last_day != stays_on)
                continue; // left before it came to this
            bool const is_council = people[p].funding == Funding::council;
            if (event.kind == EventKind::wealth_spent && people[p].runs_out == week.number && people.is_in_care(p))
                spend_down(market, inputs, week, block, p);
            else if (event.kind == EventKind::disregard_ends && is_council && people[p].owns_home != 0)
                begin_to_pay(market, week, block, p);
            else if (event.kind == EventKind::package_ends && is_council && people.is_in_care(p) &&
                     people.contract[p] == no_contract && people[p].runs_out == week.number)
                end_package(market, week, block, p);
        }
    }
}

} // namespace caremarket
