#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// Problems of the experiment when the strategy "spot" has this for its homecare.
std::string problems_with_homecare(std::string_view lines)
{
    TestLibrary library;
    library.with("strategies/spot.toml", "schema = 1\n[homecare]\n" + std::string{lines} + "\n");
    return lines_of(library.load().problems);
}

std::string problems_with_outlook(std::string_view lines)
{
    TestLibrary library;
    library.with("outlooks/central.toml",
                 "schema = 1\n[all]\nwage_floor = 7.2\ninflation = 0\noutside_wage_growth = 0\n" + std::string{lines} +
                     "\nfunded_nursing_care = 112\n");
    return lines_of(library.load().problems);
}

} // namespace

TEST_CASE("A number out of range is told with unit and allowed range")
{
    CHECK(
        problems_with_homecare("contract_length = 90") ==
        "scenarios/strategies/spot.toml:3:19: strategy.homecare.contract_length: 90 years is outside 0.25–15 years\n");
}

TEST_CASE("What is counted must be a whole number, dated or not")
{
    CHECK(problems_with_homecare("core_providers = 2.5") ==
          "scenarios/strategies/spot.toml:3:18: strategy.homecare.core_providers: 2.5 providers is no whole number "
          "(1–20 providers)\n");
    CHECK_THAT(problems_with_homecare("core_providers = { \"2016-04-01\" = 2, \"2018-04-01\" = 3.5 }"),
               Contains("3.5 providers is no whole number"));
    CHECK(problems_with_homecare("core_providers = 2.0\ncontract_length = 2.5").empty());
}

TEST_CASE("A misspelt key is an error and the nearest key is named")
{
    CHECK(problems_with_homecare("contract_lenght = 4") ==
          "scenarios/strategies/spot.toml:3:1: strategy.homecare.contract_lenght: unknown key (did you mean "
          "contract_length?)\n");
}

TEST_CASE("A misspelt section is an error and the nearest section is named")
{
    TestLibrary library;
    library.with("strategies/spot.toml", "schema = 1\n[homcare]\ncontract_length = 4\n");
    CHECK(lines_of(library.load().problems) ==
          "scenarios/strategies/spot.toml:2:2: strategy.homcare: unknown key (did you mean homecare?)\n");
}

TEST_CASE("A service that does not have a value does not know its key")
{
    TestLibrary library;
    library.with("behaviours/central.toml", "schema = 1\n[residential]\ntravel_cost = 1\n");
    CHECK_THAT(lines_of(library.load().problems), Contains("behaviour.residential.travel_cost: unknown key"));
}

TEST_CASE("A text where a number belongs is an error")
{
    CHECK(problems_with_homecare("contract_length = \"long\"") ==
          "scenarios/strategies/spot.toml:3:19: strategy.homecare.contract_length: "
          "a number is expected (0.25–15 years), not a text\n");
}

TEST_CASE("A number, a list or a date where a choice belongs is an error")
{
    for (auto const* value : {"2", "[\"cpi\"]", "2016-04-01", "12:00:00", "true"})
        CHECK_THAT(problems_with_homecare("uplift_rule = " + std::string{value}), Contains("a choice is expected"));
}

TEST_CASE("A choice that is none of the choices is told with all of them and the nearest")
{
    CHECK(problems_with_homecare("uplift_rule = \"wage-wieghted\"") ==
          "scenarios/strategies/spot.toml:3:15: strategy.homecare.uplift_rule: "
          "\"wage-wieghted\" is not one of none, fixed, cpi, wage-weighted, basket, provider-specific, "
          "open-book (did you mean "
          "wage-weighted?)\n");
}

TEST_CASE("True and false stand for yes and no")
{
    TestLibrary library;
    library.with_change("strategies/spot.toml", "contract_length = 4", "transfers_existing = false");
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    CHECK(inputs_of(*loaded.value, 0, 0).strategies[0].of[Service::homecare].transfers_existing.at(Date{}) == 0.0);
    CHECK(text_at(loaded.value->strategies[0], "strategy.homecare.transfers_existing") == "no");
}

TEST_CASE("Infinity and not-a-number are refused")
{
    CHECK_THAT(problems_with_homecare("contract_length = inf"), Contains("inf is no finite number"));
    CHECK_THAT(problems_with_homecare("contract_length = nan"), Contains("nan is no finite number"));
}

TEST_CASE("A value that may not change over time takes no dates")
{
    TestLibrary library;
    library.with("behaviours/central.toml", "schema = 1\n[all]\nrisk_aversion = { \"2016-04-01\" = 1 }\n");
    CHECK_THAT(lines_of(library.load().problems), Contains("behaviour.all.risk_aversion: may not change over time"));
}

