#include "model/delivery/care_given.hpp"

#include "model/placement_price.hpp"

#include <algorithm>
#include <utility>

namespace caremarket
{

namespace
{

void prepare(BlockScratch& scratch, Market const& market)
{
    for (ProviderId const provider : scratch.gave)
    {
        scratch.given[static_cast<std::size_t>(provider)] = {};
        scratch.is_given[static_cast<std::size_t>(provider)] = 0;
    }
    scratch.gave.clear();
    scratch.given.resize(market.providers.key.size());
    scratch.is_given.resize(market.providers.key.size(), 0);
    scratch.freed_contract.clear();
    scratch.contract_care.assign(static_cast<std::size_t>(market.contracts.size()), {});
}

struct Stay
{
    std::int32_t days = 0; ///< with care this week
    bool ends = false;
};

Stay stay_this_week(People const& people, PersonSlot p, Week const& week)
{
    bool const ends = people[p].last_day != stays_on;
    std::int32_t const until = ends ? people[p].last_day : week.days;
    return {std::max(0, until - people[p].first_day), ends};
}

/// Puts one person's care of some days where it belongs.
void give_care(Market const& market, BlockScratch& scratch, People const& people, PersonSlot p, std::int32_t days)
{
    PlacementPrice const due = price_of_days(market, people, p, days);
    CareGiven& given = scratch.given_by(people.provider[p]);
    Bill const bill = bill_of(market, people, p);
    std::int64_t const quarter_days = static_cast<std::int64_t>(people[p].need) * days;
    given.week.quarter_days[bill] += quarter_days;
    given.week.price[bill] += due.price;
    given.week.charge[bill] += due.charge;
    given.week.top_up += due.top_up;
    given.week.nursing += due.nursing;
    if (people.contract[p] != no_contract)
        scratch.contract_care[static_cast<std::size_t>(people.contract[p])] +=
            care_on_contract(quarter_days, people[p].undercut, bill);
}

void leave_care(Market& market, BlockScratch& scratch, Week const& week, std::size_t block, PersonSlot p)
{
    People const& people = market.people[block];
    auto const provider = static_cast<std::size_t>(people.provider[p]);
    Quarters const need = people[p].need;
    scratch.given_by(people.provider[p]).freed[bill_of(market, people, p)] += need;
    if (people.contract[p] != no_contract)
        scratch.freed_contract.push_back({people.contract[p], need, people[p].undercut});
    if (people[p].funding == Funding::council)
    {
        MonthSplit const split = week.months;
        std::size_t const month = people[p].last_day < split.days[0] || split.days[1] == 0 ? 0 : 1;
        ++market.counts[month].areas[market.area(people[p].service, block)].ends;
    }
    scratch.notebook.note({week.number, people[p].last_day, DecisionKind::care_ends,
                           people[p].goes_home    ? Reason::interim_over
                           : people[p].needs_home ? Reason::family_gave_up
                           : people[p].is_temporary && people[p].service == people[p].assessed
                               ? Reason::temporary_stay
                               : Reason::length_of_stay, // in an interim bed, too
                           people[p].key, market.providers.key[provider], people[p].price, units(need)});
}

/// Care of who begins or ends within the week, or of anybody in a week that is longer than others.
void give_part_of_week(Market& market, BlockScratch& scratch, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Stay const stay = stay_this_week(people, p, week);
    if (stay.days > 0)
        give_care(market, scratch, people, p, stay.days);
    if (stay.ends)
        leave_care(market, scratch, week, block, p);
    people[p].first_day = 0;
}

/// A week of seven days: only those are looked at for whom something has changed.
void deliver_what_changed(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    BlockScratch& scratch = market.scratch[block];
    scratch.changed.clear();
    std::swap(scratch.changed, people.changed);
    for (PersonSlot const p : scratch.changed)
        people.is_changed[p] = 0;
    for (PersonSlot const p : scratch.changed)
    {
        if (people.provider[p] == no_provider)
            continue;
        if (people[p].first_day == 0 && people[p].last_day == stays_on)
        {
            people[p].stands = standing_week(market, people, p);
            people.standing.add(people[p].stands);
            continue;
        }
        give_part_of_week(market, scratch, week, block, p);
        people.restate(p); // it will be whole next week, or nobody's
    }
}

} // namespace

void deliver_in_block(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    prepare(market.scratch[block], market);
    if (week.days == 7)
    {
        deliver_what_changed(market, week, block);
        return;
    }
    for (PersonSlot p = 0; p < people.size(); ++p)
        if (people.provider[p] != no_provider)
            give_part_of_week(market, market.scratch[block], week, block, p);
}

} // namespace caremarket
