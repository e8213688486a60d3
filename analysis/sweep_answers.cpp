#include "analysis/sweep_answers.hpp"

#include "analysis/index_of_name.hpp"
#include "analysis/studied_design.hpp"
#include "analysis/sweep_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace caremarket
{

namespace
{

/// A strategy, and what it is compared with; itself if it is looked at alone.
struct Pair
{
    std::size_t strategy, baseline;
    [[nodiscard]] bool is_alone() const { return strategy == baseline; }
};

PairedDifference difference_in(SweepOutcomes const& outcomes, Pair const& pair, std::size_t outlook, std::size_t sample)
{
    std::vector<double> const with = outcomes.of(sample, outlook, pair.strategy);
    if (pair.is_alone())
        return paired_difference(with);
    return paired_difference(outcomes.of(sample, outlook, pair.baseline), with);
}

DesignedRuns designed_runs(StudiedDesign const& design, std::vector<PairedDifference> const& differences)
{
    DesignedRuns runs{.factors = design.factors,
                      .points = design.points,
                      .values = design.values,
                      .outcomes = {},
                      .group = design.group};
    for (PairedDifference const& difference : differences)
    {
        runs.outcomes.push_back(difference.n > 0 ? difference.mean : std::numeric_limits<double>::quiet_NaN());
        runs.errors.push_back(difference.standard_error);
    }
    return runs;
}

/// All that is asked, once it has been looked up.
class AnsweringSweep
{
public:
    AnsweringSweep(ResultsFile const& file, SweepQuestion const& question)
        : file_(file),
          axes_(file.axes()),
          design_(studied(axes_.samples)),
          outcomes_(file, question.metric),
          outlooks_(indices_of_names("outlook", question.outlooks, axes_.outlooks)),
          baseline_(index_of_name("strategy", question.baseline.value_or(file.provenance().baseline), axes_.strategies))
    {
        for (std::size_t const strategy : indices_of_names("strategy", question.strategies, axes_.strategies))
            if (strategy != baseline_)
                pairs_.push_back({strategy, baseline_});
        if (pairs_.empty())
            pairs_.push_back({baseline_, baseline_});
    }

    [[nodiscard]] std::vector<Sensitivity> answers() const
    {
        std::vector<Sensitivity> all;
        for (Pair const& pair : pairs_)
        {
            std::vector<std::vector<PairedDifference>> differences; // [outlook asked][sample]
            for (std::size_t const outlook : outlooks_)
                differences.push_back(differences_under(pair, outlook));
            for (std::size_t i = 0; i < outlooks_.size(); ++i)
                all.push_back(answer(pair, outlooks_[i], differences[i]));
            if (!pair.is_alone())
                all[all.size() - outlooks_.size()].ranking = ranking(pair, std::move(differences));
        }
        return all;
    }

private:
    [[nodiscard]] std::vector<PairedDifference> differences_under(Pair const& pair, std::size_t outlook) const
    {
        std::vector<PairedDifference> differences;
        for (std::size_t sample = 0; sample < axes_.samples.count(); ++sample)
            differences.push_back(difference_in(outcomes_, pair, outlook, sample));
        return differences;
    }

    [[nodiscard]] Sensitivity answer(Pair const& pair, std::size_t outlook,
                                     std::vector<PairedDifference> const& differences) const
    {
        std::string const& strategy = axes_.strategies[pair.strategy];
        DesignedRuns const runs = designed_runs(design_, differences);
        Sensitivity result{.setting = {.title = file_.provenance().title,
                                       .experiment = file_.provenance().experiment,
                                       .design = axes_.samples.design,
                                       .outcome = outcomes_.name(),
                                       .unit = outcomes_.unit(),
                                       .strategy = pair.is_alone() ? strategy
                                                                   : fmt::format("{} less {}", strategy,
                                                                                 axes_.strategies[pair.baseline]),
                                       .outlook = axes_.outlooks[outlook],
                                       .factors = design_.factors,
                                       .resampling = {}},
                           .main_effects = main_effects(runs),
                           .screening = {},
                           .indices = {},
                           .ranking = {}};
        if (axes_.samples.design == "morris")
            result.screening = morris_screening(runs);
        if (axes_.samples.design == "saltelli")
            result.indices = sobol_indices(runs);
        return result;
    }

    [[nodiscard]] RankingRobustness ranking(Pair const& pair,
                                            std::vector<std::vector<PairedDifference>> differences) const
    {
        ComparedRuns runs{.strategy = axes_.strategies[pair.strategy],
                          .other = axes_.strategies[pair.baseline],
                          .better = outcomes_.better(),
                          .factors = design_.factors,
                          .points = design_.points,
                          .values = design_.values,
                          .group = design_.group,
                          .outlooks = {},
                          .differences = std::move(differences)};
        for (std::size_t const outlook : outlooks_)
            runs.outlooks.push_back(axes_.outlooks[outlook]);
        return ranking_robustness(runs);
    }

    ResultsFile const& file_;
    ResultsAxes const& axes_;
    StudiedDesign design_;
    SweepOutcomes outcomes_;
    std::vector<std::size_t> outlooks_;
    std::size_t baseline_;
    std::vector<Pair> pairs_;
};

} // namespace

std::vector<Sensitivity> sweep_answers(ResultsFile const& file, SweepQuestion const& question)
{
    return AnsweringSweep(file, question).answers();
}

} // namespace caremarket
