#include "model/build.hpp"

#include "model/catalogue/rows.hpp"

#include "model/open_provider.hpp"
#include "model/phases/demand.hpp"
#include "model/phases/world.hpp"
#include "model/population.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/step.hpp"

#include <algorithm>
#include <numeric>

namespace caremarket
{

namespace
{

/// Which draw of `Purpose::opening_care` a trait is.
enum Trait : std::uint16_t
{
    age_trait,
    provider_trait,
    price_trait,
    size_trait,
    band_trait,
    source_trait,
    end_trait
};

// ---- tables -----------------------------------------------------------------------------------------------------

/// Weekly hazards of a Weibull length of care, falling (or rising) until the limit and constant after it.
std::vector<float> weekly_hazards(BehaviourService const& b)
{
    auto const limit = static_cast<std::size_t>(b.stay_limit * 52.18);
    double const scale = b.stay_scale * 52.18;
    std::vector<float> hazards;
    double lived = 0.0;
    for (std::size_t week = 1; week <= std::max<std::size_t>(limit, 1); ++week)
    {
        double const to_here = maths::pow(static_cast<double>(week) / scale, b.stay_shape);
        hazards.push_back(static_cast<float>(to_here - lived));
        lived = to_here;
    }
    return hazards;
}

/// Share still in care at the beginning of each week; the last is the share at the limit.
std::vector<double> survival(std::vector<float> const& hazards)
{
    std::vector<double> alive{1.0};
    double lived = 0.0;
    for (float const hazard : hazards)
    {
        lived += hazard;
        alive.push_back(maths::exp(-lived));
    }
    return alive;
}

/// Mean length of care [weeks]: what is lived within the table, and the exponential rest.
double mean_stay_of(std::vector<float> const& hazards)
{
    double weeks = 0.0;
    std::vector<double> const alive = survival(hazards);
    for (std::size_t week = 0; week < hazards.size(); ++week)
        weeks += 0.5 * (alive[week] + alive[week + 1]);
    return weeks + alive.back() / static_cast<double>(hazards.back());
}

/// Somebody met in a steady stock has been in care for a number of weeks: chance proportional to the share still in
/// care by then. Cumulative over weeks; the last is the total, with all who are beyond the table.
std::vector<double> cumulative_ages(std::vector<float> const& hazards)
{
    std::vector<double> ages = survival(hazards);
    double const beyond = ages.back() / static_cast<double>(hazards.back());
    ages.pop_back();
    std::partial_sum(ages.begin(), ages.end(), ages.begin());
    ages.back() += beyond;
    return ages;
}

/// Weeks already in care of a person of the opening stock.
std::uint16_t age_in_stock(std::vector<double> const& cumulative, double u)
{
    auto const at = std::lower_bound(cumulative.begin(), cumulative.end(), u * cumulative.back());
    return static_cast<std::uint16_t>(at - cumulative.begin());
}

/// People in care at the start, by funding, from the council's number and the shares of the others.
EnumArray<Funding, double> people_in_care(PlaceService const& place)
{
    double const council_share = std::max(0.01, 1.0 - place.self_funder_share - place.other_buyer_share);
    double const all = place.council_people / council_share;
    EnumArray<Funding, double> people{};
    people[Funding::council] = place.council_people;
    people[Funding::self_funder] = all * place.self_funder_share;
    people[Funding::other] = all * place.other_buyer_share;
    return people;
}

/// Relative use of a service in a locality on a day: people by age band, weighted.
double weighted_people(Inputs const& inputs, Service service, LocalityInput const& locality, Date day)
{
    double weighted = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
        weighted += inputs.place.of[service].use[band] * people_on(locality, band, inputs.outlook, day);
    return weighted;
}

HazardTable hazard_table(PerService<std::vector<float>> const& weekly)
{
    HazardTable table;
    for (Service const service : all_of<Service>())
        table.ages = std::max(table.ages, static_cast<std::int32_t>(weekly[service].size()));
    table.hazard.assign(static_cast<std::size_t>(table.ages), 0.0F); // no_hazard
    for (Service const service : all_of<Service>())
    {
        table.hazard.insert(table.hazard.end(), weekly[service].begin(), weekly[service].end());
        table.hazard.resize((index_of(service) + 2) * static_cast<std::size_t>(table.ages), weekly[service].back());
    }
    return table;
}

Tables make_tables(Inputs const& inputs)
{
    Tables tables;
    tables.geography = Geography(inputs.place, inputs.behaviour.all.market_area);
    Date const start = first_of_april(inputs.first_year);
    for (LocalityInput const& locality : inputs.place.localities)
    {
        tables.locality_keys.push_back(key_of(EntityKind::locality, locality.code));
        tables.commissioner_of.push_back(static_cast<CommissionerId>(locality.commissioner));
    }
    for (Service const service : all_of<Service>())
    {
        PlaceService const& place = inputs.place.of[service];
        BehaviourService const& b = inputs.behaviour.of[service];
        tables.weekly_hazard[service] = weekly_hazards(b);
        tables.permanent_stay[service] = mean_stay_of(tables.weekly_hazard[service]);
        tables.temporary_share[service] = place.temporary_share;
        tables.usual_need[service] = place.units_per_person;

        // The flow that keeps the stock of the start: people in care over their mean stay.
        double exposed = 0.0;
        for (LocalityInput const& locality : inputs.place.localities)
            exposed += weighted_people(inputs, service, locality, start);
        EnumArray<Funding, double> const people = people_in_care(place);
        for (Funding const funding : all_of<Funding>())
        {
            double const temporary = funding == Funding::council ? place.temporary_share : 0.0;
            double const stay = (1.0 - temporary) * tables.permanent_stay[service] + temporary * b.temporary_stay;
            tables.arrivals[service][funding] = exposed > 0.0 ? people[funding] / stay * 52.18 / exposed : 0.0;
        }
    }
    tables.hazards = hazard_table(tables.weekly_hazard);
    return tables;
}

// ---- providers --------------------------------------------------------------------------------------------------

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
        size = std::max(1.0, service == Service::residential ? maths::round_half_even(scaled) : scaled);
    }
    return sizes;
}

