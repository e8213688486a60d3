#include "analysis/knockout.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// One number per future.
using PerFuture = std::vector<double>;

PerFuture averaged(std::vector<PerFuture> const& by_outlook)
{
    PerFuture result(by_outlook.front().size(), 0.0);
    for (PerFuture const& outlook : by_outlook)
        for (std::size_t future = 0; future < result.size(); ++future)
            result[future] += outlook[future] / static_cast<double>(by_outlook.size());
    return result;
}

/// Level of a measure under the baseline, averaged over outlooks.
PerFuture level_of(MeasuredRuns const& runs, KnockoutMeasure measure)
{
    std::vector<PerFuture> by_outlook(runs.outlooks());
    for (std::size_t outlook = 0; outlook < runs.outlooks(); ++outlook)
        for (std::size_t future = 0; future < runs.replicates(); ++future)
            by_outlook[outlook].push_back(runs.at(outlook, MeasuredRuns::Of::baseline, future)[measure]);
    return averaged(by_outlook);
}

double change(double full, double without, bool in_points)
{
    constexpr double hundred = 100.0;
    if (without == full)
        return 0.0;
    if (in_points)
        return hundred * (without - full);
    return full == 0.0 ? unknown : hundred * (without - full) / full;
}

PairedDifference effect_on(KnockoutMeasure measure, MeasuredRuns const& full, MeasuredRuns const& without)
{
    PerFuture const before = level_of(full, measure), after = level_of(without, measure);
    PerFuture changes(before.size());
    std::ranges::transform(before, after, changes.begin(),
                           [&](double a, double b) { return change(a, b, words_of(measure).changes_in_points); });
    return paired_difference(changes);
}

/// Cost of the strategy less that of the baseline, by outlook.
std::vector<PerFuture> cost_differences(MeasuredRuns const& runs)
{
    std::vector<PerFuture> by_outlook(runs.outlooks());
    for (std::size_t outlook = 0; outlook < runs.outlooks(); ++outlook)
        for (std::size_t future = 0; future < runs.replicates(); ++future)
            by_outlook[outlook].push_back(runs.at(outlook, MeasuredRuns::Of::strategy, future)[KnockoutMeasure::cost] -
                                          runs.at(outlook, MeasuredRuns::Of::baseline, future)[KnockoutMeasure::cost]);
    return by_outlook;
}

CostDifference difference_of(std::vector<PerFuture> const& differences)
{
    CostDifference result{.all = paired_difference(averaged(differences)), .by_outlook = {}};
    for (PerFuture const& outlook : differences)
        result.by_outlook.push_back(paired_difference(outlook));
    return result;
}

CostDifference moved(std::vector<PerFuture> const& full, std::vector<PerFuture> const& without)
{
    CostDifference result{.all = paired_difference(averaged(full), averaged(without)), .by_outlook = {}};
    for (std::size_t outlook = 0; outlook < full.size(); ++outlook)
        result.by_outlook.push_back(paired_difference(full[outlook], without[outlook]));
    return result;
}

/// -1 or 1; 0 when it cannot be told, or there is none.
int clear_sign(PairedDifference const& difference)
{
    if (difference.is_unjudged() || difference.is_none() || difference.is_noise())
        return 0;
    return difference.mean > 0 ? 1 : -1;
}

/// A sign that changes while the move is within noise is chance, not the mechanism.
SignThen sign_then(PairedDifference const& full, MechanismEffect const& effect)
{
    int const before = clear_sign(full), after = clear_sign(effect.difference.all);
    if (before == after || clear_sign(effect.moved.all) == 0)
        return SignThen::as_before;
    return before == 0 ? SignThen::settled : after == 0 ? SignThen::lost : SignThen::turned;
}

} // namespace

MeasuredRuns::MeasuredRuns(std::size_t outlooks, std::size_t replicates)
    : outlooks_(outlooks), replicates_(replicates), runs_(outlooks * 2 * replicates, unknown_measures())
{}

std::vector<MechanismEffect const*> Knockout::by_move() const
{
    std::vector<MechanismEffect const*> sorted;
    for (MechanismEffect const& effect : effects)
        sorted.push_back(&effect);
    auto const how_far = [](MechanismEffect const* effect)
    {
        double const mean = effect->moved.all.mean;
        return std::isnan(mean) ? -1.0 : std::abs(mean);
    };
    std::ranges::stable_sort(sorted, std::ranges::greater{}, how_far);
    return sorted;
}

Knockout knockout(KnockoutSetting setting, MeasuredRuns const& full, std::vector<RunsWithout> const& without)
{
    std::vector<PerFuture> const full_differences = cost_differences(full);
    Knockout result{
        .setting = std::move(setting), .full = {}, .difference = difference_of(full_differences), .effects = {}};
    for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
        result.full[measure] = paired_difference(level_of(full, measure));
    for (RunsWithout const& model : without)
    {
        std::vector<PerFuture> const differences = cost_differences(model.runs);
        MechanismEffect effect{.name = model.name,
                               .meaning = model.meaning,
                               .is_removed = model.is_removed,
                               .changes = model.changes,
                               .under_baseline = {},
                               .difference = difference_of(differences),
                               .moved = moved(full_differences, differences)};
        for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
            effect.under_baseline[measure] = effect_on(measure, full, model.runs);
        effect.sign = sign_then(result.difference.all, effect);
        result.effects.push_back(std::move(effect));
    }
    return result;
}

} // namespace caremarket
