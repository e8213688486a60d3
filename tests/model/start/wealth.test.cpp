#include "model/build.hpp"
#include "model/start/tables.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

Inputs with_wealth(double first, double last)
{
    SmallPlace place;
    place.council[home] = 600.0;
    place.providers[home] = 8.0;
    Inputs inputs = small_inputs(place);
    inputs.place.localities.front().wealth = first;
    inputs.place.localities.back().wealth = last;
    return inputs;
}

double share_of_payers(People const& people)
{
    double payers = 0.0;
    double both = 0.0;
    for (PersonSlot p = 0; p < people.size(); ++p)
        if (people[p].service == home)
        {
            payers += people[p].funding == Funding::self_funder;
            both += people[p].funding == Funding::self_funder || people[p].funding == Funding::council;
        }
    return payers / both;
}

} // namespace

TEST_CASE("Where older people are wealthier more of them pay for themselves, and the place's totals stay what they are")
{
    Inputs const inputs = with_wealth(0.5, 2.0);
    Market const market = build_market(inputs, 0);
    double const poor = share_of_payers(market.people.front());
    double const rich = share_of_payers(market.people.back());
    CHECK(poor < 0.40);
    CHECK(rich > 0.50);
    double council = 0.0;
    for (People const& people : market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
            council += people[p].service == home && people[p].funding == Funding::council;
    CHECK(council == 600.0);
}

TEST_CASE("Where wealth is the same everywhere, or of no account, so are the shares of those who pay")
{
    for (Inputs inputs : {with_wealth(1.0, 1.0), with_wealth(0.5, 2.0)})
    {
        if (inputs.place.localities.front().wealth != 1.0)
            inputs.behaviour.all.wealth_elasticity = 0.0;
        Tables const tables = make_tables(inputs);
        for (auto const& local : tables.local_arrivals[home])
            for (double const factor : local)
                CHECK(factor == Approx(1.0));
    }
}

TEST_CASE("The odds of paying rise with the wealth of a locality by the elasticity")
{
    Inputs inputs = with_wealth(0.5, 2.0);
    auto const odds = [](Tables const& tables, double share, std::size_t at)
    {
        EnumArray<Funding, double> const& factor = tables.local_arrivals[home][at];
        return share * factor[Funding::self_funder] / ((1.0 - share) * factor[Funding::council]);
    };
    double const share = 0.45 / 0.95;
    for (double const elasticity : {0.5, 1.0})
    {
        inputs.behaviour.all.wealth_elasticity = elasticity;
        Tables const tables = make_tables(inputs);
        // Scaled to the place's total, so not to the letter.
        CHECK(odds(tables, share, 2) / odds(tables, share, 0) == Approx(std::pow(4.0, elasticity)).epsilon(0.15));
    }
}

TEST_CASE("Where capital is spent in no time, no more people come than the place has room for in its stocks")
{
    for (double const capital : {0.0, 100.0, 5'000.0})
    {
        SmallPlace place;
        place.capital = capital;
        Inputs const inputs = small_inputs(place);
        Tables const tables = make_tables(inputs);
        for (Service const service : all_of<Service>())
        {
            EnumArray<Funding, double> const people = people_in_care(inputs.place.of[service]);
            double exposed = 0.0;
            for (LocalityInput const& locality : inputs.place.localities)
                exposed += weighted_people(inputs, service, locality, first_of_april(2016));
            double const a_year =
                exposed * (tables.arrivals[service][Funding::council] + tables.arrivals[service][Funding::self_funder]);
            double const stock = people[Funding::council] + people[Funding::self_funder];
            CAPTURE(capital, name_of(service), a_year, stock);
            CHECK(a_year > 0.0);
            CHECK(a_year <= 2.0 * stock * 52.18 / tables.permanent_stay[service]); // some stay for weeks only
        }
    }
}