void open_providers(Market& market, Inputs const& inputs)
{
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            std::vector<double> const sizes = sizes_of_providers(market, inputs, service, locality);
            for (std::uint32_t ordinal = 0; ordinal < sizes.size(); ++ordinal)
            {
                EntityKey const key = key_of(EntityKind::provider, market.tables.locality_keys[locality],
                                             static_cast<std::uint32_t>(index_of(service)), ordinal);
                ProviderId const provider =
                    open_provider(market, inputs, key, service, static_cast<LocalityId>(locality), sizes[ordinal]);
                // What is registered is what is staffed: homecare's size is what it can deliver.
                equip_provider(market, inputs, provider, 1.0);
            }
        }
}

// ---- people -----------------------------------------------------------------------------------------------------

/// Whole numbers that add up to the rounded total, in proportion: the largest remainders get the odd ones.
std::vector<std::uint32_t> apportion(double total, std::vector<double> const& weights)
{
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::uint32_t> shares(weights.size(), 0);
    if (sum <= 0.0)
        return shares;
    std::vector<std::pair<double, std::size_t>> remainders;
    auto left = static_cast<std::int64_t>(maths::round_half_even(total));
    for (std::size_t i = 0; i < weights.size(); ++i)
    {
        double const exact = total * weights[i] / sum;
        shares[i] = static_cast<std::uint32_t>(exact);
        left -= shares[i];
        remainders.emplace_back(-(exact - shares[i]), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t i = 0; i < remainders.size() && left > 0; ++i, --left)
        ++shares[remainders[i].second];
    return shares;
}

AgeBand band_in_stock(Inputs const& inputs, Service service, LocalityInput const& locality, Date day, double u)
{
    double const total = weighted_people(inputs, service, locality, day);
    double below = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
    {
        below += inputs.place.of[service].use[band] * people_on(locality, band, inputs.outlook, day);
        if (u * total <= below)
            return band;
    }
    return AgeBand::from_85;
}

/// A provider of the market area with room for this person, picked in proportion to its room.
ProviderId pick_provider(Market const& market, Service service, LocalityId home, Quarters need, double u)
{
    std::vector<std::pair<ProviderId, Quarters>> with_room;
    std::int64_t room = 0;
    for (Reachable const& reachable : market.tables.geography.market_area(home))
    {
        bool const is_home = reachable.locality == home;
        if (service == Service::homecare && !is_home)
            continue;
        for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
        {
            auto const p = static_cast<std::size_t>(provider);
            Quarters const free = market.providers.capacity[p] - market.providers.occupied[p];
            if (free < need)
                continue;
            Quarters const weight = is_home ? 4 * free : free; // most people stay near home
            with_room.emplace_back(provider, weight);
            room += weight;
        }
    }
    double at = u * static_cast<double>(room);
    for (auto const& [provider, weight] : with_room)
    {
        at -= weight;
        if (at <= 0.0)
            return provider;
    }
    return no_provider;
}

void settle_in(Market& market, Inputs const& inputs, std::size_t locality, PersonSlot person)
{
    People& people = market.people[locality];
    EntityKey const key = people.key[person];
    Service const service = people.service[person];
    Quarters const need = people.need[person];
    ProviderId const provider = pick_provider(market, service, static_cast<LocalityId>(locality), need,
                                              market.draws.uniform(key, Purpose::opening_care, 0, provider_trait));
    if (provider == no_provider)
        return; // waits
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    all.occupied[p] += need;
    people.provider[person] = provider;
    PlaceService const& place = inputs.place.of[service];
    switch (people.funding[person])
    {
    case Funding::council:
        people.price[person] = market.draws.log_normal(place.book_price, place.book_price_spread, key,
                                                       Purpose::opening_care, 0, price_trait);
        all.council_spot[p] += need;
        break;
    case Funding::self_funder:
        people.price[person] = all.list_price[p];
        all.self_funded[p] += need;
        break;
    case Funding::other: people.price[person] = all.quote[p]; break;
    }
}

void fill_with_people(Market& market, Inputs const& inputs)
{
    Date const start = first_of_april(inputs.first_year);
    for (Service const service : all_of<Service>())
    {
        std::vector<double> weights;
        for (LocalityInput const& locality : inputs.place.localities)
            weights.push_back(weighted_people(inputs, service, locality, start));
        EnumArray<Funding, double> const totals = people_in_care(inputs.place.of[service]);
        std::vector<double> const ages = cumulative_ages(market.tables.weekly_hazard[service]);
        for (Funding const funding : all_of<Funding>())
        {
            std::vector<std::uint32_t> const counts = apportion(totals[funding], weights);
            for (std::size_t locality = 0; locality < counts.size(); ++locality)
                for (std::uint32_t ordinal = 0; ordinal < counts[locality]; ++ordinal)
                {
                    People& people = market.people[locality];
                    PersonSlot const person = people.take_slot();
                    EntityKey const key = key_of(EntityKind::opening_person, market.tables.locality_keys[locality],
                                                 static_cast<std::uint32_t>(index_of(service)),
                                                 static_cast<std::uint32_t>(index_of(funding)), ordinal);
                    auto const u = [&](Trait trait)
                    { return market.draws.uniform(key, Purpose::opening_care, 0, trait); };
                    people.key[person] = key;
                    people.service[person] = service;
                    people.funding[person] = funding;
                    people.band[person] =
                        band_in_stock(inputs, service, inputs.place.localities[locality], start, u(band_trait));
                    people.source[person] = u(source_trait) < inputs.place.of[service].hospital_share
                                                ? Source::hospital
                                                : Source::community;
                    draw_traits(market, inputs, static_cast<LocalityId>(locality), person);
                    people.is_temporary[person] = 0;
                    people.need_since[person] = static_cast<std::int16_t>(-warm_up_years * Clock::weeks_in_a_year -
                                                                          age_in_stock(ages, u(age_trait)));
                    people.expose(person);
                    people.seek(person);
                    settle_in(market, inputs, locality, person);
                }
        }
    }
}

// ---- contracts of the inherited policy --------------------------------------------------------------------------

/// Providers in order of key sign for the council people they have, until the inherited share is reached.
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
                contracts.provider[c] = provider;
                contracts.guaranteed[c] = volume;
                contracts.price[c] = inputs.place.of[service].book_price;
                contracts.transfers_existing[c] = 1;
                contracts.begins[c] = week.number;
                // Let over the years, so they end over the years.
                double const years =
                    inputs.strategies[market.tables.commissioner_of[locality]].of[service].block_length.at(week.first);
                double const left = market.draws.uniform(key, Purpose::opening_care, 0, end_trait);
                contracts.ends[c] = week.number + 1 + static_cast<std::int32_t>(left * years * Clock::weeks_in_a_year);
                market.due.add({week.number, EventKind::contract_begins, key, static_cast<std::uint32_t>(contract)});
                signed_for += volume;
            }
        }
}

