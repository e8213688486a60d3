#include "analysis/compare_number.hpp"
#include "analysis/sensitivity_words.hpp"

#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr double much_noise = 0.1;       // of the variance: as much as many a factor makes
constexpr double enough_explained = 0.7; // of the variance, by straight effects
/// With fewer, A and B of the Sobol sequence are alike in some factors of many, and intervals miss theirs: of the eight of
/// Sobol's g-function in 40 stretches of the sequence, 88 to 96 % were held from 64 to 256 base points, all from 512.
constexpr std::size_t enough_base_points = 512;
constexpr std::size_t enough_walks = 10;   // usual in the literature: 10 to 50
constexpr std::size_t enough_samples = 30; // of an order: the interval of a share is then 36 points or less

using Sentences = std::vector<std::string>;

Outcomes const* outcomes_in(Sensitivity const& s)
{
    if (s.indices)
        return &s.indices->outcomes;
    if (s.screening)
        return &s.screening->outcomes;
    return s.main_effects ? &s.main_effects->outcomes : nullptr;
}

/// False where the noise is not known.
bool is_all_noise(Outcomes const& outcomes)
{
    return outcomes.noise_share >= 1.0;
}

void about_outcomes(Outcomes const& outcomes, Sensitivity const& s, Sentences& sentences)
{
    if (outcomes.missing > 0)
        sentences.push_back(
            fmt::format("Failed or never ran: {} of {}. The answer is about the others, which may differ from them.",
                        outcomes.missing, counted(outcomes.samples, "sample")));
    if (is_all_noise(outcomes))
        sentences.emplace_back(
            "Samples differ by no more than chance in their replicates makes: nothing can be told of "
            "any factor. More replicates a sample may show something.");
    else if (outcomes.noise_share > much_noise)
        sentences.push_back(fmt::format(
            "Up to {} of the variance between samples is chance in their replicates{}. More replicates a sample make "
            "it less.",
            percent_text(outcomes.noise_share),
            s.indices ? ": it lowers every first-order index and raises every total one by as much" : ""));
}

void about(MainEffects const& effects, Sensitivity const& s, Sentences& sentences)
{
    if (effects.outcomes.known() == 0 || effects.outcomes.is_constant)
        return;
    if (std::isnan(effects.explained))
        sentences.emplace_back("There are no more samples than effects to fit: main effects have no intervals, and "
                               "how much they explain cannot be told.");
    else if (effects.explained_adjusted < enough_explained && !is_all_noise(effects.outcomes))
        sentences.push_back(fmt::format(
            "Straight effects explain only {} of the variance (allowing for chance): they miss bends, interactions{}. "
            "{}.",
            percent_text(effects.explained_adjusted), effects.outcomes.noise_share > much_noise ? " and noise" : "",
            s.indices ? "Go by the shares of variance instead"
                      : "A Saltelli design would tell what the factors make of it"));
    for (MainEffect const& effect : effects.factors)
        if (std::isnan(effect.size()))
            sentences.push_back(fmt::format(
                "The effect of {} cannot be told: it did not move, or only together with others.", effect.factor));
}

void about(MorrisScreening const& screening, Sentences& sentences)
{
    if (std::size_t const broken = screening.walks - screening.whole_walks; broken > 0)
        sentences.push_back(fmt::format("Walks that miss a sample: {} of {}. They lose the steps that touch it.",
                                        broken, screening.walks));
    if (screening.walks < enough_walks)
        sentences.push_back(fmt::format("Only {}: run at least {} before dropping a factor.",
                                        counted(screening.walks, "walk"), enough_walks));
}

void about(SobolIndices const& indices, Sentences& sentences)
{
    if (std::size_t const broken = indices.base_points - indices.whole_base_points; broken > 0)
        sentences.push_back(
            fmt::format("Base points that miss a sample: {} of {}. They are left out of the indices that need it.",
                        broken, indices.base_points));
    if (indices.base_points < enough_base_points)
        sentences.push_back(fmt::format("Only {}: below {} intervals may be too narrow.",
                                        counted(indices.base_points, "base point"), enough_base_points));
}

void about(RankingRobustness const& ranking, Sentences& sentences)
{
    for (RankingUnderOutlook const& under : ranking.outlooks)
    {
        OrderCount const& count = under.count;
        if (count.left_out > 0)
            sentences.push_back(fmt::format("Left out of the order under {}: {} of {}, without an outcome under one "
                                            "strategy or both.",
                                            under.outlook, count.left_out,
                                            counted(count.left_out + count.better.of, "sample")));
        if (count.better.of > 0 && count.judged < count.better.of)
            sentences.push_back(fmt::format("Only one replicate under {}: {} of {}. Their order may be chance.",
                                            under.outlook, count.better.of - count.judged,
                                            counted(count.better.of, "sample")));
        if (count.better.of > 0 && count.better.of < enough_samples)
            sentences.push_back(fmt::format("Under {}, only {} compared: too few to say where an order turns.",
                                            under.outlook, counted(count.better.of, "sample")));
    }
    if (ranking.has_groups)
        sentences.emplace_back(
            "Samples of this design go together: the intervals of shares of samples are too narrow, "
            "and what looks like a turn may be chance. A Latin hypercube or a Sobol sequence suits.");
    sentences.emplace_back(
        "Shares of samples are about the ranges of the sweep: they are chances only if the ranges say "
        "how likely each value is.");
}

} // namespace

std::vector<std::string> sensitivity_cautions(Sensitivity const& s)
{
    Sentences sentences;
    if (Outcomes const* const outcomes = outcomes_in(s))
        about_outcomes(*outcomes, s, sentences);
    if (s.main_effects)
        about(*s.main_effects, s, sentences);
    if (s.screening)
        about(*s.screening, sentences);
    if (s.indices)
        about(*s.indices, sentences);
    if (s.ranking)
        about(*s.ranking, sentences);
    return sentences;
}

} // namespace caremarket
