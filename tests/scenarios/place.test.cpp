#include "scenarios/stored_inputs.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// Problems after a change in one of the place's files.
std::string problems_after(std::string_view file, std::string_view before, std::string_view now)
{
    TestLibrary library;
    library.with_change("places/" + std::string{file}, before, now);
    return lines_of(library.load().problems);
}

constexpr auto population = "twotown/population.csv";
constexpr auto supply = "twotown/supply.csv";
constexpr auto travel = "twotown/travel.csv";

} // namespace

TEST_CASE("A place is bound with localities by code, population by date and journeys in order")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const place = inputs_of(*loaded.value, 0, 0).place;
    CHECK(place.name == "twotown");
    CHECK(place.commissioners == std::vector<std::string>{"Twotown Council"});
    REQUIRE(place.localities.size() == 2);
    CHECK(place.localities[1].name == "Southtown");
    CHECK(place.localities[1].area == 60);
    CHECK(place.localities[1].wealth == 0.9);
    CHECK(place.localities[1].house_price == 0.8);
    auto const& old = place.localities[0].population[AgeBand::from_85];
    REQUIRE(old.size() == 2);
    CHECK(old[0].people == 1000);
    CHECK(old[1].people == 1100);
    CHECK(place.localities[0].supply[Service::homecare].capacity == 1000);
    CHECK(place.localities[1].supply[Service::nursing].capacity == 40);
    REQUIRE(place.travel.size() == 1);
    CHECK(place.travel[0].minutes == 20);
    CHECK(place.of[Service::homecare].use[AgeBand::from_85] == 10);
}

TEST_CASE("The order of rows and the direction of journeys make no difference to the hash")
{
    TestLibrary library, permuted;
    permuted.with("places/twotown/travel.csv", "minutes,to,from,certainty,source\n20,E1,E2,derived,map\n");
    permuted.with("places/twotown/localities.csv", "locality,name,house_price,area,wealth,source,certainty\n"
                                                   "E2,Southtown,0.8,60.0,0.9,ONS,read\n"
                                                   "E1,Northtown,1.2,4e1,1.10,ONS,read\n");
    auto const a = library.load();
    auto const b = permuted.load();
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    CHECK(hash_of(a.value->place) == hash_of(b.value->place));
    CHECK(cell_hash(*a.value, 0, 1, "1") == cell_hash(*b.value, 0, 1, "1"));
}

TEST_CASE("A cell of a table is told by the keys of its row")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const* cell = find(loaded.value->place, "place.population.E1.85+.2016-06-30.people");
    REQUIRE(cell);
    CHECK(in_words(cell->origin) == "scenarios/places/twotown/population.csv:4:19; source: ONS (read)");
}

TEST_CASE("Negative population is refused")
{
    CHECK(problems_after(population, "5000", "-5000") ==
          "scenarios/places/twotown/population.csv:2:21: place.population.people: "
          "-5000 people is outside 0–10000000 people\n");
}

TEST_CASE("A number with thousands separators or a missing number is refused")
{
    CHECK_THAT(problems_after(population, "5000", "\"5,000\""),
               Contains("\"5,000\" is no number; write it like 1234.5"));
    CHECK_THAT(problems_after(population, "5000", ""), Contains("place.population.people: is missing"));
}

TEST_CASE("An unknown column and a missing column are told")
{
    auto const lines = problems_after(population, "people", "poeple");
    CHECK_THAT(lines, Contains("population.csv:1:20: place.population.poeple: unknown column (did you mean people?)"));
    CHECK_THAT(lines, Contains("place.population.people: the column is missing"));
}

TEST_CASE("A key given twice is told with the line of the first")
{
    CHECK_THAT(problems_after(supply, "E1,residential", "E1,homecare"),
               Contains("supply.csv:3:1: place.supply: a second row for E1, homecare; the first is in line 2"));
    CHECK_THAT(problems_after(travel, "derived\n", "derived\nE2,E1,21,map,derived\n"),
               Contains("a second row for E1, E2; the first is in line 2"));
}

TEST_CASE("A locality that is not in the table of localities is refused, with the nearest that is")
{
    CHECK(problems_after(travel, "E1,E2", "E1,E3") ==
          "scenarios/places/twotown/travel.csv:2:4: place.travel.to: \"E3\" is "
          "not in the table of localities (did you mean E1?)\n");
}

TEST_CASE("An unknown age band or service is refused")
{
    CHECK_THAT(problems_after(population, "E1,85+", "E1,85-94"), Contains("\"85-94\" is not one of 65-74, 75-84, 85+"));
    CHECK_THAT(problems_after(supply, "E1,homecare", "E1,home care"), Contains("did you mean homecare?"));
}

TEST_CASE("A locality without population of a band on a date is told")
{
    CHECK(problems_after(population, "E2,85+,2020-06-30,990,ONS,read\n", "") ==
          "scenarios/places/twotown/population.csv: place.population: there is no row for E2, 85+, 2020-06-30\n");
}

TEST_CASE("A locality without a row of supply for a service is told")
{
    CHECK(problems_after(supply, "E2,residential,0,0,register,read\n", "") ==
          "scenarios/places/twotown/supply.csv: place.supply: there is no row for E2, residential\n");
}

TEST_CASE("Capacity without providers is told")
{
    CHECK_THAT(problems_after(supply, "E2,residential,0,0", "E2,residential,0,50"),
               Contains("E2, residential: providers and capacity must both be zero or neither"));
}

