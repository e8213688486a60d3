#include "model/brokerage/acceptance.hpp"

#include "model/brokerage/call_off.hpp"
#include "model/demand/families.hpp"
#include "model/placement_price.hpp"
#include "model/placements.hpp"

#include <algorithm>
#include <cstdint>

namespace caremarket
{

namespace
{

MonthCounts& counts_of_day(Market& market, Week const& week, std::int32_t day)
{
    return market.counts[day < week.months.days[0] ? 0 : 1];
}

/// The channel through which a council-supported person is bought for.
Channel channel_used(Market const& market, People const& people, PersonSlot person)
{
    return channel_of(bill_of(market, people, person));
}

void count_start(Market& market, Week const& week, std::size_t block, PersonSlot person)
{
    People const& people = market.people[block];
    Service const service = people[person].service;
    Channel const channel = channel_used(market, people, person);
    MonthCounts::Cell& cell =
        counts_of_day(market, week, people[person].first_day).channels[market.cell(service, channel, block)];
    ++cell.starts;
    cell.placed_again += people[person].is_displaced;
    cell.start_waits += people[person].weeks_waiting;
    cell.started_quarters += people[person].need;
    cell.started_value += to_pence(people[person].price * units(people[person].need));
}

Reason reason_of_start(Market const& market, People const& people, PersonSlot person, Proposal const& proposal)
{
    if (proposal.is_off_contract)
        return Reason::off_contract;
    ContractId const contract = people.contract[person];
    if (people[person].funding != Funding::council && contract == no_contract)
        return Reason::own_choice;
    switch (contract != no_contract ? market.contracts.kind[static_cast<std::size_t>(contract)]
                                    : channel_used(market, people, person))
    {
    case Channel::block: return Reason::block_void;
    case Channel::core: return proposal.uses_guarantee ? Reason::core_guarantee : Reason::core_beyond;
    case Channel::framework: return Reason::framework;
    case Channel::in_house: return Reason::in_house;
    case Channel::direct_payment: return Reason::direct_payment;
    case Channel::spot: break;
    }
    return people[person].chooses != 0 ? Reason::own_choice : Reason::spot_quote;
}

void note_start(Market& market, Week const& week, std::size_t block, PersonSlot person, Proposal const& proposal)
{
    if (!market.notebook.is_open)
        return;
    People const& people = market.people[block];
    EntityKey const key = people[person].key;
    EntityKey const provider = market.providers.key[static_cast<std::size_t>(people.provider[person])];
    std::int32_t const day = people[person].first_day;
    Reason const reason = reason_of_start(market, people, person, proposal);
    double const volume = units(people[person].need);
    market.notebook.note(
        {week.number, day, DecisionKind::care_begins, reason, key, provider, people[person].price, volume});
    bool const is_council = people[person].funding == Funding::council;
    if (is_council)
        market.notebook.note(
            {week.number, day, DecisionKind::charge_assessed, Reason::none, key, {}, people[person].charge, 0.0});
    if (is_council && people[person].top_up > 0.0)
        market.notebook.note({week.number, day, DecisionKind::top_up_agreed, Reason::topped_up, key, provider,
                              people[person].top_up, 0.0});
    if (people.contract[person] != no_contract)
        market.notebook.note({week.number, day, DecisionKind::joins_contract, reason, key,
                              market.contracts.key[static_cast<std::size_t>(people.contract[person])],
                              people[person].price, volume});
}

/// Adds a person's volume to the books of provider and contract.
void enter_in_books(Market& market, People const& people, PersonSlot person)
{
    Providers& all = market.providers;
    auto const p = static_cast<std::size_t>(people.provider[person]);
    Quarters const need = people[person].need;
    all.count(p, bill_of(market, people, person), need);
    if (people.contract[person] != no_contract)
        market.contracts.count(people.contract[person], need, people[person].undercut);
    if (people[person].funding == Funding::self_funder)
        all.began_self_funded[p] += need;
}

/// Dates that are known from the first day of care.
void enter_in_calendar(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person)
{
    People& people = market.people[block];
    Service const service = people[person].service;
    if (people[person].is_temporary != 0)
    {
        bool const is_interim = service != people[person].assessed;
        if (!is_interim)
        {
            people.hazard_row[person] = no_hazard;
            people.stay_left[person] = static_cast<float>(people[person].first_day); // the day on which it will end
        }
        double const length = is_interim ? inputs.behaviour.of[people[person].assessed].interim_stay
                                         : inputs.behaviour.of[service].temporary_stay;
        market.due_in_block[block].add({week.number + std::max(1, static_cast<std::int32_t>(length)),
                                        EventKind::temporary_stay_ends, people[person].key, person});
    }
    if (people[person].funding == Funding::self_funder)
    {
        people[person].counted = week.number;
        plan_spending(market, block, person, week.number);
    }
    if (people[person].owns_home != 0 && people[person].is_displaced == 0)
    {
        auto const disregarded = static_cast<std::int32_t>(inputs.outlook.all.disregard_weeks.at(week.first));
        market.due_in_block[block].add(
            {week.number + std::max(1, disregarded), EventKind::disregard_ends, people[person].key, person});
    }
}

void settle(Market& market, Inputs const& inputs, Week const& week, Seeker const& seeker, Proposal const& proposal,
            SupportedPackage const& package)
{
    People& people = market.people[seeker.block];
    PersonSlot const person = seeker.person;
    Service const service = people[person].service;
    commission_package(market, seeker.block, person, package);
    people.provider[person] = proposal.provider;
    people.contract[person] = proposal.contract;
    people[person].price = proposal.price;
    people[person].undercut = proposal.undercut;
    people[person].top_up = proposal.top_up * units(people[person].need);
    people.restate(person);
    enter_in_books(market, people, person);
    if (people[person].funding == Funding::council)
        count_start(market, week, seeker.block, person);
    if (people[person].funding == Funding::council && !people[person].has_direct_payment)
    {
        LocalMarket& local = market.local[market.area(service, seeker.block)];
        ++local.began;
        local.waited += people[person].weeks_waiting;
        if (people[person].is_displaced == 0 && people[person].is_temporary == 0)
            local.council_started += people[person].need;
    }
    if (people[person].funding == Funding::nhs && people[person].is_displaced == 0 && people[person].is_temporary == 0)
        market.local[market.area(service, seeker.block)].nhs_started += people[person].need;
    market.counts[0].areas[market.area(service, seeker.block)].bought_off_contract += proposal.is_off_contract;
    note_start(market, week, seeker.block, person, proposal);
    enter_in_calendar(market, inputs, week, seeker.block, person);
    people[person].is_displaced = 0;
    people[person].weeks_waiting = 0;
}

/// Whether others have been taken meanwhile up to what a listed provider may have.
bool is_listed_to_its_cap(Market const& market, Proposal const& proposal, Quarters need)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(proposal.contract);
    if (proposal.contract == no_contract || contracts.kind[c] != Channel::framework)
        return false;
    std::size_t const area = market.area(contracts.service[c], contracts.locality[c]);
    return is_at_cap(market, market.matching.plans[area], proposal.contract, need);
}

/// Room of the provider whose proposals are being looked at.
struct RoomLeft
{
    ProviderId provider = no_provider;
    Quarters physical = 0;
    Quarters open = 0;

