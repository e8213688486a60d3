#include "model/phases/brokerage.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

constexpr int most_rounds = 100;

// ---- preferences ----------------------------------------------------------------------------------------------

/// How much dearer a provider seems to a person than its price says [share]: travel, less what its rating and all
/// that a taste class sees in it are worth.
double disfavour(Market const& market, BehaviourAll const& b, ProviderId provider, std::uint16_t taste, double minutes)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const steps =
        all.is_rated[p] ? static_cast<double>(index_of(all.rating[p])) - static_cast<double>(index_of(Rating::good))
                        : 0.0;
    return b.distance_aversion * minutes - b.rating_appeal * steps - b.choice_noise * all.liking[p][taste];
}

/// What a provider's price seems to the people of a list.
double seeming_price(Market const& market, BehaviourAll const& b, std::size_t list, ProviderId provider, double minutes)
{
    auto const p = static_cast<std::size_t>(provider);
    if (list == price_led_list)
        return market.providers.quote[p] * (1.0 + b.distance_aversion * minutes);
    bool const pays_themselves = list >= first_self_funder_list;
    std::size_t const taste = list - (pays_themselves ? first_self_funder_list : first_chooser_list);
    return (pays_themselves ? market.providers.list_price[p] : market.providers.quote[p]) *
           (1.0 + disfavour(market, b, provider, static_cast<std::uint16_t>(taste), minutes));
}

void order_by_preference(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality)
{
    auto& lists = market.preference[market.area(service, locality)];
    lists.resize(list_count);
    std::vector<Scored>& scored = market.scratch[locality].scored;
    for (std::size_t list = 0; list < list_count; ++list)
    {
        scored.clear();
        for (Reachable const& reachable : market.tables.geography.market_area(locality))
        {
            if (service == Service::homecare && reachable.locality != locality)
                continue; // care at home is given where people live
            for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
                scored.push_back({seeming_price(market, behaviour, list, provider, reachable.minutes),
                                  market.providers.key[static_cast<std::size_t>(provider)], provider});
        }
        std::sort(scored.begin(), scored.end(),
                  [](Scored const& a, Scored const& b) {
                      return std::tuple{a.score, a.key} < std::tuple{b.score, b.key};
                  });
        lists[list].clear();
        for (Scored const& s : scored)
            lists[list].push_back(s.provider);
    }
}

// ---- seekers and what they propose ------------------------------------------------------------------------------

void look_for_room(Market const& market, Room& room)
{
    Providers const& all = market.providers;
    room.physical.resize(all.key.size());
    room.open.resize(all.key.size());
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        room.physical[p] = all.key[p].value == 0 ? 0 : std::max(0, all.capacity[p] - all.occupied[p]);
        Quarters const promised = std::max(0, all.guaranteed[p] - all.block_used[p]);
        room.open[p] = std::max(0, room.physical[p] - promised);
    }
}

void set_call_orders(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<CallOrder>& orders = market.matching.orders;
    orders.resize(count_of<Service> * market.locality_count());
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            CallOrder& order = orders[market.area(service, locality)];
            order.block_contracts.clear();
            order.first_with_room.fill(0);
            Commissioner const& council = market.council_of(locality);
            StrategyService const& levers = inputs.strategies[market.tables.commissioner_of[locality]].of[service];
            order.limit = levers.spot_limit.at(week.first) * council.usual_rate[service];
            order.limit_rise = levers.spot_limit_rise.at(week.first) * council.usual_rate[service];
            order.posted = levers.posted_spot_price.at(week.first) * council.uplift_index[service];
        }
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.is_in_force[c])
            orders[market.area(contracts.service[c], contracts.locality[c])].block_contracts.push_back(contract);
    }
    for (CallOrder& order : orders)
        std::sort(order.block_contracts.begin(), order.block_contracts.end(),
                  [&contracts](ContractId a, ContractId b)
                  {
                      auto const x = static_cast<std::size_t>(a);
                      auto const y = static_cast<std::size_t>(b);
                      return std::tuple{contracts.price[x], contracts.key[x]} <
                             std::tuple{contracts.price[y], contracts.key[y]};
                  });
}

bool is_under_embargo(Providers const& all, std::size_t p)
{
    return all.is_rated[p] && all.rating[p] == Rating::inadequate;
}

/// Room only shrinks within a week: whoever stands at the head of a list and is full is passed over once, for all.
void skip_full(Room const& room, std::vector<ProviderId> const& providers, std::size_t& first_with_room, Seeker& seeker)
{
    while (first_with_room < providers.size() && room.open[static_cast<std::size_t>(providers[first_with_room])] == 0)
        ++first_with_room;
    seeker.next_provider = std::max(seeker.next_provider, first_with_room);
}

