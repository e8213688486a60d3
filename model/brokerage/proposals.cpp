#include "model/brokerage/proposals.hpp"

#include "model/brokerage/agreement.hpp"
#include "model/brokerage/call_off.hpp"
#include "model/brokerage/preferences.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace caremarket
{

namespace
{

/// One seeker looking down the lists of one week.
struct Search
{
    Market const& market;
    Behaviour const& behaviour;
    CallPlan& plan;
    Room const& room;
    People const& people;
    Seeker& seeker;
    BlockScratch& scratch;
    bool is_devolved = false; // a care manager buys, by the person's choice

    [[nodiscard]] PersonSlot person() const { return seeker.person; }
    [[nodiscard]] Quarters need() const { return people[seeker.person].need; }
    [[nodiscard]] Service service() const { return people[seeker.person].service; }
    /// Whether the person can come under a contract that serves the locality.
    [[nodiscard]] bool is_served_by(std::size_t contract) const
    {
        return people[seeker.person].funding != Funding::nhs || market.contracts.lot[contract].nhs_joins;
    }
};

Quarters free_at(std::vector<Quarters> const& room, ProviderId provider)
{
    return room[static_cast<std::size_t>(provider)];
}

bool can_agree(Search& search, ProviderId provider, bool person_may_refuse)
{
    Agreement const end = agreement_between(search.market, search.behaviour, search.seeker.block, search.person(),
                                            provider, person_may_refuse);
    search.scratch.declined_by_providers += end == Agreement::declined_by_provider;
    search.scratch.refused_by_people += end == Agreement::refused_by_person;
    return end == Agreement::reached;
}

std::optional<Proposal> proposal_to(ProviderId provider, ContractId contract, double price, bool uses_guarantee)
{
    Proposal proposal;
    proposal.provider = provider;
    proposal.contract = contract;
    proposal.price = price;
    proposal.uses_guarantee = uses_guarantee;
    return proposal;
}

/// Guaranteed places that stand empty: their provider has promised them.
std::optional<Proposal> find_guaranteed(Search& search, Stage stage, std::span<ContractId const> list,
                                        bool person_may_refuse = true)
{
    Contracts const& contracts = search.market.contracts;
    for (std::uint32_t& next = search.seeker.next[stage]; next < list.size(); ++next)
    {
        ContractId const contract = list[next];
        auto const c = static_cast<std::size_t>(contract);
        ProviderId const provider = contracts.provider[c];
        if (search.is_served_by(c) && contracts.guaranteed[c] - contracts.used[c] >= search.need() &&
            free_at(search.room.physical, provider) >= search.need() && can_agree(search, provider, person_may_refuse))
            return proposal_to(provider, contract, contracts.price[c], true);
    }
    return std::nullopt;
}

/// Volume beyond a core provider's guarantee: it may say no to the price.
std::optional<Proposal> find_beyond_core(Search& search)
{
    Contracts const& contracts = search.market.contracts;
    std::vector<ContractId> const& list = search.plan.core_contracts;
    for (std::uint32_t& next = search.seeker.next[Stage::core_beyond]; next < list.size(); ++next)
    {
        ContractId const contract = list[next];
        auto const c = static_cast<std::size_t>(contract);
        ProviderId const provider = contracts.provider[c];
        double const price = contracts.price_beyond(contract, contracts.used[c]);
        if (search.is_served_by(c) && free_at(search.room.open, provider) >= search.need() &&
            price * contracts.share_paid(contract) >=
                search.market.providers.reservation[static_cast<std::size_t>(provider)] &&
            can_agree(search, provider, true))
            return proposal_to(provider, contract, price, false);
    }
    return std::nullopt;
}

/// Those listed, in the order in which they are called for this person.
std::span<ContractId const> listed_for(Search& search)
{
    return search.plan.call_off->order_for(search.plan, search.people[search.person()], search.seeker, search.scratch);
}

std::optional<Proposal> find_guaranteed_on_list(Search& search)
{
    if (!search.plan.guarantees_listed)
        return std::nullopt;
    return find_guaranteed(search, Stage::list_guarantee, listed_for(search), !search.plan.call_off->person_chooses);
}

/// Volume on a framework: its provider may say no to the price.
std::optional<Proposal> find_on_framework(Search& search)
{
    if (search.plan.framework_room < search.need())
        return std::nullopt;
    Contracts const& contracts = search.market.contracts;
    CallOffRules const& way = *search.plan.call_off;
    std::span<ContractId const> const list = listed_for(search);
    for (std::uint32_t& next = search.seeker.next[Stage::framework]; next < list.size(); ++next)
    {
        ContractId const contract = list[next];
        auto const c = static_cast<std::size_t>(contract);
        ProviderId const provider = contracts.provider[c];
        if (!search.is_served_by(c) || free_at(search.room.open, provider) < search.need() ||
            contracts.pays(contract) < search.market.providers.reservation[static_cast<std::size_t>(provider)] ||
            is_at_cap(search.market, search.plan, contract, search.need()) ||
            !can_agree(search, provider, !way.person_chooses))
            continue;
        Undercut const undercut = way.undercut(search.market, contract);
        auto proposal = proposal_to(provider, contract, contracts.price_for(contract, undercut), false);
        proposal->undercut = undercut;
        return proposal;
    }
    return std::nullopt;
}

/// A list of preference without those who cannot take anybody this week; whoever stands at its head and has filled up
/// is passed over once, for all.
std::vector<ProviderId> const& list_with_room(Search& search, std::size_t list)
{
    std::vector<ProviderId>& providers = search.plan.with_room[list];
    if (!search.plan.is_listed[list])
    {
        search.plan.is_listed[list] = true;
        providers.clear();
        auto const& preferred =
            search.market.preference[search.market.area(search.service(), search.seeker.block)][list];
        providers.reserve(preferred.size());
        for (ProviderId const provider : preferred)
            if (free_at(search.room.open, provider) > 0)
                providers.push_back(provider);
    }
    std::size_t& first = search.plan.first_with_room[list];
    while (first < providers.size() && free_at(search.room.open, providers[first]) == 0)
        ++first;
    std::uint32_t& next = search.seeker.next[Stage::spot];
    next = std::max(next, static_cast<std::uint32_t>(first));
    return providers;
}

bool is_suspended(CallPlan const& plan, ProviderId provider)
{
    return std::find(plan.suspended.begin(), plan.suspended.end(), provider) != plan.suspended.end();
}

/// A quote of the day within the council's limit, or within it and what a family adds.
std::optional<Proposal> find_on_the_spot(Search& search)
{
    People const& people = search.people;
    PersonSlot const person = search.person();
    Providers const& all = search.market.providers;
    bool const chooses = people[person].chooses || search.is_devolved;
    auto const& providers =
        list_with_room(search, chooses ? first_chooser_list + people[person].taste : price_led_list);
    double const limit = search.plan.limit + search.plan.limit_rise * people[person].weeks_waiting;
    bool const may_add = chooses && search.plan.allows_top_ups && search.plan.posted <= 0.0;
    double const added = may_add ? people[person].family_adds / units(search.need()) : 0.0;
    for (std::uint32_t& next = search.seeker.next[Stage::spot]; next < providers.size(); ++next)
    {
        ProviderId const provider = providers[next];
        auto const p = static_cast<std::size_t>(provider);
        double const price = search.plan.posted > 0.0 ? search.plan.posted : all.quote[p];
        bool const is_affordable = search.plan.posted > 0.0 || price <= limit + added;
        if (free_at(search.room.open, provider) < search.need() || !is_affordable || price < all.reservation[p] ||
            is_suspended(search.plan, provider) || !can_agree(search, provider, !chooses))
            continue;
        auto proposal = proposal_to(provider, no_contract, price, false);
        if (search.plan.posted <= 0.0 && price > limit)
        {
            proposal->price = limit;
            proposal->top_up = price - limit;
        }
        return proposal;
    }
    return std::nullopt;
}

std::optional<Proposal> find_in_house(Search& search)
{
    auto const& list = search.plan.in_house;
    for (std::uint32_t& next = search.seeker.next[Stage::in_house]; next < list.size(); ++next)
    {
        ProviderId const provider = list[next];
        if (free_at(search.room.open, provider) >= search.need() && can_agree(search, provider, true))
            return proposal_to(provider, no_contract, search.market.providers.quote[static_cast<std::size_t>(provider)],
                               false);
    }
    return std::nullopt;
}

std::optional<Proposal> find_in(Search& search, Stage stage)
{
    switch (stage)
    {
    case Stage::block_voids: return find_guaranteed(search, stage, search.plan.block_contracts);
    case Stage::core_guarantee: return find_guaranteed(search, stage, search.plan.core_contracts);
    case Stage::list_guarantee: return find_guaranteed_on_list(search);
    case Stage::core_beyond: return find_beyond_core(search);
    case Stage::framework: return find_on_framework(search);
    case Stage::spot: return find_on_the_spot(search);
    case Stage::in_house: return find_in_house(search);
    }
    return std::nullopt;
}

/// Guarantees first, for they are paid for; then whoever asks least, earlier stages first among equals.
std::optional<Proposal> find_cheapest(Search& search)
{
    for (Stage const stage : {Stage::block_voids, Stage::core_guarantee, Stage::list_guarantee})
        if (auto found = find_in(search, stage))
            return found;
    std::optional<Proposal> cheapest;
    for (Stage const stage : {Stage::core_beyond, Stage::framework, Stage::spot, Stage::in_house})
        if (auto found = find_in(search, stage); found && (!cheapest || found->price < cheapest->price))
            cheapest = found;
    return cheapest;
}

/// New people for whom a care manager buys before any contract is called.
bool is_devolved(Search const& search)
{
    Person const& person = search.people[search.person()];
    return search.plan.devolved > 0.0 && !person.is_displaced &&
           search.market.draws.uniform(person.key, Purpose::devolved) < search.plan.devolved;
}

std::optional<Proposal> propose_for_council(Search& search)
{
    PersonSlot const person = search.person();
    bool const must_wait =
        search.people[person].is_displaced == 0 && search.people[person].weeks_waiting < search.plan.weeks_delayed;
    if (must_wait)
        return std::nullopt;
    search.is_devolved = is_devolved(search);
    if (search.is_devolved)
        if (auto found = find_in(search, Stage::spot))
        {
            found->is_off_contract = true;
            return found;
        }
    if (search.plan.order == CallOrder::cheapest_first)
        return find_cheapest(search);
    if (search.plan.order == CallOrder::in_house_first)
        if (auto found = find_in(search, Stage::in_house))
            return found;
    for (Stage const stage : all_of<Stage>())
        if (auto found = find_in(search, stage))
            return found;
    return std::nullopt;
}

/// Self-funders, other buyers and people with a direct payment take the best place with room.
std::optional<Proposal> propose_for_themselves(Search& search)
{
    Providers const& all = search.market.providers;
    Funding const funding = search.people[search.person()].funding;
    bool const chooses = funding == Funding::self_funder || funding == Funding::council;
    auto const& providers = list_with_room(
        search, chooses ? first_self_funder_list + search.people[search.person()].taste : price_led_list);
    for (std::uint32_t& next = search.seeker.next[Stage::spot]; next < providers.size(); ++next)
    {
        ProviderId const provider = providers[next];
        auto const p = static_cast<std::size_t>(provider);
        if (free_at(search.room.open, provider) < search.need() || !can_agree(search, provider, false))
            continue;
        auto proposal = proposal_to(provider, no_contract, chooses ? all.list_price[p] : all.quote[p], false);
        if (funding == Funding::council)
        {
            proposal->price = std::min(all.list_price[p], search.plan.direct_payment);
            proposal->top_up = all.list_price[p] - proposal->price;
        }
        else if (funding == Funding::nhs && search.service() == Service::nursing)
            proposal->price += search.market.world.funded_nursing_care; // it pays all, so nothing besides
        return proposal;
    }
    return std::nullopt;
}

/// People whose whole care the NHS pays are called along the contracts that it has joined, and then look for themselves.
std::optional<Proposal> propose_for_nhs(Search& search)
{
    if (search.plan.nhs_joins)
        for (Stage const stage :
             {Stage::block_voids, Stage::core_guarantee, Stage::list_guarantee, Stage::core_beyond, Stage::framework})
            if (auto found = find_in(search, stage))
                return found;
    return propose_for_themselves(search);
}

std::optional<Proposal> propose(Search& search)
{
    Person const& person = search.people[search.person()];
    if (person.funding == Funding::nhs)
        return propose_for_nhs(search);
    bool const is_called = person.funding == Funding::council && !person.has_direct_payment;
    return is_called ? propose_for_council(search) : propose_for_themselves(search);
}

bool takes_turns(Market const& market, std::size_t block)
{
    auto const services = all_of<Service>();
    return std::any_of(services.begin(), services.end(),
                       [&](Service service)
                       { return market.matching.plans[market.area(service, block)].call_off->takes_turns; });
}

/// As providers look at them, where it matters who was looked at before.
void put_in_order(People const& people, std::vector<Seeker>& seekers)
{
    auto const place = [&people](Seeker const& seeker)
    {
        Person const& person = people[seeker.person];
        return std::tuple{!person.is_displaced, -std::int32_t{person.weeks_waiting}, seeker.lottery, person.key};
    };
    std::sort(seekers.begin(), seekers.end(),
              [&place](Seeker const& a, Seeker const& b) { return place(a) < place(b); });
}

/// Lets whoever is on a list and has been asked be seen to have been asked.
void see_called(Search& search, Proposal const& proposal)
{
    auto const c = static_cast<std::size_t>(proposal.contract);
    if (proposal.contract != no_contract && search.market.contracts.kind[c] == Channel::framework)
        search.plan.call_off->see_called(search.plan, proposal.contract, search.need());
}

} // namespace

void gather_seekers(Market& market, Week const& week, std::size_t block)
{
    People const& people = market.people[block];
    std::vector<Seeker>& seekers = market.scratch[block].seekers;
    seekers.clear();
    market.scratch[block].turns.clear();
    CounterBlock lots;
    for (std::size_t first = 0; first < people.seeking.size(); first += block_of_draws)
    {
        std::size_t const together = std::min(block_of_draws, people.seeking.size() - first);
        for (std::size_t i = 0; i < together; ++i)
            Draws::address(lots, i, people[people.seeking[first + i]].key, Purpose::lottery,
                           static_cast<std::uint32_t>(week.number));
        market.draws.draw(lots);
        for (std::size_t i = 0; i < together; ++i)
            seekers.push_back({block, people.seeking[first + i], Draws::bits_of(lots, i)});
    }
    if (takes_turns(market, block))
        put_in_order(people, seekers);
}

void propose(Market& market, Behaviour const& behaviour, std::size_t block)
{
    BlockScratch& scratch = market.scratch[block];
    People const& people = market.people[block];
    scratch.proposals.clear();
    for (std::size_t s = 0; s < scratch.seekers.size(); ++s)
    {
        Seeker& seeker = scratch.seekers[s];
        if (seeker.is_settled)
            continue;
        PersonSlot const person = seeker.person;
        Search search{market,
                      behaviour,
                      market.matching.plans[market.area(people[person].service, block)],
                      market.matching.room,
                      people,
                      seeker,
                      scratch};
        auto proposal = propose(search);
        if (!proposal)
        {
            seeker.is_settled = true; // room only shrinks within the week: there will be nothing later either
            continue;
        }
        see_called(search, *proposal);
        proposal->block = block;
        proposal->seeker = static_cast<std::uint32_t>(s);
        proposal->is_displaced = people[person].is_displaced != 0;
        proposal->weeks_waited = people[person].weeks_waiting;
        proposal->lottery = seeker.lottery;
        proposal->person = people[person].key;
        scratch.proposals.push_back(*proposal);
    }
}

} // namespace caremarket
