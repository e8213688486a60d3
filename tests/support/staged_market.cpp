#include "tests/support/staged_market.hpp"

#include "model/build.hpp"
#include "model/contract_book.hpp"
#include "model/month_end.hpp"
#include "model/placement_price.hpp"
#include "tests/support/ledger.hpp"

namespace caremarket::tests
{

StagedMarket::StagedMarket(SmallPlace const& place)
    : inputs(small_inputs(place)), market(build_market(inputs, 0)), week(Clock(inputs.first_year).week(0))
{
    BehaviourAll& behaviour = inputs.behaviour.all;
    behaviour.person_refuses = 0.0;
    behaviour.refusal_per_minute = 0.0;
    behaviour.worker_hours = 0.0;
    for (BehaviourService& service : inputs.behaviour.of)
        service.provider_declines = 0.0;
    inputs.strategies.front().all.commissioning_staff = 100.0;

    for (People& people : market.people)
        people = {};
    for (Calendar& due : market.due_in_block)
        due = {};
    market.contracts = {};
    market.due = {};
    Providers& all = market.providers;
    all.sector.assign(all.key.size(), Sector::independent);
    all.group.assign(all.key.size(), no_group);
    for (auto* column : {&all.occupied, &all.council_spot, &all.direct_payment, &all.self_funded, &all.nhs_spot,
                         &all.guaranteed, &all.contract_used})
        column->assign(all.key.size(), 0);
    open_week(market, week);
    open_notebooks(market);
}

ProviderId StagedMarket::provider(Service service, std::size_t locality, std::size_t n) const
{
    return market.providers_of[market.area(service, locality)].at(n);
}

void StagedMarket::set_prices(Service service, double quote, double list_price, double reservation)
{
    Providers& all = market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.service[p] == service)
        {
            all.quote[p] = quote;
            all.list_price[p] = list_price;
            all.reservation[p] = reservation;
        }
    market.preferences_are_stale = for_every_service(true);
}

void StagedMarket::fill_up(Service service)
{
    Providers& all = market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.service[p] == service)
            all.capacity[p] = 0;
}

void StagedMarket::set_capacity(ProviderId provider, int units)
{
    Providers& all = market.providers;
    all.capacity[at(provider)] = units * quarters_in_a_unit;
    all.size[at(provider)] = units;
}

PersonSlot StagedMarket::add_seeker(std::size_t locality, Service service, Funding funding)
{
    People& people = market.people[locality];
    PersonSlot const p = people.take_slot();
    people[p].key = key_of(EntityKind::person, EntityKey{4711}, static_cast<std::uint32_t>(locality), people_++);
    people.stay_left[p] = 1000.0F;
    people[p].service = service;
    people[p].assessed = service;
    people[p].funding = funding;
    people[p].last_day = stays_on;
    people[p].need = quarters_in_a_unit;
    people[p].assessed_need = quarters_in_a_unit;
    people[p].capital = funding == Funding::self_funder ? 1e9 : 0.0;
    people.expose(p);
    people.seek(p);
    return p;
}

PersonSlot StagedMarket::add_resident(std::size_t locality, Service service, Funding funding, ProviderId provider,
                                      double price, ContractId contract)
{
    PersonSlot const person = add_seeker(locality, service, funding);
    People& people = market.people[locality];
    people.provider[person] = provider;
    people.drop_settled();
    people.contract[person] = contract;
    people[person].price = price;
    Providers& all = market.providers;
    Quarters const need = people[person].need;
    all.count(at(provider), bill_of(market, people, person), need);
    if (contract != no_contract)
        market.contracts.used[static_cast<std::size_t>(contract)] += need;
    people.restate(person);
    return person;
}

ContractId StagedMarket::add_contract(ProviderId provider, int units, double price, std::int32_t ends, Channel kind)
{
    Contracts& contracts = market.contracts;
    Providers& all = market.providers;
    ContractId const contract = contracts.take_slot();
    auto const c = static_cast<std::size_t>(contract);
    contracts.key[c] = key_of(EntityKind::contract, EntityKey{4712}, contracts_++);
    contracts.service[c] = all.service[at(provider)];
    contracts.locality[c] = all.locality[at(provider)];
    contracts.lot[c] = lot_of(contracts.locality[c]);
    contracts.provider[c] = provider;
    contracts.kind[c] = kind;
    contracts.guaranteed[c] = units * quarters_in_a_unit;
    contracts.terms[c] = terms_on(inputs.strategies.front().of[contracts.service[c]], kind, Date{});
    contracts.terms[c].takes_over_existing = false;
    contracts.set_full_until(contract);
    contracts.price[c] = price;
    contracts.ends[c] = ends;
    contracts.is_in_force[c] = 1;
    all.guaranteed[at(provider)] += contracts.guaranteed[c];
    market.due.add({ends, EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(contract)});
    return contract;
}

void StagedMarket::seek(Service service, double volume, Mix const& mix)
{
    for (LocalMarket& local : market.local)
        local.council_volume = 0.0;
    market.local[market.area(service, 0)].council_volume = volume;
    set_mix(inputs.strategies.front().of[service], mix);
    set_lever(inputs, &StrategyService::block_price_limit, 3.0);
    BehaviourAll& behaviour = inputs.behaviour.all;
    behaviour.cost_misjudgement = 0.0;
    behaviour.demand_misjudgement = 0.0;
    behaviour.written_quality_noise = 0.0;
    behaviour.bid_preparation = 0.0;
    for (RouteBurden& burden : inputs.behaviour.of[service].routes)
        burden.bid_cost = 0.0;
}

std::vector<Decision> StagedMarket::take_decisions()
{
    return tests::take_decisions(market);
}

Pence StagedMarket::posted(Flow flow, Service service, Channel channel, std::size_t locality) const
{
    BookLine const line{flow, service, channel, static_cast<std::uint16_t>(locality)};
    return market.books.line(0, line) + market.books.line(1, line);
}

} // namespace caremarket::tests