/// The council's call for one person: block voids, then spot. Moves on past what can no longer be had.
/// \returns whether there is anything to propose
bool propose_for_council(Market const& market, CallOrder& order, Room const& room, Seeker& seeker, Proposal& proposal)
{
    People const& people = market.people[seeker.block];
    PersonSlot const person = seeker.person;
    Service const service = people.service[person];
    Quarters const need = people.need[person];
    Contracts const& contracts = market.contracts;

    auto const& block_contracts = order.block_contracts;
    for (; seeker.next_contract < block_contracts.size(); ++seeker.next_contract)
    {
        ContractId const contract = block_contracts[seeker.next_contract];
        auto const c = static_cast<std::size_t>(contract);
        auto const p = static_cast<std::size_t>(contracts.provider[c]);
        if (is_under_embargo(market.providers, p) || contracts.guaranteed[c] - contracts.used[c] < need ||
            room.physical[p] < need)
            continue;
        proposal.provider = contracts.provider[c];
        proposal.contract = contract;
        proposal.price = contracts.price[c];
        return true;
    }

    std::size_t const list = people.chooses[person] != 0 ? first_chooser_list + people.taste[person] : price_led_list;
    auto const& providers = market.preference[market.area(service, seeker.block)][list];
    skip_full(room, providers, order.first_with_room[list], seeker);
    double const limit = order.limit + order.limit_rise * people.weeks_waiting[person];
    for (; seeker.next_provider < providers.size(); ++seeker.next_provider)
    {
        ProviderId const provider = providers[seeker.next_provider];
        auto const p = static_cast<std::size_t>(provider);
        double const price = order.posted > 0.0 ? order.posted : market.providers.quote[p];
        bool const is_affordable = order.posted > 0.0 || price <= limit;
        if (!market.providers.is_open(provider) || room.open[p] < need || !is_affordable ||
            price < market.providers.reservation[p] || is_under_embargo(market.providers, p))
            continue;
        proposal.provider = provider;
        proposal.contract = no_contract;
        proposal.price = price;
        return true;
    }
    return false;
}

/// A self-funder, or another buyer, takes the best place with room.
bool propose_for_themselves(Market const& market, CallOrder& order, Room const& room, Seeker& seeker,
                            Proposal& proposal)
{
    People const& people = market.people[seeker.block];
    PersonSlot const person = seeker.person;
    bool const pays_themselves = people.funding[person] == Funding::self_funder;
    std::size_t const list = pays_themselves ? first_self_funder_list + people.taste[person] : price_led_list;
    auto const& providers = market.preference[market.area(people.service[person], seeker.block)][list];
    skip_full(room, providers, order.first_with_room[list], seeker);
    for (; seeker.next_provider < providers.size(); ++seeker.next_provider)
    {
        ProviderId const provider = providers[seeker.next_provider];
        auto const p = static_cast<std::size_t>(provider);
        if (!market.providers.is_open(provider) || room.open[p] < people.need[person] ||
            is_under_embargo(market.providers, p))
            continue;
        proposal.provider = provider;
        proposal.contract = no_contract;
        proposal.price = pays_themselves ? market.providers.list_price[p] : market.providers.quote[p];
        return true;
    }
    return false;
}

void gather_seekers(Market& market, Week const& week, std::size_t block)
{
    People const& people = market.people[block];
    std::vector<Seeker>& seekers = market.scratch[block].seekers;
    seekers.clear();
    CounterBlock lots;
    for (std::size_t first = 0; first < people.seeking.size(); first += block_of_draws)
    {
        std::size_t const together = std::min(block_of_draws, people.seeking.size() - first);
        for (std::size_t i = 0; i < together; ++i)
            Draws::address(lots, i, people.key[people.seeking[first + i]], Purpose::lottery,
                           static_cast<std::uint32_t>(week.number));
        market.draws.draw(lots);
        for (std::size_t i = 0; i < together; ++i)
            seekers.push_back({block, people.seeking[first + i], Draws::bits_of(lots, i)});
    }
}