// ---- labour -----------------------------------------------------------------------------------------------------

/// Job seekers, and the inflow that replaces who leaves care for good, at the turnover of the start.
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
        double const weekly = leaving / 52.18;
        labour.job_seekers = 4.0 * weekly;
        labour.usual_inflow = (1.0 - inputs.behaviour.all.hires_from_sector) * leaving +
                              52.18 * inputs.behaviour.all.give_up_search * labour.job_seekers;
        labour.average_pay = market.world.outside_wage;
    }
}

void size_columns(Market& market, std::size_t localities)
{
    std::size_t const areas = count_of<Service> * localities;
    market.people.resize(localities);
    market.due_in_block.resize(localities);
    market.labour.resize(localities);
    market.providers_of.resize(areas);
    market.local.resize(areas);
    market.preference.resize(areas);
    for (auto* flow : {&market.income, &market.surplus})
        for (std::vector<Pence>& month : *flow)
            month.assign(areas, 0);
    for (MonthCounts& counts : market.counts)
    {
        counts.channels.resize(areas * count_of<Channel>);
        counts.areas.resize(areas);
    }
}

} // namespace

Market build_market(Inputs const& inputs, std::uint32_t replicate)
{
    Clock const clock(inputs.first_year);
    Week const first = clock.week(-warm_up_years * Clock::weeks_in_a_year);
    std::size_t const localities = inputs.place.localities.size();

    Market market;
    market.draws = Draws(inputs.seed, replicate);
    market.tables = make_tables(inputs);
    market.world = world_at_start(inputs, clock.start());
    market.first_month = month_index(clock.start());
    size_columns(market, localities);
    for (std::string const& name : inputs.place.commissioners)
    {
        Commissioner council;
        council.key = key_of(EntityKind::commissioner, name);
        for (Service const service : all_of<Service>())
        {
            council.usual_rate[service] = inputs.place.of[service].book_price;
            council.uplift_index[service] = 1.0;
        }
        market.commissioners.push_back(council);
    }
    market.books = Books(accounts::first_commissioner + market.commissioners.size(), localities);
    market.books.open_week(months_of(first));
    for (std::size_t block = 0; block < localities; ++block)
    {
        BlockScratch scratch;
        market.scratch.push_back(std::move(scratch));
    }

    open_providers(market, inputs);
    fill_with_people(market, inputs);
    sign_inherited_contracts(market, inputs, first);
    gather_job_seekers(market, inputs);
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < localities; ++locality)
        {
            People const& people = market.people[locality];
            Quarters volume = 0;
            for (PersonSlot p = 0; p < people.size(); ++p)
                if (people.service[p] == service && people.funding[p] == Funding::council)
                    volume += people.need[p];
            LocalMarket& local = market.local[market.area(service, locality)];
            local.council_volume = units(volume);
            local.council_starts = local.council_volume / market.tables.permanent_stay[service];
        }
    set_prices(market, inputs, first, true);
    return market;
}

Inputs standing_still(Inputs inputs)
{
    Date const start = first_of_april(inputs.first_year);
    OutlookAll& outlook = inputs.outlook.all;
    for (Row<OutlookAll, Dated> const& row : outlook_rows())
        row.reach(outlook) = row.reach(outlook).at(start);
    inputs.outlook.name.clear();
    for (Strategy& strategy : inputs.strategies)
        visit_values(strategy, [start](std::string const&, Description const&, Default, Dated& value)
                     { value = value.at(start); });
    return inputs;
}

Market market_at_start(Inputs const& inputs, std::uint32_t replicate, ForEachBlock const& for_each_block)
{
    Inputs const before = standing_still(inputs);
    Market market = build_market(before, replicate);
    Clock const clock(inputs.first_year);
    Record unrecorded(RecordShape{0, market.locality_count()});
    for (std::int32_t week = -warm_up_years * Clock::weeks_in_a_year; week < 0; ++week)
        advance(market, before, clock.week(week), for_each_block, unrecorded);
    return market;
}

} // namespace caremarket
