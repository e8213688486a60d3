#include "scenarios/overrides.hpp"
#include "scenarios/override_remarks.hpp"

#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

std::string problems_of(Overrides const& overrides)
{
    TestLibrary library;
    return lines_of(library.load(overrides).problems);
}

LoadedExperiment with(Overrides const& overrides)
{
    TestLibrary library;
    auto loaded = library.load(overrides);
    REQUIRE(lines_of(loaded.problems).empty());
    return std::move(*loaded.value);
}

} // namespace

TEST_CASE("A lever set on the command line holds for every strategy but not for the one before the start")
{
    auto const loaded = with({"strategy.homecare.contract_length=8"});
    CHECK(number_at(loaded.strategies[0], "strategy.homecare.contract_length") == 8);
    CHECK(number_at(loaded.strategies[1], "strategy.homecare.contract_length") == 8);
    CHECK(number_at(loaded.inherited, "strategy.homecare.contract_length") == 4);
    CHECK(in_words(find(loaded.strategies[0], "strategy.homecare.contract_length")->origin) ==
          "set on the command line: --set strategy.homecare.contract_length=8");
}

TEST_CASE("A name in brackets sets a lever of one strategy")
{
    auto const loaded = with({"strategy[block].homecare.contract_length=8"});
    CHECK(number_at(loaded.strategies[0], "strategy.homecare.contract_length") == 4);
    CHECK(number_at(loaded.strategies[1], "strategy.homecare.contract_length") == 8);
    CHECK_THAT(problems_of({"strategy[blok].homecare.contract_length=8"}), Contains("did you mean block?"));
    CHECK_THAT(problems_of({"behaviour[central].all.risk_aversion=0"}),
               Contains("only strategy and outlook take a name"));
}

TEST_CASE("A path set twice is an error that names both")
{
    CHECK(problems_of({"behaviour.all.risk_aversion=0", "behaviour.all.risk_aversion=3"}) ==
          "--set behaviour.all.risk_aversion=3: behaviour.all.risk_aversion: is set already, by --set "
          "behaviour.all.risk_aversion=0\n");
    CHECK_THAT(problems_of({"experiment.years=2", "experiment.years=2"}), Contains("is set already, by --set exp"));
    CHECK_THAT(
        problems_of({"strategy[block].homecare.contract_length=8", "strategy[block].homecare.contract_length=9"}),
        Contains("is set already"));
    // for all after it was for one: that would be undone
    CHECK_THAT(problems_of({"strategy[block].homecare.contract_length=8", "strategy.homecare.contract_length=9"}),
               Contains("is set already, by --set strategy[block]"));
}

TEST_CASE("A value may be set for all strategies and then for one of them")
{
    auto const loaded = with({"strategy.homecare.contract_length=8", "strategy[block].homecare.contract_length=9",
                              "strategy[spot].homecare.contract_length=7"});
    CHECK(number_at(loaded.strategies[0], "strategy.homecare.contract_length") == 7);
    CHECK(number_at(loaded.strategies[1], "strategy.homecare.contract_length") == 9);
}

TEST_CASE("Choices need no quotes and dated values are written as in a file")
{
    auto const loaded = with({"strategy.homecare.uplift_rule=wage-weighted",
                              "outlook.all.wage_floor={ \"2016-04-01\" = 7, \"2018-04-01\" = 8 }"});
    CHECK(text_at(loaded.strategies[0], "strategy.homecare.uplift_rule") == "wage-weighted");
    CHECK(inputs_of(loaded, 0, 0).outlook.all.wage_floor.at(first_of_april(2018)) == 8);
}

TEST_CASE("A cell of the place and settings of the run can be set")
{
    auto const loaded = with({"place.supply.E1.homecare.capacity=1200", "experiment.years=2", "experiment.seed=7",
                              "experiment.replicates=3", "experiment.start=2017-04-01"});
    CHECK(inputs_of(loaded, 0, 0).place.localities[0].supply[Service::homecare].capacity == 1200);
    CHECK(loaded.experiment.years == 2);
    CHECK(loaded.experiment.seed == 7);
    CHECK(loaded.experiment.replicates == 3);
    CHECK(loaded.experiment.start == first_of_april(2017));
}

TEST_CASE("The checks of files apply to what is set on the command line")
{
    CHECK(problems_of({"strategy.homecare.contract_length=90"}) ==
          "--set strategy.homecare.contract_length=90: strategy.homecare.contract_length: 90 years is outside 0.25–15 "
          "years\n");
    CHECK_THAT(problems_of({"strategy.homecare.uplift_rule=cpl"}), Contains("did you mean cpi?"));
    CHECK_THAT(problems_of({"strategy.homecare.contract_length="}), Contains("a number is expected"));
    CHECK_THAT(problems_of({"experiment.replicates=0"}), Contains("0 is outside 1–1000000"));
    CHECK_THAT(problems_of({"experiment.start=2015-04-01"}),
               Contains("begins on 2016-04-01, after the experiment's start"));
    CHECK_THAT(problems_of({"place.supply.E1.homecare.capacity=0"}), Contains("must both be zero or neither"));
}

TEST_CASE("An unknown path is told with the nearest, and all problems come together")
{
    auto const lines =
        problems_of({"strategy.homecare.mix_blok=0.5", "experiment.yeers=3", "nonsense", "place.name=x"});
    CHECK_THAT(lines, Contains("unknown path (did you mean strategy.homecare.mix_block?)"));
    CHECK_THAT(lines,
               Contains("only start, years, replicates, seed of an experiment can be set (did you mean years?)"));
    CHECK_THAT(lines, Contains("--set nonsense: must be of the form path=value"));
    CHECK_THAT(lines, Contains("place.name: unknown path"));
}

TEST_CASE("Shares that give way to one that was set are remarked on, for every strategy in which they do")
{
    Overrides const overrides{"strategy[block].homecare.mix_block=0.5"};
    CHECK(remarks_on(overrides, with(overrides)) ==
          std::vector<std::string>{
              "--set strategy[block].homecare.mix_block=0.5: mix_spot of block becomes 0.5"}); // and none stays none
    Overrides const dated{"strategy[block].homecare.mix_block={\"2016-04-01\" = 0.5, \"2018-04-01\" = 0.7}"};
    CHECK_THAT(remarks_on(dated, with(dated)).at(0),
               Contains("mix_spot of block becomes 0.5 from 2016-04-01, 0.3 from 2018-04-01"));
    Overrides const as_it_was{"strategy[block].homecare.mix_block=0.6"};
    CHECK(remarks_on(as_it_was, with(as_it_was)).empty());
}

TEST_CASE("A value set for every strategy is remarked on, for the baseline moves with it")
{
    Overrides const all{"strategy.homecare.contract_length=8"};
    CHECK(remarks_on(all, with(all)) ==
          std::vector<std::string>{"--set strategy.homecare.contract_length=8: also changes the baseline spot; "
                                   "strategy[block].homecare.contract_length changes one"});
    Overrides const others{"strategy[block].homecare.contract_length=8", "outlook.all.wage_floor=9",
                           "behaviour.all.risk_aversion=1", "experiment.years=2"};
    CHECK(remarks_on(others, with(others)).empty());
    auto const only_the_baseline = with_strategies(with(all), {"spot"});
    CHECK(remarks_on(all, *only_the_baseline.value).empty());
}