void propose(Market& market, std::size_t block)
{
    std::vector<CallOrder>& orders = market.matching.orders;
    Room const& room = market.matching.room;
    std::vector<Seeker>& seekers = market.scratch[block].seekers;
    std::vector<Proposal>& proposals = market.scratch[block].proposals;
    proposals.clear();
    for (std::size_t s = 0; s < seekers.size(); ++s)
    {
        Seeker& seeker = seekers[s];
        if (seeker.is_settled)
            continue;
        People const& people = market.people[seeker.block];
        Proposal proposal;
        CallOrder& order = orders[market.area(people.service[seeker.person], block)];
        bool const has_one = people.funding[seeker.person] == Funding::council
                                 ? propose_for_council(market, order, room, seeker, proposal)
                                 : propose_for_themselves(market, order, room, seeker, proposal);
        if (!has_one)
        {
            seeker.is_settled = true; // room only shrinks within the week: there will be nothing later either
            continue;
        }
        proposal.block = block;
        proposal.seeker = static_cast<std::uint32_t>(s);
        proposal.is_displaced = people.is_displaced[seeker.person] != 0;
        proposal.weeks_waited = people.weeks_waiting[seeker.person];
        proposal.lottery = seeker.lottery;
        proposal.person = people.key[seeker.person];
        proposals.push_back(proposal);
    }
}

// ---- acceptance -------------------------------------------------------------------------------------------------

MonthCounts& counts_of_day(Market& market, Week const& week, std::int32_t day)
{
    return market.counts[day < months_of(week).days[0] ? 0 : 1];
}

void count_start(Market& market, Week const& week, std::size_t block, PersonSlot person)
{
    People const& people = market.people[block];
    Service const service = people.service[person];
    Channel const channel = people.contract[person] == no_contract ? Channel::spot : Channel::block;
    MonthCounts::Cell& cell =
        counts_of_day(market, week, people.first_day[person])
            .channels[(index_of(service) * count_of<Channel> + index_of(channel)) * market.locality_count() + block];
    ++cell.starts;
    cell.start_waits += people.weeks_waiting[person];
    cell.started_quarters += people.need[person];
    cell.started_value += to_pence(people.price[person] * units(people.need[person]));
}

void note_start(Market& market, Week const& week, std::size_t block, PersonSlot person)
{
    if (!market.notebook.is_open)
        return;
    People const& people = market.people[block];
    EntityKey const key = people.key[person];
    EntityKey const provider = market.providers.key[static_cast<std::size_t>(people.provider[person])];
    std::int32_t const day = people.first_day[person];
    bool const is_block = people.contract[person] != no_contract;
    Reason const reason = is_block                      ? Reason::block_void
                          : people.chooses[person] != 0 ? Reason::own_choice
                                                        : Reason::spot_quote;
    market.notebook.note({week.number, day, DecisionKind::care_begins, reason, key, provider, people.price[person],
                          units(people.need[person])});
    if (people.funding[person] == Funding::council)
        market.notebook.note(
            {week.number, day, DecisionKind::charge_assessed, Reason::none, key, {}, people.charge[person], 0.0});
    if (is_block)
        market.notebook.note({week.number, day, DecisionKind::joins_contract, Reason::block_void, key,
                              market.contracts.key[static_cast<std::size_t>(people.contract[person])],
                              people.price[person], units(people.need[person])});
}

void settle(Market& market, Inputs const& inputs, Week const& week, Seeker const& seeker, Proposal const& proposal)
{
    People& people = market.people[seeker.block];
    PersonSlot const person = seeker.person;
    auto const p = static_cast<std::size_t>(proposal.provider);
    Quarters const need = people.need[person];
    Service const service = people.service[person];
    people.provider[person] = proposal.provider;
    people.contract[person] = proposal.contract;
    people.price[person] = proposal.price;
    people.forget_week_price(person);

    Providers& all = market.providers;
    all.occupied[p] += need;
    if (proposal.contract != no_contract)
    {
        market.contracts.used[static_cast<std::size_t>(proposal.contract)] += need;
        all.block_used[p] += need;
    }
    else if (people.funding[person] == Funding::council)
        all.council_spot[p] += need;
    else if (people.funding[person] == Funding::self_funder)
    {
        all.self_funded[p] += need;
        all.began_self_funded[p] += need;
    }
    if (people.funding[person] == Funding::council)
    {
        count_start(market, week, seeker.block, person);
        if (people.is_displaced[person] == 0 && people.is_temporary[person] == 0)
            market.local[market.area(service, seeker.block)].council_started += need;
    }
    note_start(market, week, seeker.block, person);

    people.is_displaced[person] = 0;
    people.weeks_waiting[person] = 0;
    if (people.is_temporary[person] != 0)
    {
        people.hazard_row[person] = no_hazard;
        people.stay_left[person] = static_cast<float>(people.first_day[person]); // the day on which it will end
        auto const length = static_cast<std::int32_t>(inputs.behaviour.of[service].temporary_stay);
        market.due_in_block[seeker.block].add(
            {week.number + std::max(1, length), EventKind::temporary_stay_ends, people.key[person], person});
    }
}

