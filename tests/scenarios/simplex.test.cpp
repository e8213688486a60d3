#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

Loaded<LoadedExperiment> with_homecare(std::string_view lines, Overrides const& overrides = {})
{
    TestLibrary library;
    library.with("strategies/spot.toml", "schema = 1\n[homecare]\n" + std::string{lines} + "\n");
    return library.load(overrides);
}

std::string spot_share(LoadedExperiment const& loaded)
{
    return canonical_text(find(loaded.strategies[0], "strategy.homecare.mix_spot")->value);
}

} // namespace

TEST_CASE("Shares of the mix that do not add up to one are an error")
{
    CHECK(lines_of(with_homecare("mix_block = 0.3\nmix_spot = 0.8").problems) ==
          "scenarios/strategies/spot.toml:3:13: strategy.homecare.mix_block: "
          "the shares mix_block, mix_core, mix_framework, mix_spot, mix_in_house add up to 1.1, not 1\n");
}

TEST_CASE("Dated shares of the mix must add up to one on every date")
{
    CHECK_THAT(
        lines_of(with_homecare("mix_block = { \"2016-04-01\" = 0.2, \"2017-04-01\" = 0.5 }\nmix_spot = 0.8").problems),
        Contains("on 2017-04-01 the shares mix_block, mix_core, mix_framework, mix_spot, mix_in_house add up to "
                 "1.3, not 1"));
}

TEST_CASE("Spot takes what the shares that are named leave, and says so")
{
    auto const loaded = with_homecare("mix_block = 0.7");
    REQUIRE(loaded.has_value());
    CHECK(spot_share(*loaded.value) == "0.3");
    CHECK(find(loaded.value->strategies[0], "strategy.homecare.mix_spot")->origin.note == "what mix_block leaves of 1");
}

TEST_CASE("A share that is not named is none, and says so")
{
    auto const loaded = with_homecare("mix_block = 0.3\nmix_core = 0.25");
    REQUIRE(loaded.has_value());
    auto const& strategy = loaded.value->strategies[0];
    CHECK(number_at(strategy, "strategy.homecare.mix_framework") == 0.0);
    CHECK(number_at(strategy, "strategy.homecare.mix_in_house") == 0.0);
    CHECK(spot_share(*loaded.value) == "0.45");
    CHECK_THAT(find(strategy, "strategy.homecare.mix_framework")->origin.note, Contains("are given and this is not"));
}

TEST_CASE("Where spot is named others that are not are none, and all must add up to one")
{
    CHECK(with_homecare("mix_framework = 0.3\nmix_spot = 0.7").has_value());
    CHECK_THAT(lines_of(with_homecare("mix_framework = 0.3\nmix_spot = 0.5").problems),
               Contains("add up to 0.8, not 1"));
}

TEST_CASE("The missing share of a dated mix is dated too")
{
    auto const loaded = with_homecare("mix_block = { \"2016-04-01\" = 0.2, \"2017-04-01\" = 0.5 }");
    REQUIRE(loaded.has_value());
    CHECK(spot_share(*loaded.value) == "2016-04-01=0.8 2017-04-01=0.5");
}

TEST_CASE("A file that gives part of the mix does not take the rest from the file it extends")
{
    TestLibrary library;
    library.with("strategies/block.toml", "schema = 1\nextends = \"spot\"\n[homecare]\nmix_block = 0.6\n");
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    CHECK(number_at(loaded.value->strategies[1], "strategy.homecare.mix_spot") == 0.4);
}

TEST_CASE("Setting one share of the mix rescales the others in proportion, and says so")
{
    auto const loaded = with_homecare("mix_block = 0.2\nmix_spot = 0.8", {"strategy.homecare.mix_block=0.5"});
    REQUIRE(loaded.has_value());
    CHECK(spot_share(*loaded.value) == "0.5");
    auto const& origin = find(loaded.value->strategies[0], "strategy.homecare.mix_spot")->origin;
    CHECK(origin.what == Origin::What::command_line);
    CHECK_THAT(origin.note, Contains("rescaled in proportion"));
}

TEST_CASE("Where all others were none, spot takes what a set share leaves")
{
    auto const loaded = with_homecare("mix_block = 1\nmix_spot = 0", {"strategy.homecare.mix_block=0.25"});
    REQUIRE(loaded.has_value());
    CHECK(spot_share(*loaded.value) == "0.75");
}

TEST_CASE("Several shares set must add up to one if spot is among them, as in a file")
{
    auto const with_two_set = [](std::string const& spot) {
        return with_homecare("mix_block = 0.2",
                             {"strategy.homecare.mix_block=0.5", "strategy.homecare.mix_spot=" + spot});
    };
    CHECK(
        lines_of(with_two_set("0.6").problems) ==
        "--set strategy.homecare.mix_block=0.5: strategy.homecare.mix_block: the shares mix_block, mix_spot add up to "
        "1.1, not 1; without mix_spot it takes what is left\n");
    CHECK_THAT(lines_of(with_two_set("0.4").problems), Contains("add up to 0.9, not 1"));
    CHECK(with_two_set("0.5").has_value());
    CHECK(with_two_set("0.4999999999999").has_value()); // as near as a file may be
}

TEST_CASE("Several shares set without spot must be no more than one, and leave the others what they leave")
{
    auto const with_two_set = [](std::string const& core) {
        return with_homecare("", {"strategy.homecare.mix_block=0.5", "strategy.homecare.mix_core=" + core});
    };
    CHECK_THAT(lines_of(with_two_set("0.6").problems), Contains("add up to 1.1, more than 1\n"));
    auto const loaded = with_two_set("0.3");
    REQUIRE(loaded.has_value());
    CHECK(spot_share(*loaded.value) == "0.2");
}

TEST_CASE("Where several shares set add up to one, those that are not are none")
{
    auto const loaded = with_homecare(
        "mix_framework = 0.5", {"strategy[spot].homecare.mix_block=0.25", "strategy[spot].homecare.mix_in_house=0.75"});
    REQUIRE(loaded.has_value());
    CHECK(number_at(loaded.value->strategies[0], "strategy.homecare.mix_framework") == 0.0);
    CHECK(spot_share(*loaded.value) == "0");
}

TEST_CASE("All shares set must add up to one too")
{
    Overrides all;
    for (std::string const name : {"mix_block", "mix_core", "mix_framework", "mix_spot", "mix_in_house"})
        all.push_back("strategy.homecare." + name + "=0.3");
    CHECK_THAT(
        lines_of(with_homecare("", all).problems),
        Contains("the shares mix_block, mix_core, mix_framework, mix_spot, mix_in_house add up to 1.5, not 1\n"));
}