    /// Takes the proposal's volume if there is room for it.
    bool take(Market& market, Proposal const& proposal, Quarters need)
    {
        if (physical < need)
            return false;
        Contracts const& contracts = market.contracts;
        auto const c = static_cast<std::size_t>(proposal.contract);
        if (proposal.uses_guarantee)
        {
            if (contracts.guaranteed[c] - contracts.used[c] < need)
                return false;
        }
        else
        {
            if (open < need || is_listed_to_its_cap(market, proposal, need))
                return false;
            open -= need;
        }
        physical -= need;
        return true;
    }
};

/// Each provider looks at who lost their provider first, then at who has waited longest, then as the lottery fell.
void put_in_order(Matching& matching)
{
    std::vector<Proposal> const& proposals = matching.proposals;
    constexpr unsigned bits_of_wait = 16;
    matching.turns.clear();
    for (std::size_t i = 0; i < proposals.size(); ++i)
    {
        Proposal const& proposal = proposals[i];
        auto const provider = static_cast<std::uint64_t>(proposal.provider);
        std::uint64_t const is_not_displaced = proposal.is_displaced ? 0 : 1;
        std::uint64_t const wait_to_come = UINT16_MAX - proposal.weeks_waited;
        matching.turns.push_back({(provider << 1 | is_not_displaced) << bits_of_wait | wait_to_come, proposal.lottery,
                                  static_cast<std::uint32_t>(i)});
    }
    std::sort(matching.turns.begin(), matching.turns.end(),
              [&proposals](Turn const& a, Turn const& b)
              {
                  if (a.provider_and_wait != b.provider_and_wait)
                      return a.provider_and_wait < b.provider_and_wait;
                  if (a.lottery != b.lottery)
                      return a.lottery < b.lottery;
                  return proposals[a.proposal].person < proposals[b.proposal].person;
              });
}

} // namespace

void accept_proposals(Market& market, Inputs const& inputs, Week const& week)
{
    Room const& room = market.matching.room;
    put_in_order(market.matching);
    RoomLeft left;
    for (Turn const& turn : market.matching.turns)
    {
        Proposal const& proposal = market.matching.proposals[turn.proposal];
        if (proposal.provider != left.provider)
            left = {proposal.provider, room.physical[static_cast<std::size_t>(proposal.provider)],
                    room.open[static_cast<std::size_t>(proposal.provider)]};
        Seeker& seeker = market.scratch[proposal.block].seekers[proposal.seeker];
        SupportedPackage const package = package_to_commission(market, inputs, week, proposal.block, seeker.person);
        if (!left.take(market, proposal, package.home.commissioned))
            continue;
        seeker.is_settled = true;
        settle(market, inputs, week, seeker, proposal, package);
    }
}

void count_waiting(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    MonthSplit const split = week.months;
    people.drop_settled();
    for (PersonSlot const p : people.seeking)
    {
        if (people[p].funding == Funding::council)
            for (std::size_t m = 0; m < 2; ++m)
            {
                std::int32_t const from = m == 0 ? 0 : split.days[0];
                std::int32_t const until = m == 0 ? split.days[0] : week.days;
                std::int32_t const days = std::max(0, until - std::max<std::int32_t>(from, people[p].first_day));
                MonthCounts::Area& area = market.counts[m].areas[market.area(people[p].service, block)];
                area.waiting_quarter_days += static_cast<std::int64_t>(people[p].need) * days;
                area.waiting_person_days += days;
                if (people[p].source == Source::hospital && people[p].is_displaced == 0)
                    area.hospital_person_days += days;
            }
        people[p].first_day = 0;
        if (people[p].weeks_waiting < UINT16_MAX)
            ++people[p].weeks_waiting;
    }
}

void see_what_waits(Market& market)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        PerService<Quarters> waiting{};
        for (PersonSlot const p : people.seeking)
            waiting[people[p].service] += people[p].need;
        for (Service const service : all_of<Service>())
            market.local[market.area(service, block)].waiting = units(waiting[service]);
    }
}

} // namespace caremarket
