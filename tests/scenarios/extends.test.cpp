#include "scenarios/load_any.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

TEST_CASE("A strategy that extends another holds only what differs")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const& block = loaded.value->strategies[1];
    CHECK(number_at(block, "strategy.homecare.mix_block") == 0.6);
    CHECK(text_at(block, "strategy.homecare.uplift_rule") == "cpi");
    CHECK(in_words(find(block, "strategy.homecare.uplift_rule")->origin) ==
          "scenarios/strategies/spot.toml:7:15, extended from spot");
}

TEST_CASE("Strategies that extend each other in a circle are an error")
{
    TestLibrary library;
    library.with_change("strategies/spot.toml", "title = \"Spot\"", "extends = \"block\"");
    auto const lines = lines_of(library.load().problems);
    CHECK_THAT(lines,
               Contains("scenarios/strategies/block.toml:2:11: strategy.extends: extends itself: spot → block → spot"));
    CHECK_THAT(lines, Contains("extends itself: block → spot → block"));
}

TEST_CASE("A strategy that extends itself is an error")
{
    TestLibrary library;
    library.with_change("strategies/spot.toml", "title = \"Spot\"", "extends = \"spot\"");
    CHECK_THAT(lines_of(library.load().problems), Contains("extends itself: spot → spot"));
}

TEST_CASE("Extending what is not there names the nearest that is")
{
    TestLibrary library;
    library.with_change("strategies/block.toml", "\"spot\"", "\"spott\"");
    CHECK(lines_of(library.load().problems) == "scenarios/strategies/block.toml:2:11: strategy.extends: "
                                               "there is no strategy \"spott\" (did you mean spot?)\n");
}

TEST_CASE("A problem of a file that several extend is told once")
{
    TestLibrary library;
    library.with_change("strategies/spot.toml", "contract_length = 4", "contract_length = 40");
    CHECK(library.load().problems.size() == 1);
}

TEST_CASE("Checking a file that extends another tells in English what it changes")
{
    TestLibrary library;
    library.with("strategies/long.toml",
                 "schema = 1\nextends = \"spot\"\n[homecare]\ncontract_length = 8\nuplift_rule = \"none\"\n");
    auto const checked = load_any(library.get(), "long");
    CHECK(checked.parent == "spot");
    CHECK(checked.difference ==
          std::vector<std::string>{
              "homecare: Length of a contract: block, core or framework: 8 years instead of 4 years",
              "homecare: How contract prices, prices of placements already made and the usual rate move each 1 April: "
              "none instead of cpi"});
}

TEST_CASE("Of two dated values the difference tells the dates on which they differ")
{
    TestLibrary library;
    library.with("outlooks/high.toml", "schema = 1\nextends = \"central\"\n[all]\n"
                                       "wage_floor = { \"2016-04-01\" = 7.2, \"2017-04-01\" = 7.9 }\n");
    auto const checked = load_any(library.get(), "high");
    CHECK(checked.difference == std::vector<std::string>{"Statutory minimum pay of an adult worker on the day: "
                                                         "7.9 GBP/h instead of 7.5 GBP/h from 2017-04-01"});
}

TEST_CASE("What is written otherwise and is the same on every day is no difference")
{
    TestLibrary library;
    library.with("strategies/long.toml", "schema = 1\ntitle = \"Long\"\nextends = \"spot\"\n[homecare]\n"
                                         "contract_length = { \"2016-04-01\" = 4, \"2030-04-01\" = 4 }\n");
    CHECK(load_any(library.get(), "long").difference.empty());
    library.with_change("strategies/long.toml", "\"2030-04-01\" = 4", "\"2030-04-01\" = 5");
    CHECK(
        load_any(library.get(), "long").difference ==
        std::vector<std::string>{"homecare: Length of a contract: block, core or framework: 5 years instead of 4 years "
                                 "from 2030-04-01"});
}
