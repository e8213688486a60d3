#include "model/procurement/contract_dates.hpp"

#include "model/contract_book.hpp"
#include "model/engine/search.hpp"
#include "model/placement_price.hpp"
#include "model/procurement/letting.hpp"
#include "model/procurement/succession.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Whether a locality's council is among those that pay for a lot.
bool is_buyers(Market const& market, Lot const& lot, std::size_t locality)
{
    auto const& council_of = market.tables.commissioner_of;
    return std::any_of(lot.parts.begin(), lot.parts.end(),
                       [&](LotPart const& part) { return council_of[part.locality] == council_of[locality]; });
}

void take_over_placements(Market& market, Week const& week, ContractId contract)
{
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    // In order of key, so that who is taken over does not depend on slots.
    struct Candidate
    {
        EntityKey key;
        std::size_t block;
        PersonSlot person;
    };
    std::vector<Candidate> candidates;
    std::vector<PersonSlot>& found = market.scratch.front().found;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        if (!is_buyers(market, contracts.lot[c], block))
            continue; // another council's people
        People const& people = market.people[block];
        found.clear();
        find_equal(people.provider, contracts.provider[c], found);
        for (PersonSlot const p : found)
            if (contracts.lot[c].takes(people[p].funding) && people.contract[p] == no_contract &&
                people[p].has_direct_payment == 0 && people[p].service == contracts.service[c])
                candidates.push_back({people[p].key, block, p});
    }
    std::sort(candidates.begin(), candidates.end(),
              [](Candidate const& a, Candidate const& b) { return a.key < b.key; });
    for (Candidate const& candidate : candidates)
    {
        People& people = market.people[candidate.block];
        Quarters const need = people[candidate.person].need;
        if (contracts.used[c] + need > contracts.guaranteed[c])
            continue;
        market.providers.count(provider, bill_of(market, people, candidate.person), -need);
        people.contract[candidate.person] = contract;
        market.providers.count(provider, bill_of(market, people, candidate.person), need);
        people[candidate.person].price = contracts.price[c];
        people[candidate.person].top_up = 0.0; // the contract's price is the whole price
        people[candidate.person].runs_out = never;
        people.restate(candidate.person);
        contracts.count(contract, need, people[candidate.person].undercut);
        market.notebook.note({week.number, 0, DecisionKind::joins_contract, Reason::transfer, candidate.key,
                              contracts.key[c], contracts.price[c], units(need)});
    }
}

void begin_contract(Market& market, Week const& week, ContractId contract)
{
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    contracts.is_in_force[c] = 1;
    // A part of a week is none in which to leave.
    contracts.next_break[c] =
        contracts.begins[c] +
        std::max(1, static_cast<std::int32_t>(contracts.terms[c].break_after * Clock::weeks_in_a_year));
    market.providers.guaranteed[provider] += contracts.guaranteed[c];
    market.due.add(
        {contracts.ends[c], EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    market.notebook.note({week.number, 0, DecisionKind::contract_begins, Reason::none, contracts.key[c],
                          market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
    if (contracts.terms[c].takes_over_existing)
        take_over_placements(market, week, contract);
}

/// Weeks for which a contract runs on whose successor is not there yet; 0: nobody is late.
std::int32_t weeks_to_bridge(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Contracts const& contracts = market.contracts;
    LocalMarket const& local = market.local[market.area(contracts.service[c], contracts.locality[c])];
    Channel const kind = contracts.kind[c];
    auto const most =
        static_cast<std::int32_t>(inputs.strategies[contracts.commissioner[c]].all.extension_weeks.at(week.first));
    if (local.tender_is_late[kind])
        return most;
    if (Procurement const* successor = being_let(market, kind, contracts.service[c], contracts.locality[c]))
        return std::min(most, std::max(1, successor->plan.begins - week.number));
    return std::min(most, std::max(local.bridged_until[kind], week.number) - week.number);
}

/// A contract whose successor could not be let in time, and whose volume is still wanted, runs on at old terms.
bool is_extended(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    Contracts& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    std::int32_t const weeks = weeks_to_bridge(market, inputs, week, c);
    bool const is_left = contracts.is_handed_back[c] != 0 || contracts.provider_leaves[c] != 0;
    if (weeks == 0 || is_left || !is_still_wanted(market, inputs, week, contract, week.number))
        return false;
    contracts.ends[c] = week.number + weeks;
    market.due.add(
        {contracts.ends[c], EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    ++market.counts[0].areas[market.area(contracts.service[c], contracts.locality[c])].contracts_extended;
    market.notebook.note({week.number, 0, DecisionKind::contract_extended, Reason::officers_too_busy, contracts.key[c],
                          market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                          static_cast<double>(weeks)});
    return true;
}

void end_term(Market& market, Inputs const& inputs, Week const& week, ContractId contract)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    StrategyService const& levers = inputs.strategies[contracts.commissioner[c]].of[contracts.service[c]];
    bool const is_handed_back = contracts.is_handed_back[c] != 0;
    // A framework's successor keeps no place free.
    bool const may_move = chosen<ExistingPeople>(levers.existing_people, week.first) == ExistingPeople::move &&
                          contracts.kind[c] != Channel::framework && !is_handed_back;
    if (may_move)
        remember_people(market, week, contract);
    Reason const given_up = contracts.oversight[c].is_decommissioned ? Reason::decommissioned : Reason::handed_back;
    end_contract(market, week, contract, is_handed_back ? given_up : Reason::term_ended);
}

} // namespace

bool is_still_wanted(Market const& market, Inputs const& inputs, Week const& week, ContractId contract,
                     std::int32_t beyond)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    Service const service = contracts.service[c];
    double wanted = 0.0;
    for (LotPart const& part : contracts.lot[c].parts)
    {
        LocalMarket const& local = market.local[market.area(service, part.locality)];
        wanted += levers_in(market, inputs, service, part.locality).mix[contracts.kind[c]].at(week.first) *
                  (local.council_volume + (contracts.lot[c].nhs_joins ? local.nhs_volume : 0.0));
    }
    return volume_running_at(market, contracts.kind[c], service, contracts.lot[c], beyond) < wanted;
}

void act_on_contract_dates(Market& market, Inputs const& inputs, Week const& week)
{
    // Copied: acting on one event may add others to the calendar.
    std::vector<Event> const due = market.due.take_due(week.number);
    for (Event const& event : due)
    {
        auto const contract = static_cast<ContractId>(event.slot);
        if (market.contracts.key[event.slot] != event.key)
            continue; // its provider closed
        if (event.kind == EventKind::contract_begins)
            begin_contract(market, week, contract);
        else if (market.contracts.ends[event.slot] <= week.number && !is_extended(market, inputs, week, contract))
            end_term(market, inputs, week, contract);
    }
    hand_over_people(market, inputs, week);
}

} // namespace caremarket
