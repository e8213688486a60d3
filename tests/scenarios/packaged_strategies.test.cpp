#include "model/build.hpp"
#include "scenarios/load_any.hpp"
#include "tests/support/random_strategies.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

LoadedExperiment packaged(std::string const& experiment)
{
    auto loaded = load_experiment({{std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios"}}, experiment);
    REQUIRE(loaded.has_value());
    return *loaded.value;
}

/// Random strategies in a packaged place, from the day on which its experiment begins. Five thousand in all: fewer where a
/// place is large, so that each takes about as long.
void check_place_of(std::string const& experiment, std::uint64_t strategies)
{
    LoadedExperiment const loaded = packaged(experiment);
    Market const start = market_at_start(inputs_before_start(loaded, 0), 0);
    Inputs const usual = inputs_of(loaded, 0, 0);
    Happened happened;
    for (std::uint64_t number = 0; number < strategies; ++number)
    {
        INFO(experiment << ", strategy " << number);
        CHECK(complaint_of_two_years(start, with_random_strategy(usual, number), happened) == "");
    }
    CHECK(happened.kinds[DecisionKind::care_begins] > 0);
    CHECK(happened.kinds[DecisionKind::contract_begins] > 0);
}

} // namespace

TEST_CASE("No random strategy breaks an identity in Cambridgeshire", "[slow]")
{
    check_place_of("cambridgeshire-2016", 350);
}

TEST_CASE("No random strategy breaks an identity in Calderdale", "[slow]")
{
    check_place_of("calderdale-2020", 1250);
}

TEST_CASE("No random strategy breaks an identity in Walsall", "[slow]")
{
    check_place_of("walsall-2016", 1000);
}

TEST_CASE("No random strategy breaks an identity in Suffolk", "[slow]")
{
    check_place_of("suffolk-2016", 150);
}

TEST_CASE("No random strategy breaks an identity in Little Wold", "[slow]")
{
    check_place_of("little-wold-lesson", 2250);
}
