#include "model/phases/procurement.hpp"

#include "model/contract_book.hpp"
#include "model/engine/search.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/uplift.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace caremarket
{

namespace
{

// ---- 1 April: prices of the book ------------------------------------------------------------------------------

void uplift_placements(Market& market, Inputs const& inputs, Week const& week,
                       std::vector<PerService<double>> const& councils)
{
    World const& world = market.world;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (people.is_empty(p))
                continue;
            people.forget_week_price(p); // whoever pays, and under contracts too
            if (people.funding[p] == Funding::council)
                people.charge[p] *= 1.0 + world.inflation; // pensions and benefits follow prices
            if (!people.is_in_care(p))
                continue;
            if (people.funding[p] == Funding::council)
                market.notebook.note({week.number,
                                      0,
                                      DecisionKind::charge_assessed,
                                      Reason::uplift,
                                      people.key[p],
                                      {},
                                      people.charge[p],
                                      0.0});
            if (people.contract[p] != no_contract)
                continue; // paid at the contract's price
            ProviderId const provider = people.provider[p];
            double const growth = people.funding[p] == Funding::council
                                      ? councils[market.tables.commissioner_of[block]][people.service[p]]
                                      : cost_growth(wage_share(market, inputs.behaviour, provider),
                                                    world.wage_floor_growth, world.inflation);
            people.price[p] *= 1.0 + growth;
            market.notebook.note({week.number, 0, DecisionKind::price_changed, Reason::uplift, people.key[p],
                                  market.providers.key[static_cast<std::size_t>(provider)], people.price[p], 0.0});
        }
    }
}

void uplift_contracts(Market& market, Week const& week, std::vector<PerService<double>> const& councils)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        contracts.price[c] *= 1.0 + councils[contracts.commissioner[c]][contracts.service[c]];
        market.notebook.note({week.number, 0, DecisionKind::contract_price, Reason::uplift, contracts.key[c],
                              market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                              0.0});
    }
}

void uplift_prices(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<PerService<double>> growth(market.commissioners.size());
    for (std::size_t council = 0; council < market.commissioners.size(); ++council)
        for (Service const service : all_of<Service>())
        {
            double const rise = uplift(clause_on(inputs.strategies[council].of[service], week.first),
                                       market.world.wage_floor_growth, market.world.inflation);
            growth[council][service] = rise;
            market.commissioners[council].usual_rate[service] *= 1.0 + rise;
            market.commissioners[council].uplift_index[service] *= 1.0 + rise;
        }
    uplift_placements(market, inputs, week, growth);
    uplift_contracts(market, week, growth);
}

// ---- tenders --------------------------------------------------------------------------------------------------

/// How the council answerable for a locality buys a service.
StrategyService const& levers_in(Market const& market, Inputs const& inputs, Service service, LocalityId locality)
{
    return inputs.strategies[market.tables.commissioner_of[locality]].of[service];
}

/// What is not worth a contract: less than one usual person needs [units/week].
double smallest_volume(Market const& market, Service service)
{
    return std::max(1.0, market.tables.usual_need[service]);
}

struct Bid
{
    ProviderId provider = no_provider;
    EntityKey key{};
    double price = 0;  // [GBP/unit]
    double volume = 0; // [units/week]
};

/// What a provider can promise.
struct Promisable
{
    double volume = 0;     // [units/week]
    double taken_over = 0; // [units/week] part of it used by council people already there
};

/// What a provider can promise from a week on: its capacity, less people whom the council does not support, less
/// what its contracts still promise then. Council people outside those contracts count only if the new contract takes
/// them over; else their places are taken.
Promisable volume_on_offer(Market const& market, ProviderId provider, std::int32_t from_week, bool transfers_existing)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    Contracts const& contracts = market.contracts;
    Quarters promised = 0;
    Quarters on_lasting_contracts = 0;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || contracts.provider[c] != provider || contracts.ends[c] <= from_week)
            continue;
        promised += contracts.guaranteed[c];
        on_lasting_contracts += contracts.used[c];
    }
    Quarters const council = all.council_spot[p] + all.block_used[p];
    Quarters const others = all.occupied[p] - council;
    Quarters const staying = transfers_existing ? 0 : council - on_lasting_contracts;
    double const volume = std::max(0.0, units(all.capacity[p] - others - staying - promised));
    return {volume, std::min(volume, units(council - on_lasting_contracts - staying))};
}

