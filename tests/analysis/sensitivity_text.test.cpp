#include "sensitivity_sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace caremarket;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace
{

/// As one line, however it was broken.
std::string unwrapped(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string all_cautions(Sensitivity const& sensitivity)
{
    std::string text;
    for (std::string const& caution : sensitivity_cautions(sensitivity))
        text += caution + "\n";
    return text;
}

Sensitivity with_main_effects(DesignedRuns const& runs)
{
    Sensitivity result = sample_screening();
    result.screening.reset();
    result.setting.factors = runs.factors;
    result.main_effects = main_effects(runs);
    return result;
}

} // namespace

TEST_CASE("Each answer about a sweep begins with a line in plain words")
{
    auto const indices = sensitivity_headlines(sample_indices());
    REQUIRE(indices.size() == 2);
    CHECK(indices[0] ==
          "Of the variance of net spend of frameworks under central, these make most, interactions "
          "included: behaviour.homecare.labour.quit_rate 58% (58% alone), outlook.wage_floor.real_growth "
          "39% (39% alone) and place.residential.self_funder_share 3% (2% alone). Factors one by one make "
          "99%: interactions matter little.");
    CHECK_THAT(indices[1], StartsWith("What moves net spend of frameworks under central most, others at their average: "
                                      "behaviour.homecare.labour.quit_rate (-£2.50"));
    CHECK_THAT(indices[1], Contains("m over its range), outlook.wage_floor.real_growth (+£2.00"));
    CHECK_THAT(indices[1], Contains("Straight effects explain 97% of its variance."));

    auto const screening = sensitivity_headlines(sample_screening());
    REQUIRE(screening.size() == 1);
    CHECK_THAT(screening[0], StartsWith("By steps scaled to the whole range, net spend of frameworks under central "
                                        "moves most with behaviour.homecare.labour.quit_rate (£2.45m, one way), "));
    CHECK_THAT(screening[0], Contains("Beyond noise: 3 of 3 factors."));

    auto const ranking = sensitivity_headlines(sample_ranking());
    REQUIRE(ranking.size() == 1);
    CHECK(ranking[0] ==
          "frameworks is better than spot on net spend, where less is better, in 30 of 59 samples (51%; "
          "37% to 64% allowing for the draw), beyond noise in 15; the reverse is beyond noise in 14. The "
          "order turns with behaviour.homecare.labour.quit_rate: frameworks is better in 100% of samples "
          "in its lower third (0.102 to 0.299 1/year), in 0% in its upper third (0.503 to 0.688 1/year).");
    auto named = sample_ranking();
    named.setting.strategy = "frameworks less spot";
    named.setting.outlook = "central";
    CHECK_THAT(sensitivity_headlines(named)[0], StartsWith("frameworks is better than spot on net spend, where less"));
    CHECK(sensitivity_headlines(sample_ranking(2))[0] ==
          "frameworks is better than spot on net spend, where less is better, under every outlook in 30 of 59 samples, "
          "and worse under every one in 29. The order turns under central with behaviour.homecare.labour.quit_rate, "
          "under high with behaviour.homecare.labour.quit_rate.");
}

TEST_CASE("The text of a sweep's analysis has a table for each answer, in lines that fit")
{
    std::string all;
    for (Sensitivity const& sensitivity : {sample_indices(), sample_indices(16), sample_screening(),
                                           sample_screening(0.2), sample_ranking(), sample_ranking(2)})
        all += sensitivity_text(sensitivity);
    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);)
    {
        CAPTURE(line);
        auto const columns = std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
        CHECK(columns <= 110);
    }
    std::string const text = sensitivity_text(sample_indices());
    CHECK_THAT(text, StartsWith("What net spend hangs on\nOutcome: net spend of frameworks under central. Design: "
                                "saltelli, 3 factors.\n\nOf the variance"));
    CHECK_THAT(text,
               Contains("\nbehaviour.homecare.labour.quit_rate  0.58 0.52 to 0.64  0.58 0.54 to 0.63        1024\n"));
    CHECK_THAT(text, Contains("\noutlook.wage_floor.real_growth      +£2.00"));
    CHECK_THAT(text, !Contains("Caution"));
    CHECK_THAT(
        sensitivity_text(sample_screening()),
        Contains("\nplace.residential.self_funder_share   £0.517m £0.37m to £0.68m   £0.517m   £0.382m    20 mostly "
                 "one way\n"));
    CHECK_THAT(sensitivity_text(sample_ranking()), Contains("\n    upper third (0.503 to 0.688 1/year) "));
    CHECK_THAT(sensitivity_text(sample_ranking()), Contains(" 0 of 19   0% to 18%\n"));
}

TEST_CASE("What was missing from a sweep is told, with what it costs")
{
    std::string const screening = all_cautions(sample_screening(0.2));
    CHECK_THAT(screening, Contains("Failed or never ran: 21 of 80 samples."));
    CHECK_THAT(screening, Contains("Walks that miss a sample: 16 of 20."));
    CHECK(sensitivity_cautions(sample_screening()).empty());
    CHECK_THAT(all_cautions(sample_ranking()),
               Contains("Left out of the order under central: 1 of 60 samples, without an outcome"));

    auto runs = named(swept(spend, saltelli_points(3, 600)));
    runs.outcomes[3] = missing_outcome;
    auto sensitivity = sample_indices(1);
    sensitivity.main_effects.reset();
    sensitivity.indices = sobol_indices(runs);
    CHECK(all_cautions(sensitivity) ==
          "Failed or never ran: 1 of 3,000 samples. The answer is about the others, which may differ from them.\n"
          "Base points that miss a sample: 1 of 600. They are left out of the indices that need it.\n");
    CHECK_THAT(sensitivity_text(sensitivity), Contains("         599\n"));
}

