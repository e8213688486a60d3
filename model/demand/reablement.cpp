#include "model/demand/reablement.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Which draw of `Purpose::reablement` it is.
enum ReablementDraw : std::uint16_t
{
    offered,
    succeeds
};

double draw_of(Market const& market, EntityKey person, ReablementDraw which)
{
    return market.draws.uniform(person, Purpose::reablement, 0, which);
}

std::int32_t weeks_until(double weeks)
{
    return std::max(1, static_cast<std::int32_t>(weeks));
}

void begin_to_seek(Market& market, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    people[p].is_apart = false;
    people[p].first_day = 0;
    people[p].weeks_waiting = 0;
    people.seek(p);
}

void note_end(Market& market, Week const& week, std::size_t block, EntityKey person, Quarters now, Quarters before)
{
    market.scratch[block].notebook.note(
        {week.number, 0, DecisionKind::reablement_ended, Reason::reablement, person, {}, units(now), units(before)});
}

} // namespace

bool begin_reablement(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Person& person = people[p];
    double const share =
        inputs.strategies[market.tables.commissioner_of[block]].of[Service::homecare].reablement_share.at(week.first);
    bool const may_be = share > 0.0 && person.service == Service::homecare && person.funding == Funding::council &&
                        !person.has_direct_payment && !person.is_temporary;
    if (!may_be || draw_of(market, person.key, offered) >= share)
        return false;
    person.is_apart = true;
    person.source = Source::community; // nobody is reabled in hospital
    market.due_in_block[block].add(
        {week.number + weeks_until(inputs.behaviour.all.reablement_weeks), EventKind::reablement_ends, person.key, p});
    market.scratch[block].reabled.push_back(person.key);
    ++market.counts[0].areas[market.area(Service::homecare, block)].reabled;
    return true;
}

void end_reablement(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot p)
{
    BehaviourAll const& b = inputs.behaviour.all;
    Person& person = market.people[block][p];
    if (draw_of(market, person.key, succeeds) < b.reablement_success)
    {
        ++market.counts[0].areas[market.area(Service::homecare, block)].spared;
        note_end(market, week, block, person.key, 0, person.need);
        market.due_in_block[block].add(
            {week.number + weeks_until(b.reablement_lasts), EventKind::need_returns, person.key, p});
        return;
    }
    Quarters const before = person.need;
    person.need =
        std::max<Quarters>(1, static_cast<Quarters>(maths::round_half_even((1.0 - b.reablement_reduction) * before)));
    person.assessed_need = person.need;
    note_end(market, week, block, person.key, person.need, before);
    begin_to_seek(market, block, p);
}

void return_to_need(Market& market, std::size_t block, PersonSlot p)
{
    begin_to_seek(market, block, p);
}

} // namespace caremarket
