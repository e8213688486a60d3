#pragma once

#include "analysis/paired.hpp"
#include "analysis/sensitivity_runs.hpp"
#include "model/catalogue/metrics.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Whether one strategy stays better than another wherever a sweep looks.
namespace caremarket
{

/// Both strategies in every sample of a sweep, in the same futures.
struct ComparedRuns
{
    std::string strategy, other;
    Better better = Better::up; ///< which way the outcome is good; neither: the higher one is called higher
    std::vector<StudiedFactor> factors;
    std::vector<std::vector<double>> points; ///< [sample][factor] from 0 to 1 over the factor's range
    std::vector<std::vector<double>>
        values;            ///< [sample][factor] as set; of a categorical factor the number of its level
    std::size_t group = 1; ///< samples that go together, as of `DesignedRuns`
    std::vector<std::string> outlooks;
    /// [outlook][sample] outcome under `strategy` less that under `other`, over the sample's replicates; n = 0: missing
    std::vector<std::vector<PairedDifference>> differences;
};

/// In how many samples the strategy is better.
struct OrderCount
{
    Chance better;            ///< of those compared; its interval is for samples drawn at random from the ranges
    std::size_t worse = 0;    ///< what is neither is the same under both
    std::size_t left_out = 0; ///< samples with no outcome under one or both
    std::size_t judged = 0;   ///< compared ones with replicates enough to know the noise of the difference
    std::size_t clearly_better = 0, clearly_worse = 0; ///< judged ones whose difference is beyond its own noise

    [[nodiscard]] std::size_t same() const { return better.of - better.met - worse; }
    [[nodiscard]] double share() const; ///< NaN when none is compared
};

/// A part of a factor's range, or one of its levels.
struct PartOfRange
{
    std::string name;
    double from = 0, to = 0; ///< least and greatest value in it; NaN of a level, or when no sample lies in it
    Chance better;           ///< of the samples compared in it
};

struct OrderByFactor
{
    std::string factor, unit;
    std::vector<PartOfRange> parts; ///< thirds from the lower end, or levels

    /// Parts in which the strategy is better most often, and least; nothing when fewer than two have samples.
    [[nodiscard]] PartOfRange const* best() const;
    [[nodiscard]] PartOfRange const* worst() const;
    [[nodiscard]] double spread() const; ///< between their shares; NaN without them
    [[nodiscard]] bool is_clear() const; ///< their intervals do not meet
    [[nodiscard]] bool
    turns_order() const; ///< clearly; the strategy is mostly better in one and mostly not in the other
};

struct RankingUnderOutlook
{
    std::string outlook;
    OrderCount count;
    std::vector<OrderByFactor> factors; ///< in the order of the design

    [[nodiscard]] std::vector<OrderByFactor const*> by_spread() const; ///< the greatest first
};

struct RankingRobustness
{
    std::string strategy, other;
    Better better = Better::up;
    /// Samples go together, so that intervals, which take each for a draw of its own, are too narrow.
    bool has_groups = false;
    std::vector<RankingUnderOutlook> outlooks;
    /// Samples compared under every outlook in which the strategy is better, or worse, under each of them.
    Chance better_under_all, worse_under_all;
};

[[nodiscard]] RankingRobustness ranking_robustness(ComparedRuns const& runs);

} // namespace caremarket