TEST_CASE("Dates must be in order and of the form of ISO 8601")
{
    CHECK_THAT(problems_with_outlook("demand_growth = { \"2017-04-01\" = 0, \"2016-04-01\" = 0 }"),
               Contains("the dates are not in order: 2016-04-01 stands behind 2017-04-01"));
    CHECK_THAT(problems_with_outlook("demand_growth = { \"2016-4-1\" = 0 }"), Contains("\"2016-4-1\" is no date"));
    CHECK_THAT(problems_with_outlook("demand_growth = { \"2017-02-29\" = 0 }"), Contains("\"2017-02-29\" is no date"));
    CHECK_THAT(problems_with_outlook("demand_growth = { \"2016-04-01\" = 0, \"2016-04-01\" = 0 }"),
               Contains("not TOML"));
    CHECK_THAT(problems_with_outlook("demand_growth = {}"), Contains("without `value`"));
}

TEST_CASE("Each step of a dated value is checked where it stands")
{
    CHECK(problems_with_outlook("demand_growth = { \"2016-04-01\" = 0, \"2017-04-01\" = 3 }") ==
          "scenarios/outlooks/central.toml:6:52: outlook.all.demand_growth: 3 share/year is outside -0.1 to 0.1 "
          "share/year\n");
}

TEST_CASE("A dated value must have begun when the experiment starts")
{
    CHECK_THAT(problems_with_outlook("demand_growth = { \"2018-04-01\" = 0 }"),
               Contains("outlook.all.demand_growth: begins on 2018-04-01, after the experiment's start on 2016-04-01"));
}

TEST_CASE("A strategy that asks for the real living wage needs an outlook that knows it")
{
    TestLibrary library;
    library.with("strategies/block.toml", "schema = 1\nextends = \"spot\"\n[homecare]\npay_floor = 1.0\n");
    CHECK_THAT(lines_of(library.load().problems),
               Contains("block.toml:4:13: strategy.homecare.pay_floor: asks for the real living wage"));
    std::string const known = library.text_of("outlooks/central.toml") + "real_living_wage = 8.25\n";
    library.with("outlooks/central.toml", known);
    CHECK(lines_of(library.load().problems).empty());
}

TEST_CASE("A value that must be given is missed")
{
    TestLibrary library;
    library.with("outlooks/central.toml", "schema = 1\n[all]\ninflation = 0\n");
    CHECK(lines_of(library.load().problems) ==
          "scenarios/outlooks/central.toml: outlook.all.wage_floor: is missing, and has no usual value (3–40 GBP/h)\n"
          "scenarios/outlooks/central.toml: outlook.all.outside_wage_growth: is missing, and has no usual value "
          "(-0.05 to 0.25 share/year)\n"
          "scenarios/outlooks/central.toml: outlook.all.funded_nursing_care: is missing, and has no usual value "
          "(0–1000 GBP/week)\n");
}

TEST_CASE("An annotated value keeps its source and certainty as its origin")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const& origin = find(loaded.value->outlooks[0], "outlook.all.wage_floor")->origin;
    CHECK(origin.source == "gov.uk");
    CHECK(origin.certainty == Certainty::read);
    CHECK(in_words(origin) == "scenarios/outlooks/central.toml:3:24; source: gov.uk (read)");
}

TEST_CASE("A default of the catalogue says that it is one, and where it is from")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const& origin = find(loaded.value->outlooks[0], "outlook.all.demand_growth")->origin;
    CHECK(origin.what == Origin::What::catalogue);
    CHECK_FALSE(origin.source.empty());
}

TEST_CASE("A slip in an annotation is an error")
{
    CHECK_THAT(problems_with_outlook("demand_growth = { value = 0, surce = \"x\" }"),
               Contains("unknown key \"surce\"") && Contains("did you mean source?"));
    CHECK_THAT(problems_with_outlook("demand_growth = { value = 0, certainty = \"sure\" }"),
               Contains("certainty \"sure\" is not one of read, secondary"));
    CHECK_THAT(problems_with_outlook("demand_growth = { source = \"x\" }"), Contains("without `value`"));
}

TEST_CASE("A file without schema, or with one of another time, is refused")
{
    TestLibrary library;
    library.with("behaviours/central.toml", "[all]\n").with("strategies/block.toml", "schema = 2\n");
    auto const lines = lines_of(library.load().problems);
    CHECK_THAT(lines, Contains("behaviour.schema: is missing"));
    CHECK_THAT(lines, Contains("strategies/block.toml:1:10: strategy.schema: this program reads schema 1 only"));
}

TEST_CASE("A section written as a value is an error")
{
    TestLibrary library;
    library.with("strategies/spot.toml", "schema = 1\nhomecare = 3\n");
    CHECK_THAT(lines_of(library.load().problems), Contains("strategy.homecare: is a section: write [homecare]"));
}
