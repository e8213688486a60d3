#include "model/build.hpp"

#include "model/catalogue/rows.hpp"
#include "model/contract_book.hpp"
#include "model/month_end.hpp"
#include "model/phases/world.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/uplift.hpp"
#include "model/start/opening_people.hpp"
#include "model/start/opening_supply.hpp"
#include "model/start/tables.hpp"
#include "model/step.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

void size_columns(Market& market, std::size_t localities)
{
    std::size_t const areas = count_of<Service> * localities;
    market.people.resize(localities);
    market.due_in_block.resize(localities);
    market.labour.resize(localities);
    market.prevention.resize(localities, 0.0);
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

/// What councils can forecast from on the first day.
void see_opening_volume(Market& market)
{
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            People const& people = market.people[locality];
            Quarters volume = 0;
            Quarters nhs = 0;
            for (PersonSlot p = 0; p < people.size(); ++p)
                if (people[p].service == service && people[p].funding == Funding::council &&
                    people[p].has_direct_payment == 0)
                    volume += people[p].need;
                else if (people[p].service == service && people[p].funding == Funding::nhs)
                    nhs += people[p].need;
            LocalMarket& local = market.local[market.area(service, locality)];
            local.council_volume = units(volume);
            local.council_starts = local.council_volume / market.tables.permanent_stay[service];
            local.nhs_volume = units(nhs);
            local.nhs_starts = local.nhs_volume / market.tables.permanent_stay[service];
        }
}

/// Average list price of a service's providers [GBP/unit].
PerService<double> average_list_price(Market const& market)
{
    PerService<double> sum{};
    PerService<double> count{};
    for (std::size_t p = 0; p < market.providers.key.size(); ++p)
    {
        sum[market.providers.service[p]] += market.providers.list_price[p];
        count[market.providers.service[p]] += 1.0;
    }
    for (Service const service : all_of<Service>())
        sum[service] /= std::max(1.0, count[service]);
    return sum;
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
            council.inherited_rate[service] = inputs.place.of[service].book_price;
            council.usual_rate[service] = inputs.place.of[service].book_price;
            council.uplift_index[service] = 1.0;
        }
        market.commissioners.push_back(council);
    }
    market.books = Books(accounts::first_commissioner + market.commissioners.size(), localities);
    market.books.open_week(first.months);
    for (std::size_t block = 0; block < localities; ++block)
    {
        BlockScratch scratch;
        market.scratch.push_back(std::move(scratch));
    }

    open_providers(market, inputs);
    fill_with_people(market, inputs);
    sign_inherited_contracts(market, inputs, first);
    gather_job_seekers(market, inputs);
    see_opening_volume(market);
    set_prices(market, inputs, first, true);
    set_arrivals(market.tables, inputs, average_list_price(market));
    return market;
}

namespace
{

/// The book's price on the first day: as the place gives it, uplifted each 1 April since by the inherited policy.
double price_at_start(Inputs const& inputs, Service service, Strategy const& inherited)
{
    OutlookAll const& outlook = inputs.outlook.all;
    PlaceService const& place = inputs.place.of[service];
    double price = place.book_price;
    auto const rise = [&](int year)
    {
        Date const day = first_of_april(year);
        double const floor_growth = outlook.wage_floor.at(day) / outlook.wage_floor.at(first_of_april(year - 1)) - 1.0;
        return 1.0 + uplift(clause_on(inherited.of[service], day),
                            {floor_growth, outlook.outside_wage_growth.at(day), outlook.inflation.at(day)});
    };
    int const priced = static_cast<int>(place.prices_of);
    for (int year = priced + 1; year <= inputs.first_year; ++year)
        price *= rise(year);
    for (int year = inputs.first_year + 1; year <= priced; ++year)
        price /= rise(year);
    return price;
}

} // namespace

Inputs standing_still(Inputs inputs)
{
    Date const start = first_of_april(inputs.first_year);
    for (Service const service : all_of<Service>())
        inputs.place.of[service].book_price = price_at_start(inputs, service, inputs.strategies.front());
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
