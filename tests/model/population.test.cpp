#include "model/population.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;
using std::chrono::days;

namespace
{

Date const earliest = first_of_april(2016);
Date const latest = first_of_april(2020);

LocalityInput town()
{
    LocalityInput locality;
    locality.population[AgeBand::from_85] = {{earliest, 1000.0}, {first_of_april(2018), 1200.0}, {latest, 1100.0}};
    return locality;
}

double people(Outlook const& outlook, Date day)
{
    return people_on(town(), AgeBand::from_85, outlook, day);
}

} // namespace

TEST_CASE("Population is what the table says on its dates, on the straight line between, and held before the first")
{
    Outlook const outlook;
    CHECK(people(outlook, earliest) == 1000.0);
    CHECK(people(outlook, first_of_april(2018)) == Approx(1200.0));
    CHECK(people(outlook, latest) == Approx(1100.0));
    CHECK(people(outlook, first_of_april(2017)) == Approx(1100.0)); // 2016-18: day 365 of 730
    CHECK(people(outlook, earliest - days{5000}) == 1000.0);
    CHECK(people_on(town(), AgeBand::from_65_to_74, outlook, earliest) == 0.0);
}

TEST_CASE("After the last known date the population grows as the outlook says, rates changing on their days")
{
    Outlook outlook;
    outlook.all.population_growth[AgeBand::from_85] = 0.025;
    CHECK(people(outlook, latest + days{1461}) == Approx(1100.0 * std::pow(1.025, 4.0)).epsilon(1e-12));

    outlook.all.population_growth[AgeBand::from_85] = Dated({{earliest, 0.10}, {latest + days{1461}, -0.02}});
    CHECK(people(outlook, latest + days{1461}) == Approx(1100.0 * std::pow(1.10, 4.0)).epsilon(1e-12));
    CHECK(people(outlook, latest + days{2922}) ==
          Approx(1100.0 * std::pow(1.10, 4.0) * std::pow(0.98, 4.0)).epsilon(1e-12));
    // No jump on the day the table ends.
    CHECK(people(outlook, latest + days{1}) == Approx(people(outlook, latest)).epsilon(1e-3));
}