TEST_CASE("An answer that should not be relied on says why")
{
    CHECK_THAT(all_cautions(sample_indices(16)), Contains("Only 16 base points: below 512"));

    auto bent = with_main_effects(swept(ishigami, latin_hypercube({"x1", "x2", "x3"}, 300, 1)));
    CHECK_THAT(all_cautions(bent), Contains("% of the variance (allowing for chance): they miss bends, interactions."));
    CHECK_THAT(all_cautions(bent), Contains("A Saltelli design would tell"));

    auto few = with_main_effects(swept(spend, latin_hypercube({"x1", "x2", "x3"}, 4, 1)));
    CHECK_THAT(all_cautions(few), Contains("main effects have no intervals"));

    auto still = swept(spend, latin_hypercube({"x1", "x2", "x3"}, 50, 1));
    for (Point& point : still.points)
        point[1] = 0.5;
    CHECK_THAT(all_cautions(with_main_effects(still)), Contains("The effect of x2 cannot be told: it did not move"));

    auto noisy = swept(spend, saltelli_points(3, 600));
    noisy.errors.assign(noisy.samples(), 0.5 * std::sqrt(outcomes_of(noisy).variance));
    auto sensitivity = sample_indices(1);
    sensitivity.indices = sobol_indices(noisy);
    CHECK_THAT(all_cautions(sensitivity), Contains("Up to 25% of the variance between samples is chance"));
    CHECK_THAT(all_cautions(sensitivity), Contains("lowers every first-order index and raises every total one"));

    noisy.errors.assign(noisy.samples(), 2.0 * std::sqrt(outcomes_of(noisy).variance));
    sensitivity.indices = sobol_indices(noisy);
    CHECK_THAT(all_cautions(sensitivity), Contains("Samples differ by no more than chance in their replicates makes"));
    CHECK_THAT(all_cautions(sensitivity), !Contains("% of the variance between samples"));

    auto ranking = sample_ranking();
    ranking.ranking->has_groups = true;
    ranking.ranking->outlooks[0].count.judged = 9;
    CHECK_THAT(all_cautions(ranking), Contains("Only one replicate under central: 50 of 59 samples."));
    CHECK_THAT(all_cautions(ranking), Contains("intervals of shares of samples are too narrow"));
}

TEST_CASE("Where nothing moves an outcome, or nothing ran, the headline says only that")
{
    auto constant = sample_indices(1);
    constant.indices = sobol_indices(swept([](Point const&) { return 3e6; }, saltelli_points(3, 8)));
    constant.main_effects = main_effects(swept([](Point const&) { return 3e6; }, saltelli_points(3, 8)));
    constant.screening = morris_screening(swept([](Point const&) { return 3e6; }, morris_walks({"a"}, 12, 4, 1)));
    for (std::string const& line : sensitivity_headlines(constant))
        CHECK(line == "No factor moves net spend of frameworks under central: it is the same in every sample.");
    CHECK_THAT(sensitivity_text(constant), Contains("does nothing\n"));
    CHECK_THAT(sensitivity_text(constant), Contains("    -         -     -         -           8\n"));

    auto nothing = swept(spend, saltelli_points(3, 8));
    nothing.outcomes.assign(nothing.samples(), missing_outcome);
    constant.indices = sobol_indices(nothing);
    CHECK(sensitivity_headlines(constant)[0] == "No sample has an outcome: nothing can be said.");

    auto idle = with_main_effects(swept([](Point const& u) { return chance(static_cast<std::size_t>(u[0] * 1e6)); },
                                        latin_hypercube({"x1", "x2", "x3"}, 40, 3)));
    CHECK_THAT(sensitivity_headlines(idle)[0],
               StartsWith("No factor moves net spend of frameworks under central beyond noise."));
    CHECK_THAT(sensitivity_text(idle), Contains("~\n"));
}

TEST_CASE("Levels are shown under their factor; an outcome that is no money has no pounds")
{
    auto runs = swept([](Point const& u) { return 4 + 2 * u[0]; }, latin_hypercube({"x1", "x2"}, 60, 1));
    runs.factors[1].levels = {"fixed", "indexed"};
    for (std::size_t sample = 0; sample < 60; ++sample)
    {
        runs.values[sample][1] = sample % 2 == 0 ? 0 : 1;
        runs.outcomes[sample] += sample % 2 == 0 ? 0 : 6;
    }
    auto sensitivity = with_main_effects(runs);
    sensitivity.setting.outcome = "weeks_waited";
    sensitivity.setting.unit = "week";
    std::string const text = sensitivity_text(sensitivity);
    CHECK_THAT(text, Contains("Outcome: weeks waited of frameworks under central [week]."));
    CHECK_THAT(unwrapped(text), Contains("x2 (6 between its levels)"));
    CHECK_THAT(text, Contains("\nx2\n  fixed (30 samples)"));
    CHECK_THAT(text, Contains("  indexed (30 samples)"));
    CHECK_THAT(text, !Contains("£"));
}

TEST_CASE("An outcome that is neither good nor bad is called higher, not better")
{
    auto ranking = sample_ranking();
    ranking.ranking->better = Better::neither;
    CHECK_THAT(sensitivity_headlines(ranking)[0], StartsWith("frameworks is higher than spot on net spend in 30 of"));
    CHECK_THAT(sensitivity_text(ranking), Contains("Samples in which frameworks is higher than spot"));
    CHECK_THAT(sensitivity_text(ranking), !Contains("better"));
}