/// Units of block volume already promised to a provider's rivals and itself beyond a week.
double volume_in_force_at(Market const& market, Service service, LocalityId locality, std::int32_t week)
{
    Contracts const& contracts = market.contracts;
    double volume = 0.0;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.service[c] == service && contracts.locality[c] == locality &&
            contracts.ends[c] > week)
            volume += units(contracts.guaranteed[c]);
    }
    return volume;
}

/// What each provider offers; who declines is noted with the lowest price it would have taken.
std::vector<Bid> bids_for(Market& market, Inputs const& inputs, Week const& week, Service service, LocalityId locality,
                          EntityKey tender, double sought)
{
    Commissioner const& council = market.council_of(locality);
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    double const years = levers.block_length.at(week.first);
    std::int32_t const begins = week.number + static_cast<std::int32_t>(levers.procurement_lead.at(week.first));
    double const limit = levers.block_price_limit.at(week.first) * council.usual_rate[service];
    double const posted = levers.posted_block_price.at(week.first) * council.uplift_index[service];
    auto const& bidders = market.providers_of[market.area(service, locality)];
    double mean_cost = 0.0;
    for (ProviderId const provider : bidders)
        mean_cost += full_unit_cost(market, inputs.behaviour, provider) / static_cast<double>(bidders.size());

    std::vector<Bid> bids;
    for (ProviderId const provider : bidders)
    {
        auto const p = static_cast<std::size_t>(provider);
        EntityKey const key = market.providers.key[p];
        Promisable const can_promise =
            volume_on_offer(market, provider, begins, levers.transfers_existing.at(week.first) != 0.0);
        double const volume = std::min(sought, can_promise.volume);
        bool const is_embargoed = market.providers.is_rated[p] != 0 && market.providers.rating[p] == Rating::inadequate;
        if (volume < smallest_volume(market, service) || is_embargoed)
        {
            Reason const reason = is_embargoed ? Reason::under_embargo : Reason::no_room;
            market.notebook.note({week.number, 0, DecisionKind::bid_declined, reason, key, tender, 0.0, volume});
            continue;
        }
        EntityKey const bid = key_of(EntityKind::contract, tender, static_cast<std::uint32_t>(key.value),
                                     static_cast<std::uint32_t>(key.value >> 32));
        double const misjudged =
            market.draws.log_normal(1.0, inputs.behaviour.all.cost_misjudgement, bid, Purpose::bid);
        double const lowest = misjudged * block_cost(market, inputs, week, provider,
                                                     {.volume = volume,
                                                      .taken_over = std::min(volume, can_promise.taken_over),
                                                      .sought = sought,
                                                      .in_force = volume_in_force_at(market, service, locality, begins),
                                                      .years = years});
        double const relative = mean_cost / full_unit_cost(market, inputs.behaviour, provider);
        double const dearest = lowest * relative * (1.0 + inputs.behaviour.all.rival_cost_spread);
        double const offer =
            posted > 0.0 ? posted : shaded_offer(lowest, dearest, static_cast<std::int32_t>(bidders.size()));
        if (offer > limit || offer < lowest)
        {
            market.notebook.note(
                {week.number, 0, DecisionKind::bid_declined, Reason::below_cost, key, tender, lowest, volume});
            continue;
        }
        market.notebook.note({week.number, 0, DecisionKind::bid_made, Reason::none, key, tender, offer, volume});
        bids.push_back({provider, bid, offer, volume});
    }
    std::sort(bids.begin(), bids.end(),
              [](Bid const& a, Bid const& b) {
                  return std::tuple{a.price, a.key} < std::tuple{b.price, b.key};
              });
    return bids;
}

void award(Market& market, Inputs const& inputs, Week const& week, Service service, LocalityId locality, Bid const& bid,
           double volume)
{
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    Contracts& contracts = market.contracts;
    ContractId const contract = contracts.take_slot();
    auto const c = static_cast<std::size_t>(contract);
    contracts.key[c] = bid.key;
    contracts.commissioner[c] = market.tables.commissioner_of[locality];
    contracts.service[c] = service;
    contracts.locality[c] = locality;
    contracts.provider[c] = bid.provider;
    contracts.guaranteed[c] = static_cast<Quarters>(volume * quarters_in_a_unit);
    contracts.price[c] = bid.price;
    contracts.transfers_existing[c] = levers.transfers_existing.at(week.first) != 0.0;
    contracts.begins[c] = week.number + static_cast<std::int32_t>(levers.procurement_lead.at(week.first));
    contracts.ends[c] =
        contracts.begins[c] + static_cast<std::int32_t>(Clock::weeks_in_a_year * levers.block_length.at(week.first));
    market.due.add({contracts.begins[c], EventKind::contract_begins, bid.key, static_cast<std::uint32_t>(contract)});
}

