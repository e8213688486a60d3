#include "model/placements.hpp"

#include "model/rules/wealth.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

double weekly_price(People const& people, PersonSlot p)
{
    return people[p].price * units(people[p].need);
}

} // namespace

void plan_spending(Market& market, std::size_t block, PersonSlot p, std::int32_t week)
{
    People& people = market.people[block];
    people[p].runs_out = never;
    double const weeks = weeks_until_spent(people[p].capital, weekly_price(people, p), people[p].income);
    constexpr double until_counted_again = 53.0; // each 1 April plans anew
    if (weeks > until_counted_again)
        return;
    people[p].runs_out = week + std::max(1, static_cast<std::int32_t>(weeks));
    market.due_in_block[block].add({people[p].runs_out, EventKind::wealth_spent, people[p].key, p});
}

void count_capital(Market& market, std::size_t block, PersonSlot p, std::int32_t week)
{
    People& people = market.people[block];
    people[p].capital = capital_after(people[p].capital, weekly_price(people, p), people[p].income,
                                      static_cast<double>(week - people[p].counted));
    people[p].counted = week;
}

void lose_place(Market& market, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    people.contract[p] = no_contract;
    people[p].undercut = 0;
    people[p].top_up = 0.0;
    people[p].is_displaced = 1;
    people[p].weeks_waiting = 0;
    people[p].first_day = 0;
    people[p].runs_out = never;
    people.restate(p);
    people.seek(p);
}

} // namespace caremarket
