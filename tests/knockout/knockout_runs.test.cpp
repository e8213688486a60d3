#include "runners/knockout_runs.hpp"

#include "scenarios/knockouts.hpp"

#include <catch2/catch.hpp>

#include <atomic>

using namespace caremarket;
using Of = MeasuredRuns::Of;

namespace
{

constexpr int replicates = 2;

Library own_library()
{
    return {{std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios"}};
}

/// Two years of one district with a sixth of the county's people, under spot-heavy and block-heavy.
LoadedExperiment small_place()
{
    auto loaded = load_experiment(own_library(), "cambridgeshire-2016",
                                  {"experiment.years=2", "experiment.replicates=" + std::to_string(replicates)});
    REQUIRE(loaded.has_value());
    auto two = with_strategies(std::move(*loaded.value), {"block-heavy"});
    auto one = with_outlooks(std::move(*two.value), {"central"});
    REQUIRE(one.has_value());
    Mechanism const smaller{.name = "smaller",
                            .meaning = "",
                            .changes = {{"place.*.council_people *= 0.1667"},
                                        {"place.supply.*.*.providers *= 0.1667"},
                                        {"place.supply.*.*.capacity *= 0.1667"}}};
    auto small = without(*one.value, smaller);
    REQUIRE(small.has_value());
    return std::move(*small.value);
}

LoadedExperiment without_row(LoadedExperiment const& full, std::string const& name)
{
    auto const rows = with_names(*mechanisms_of(own_library()).value, {name});
    REQUIRE(rows.has_value());
    auto changed = without(full, rows.value->front());
    REQUIRE(changed.has_value());
    return std::move(*changed.value);
}

KnockoutMeasured measured(std::vector<LoadedExperiment> const& models, int threads = 1)
{
    auto result = run_knockouts({.models = models, .threads = threads});
    REQUIRE(result);
    CHECK(result->failed == 0);
    return std::move(*result);
}

/// Whether all measures of all runs are the same to the bit.
bool same(MeasuredRuns const& a, MeasuredRuns const& b)
{
    for (Of const of : {Of::baseline, Of::strategy})
        for (std::size_t r = 0; r < replicates; ++r)
            if (a.at(0, of, r) != b.at(0, of, r))
                return false;
    return true;
}

} // namespace

TEST_CASE("A change to the value that is there already changes nothing, to the bit", "[slow]")
{
    LoadedExperiment const full = small_place();
    Mechanism const neutral{.name = "neutral",
                            .meaning = "",
                            .changes = {{"behaviour.all.risk_aversion=1"},
                                        {"behaviour.*.retirement_rate *= 1"},
                                        {"place.supply.*.*.capacity /= 1"}}};
    auto const unchanged = without(full, neutral);
    REQUIRE(unchanged.has_value());
    KnockoutMeasured const result = measured({full, *unchanged.value});
    CHECK(same(result.models[0], result.models[1]));
    CHECK(result.models[0].at(0, Of::baseline, 0) != result.models[0].at(0, Of::strategy, 0));
}

TEST_CASE("Mechanisms that are taken out change what they must", "[slow]")
{
    // Owners retire so often that it shows in a few runs of a few providers.
    Mechanism const often{.name = "often", .meaning = "", .changes = {{"behaviour.*.retirement_rate *= 5"}}};
    auto const retiring = without(small_place(), often);
    REQUIRE(retiring.has_value());
    LoadedExperiment const& full = *retiring.value;
    KnockoutMeasured const result =
        measured({full, without_row(full, "pay-and-quitting"), without_row(full, "fixed-office-cost"),
                  without_row(full, "funded-nursing-care"), without_row(full, "retirement")});
    double closures = 0.0, closures_without_retirement = 0.0;
    for (std::size_t r = 0; r < replicates; ++r)
    {
        RunMeasures const& before = result.models[0].at(0, Of::baseline, r);
        using enum KnockoutMeasure;
        CHECK(result.models[1].at(0, Of::baseline, r)[turnover] != before[turnover]);
        CHECK(result.models[2].at(0, Of::baseline, r)[cost] < before[cost]);
        CHECK(result.models[3].at(0, Of::baseline, r)[placement_price] > before[placement_price]);
        closures += before[KnockoutMeasure::closed];
        closures_without_retirement += result.models[4].at(0, Of::baseline, r)[KnockoutMeasure::closed];
    }
    CHECK(closures_without_retirement < closures);
}

TEST_CASE("Knock-outs are the same on any number of threads", "[slow]")
{
    LoadedExperiment const full = small_place();
    std::vector<LoadedExperiment> const models{full, without_row(full, "own-choice")};
    KnockoutMeasured const one = measured(models, 1), four = measured(models, 4);
    CHECK(same(one.models[0], four.models[0]));
    CHECK(same(one.models[1], four.models[1]));
    CHECK_FALSE(same(one.models[0], one.models[1]));
}

TEST_CASE("The baseline is told from the strategy wherever it stands")
{
    LoadedExperiment turned = small_place();
    std::swap(turned.strategies[0], turned.strategies[1]);
    std::swap(turned.experiment.strategies[0], turned.experiment.strategies[1]);
    auto const usual = measured({small_place()});
    auto const other = run_knockouts({.models = {turned}, .baseline = 1});
    REQUIRE(other);
    CHECK(same(usual.models.front(), other->models.front()));
}

TEST_CASE("Knock-outs that are told to stop give nothing")
{
    std::atomic<int> asked = 0;
    CHECK_FALSE(run_knockouts({.models = {small_place()}, .should_stop = [&asked] { return ++asked > 1; }}));
}