/// Each provider takes who proposed to it, in order of priority, as far as its room goes.
void accept(Market& market, Inputs const& inputs, Week const& week)
{
    Room const& room = market.matching.room;
    std::vector<Proposal>& proposals = market.matching.proposals;
    std::sort(proposals.begin(), proposals.end(),
              [](Proposal const& a, Proposal const& b)
              {
                  return std::tuple{a.provider, !a.is_displaced, -static_cast<int>(a.weeks_waited), a.lottery,
                                    a.person} < std::tuple{b.provider, !b.is_displaced,
                                                           -static_cast<int>(b.weeks_waited), b.lottery, b.person};
              });
    ProviderId current = no_provider;
    Quarters physical = 0;
    Quarters open = 0;
    for (Proposal const& proposal : proposals)
    {
        if (proposal.provider != current)
        {
            current = proposal.provider;
            physical = room.physical[static_cast<std::size_t>(current)];
            open = room.open[static_cast<std::size_t>(current)];
        }
        Seeker& seeker = market.scratch[proposal.block].seekers[proposal.seeker];
        Quarters const need = market.people[proposal.block].need[seeker.person];
        if (proposal.contract != no_contract)
        {
            auto const c = static_cast<std::size_t>(proposal.contract);
            if (physical < need || market.contracts.guaranteed[c] - market.contracts.used[c] < need)
                continue;
        }
        else if (open < need || physical < need)
            continue;
        else
            open -= need;
        physical -= need;
        seeker.is_settled = true;
        settle(market, inputs, week, seeker, proposal);
    }
}

// ---- who still waits --------------------------------------------------------------------------------------------

void count_waiting(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    MonthSplit const split = months_of(week);
    people.drop_settled();
    for (PersonSlot const p : people.seeking)
    {
        if (people.funding[p] == Funding::council)
            for (std::size_t m = 0; m < 2; ++m)
            {
                std::int32_t const from = m == 0 ? 0 : split.days[0];
                std::int32_t const until = m == 0 ? split.days[0] : week.days;
                std::int32_t const days = std::max(0, until - std::max<std::int32_t>(from, people.first_day[p]));
                MonthCounts::Area& area = market.counts[m].areas[market.area(people.service[p], block)];
                area.waiting_quarter_days += static_cast<std::int64_t>(people.need[p]) * days;
                area.waiting_person_days += days;
                if (people.source[p] == Source::hospital && people.is_displaced[p] == 0)
                    area.hospital_person_days += days;
            }
        people.first_day[p] = 0;
        if (people.weeks_waiting[p] < UINT16_MAX)
            ++people.weeks_waiting[p];
    }
}

void see_what_waits(Market& market)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        PerService<Quarters> waiting{};
        for (PersonSlot const p : people.seeking)
            waiting[people.service[p]] += people.need[p];
        for (Service const service : all_of<Service>())
            market.local[market.area(service, block)].waiting = units(waiting[service]);
    }
}

} // namespace

void place_people(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block)
{
    std::size_t const blocks = market.people.size();
    if (market.preferences_are_stale)
    {
        for_each_block(blocks,
                       [&](std::size_t block)
                       {
                           for (Service const service : all_of<Service>())
                               order_by_preference(market, inputs.behaviour.all, service,
                                                   static_cast<LocalityId>(block));
                       });
        market.preferences_are_stale = false;
    }

    set_call_orders(market, inputs, week);
    for_each_block(blocks, [&](std::size_t block) { gather_seekers(market, week, block); });
    std::vector<Proposal>& proposals = market.matching.proposals;
    int round = 0;
    for (; round < most_rounds; ++round)
    {
        look_for_room(market, market.matching.room);
        for_each_block(blocks, [&](std::size_t block) { propose(market, block); });
        proposals.clear();
        for (BlockScratch const& scratch : market.scratch)
            proposals.insert(proposals.end(), scratch.proposals.begin(), scratch.proposals.end());
        if (proposals.empty())
            break;
        accept(market, inputs, week);
    }
    market.counts[0].matching_rounds_cut += round == most_rounds;
    for_each_block(blocks, [&](std::size_t block) { count_waiting(market, week, block); });
    see_what_waits(market);
}

} // namespace caremarket
