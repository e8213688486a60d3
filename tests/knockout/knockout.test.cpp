#include "analysis/knockout.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace caremarket;
using Catch::Contains;
using Of = MeasuredRuns::Of;

namespace
{

constexpr std::size_t replicates = 12;

/// Runs under two outlooks; a future's baseline costs 100 and a bit, and its strategy so much more.
MeasuredRuns runs_with(double more, double more_under_the_second, double wobble = 0.0)
{
    MeasuredRuns runs(2, replicates);
    for (std::size_t outlook = 0; outlook < 2; ++outlook)
        for (std::size_t r = 0; r < replicates; ++r)
        {
            double const swing = wobble * (r % 2 == 0 ? 1.0 : -1.0);
            for (Of const of : {Of::baseline, Of::strategy})
            {
                RunMeasures measures;
                for (double& value : measures)
                    value = 0.5;
                measures[KnockoutMeasure::cost] = 100e6 + static_cast<double>(r) * 1e6;
                if (of == Of::strategy)
                    measures[KnockoutMeasure::cost] += (outlook == 0 ? more : more_under_the_second) + swing;
                runs.at(outlook, of, r) = measures;
            }
        }
    return runs;
}

Knockout of(MeasuredRuns const& full, std::vector<RunsWithout> const& without)
{
    return knockout({.title = "A question",
                     .experiment = "question",
                     .baseline = "spot",
                     .strategy = "block",
                     .outlooks = {"calm", "stormy"},
                     .replicates = replicates,
                     .first_year = 2016,
                     .years = 3},
                    full, without);
}

RunsWithout without(std::string name, MeasuredRuns runs)
{
    return {.name = std::move(name), .meaning = "It is gone", .changes = {"a.b=0"}, .runs = std::move(runs)};
}

std::string joined(std::vector<std::string> const& sentences)
{
    std::string text;
    for (std::string const& sentence : sentences)
        text += sentence + '\n';
    return text;
}

} // namespace

TEST_CASE("The difference between strategies is averaged over outlooks, future by future")
{
    Knockout const k = of(runs_with(4e6, 8e6), {without("fear", runs_with(1e6, 3e6))});
    CHECK(k.difference.all.n == replicates);
    CHECK(k.difference.all.mean == Approx(6e6));
    CHECK(k.difference.by_outlook[1].mean == Approx(8e6));
    MechanismEffect const& effect = k.effects.front();
    CHECK(effect.difference.all.mean == Approx(2e6));
    CHECK(effect.moved.all.mean == Approx(-4e6));
    CHECK(effect.moved.by_outlook[0].mean == Approx(-3e6));
    CHECK(effect.makes_dearer());
    CHECK(effect.sign == SignThen::as_before);
}

TEST_CASE("A model with nothing taken out differs in nothing")
{
    Knockout const k = of(runs_with(4e6, 8e6), {without("nothing", runs_with(4e6, 8e6))});
    CHECK(k.effects.front().moved.all.is_none());
    for (PairedDifference const& change : k.effects.front().under_baseline)
        CHECK(change.is_none());
    CHECK_THAT(knockout_text(k), Contains("neither"));
}

TEST_CASE("Changes under the baseline are in per cent, of shares in points")
{
    MeasuredRuns changed = runs_with(4e6, 8e6);
    for (std::size_t outlook = 0; outlook < 2; ++outlook)
        for (std::size_t r = 0; r < replicates; ++r)
        {
            RunMeasures& measures = changed.at(outlook, Of::baseline, r);
            measures[KnockoutMeasure::cost] *= 1.1;
            measures[KnockoutMeasure::weeks_waited] = outlook == 0 ? 1.0 : 0.5; // on average 0.75 after 0.5
            measures[KnockoutMeasure::occupancy] = 0.45;
        }
    Knockout const k = of(runs_with(4e6, 8e6), {without("x", changed)});
    auto const& change = k.effects.front().under_baseline;
    CHECK(change[KnockoutMeasure::cost].mean == Approx(10.0));
    CHECK(change[KnockoutMeasure::weeks_waited].mean == Approx(50.0));
    CHECK(change[KnockoutMeasure::occupancy].mean == Approx(-5.0));
    CHECK(change[KnockoutMeasure::turnover].is_none());
}

