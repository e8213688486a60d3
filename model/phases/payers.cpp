#include "model/phases/payers.hpp"

#include "model/maths.hpp"
#include "model/rules/wealth.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

double weekly_price(People const& people, PersonSlot p)
{
    return people.price[p] * units(people.need[p]);
}

/// What the council would pay for another place: the cheapest quote with room, or its limit if that is more.
double price_of_moving(Market const& market, std::size_t block, Service service, Quarters need, double limit)
{
    Providers const& all = market.providers;
    auto const& lists = market.preference[market.area(service, block)];
    if (lists.empty())
        return limit;
    for (ProviderId const provider : lists[price_led_list])
    {
        auto const p = static_cast<std::size_t>(provider);
        if (all.is_open(provider) && all.capacity[p] - all.occupied[p] >= need)
            return std::max(limit, all.quote[p]);
    }
    return limit;
}

/// The council takes over from a self-funder, as far as home, family and council can agree.
void spend_down(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Service const service = people.service[p];
    StrategyService const& levers = inputs.strategies[market.tables.commissioner_of[block]].of[service];
    auto const at = static_cast<std::size_t>(people.provider[p]);
    EntityKey const home = market.providers.key[at];
    double const rate = market.council_of(block).usual_rate[service];
    double const family = levers.top_ups.at(week.first) != 0.0 ? people.family_adds[p] / units(people.need[p]) : 0.0;
    double const limit =
        price_of_moving(market, block, service, people.need[p], levers.spot_limit.at(week.first) * rate);
    Takeover const takeover = take_over_from_self_funder(rate, limit, market.providers.reservation[at], family);
    MonthCounts::Area& counts = market.counts[0].areas[market.area(service, block)];
    ++counts.wealth_spent;

    people.funding[p] = Funding::council;
    people.capital[p] = std::max(0.0, market.world.capital_limit_upper - market.world.capital_limit_lower);
    people.charge[p] = people.income[p] + tariff_income(people.capital[p]);
    people.runs_out[p] = never;
    people.restate(p);
    market.providers.self_funded[at] -= people.need[p];
    if (takeover.answer == Takeover::Answer::moves)
    {
        ++counts.moved_for_price;
        market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::no_price_agreed, people.key[p], home,
                              people.price[p], units(people.need[p])});
        market.providers.occupied[at] -= people.need[p];
        lose_place(market, block, p);
        return;
    }
    market.providers.council_spot[at] += people.need[p];
    people.price[p] = takeover.price;
    people.top_up[p] = takeover.top_up * units(people.need[p]);
    constexpr Reason reasons[] = {Reason::council_rate, Reason::topped_up, Reason::above_rate};
    Reason const reason = reasons[static_cast<std::size_t>(takeover.answer)];
    market.notebook.note({week.number, 0, DecisionKind::payer_changes, Reason::wealth_spent, people.key[p], home,
                          people.price[p], units(people.need[p])});
    market.notebook.note(
        {week.number, 0, DecisionKind::top_up_agreed, reason, people.key[p], home, people.top_up[p], 0.0});
    market.notebook.note(
        {week.number, 0, DecisionKind::charge_assessed, reason, people.key[p], {}, people.charge[p], 0.0});
}

/// After twelve weeks a home of one's own is capital, and its owner pays the home's list price.
void begin_to_pay(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    people.owns_home[p] = 0;
    people.funding[p] = Funding::self_funder;
    people.top_up[p] = 0.0;
    people.counted[p] = week.number;
    people.restate(p);
    Quarters const need = people.need[p];
    if (people.provider[p] == no_provider)
    {
        market.notebook.note({week.number, 0, DecisionKind::payer_changes, Reason::disregard_ended, people.key[p], {},
                              0.0, units(need)});
        return;
    }
    auto const at = static_cast<std::size_t>(people.provider[p]);
    Providers& all = market.providers;
    if (people.contract[p] != no_contract)
    {
        market.contracts.used[static_cast<std::size_t>(people.contract[p])] -= need;
        all.contract_used[at] -= need;
        people.contract[p] = no_contract;
    }
    else
        all.council_spot[at] -= need;
    all.self_funded[at] += need;
    people.price[p] = all.list_price[at];
    market.notebook.note({week.number, 0, DecisionKind::payer_changes, Reason::disregard_ended, people.key[p],
                          all.key[at], people.price[p], units(need)});
    plan_spending(market, block, p, week.number);
}

/// A package its provider has given back: the person looks for another.
void end_package(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    auto const at = static_cast<std::size_t>(people.provider[p]);
    Quarters const need = people.need[p];
    market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::handed_back, people.key[p],
                          market.providers.key[at], people.price[p], units(need)});
    market.providers.occupied[at] -= need;
    market.providers.council_spot[at] -= need;
    MonthCounts::Area& counts = market.counts[0].areas[market.area(people.service[p], block)];
    ++counts.displaced;
    ++counts.packages_handed_back;
    counts.quarters_handed_back += need;
    lose_place(market, block, p);
}

} // namespace

void plan_spending(Market& market, std::size_t block, PersonSlot p, std::int32_t week)
{
    People& people = market.people[block];
    people.runs_out[p] = never;
    double const weeks = weeks_until_spent(people.capital[p], weekly_price(people, p), people.income[p]);
    constexpr double beyond_any_run = 5200.0;
    if (weeks > beyond_any_run)
        return;
    people.runs_out[p] = week + std::max(1, static_cast<std::int32_t>(weeks));
    market.due_in_block[block].add({people.runs_out[p], EventKind::wealth_spent, people.key[p], p});
}

void count_capital(Market& market, std::size_t block, PersonSlot p, std::int32_t week)
{
    People& people = market.people[block];
    people.capital[p] = capital_after(people.capital[p], weekly_price(people, p), people.income[p],
                                      static_cast<double>(week - people.counted[p]));
    people.counted[p] = week;
}

void lose_place(Market& market, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    people.contract[p] = no_contract;
    people.top_up[p] = 0.0;
    people.is_displaced[p] = 1;
    people.weeks_waiting[p] = 0;
    people.first_day[p] = 0;
    people.runs_out[p] = never;
    people.restate(p);
    people.seek(p);
}

void change_payers(Market& market, Inputs const& inputs, Week const& week)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (Event const& event : market.scratch[block].met)
        {
            PersonSlot const p = event.slot;
            if (people.key[p] != event.key || people.last_day[p] != stays_on)
                continue; // left before it came to this
            bool const is_council = people.funding[p] == Funding::council;
            if (event.kind == EventKind::wealth_spent && people.runs_out[p] == week.number && people.is_in_care(p))
                spend_down(market, inputs, week, block, p);
            else if (event.kind == EventKind::disregard_ends && is_council && people.owns_home[p] != 0)
                begin_to_pay(market, week, block, p);
            else if (event.kind == EventKind::package_ends && is_council && people.is_in_care(p) &&
                     people.contract[p] == no_contract && people.runs_out[p] == week.number)
                end_package(market, week, block, p);
        }
    }
}

} // namespace caremarket
