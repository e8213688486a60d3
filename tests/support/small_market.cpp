#include "tests/support/small_market.hpp"

#include "model/build.hpp"
#include "model/catalogue/rows.hpp"
#include "model/step.hpp"

#include <map>
#include <string>
#include <utility>

namespace caremarket::tests
{

namespace
{

Date on(int year, unsigned month, unsigned day)
{
    return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

LocalityInput town(std::string const& code, double size)
{
    LocalityInput locality;
    locality.code = code;
    locality.name = "Town " + code;
    locality.area = 100.0;
    EnumArray<AgeBand, double> people{};
    people[AgeBand::from_65_to_74] = 3000.0 * size;
    people[AgeBand::from_75_to_84] = 1700.0 * size;
    people[AgeBand::from_85] = 700.0 * size;
    for (AgeBand const band : all_of<AgeBand>())
        locality.population[band] = {{on(2015, 6, 30), people[band]}, {on(2020, 6, 30), 1.1 * people[band]}};
    return locality;
}

void describe_services(Place& place, SmallPlace const& small)
{
    for (Service const service : all_of<Service>())
    {
        PlaceService& s = place.of[service];
        s.council_people = small.council[service];
        s.other_buyer_share = small.other_buyers;
        s.inherited_block_share = small.inherited_block;
        s.prices_of = 2016.0; // the first year: no uplift before it
        s.use[AgeBand::from_75_to_84] = 3.0;
        s.use[AgeBand::from_85] = 12.0;
    }
    PlaceService& home = place.of[Service::homecare];
    home.self_funder_share = small.self_funders_at_home;
    home.self_funder_capital = 40'000.0;
    home.self_funder_income = 90.0;
    home.direct_payment_share = 0.15;
    home.units_per_person = 11.0;
    home.book_price = 17.30;
    home.assessed_charge = 35.0;
    for (Service const service : {Service::residential, Service::nursing})
    {
        PlaceService& homes = place.of[service];
        homes.self_funder_share = small.self_funders_in_homes;
        homes.self_funder_capital = small.capital;
        homes.self_funder_income = 300.0;
        homes.disregarded_share = 0.1;
        homes.top_up_share = 0.25;
        homes.top_up_mean = 60.0;
        homes.group_share = small.in_groups;
        homes.units_per_person = 1.0;
        homes.book_price = 590.0;
        homes.assessed_charge = 160.0;
    }
    PlaceService& nursing = place.of[Service::nursing];
    nursing.nhs_share = small.nhs_in_nursing;
    nursing.book_price = 640.0;
    nursing.assessed_charge = 190.0;
}

} // namespace

SmallPlace::SmallPlace() : self_funders_in_homes(0.45), self_funders_at_home(0.25)
{
    council = {{96.0, 54.0, 24.0}};
    providers = {{4.0, 2.0, 1.0}};
    spare = {{0.12, 0.14, 0.14}};
}

void apply_defaults(Inputs& inputs)
{
    auto const give_default = [](std::string const&, Description const&, Default const& usual, auto& value)
    {
        if (usual.kind == Default::Kind::given)
            value = usual.value;
    };
    visit_values(inputs.place, give_default);
    visit_values(inputs.outlook, give_default);
    visit_values(inputs.behaviour, give_default);
    for (Strategy& strategy : inputs.strategies)
        visit_values(strategy, give_default);
}

Inputs small_inputs(SmallPlace const& small, int years)
{
    Inputs inputs;
    inputs.first_year = 2016;
    inputs.years = years;
    inputs.seed = 7;
    inputs.strategies.resize(small.councils);
    apply_defaults(inputs);
    for (BehaviourService& service : inputs.behaviour.of)
        for (RouteBurden& burden : service.routes)
            burden.bid_cost *= 0.1; // lots are a tenth of a county's

    Place& place = inputs.place;
    place.name = "small";
    place.commissioners = {"Council"};
    for (std::size_t i = 0; i < small.localities; ++i)
        place.localities.push_back(
            town(std::string(1, static_cast<char>('A' + i)), 1.0 + 0.3 * static_cast<double>(i)));
    for (std::size_t other = 1; other < small.councils; ++other)
    {
        place.commissioners.push_back("Council " + std::to_string(other + 1));
        place.localities[small.localities - other].commissioner = other;
    }
    for (std::size_t i = 1; i < small.localities; ++i)
        place.travel.push_back({place.localities[i - 1].code, place.localities[i].code, 20.0});
    describe_services(place, small);
    for (Service const service : all_of<Service>())
    {
        PlaceService const& s = place.of[service];
        double const people = s.council_people / (1.0 - s.self_funder_share - s.nhs_share - s.other_buyer_share);
        double const volume = people * s.units_per_person * (1.0 + small.spare[service]);
        for (LocalityInput& locality : place.localities)
            locality.supply[service] = {small.providers[service], volume / static_cast<double>(small.localities)};
    }

    OutlookAll& outlook = inputs.outlook.all;
    outlook.wage_floor = Dated({{on(2016, 4, 1), 7.20}, {on(2017, 4, 1), 7.50}, {on(2018, 4, 1), 7.83}});
    outlook.inflation = Dated({{on(2016, 4, 1), 0.010}, {on(2017, 4, 1), 0.027}});
    outlook.outside_wage_growth = 0.025;
    outlook.funded_nursing_care = Dated({{on(2016, 4, 1), 156.25}, {on(2017, 4, 1), 155.05}, {on(2018, 4, 1), 158.16}});
    return inputs;
}

void set_lever(Inputs& inputs, Dated StrategyService::*lever, double value)
{
    for (Strategy& strategy : inputs.strategies)
        for (StrategyService& service : strategy.of)
            service.*lever = value;
}

void set_mix(StrategyService& levers, Mix const& mix)
{
    levers.mix[Channel::block] = mix.block;
    levers.mix[Channel::core] = mix.core;
    levers.mix[Channel::framework] = mix.framework;
    levers.mix[Channel::in_house] = mix.in_house;
    levers.mix[Channel::spot] = 1.0 - mix.block - mix.core - mix.framework - mix.in_house;
}

void set_block_share(Inputs& inputs, double share)
{
    for (Strategy& strategy : inputs.strategies)
        for (StrategyService& service : strategy.of)
            set_mix(service, {.block = share});
}

Run run_weeks(Market start, Inputs const& inputs, int weeks, ForEachBlock const& for_each_block, int from)
{
    Clock const clock(inputs.first_year);
    Run run{std::move(start), Record(RecordShape{.periods = std::size_t{12} * static_cast<std::size_t>(inputs.years),
                                                 .localities = inputs.place.localities.size()})};
    for (int week = from; week < from + weeks; ++week)
        advance(run.market, inputs, clock.week(week), for_each_block, run.record);
    return run;
}

Run run_all(Inputs const& inputs, std::uint32_t replicate, ForEachBlock const& for_each_block)
{
    return run_weeks(market_at_start(inputs, replicate, for_each_block), inputs, inputs.years * Clock::weeks_in_a_year,
                     for_each_block);
}

Market const& small_start(std::uint32_t replicate)
{
    static std::map<std::uint32_t, Market> kept;
    auto found = kept.find(replicate);
    if (found == kept.end())
        found = kept.emplace(replicate, market_at_start(small_inputs(), replicate)).first;
    return found->second;
}

double total(Record const& record, Recorded id, Service service)
{
    RecordedMetric const& what = metric(id);
    std::size_t const cells = record.shape().cells(what.dimensions);
    double sum = 0.0;
    for (std::size_t period = 0; period < record.shape().periods; ++period)
        for (std::size_t locality = 0; locality < record.shape().localities; ++locality)
            for (Channel const channel : all_of<Channel>())
            {
                if (what.dimensions != Dimensions::service_channel_locality && channel != Channel::block)
                    continue;
                std::size_t const at = period * cells + record.cell(what.dimensions, service, channel, locality);
                sum += what.is_money() ? static_cast<double>(record.pence(id)[at]) : record.series(id)[at];
            }
    return sum;
}

} // namespace caremarket::tests