TEST_CASE("A future in which a run failed is left out")
{
    MeasuredRuns changed = runs_with(1e6, 1e6);
    changed.at(1, Of::strategy, 5) = unknown_measures();
    Knockout const k = of(runs_with(4e6, 8e6), {without("x", changed)});
    CHECK(k.effects.front().moved.all.n == replicates - 1);
    CHECK(k.effects.front().moved.all.left_out == 1);
    CHECK(k.effects.front().moved.by_outlook[0].n == replicates);
}

TEST_CASE("Of a sign it is said whether it turns, is lost or becomes clear, unless the move is noise")
{
    MeasuredRuns const clear = runs_with(4e6, 4e6, 1e6), unclear = runs_with(0.1e6, 0.1e6, 1e6);
    CHECK(of(clear, {without("x", runs_with(-4e6, -4e6, 1e6))}).effects.front().sign == SignThen::turned);
    CHECK(of(clear, {without("x", unclear)}).effects.front().sign == SignThen::lost);
    CHECK(of(unclear, {without("x", clear)}).effects.front().sign == SignThen::settled);
    CHECK(of(clear, {without("x", runs_with(8e6, 8e6, 1e6))}).effects.front().sign == SignThen::as_before);
    // The other way round by a hair, and by futures that swing apart: chance.
    CHECK(of(runs_with(0.7e6, 0.7e6, 1e6), {without("x", runs_with(0.1e6, 0.1e6, -1e6))}).effects.front().sign ==
          SignThen::as_before);
}

TEST_CASE("The answer says which mechanisms turn the sign and which move it most")
{
    Knockout const k =
        of(runs_with(4e6, 4e6, 0.1e6),
           {without("small", runs_with(3e6, 3e6, 0.2e6)), without("large", runs_with(-5e6, -5e6, 0.2e6)),
            without("helpful", runs_with(6e6, 6e6, 0.2e6)), without("idle", runs_with(4e6, 4e6, -0.1e6))});
    CHECK(k.by_move().front()->name == "large");
    std::string const said = joined(knockout_sentences(k));
    CHECK_THAT(said, Contains("block costs the council £4.00m ± £0.07m more than spot over the 3 years to 2018/19."));
    CHECK_THAT(said, Contains("The sign turns without large (£5.00m ± £0.13m cheaper)."));
    CHECK_THAT(said,
               Contains("What makes block dearer against spot, most of all: large (£9.00m ± £0.07m) and small ("));
    CHECK_THAT(said, Contains("What makes it cheaper: helpful ("));
    CHECK_THAT(said, Contains("1 of 4 move the difference by no more than noise."));
    CHECK_THAT(said, !Contains("Caution"));
}

TEST_CASE("The text fits its lines, whatever its numbers")
{
    MeasuredRuns wild = runs_with(-123456e6, 98765e6, 5432e6);
    wild.at(0, Of::baseline, 0)[KnockoutMeasure::weeks_waiting] = 1e9;
    std::istringstream text(knockout_text(of(runs_with(4e6, 8e6, 1e5), {without("one-by-one-leavers-of-all", wild),
                                                                        without("none", runs_with(4e6, 8e6, 1e5))})));
    for (std::string line; std::getline(text, line);)
        CHECK(std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) <=
              110);
}

TEST_CASE("The JSON says all of it")
{
    auto const json = knockout_json(of(runs_with(4e6, 8e6, 1e5), {without("fear", runs_with(-4e6, -8e6, 1e5))}));
    CHECK(json["schema"] == "caremarket.knockout/1");
    CHECK(json["outlooks"] == std::vector<std::string>{"calm", "stormy"});
    CHECK(json["measures"].size() == count_of<KnockoutMeasure>);
    CHECK(json["full_model"]["strategy_less_baseline"]["all_outlooks"]["mean"].get<double>() == Approx(6e6));
    auto const& fear = json["mechanisms"][0];
    CHECK(fear["mechanism"] == "fear");
    CHECK(fear["change"] == std::vector<std::string>{"a.b=0"});
    CHECK(fear["sign"] == "turned");
    CHECK(fear["moved"]["by_outlook"][1]["outlook"] == "stormy");
    CHECK(fear["under_baseline"]["cost"]["mean"] == 0.0);
}

TEST_CASE("A difference of which its noise leaves no digit is as much, within noise")
{
    std::string const text = joined(knockout_sentences(of(runs_with(1e3, 1e3, 5e6), {})));
    CHECK_THAT(text, Contains("block costs the council as much as spot over the 3 years to 2018/19, within noise."));
    CHECK_THAT(text, !Contains("£0"));
}