TEST_CASE("A journey from a locality to itself is told")
{
    CHECK_THAT(problems_after(travel, "E1,E2", "E1,E1"), Contains("a journey from E1 to itself"));
}

TEST_CASE("A row of a wrong length is told")
{
    CHECK_THAT(problems_after(travel, "E1,E2,20,map,derived", "E1,E2,20,map"),
               Contains("the row has 4 cells, the header 5"));
}

TEST_CASE("A row without source or certainty is told")
{
    auto const lines = problems_after(travel, "map,derived", ",sure");
    CHECK_THAT(lines, Contains("place.travel.source: is missing"));
    CHECK_THAT(lines, Contains("\"sure\" is not one of read, secondary, derived, assumption, unverified"));
}

TEST_CASE("A value of a place without its source is told")
{
    CHECK_THAT(problems_after("twotown.toml", "{ value = 15.5, source = \"return\", certainty = \"read\" }", "15.5"),
               Contains("twotown.toml:17:14: place.homecare.book_price: has no source"));
}

TEST_CASE("A table that is not there, or not named, is told")
{
    TestLibrary library;
    library.without("places/twotown/travel.csv").with_change("places/twotown.toml", "supply = ", "suply = ");
    auto const lines = lines_of(library.load().problems);
    CHECK_THAT(lines, Contains("places/twotown/travel.csv: there is no such file (named in line 9 of the place)"));
    CHECK_THAT(lines, Contains("place.tables.suply: unknown key (did you mean supply?)"));
    CHECK_THAT(lines, Contains("place.tables.supply: is missing"));
}

TEST_CASE("A table is named by a path that holds on every machine")
{
    CHECK_THAT(problems_after("twotown.toml", "\"twotown/travel.csv\"", "\"/etc/hostname\""),
               Contains("place.tables.travel: must be a path relative to this file"));
}

TEST_CASE("A place names commissioners and the strategy it inherits")
{
    TestLibrary library;
    library.with_change("places/twotown.toml", "commissioners = [\"Twotown Council\"]", "commissioners = []")
        .with_change("places/twotown.toml", "inherited = \"spot\"", "inherited = \"spto\"");
    auto const lines = lines_of(library.load().problems);
    CHECK_THAT(lines, Contains("place.commissioners: a list with at least one text is expected, not an empty one"));
}

namespace
{

/// Twotown with these commissioners, and who is answerable for its two localities.
TestLibrary& with_commissioners(TestLibrary& library, std::string const& names, std::string const& north,
                                std::string const& south)
{
    return library
        .with_change("places/twotown.toml", "commissioners = [\"Twotown Council\"]", "commissioners = " + names)
        .with("places/twotown/localities.csv", "locality,name,area,wealth,house_price,commissioner,source,certainty\n"
                                               "E1,Northtown,40,1.1,1.2," +
                                                   north + ",ONS,read\nE2,Southtown,60,0.9,0.8," + south +
                                                   ",ONS,read\n");
}

} // namespace

TEST_CASE("Each locality is answered for by the council that its row names")
{
    TestLibrary library;
    auto const loaded = with_commissioners(library, R"(["South", "North"])", "North", "South").load();
    REQUIRE(loaded.has_value());
    Inputs const inputs = inputs_of(*loaded.value, 0, 0);
    CHECK(inputs.place.commissioners == std::vector<std::string>{"North", "South"});
    CHECK(inputs.place.localities[0].commissioner == 0);
    CHECK(inputs.place.localities[1].commissioner == 1);
    CHECK(inputs.strategies.size() == 2);
    CHECK(problems_of(loaded.value->place, InputKind::place, "stored").empty());
}

TEST_CASE("Councils that nobody knows, or that are answerable for nothing, are told")
{
    auto const problems = [](std::string const& names, std::string const& north, std::string const& south)
    {
        TestLibrary library;
        return lines_of(with_commissioners(library, names, north, south).load().problems);
    };
    CHECK(problems(R"(["South", "North"])", "North", "Suoth") ==
          "scenarios/places/twotown/localities.csv:3:25: place.localities.E2.commissioner: \"Suoth\" is not among the "
          "place's commissioners (did you mean South?)\n");
    CHECK_THAT(problems(R"(["South", "North"])", "North", "North"),
               Contains("place.commissioners: \"South\" is answerable for no locality"));
    CHECK_THAT(problems(R"(["South", "North"])", "North", ""),
               Contains("2 are named, so the table of localities must have a column \"commissioner\" that says who is "
                        "answerable for E2"));
    CHECK_THAT(problems(R"(["South", "South"])", "South", "South"), Contains("\"South\" stands twice"));
    CHECK(problems(R"(["South"])", "", "South").empty()); // there is only one it could be
}

TEST_CASE("An inherited strategy that is not there is told where the place names it")
{
    CHECK_THAT(
        problems_after("twotown.toml", "inherited = \"spot\"", "inherited = \"spto\""),
        Contains("places/twotown.toml:4:13: place.inherited: there is no strategy \"spto\" (did you mean spot?)"));
}

TEST_CASE("A code that would break a path is refused")
{
    CHECK_THAT(problems_after("twotown/localities.csv", "E1,", "E.1,"), Contains("\"E.1\" is no code"));
}

TEST_CASE("A table without rows is told")
{
    TestLibrary library;
    library.with("places/twotown/localities.csv", "locality,name,area,wealth,house_price,source,certainty\n");
    CHECK_THAT(lines_of(library.load().problems), Contains("localities.csv: place.localities: has no rows"));
}
