#include "model/start/opening_supply.hpp"

#include "model/contract_book.hpp"
#include "model/maths.hpp"
#include "model/open_provider.hpp"
#include "model/start/opening_traits.hpp"

#include <algorithm>
#include <numeric>

namespace caremarket
{

namespace
{

using namespace opening;

/// Sizes of a locality's providers: log-normal draws, scaled so that they add up to the registered capacity.
std::vector<double> sizes_of_providers(Market const& market, Inputs const& inputs, Service service,
                                       std::size_t locality)
{
    LocalSupply const& supply = inputs.place.localities[locality].supply[service];
    auto const count = static_cast<std::uint32_t>(maths::round_half_even(supply.providers));
    std::vector<double> sizes;
    for (std::uint32_t ordinal = 0; ordinal < count; ++ordinal)
        sizes.push_back(market.draws.log_normal(1.0, inputs.place.of[service].provider_size_spread,
                                                key_of(EntityKind::provider, market.tables.locality_keys[locality],
                                                       static_cast<std::uint32_t>(index_of(service)), ordinal),
                                                Purpose::opening_care, 0, size_trait));
    double const sum = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    for (double& size : sizes)
    {
        double const scaled = size * supply.capacity / sum;
        size = std::max(1.0, is_care_home(service) ? maths::round_half_even(scaled) : scaled);
    }
    return sizes;
}

/// As many groups as make their homes in the place so many each, all still standing.
Groups groups_at_start(Inputs const& inputs)
{
    double homes = 0.0;
    for (Service const service : all_of<Service>())
        for (LocalityInput const& locality : inputs.place.localities)
            homes += locality.supply[service].providers * inputs.place.of[service].group_share;
    double const groups = homes / inputs.behaviour.all.sites_per_group;
    Groups standing;
    standing.has_failed.assign(homes > 0.0 ? static_cast<std::size_t>(std::max(1.0, groups)) : 0, 0);
    return standing;
}

} // namespace

void open_providers(Market& market, Inputs const& inputs)
{
    market.groups = groups_at_start(inputs);
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            std::vector<double> const sizes = sizes_of_providers(market, inputs, service, locality);
            for (std::uint32_t ordinal = 0; ordinal < sizes.size(); ++ordinal)
            {
                EntityKey const key = key_of(EntityKind::provider, market.tables.locality_keys[locality],
                                             static_cast<std::uint32_t>(index_of(service)), ordinal);
                ProviderId const provider =
                    open_provider(market, inputs, key, service, static_cast<LocalityId>(locality), sizes[ordinal],
                                  sector_of_newcomer(market, inputs, key, service));
                // What is registered is what is staffed: homecare's size is what it can deliver.
                equip_provider(market, inputs, provider, 1.0);
            }
        }
}

void sign_inherited_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    Contracts& contracts = market.contracts;
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            auto const& open = market.providers_of[market.area(service, locality)];
            Quarters council = 0;
            for (ProviderId const provider : open)
                council += market.providers.council_spot[static_cast<std::size_t>(provider)];
            auto const wanted =
                static_cast<Quarters>(inputs.place.of[service].inherited_block_share * static_cast<double>(council));
            Quarters signed_for = 0;
            for (ProviderId const provider : open)
            {
                auto const p = static_cast<std::size_t>(provider);
                Quarters const volume = std::min(wanted - signed_for, market.providers.council_spot[p]);
                if (units(volume) < market.tables.usual_need[service])
                    continue;
                ContractId const contract = contracts.take_slot();
                auto const c = static_cast<std::size_t>(contract);
                EntityKey const key = key_of(EntityKind::contract, market.providers.key[p], 0);
                contracts.key[c] = key;
                contracts.commissioner[c] = market.tables.commissioner_of[locality];
                contracts.service[c] = service;
                contracts.locality[c] = static_cast<LocalityId>(locality);
                contracts.lot[c] = lot_of(static_cast<LocalityId>(locality));
                contracts.provider[c] = provider;
                contracts.kind[c] = Channel::block;
                contracts.guaranteed[c] = volume;
                contracts.price[c] = inputs.place.of[service].book_price;
                StrategyService const& levers = levers_in(market, inputs, service, static_cast<LocalityId>(locality));
                contracts.terms[c] = terms_on(levers, Channel::block, week.first);
                contracts.terms[c].takes_over_existing = true; // it is of the people who are there
                contracts.set_full_until(contract);
                contracts.begins[c] = week.number;
                // Let over the years, so they end over the years.
                double const left = market.draws.uniform(key, Purpose::opening_care, 0, opening::end_trait);
                contracts.ends[c] = week.number + 1 +
                                    static_cast<std::int32_t>(left * contracts.terms[c].years * Clock::weeks_in_a_year);
                market.due.add({week.number, EventKind::contract_begins, key, static_cast<std::uint32_t>(contract)});
                signed_for += volume;
            }
        }
}

void gather_job_seekers(Market& market, Inputs const& inputs)
{
    Providers const& all = market.providers;
    for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
    {
        LabourMarket& labour = market.labour[locality];
        double leaving = 0.0; // [h/week per year]
        for (Service const service : all_of<Service>())
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
                leaving += inputs.behaviour.of[service].quit_rate * all.staff[static_cast<std::size_t>(provider)];
        double const weekly = leaving / mean_weeks_in_a_year;
        labour.job_seekers = inputs.behaviour.all.opening_job_seekers * weekly;
        labour.usual_inflow = (1.0 - inputs.behaviour.all.hires_from_sector) * leaving +
                              mean_weeks_in_a_year * inputs.behaviour.all.give_up_search * labour.job_seekers;
        labour.average_pay = market.world.outside_wage;
    }
}

} // namespace caremarket
