#include "analysis/crossed_design.hpp"

#include "cheapest_sample.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr char lever[] = "strategy[block-heavy].residential.mix_block";

} // namespace

TEST_CASE("A crossed sweep is its draws, each with all values of the lever, and what goes with the lever is no draw")
{
    auto const design = crossed_design(five_draws(), lever);
    CHECK(design.values == std::vector<std::string>{"0", "0.5", "1"});
    CHECK(design.are_numbers);
    CHECK(design.moved_with == std::vector<std::size_t>{2});
    CHECK(design.uncertain == std::vector<std::size_t>{0});
    REQUIRE(design.samples.size() == 5);
    CHECK(design.samples[1] == std::vector<std::size_t>{3, 4, 5});
    auto const draws = draws_of(five_draws(), design);
    CHECK(draws.factors == std::vector<std::string>{"behaviour.all.risk_aversion"});
    CHECK(draws.values == std::vector<std::vector<std::string>>{{"0"}, {"1"}, {"2"}, {"3"}, {"4"}});
    CHECK(draws.units == std::vector<std::string>{"1"});
}

TEST_CASE("Any factor of a grid is crossed with the others, in whatever order its values come")
{
    SampleAxis const grid{.design = "grid",
                          .group = 1,
                          .factors = {"a", "b"},
                          .values = {{"10", "x"}, {"10", "y"}, {"9.0", "x"}, {"9", "y"}},
                          .points = {}};
    auto const of_a = crossed_design(grid, "a");
    CHECK(of_a.values == std::vector<std::string>{"9", "10"}); // by size, and 9.0 is 9
    CHECK(of_a.samples == std::vector<std::vector<std::size_t>>{{2, 0}, {3, 1}});
    auto const of_b = crossed_design(grid, "b");
    CHECK_FALSE(of_b.are_numbers);
    CHECK(of_b.values == std::vector<std::string>{"x", "y"});
    CHECK(of_b.uncertain == std::vector<std::size_t>{0});
}

TEST_CASE("A sweep whose draws lack values of the lever is refused, and told what to do")
{
    SampleAxis const sampled{.design = "sobol",
                             .group = 1,
                             .factors = {"a", "b"},
                             .values = {{"0.1", "5"}, {"0.2", "6"}, {"0.3", "7"}},
                             .points = {}};
    CHECK_THROWS_WITH(crossed_design(sampled, "a"), Contains("a is not crossed with the other factors: 3 of 3 draws") &&
                                                        Contains("[design.crossed]"));
    auto lacking = five_draws();
    lacking.values.pop_back();
    CHECK_THROWS_WITH(crossed_design(lacking, lever), Contains("1 of 5 draws"));
    CHECK_THROWS_WITH(crossed_design(five_draws(), "strategy[block-heavy].residential.mix_blok"),
                      Contains("did you mean strategy[block-heavy].residential.mix_block?"));
    SampleAxis const still{.design = "list", .factors = {"a", "b"}, .values = {{"1", "5"}, {"1", "6"}}, .points = {}};
    CHECK_THROWS_WITH(crossed_design(still, "a"), Contains("a is 1 in every sample: there is nothing to choose among"));
}

TEST_CASE("One draw is enough, where nothing is uncertain or the design says that its samples go together")
{
    SampleAxis one = five_draws();
    one.values.resize(3);
    auto const together = crossed_design(one, lever);
    CHECK(together.samples.size() == 1);
    CHECK(together.moved_with == std::vector<std::size_t>{2});
    SampleAxis const alone{.design = "list", .group = 1, .factors = {"a"}, .values = {{"1"}, {"2"}}, .points = {}};
    CHECK(crossed_design(alone, "a").samples.size() == 1);
}