/// The council asks for what its plan says, less what is under contract when the new contracts would begin.
void tender(Market& market, Inputs const& inputs, Week const& week, Service service, LocalityId locality)
{
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    LocalMarket& local = market.local[market.area(service, locality)];
    auto const lead = static_cast<std::int32_t>(levers.procurement_lead.at(week.first));
    double const planned = levers.mix[Channel::block].at(week.first) * local.council_volume;
    double const sought = planned - volume_in_force_at(market, service, locality, week.number + lead);
    // Below a usual person's need, and a twentieth of the plan, a tender is not worth its cost.
    if (sought < std::max(smallest_volume(market, service), 0.05 * planned))
        return;

    MonthCounts::Area& counts = market.counts[0].areas[market.area(service, locality)];
    EntityKey const key =
        key_of(EntityKind::tender, market.council_of(locality).key, static_cast<std::uint32_t>(index_of(service)),
               static_cast<std::uint32_t>(market.tables.locality_keys[locality].value), local.rounds);
    ++local.rounds;
    ++counts.tenders;
    market.books.pay(Market::account_of_commissioner(market.tables.commissioner_of[locality]), accounts::suppliers,
                     {Flow::procurement, service, Channel::block, locality},
                     levers.procurement_cost.at(week.first) * market.world.price_level);

    double awarded = 0.0;
    std::vector<Bid> const bids = bids_for(market, inputs, week, service, locality, key, sought);
    for (Bid const& bid : bids)
    {
        // Whole beds, whole hours.
        double const volume = std::floor(std::min(bid.volume, sought - awarded));
        if (volume < smallest_volume(market, service))
            break;
        award(market, inputs, week, service, locality, bid, volume);
        awarded += volume;
    }
    counts.volume_sought += sought;
    counts.volume_awarded += awarded;
    counts.lots_without_bid += bids.empty();
    market.notebook.note({week.number, 0, DecisionKind::tender_decided, Reason::none, key, {}, sought, awarded});
}

// ---- contracts begin and end ----------------------------------------------------------------------------------

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
        People const& people = market.people[block];
        found.clear();
        find_equal(people.provider, contracts.provider[c], found);
        for (PersonSlot const p : found)
            if (people.funding[p] == Funding::council && people.contract[p] == no_contract)
                candidates.push_back({people.key[p], block, p});
    }
    std::sort(candidates.begin(), candidates.end(),
              [](Candidate const& a, Candidate const& b) { return a.key < b.key; });
    for (Candidate const& candidate : candidates)
    {
        People& people = market.people[candidate.block];
        Quarters const need = people.need[candidate.person];
        if (contracts.used[c] + need > contracts.guaranteed[c])
            continue;
        people.contract[candidate.person] = contract;
        people.price[candidate.person] = contracts.price[c];
        people.forget_week_price(candidate.person);
        contracts.used[c] += need;
        market.providers.block_used[provider] += need;
        market.providers.council_spot[provider] -= need;
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
    market.providers.guaranteed[provider] += contracts.guaranteed[c];
    market.due.add(
        {contracts.ends[c], EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    market.notebook.note({week.number, 0, DecisionKind::contract_begins, Reason::none, contracts.key[c],
                          market.providers.key[provider], contracts.price[c], units(contracts.guaranteed[c])});
    if (contracts.transfers_existing[c])
        take_over_placements(market, week, contract);
}

void act_on_due_dates(Market& market, Week const& week)
{
    // Copied: acting on one event may add others to the calendar.
    std::vector<Event> const due = market.due.take_due(week.number);
    for (Event const& event : due)
    {
        auto const contract = static_cast<ContractId>(event.slot);
        if (market.contracts.key[event.slot] != event.key)
            continue; // its provider closed
        switch (event.kind)
        {
        case EventKind::contract_begins: begin_contract(market, week, contract); break;
        case EventKind::contract_ends: end_contract(market, week, contract, Reason::term_ended); break;
        case EventKind::temporary_stay_ends: break; // in the blocks' own calendars
        }
    }
}

/// The council plans each quarter for what runs out: so a tender opens in time for its lead.
void review_volumes(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            tender(market, inputs, week, service, static_cast<LocalityId>(locality));
}

} // namespace

void let_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    if (week.opens_year && week.number > 0)
        uplift_prices(market, inputs, week);
    act_on_due_dates(market, week);
    if (week.opens_quarter)
        review_volumes(market, inputs, week);
}

} // namespace caremarket
