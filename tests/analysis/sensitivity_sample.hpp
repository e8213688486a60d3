#pragma once

#include "analysis/sensitivity.hpp"

#include "scenarios/design_points.hpp"
#include "sensitivity_functions.hpp"

#include <string>
#include <vector>

/// Answers about made-up sweeps, for what is said of them.
namespace caremarket
{

inline std::vector<StudiedFactor> const sample_factors{
    {.name = "behaviour.homecare.labour.quit_rate", .unit = "1/year"},
    {.name = "outlook.wage_floor.real_growth", .unit = "1/year"},
    {.name = "place.residential.self_funder_share", .unit = ""}};

inline SensitivitySetting sample_setting(std::string design)
{
    return {.title = "What net spend hangs on",
            .experiment = "sweeps/county",
            .design = std::move(design),
            .outcome = "net_spend",
            .unit = "GBP",
            .strategy = "frameworks",
            .outlook = "central",
            .factors = sample_factors,
            .resampling = {}};
}

inline DesignedRuns named(DesignedRuns runs)
{
    runs.factors = sample_factors;
    return runs;
}

/// Pounds: 20m, less 3m over the first factor's range, more 2m over the second's, with a bend in the third.
inline double spend(Point const& u)
{
    return 20e6 - 3e6 * u[0] + 2e6 * u[1] * u[1] + 1e6 * u[0] * u[2];
}

inline Sensitivity sample_indices(std::size_t base_points = 1024)
{
    Sensitivity result{
        .setting = sample_setting("saltelli"), .main_effects = {}, .screening = {}, .indices = {}, .ranking = {}};
    auto runs = named(swept(spend, saltelli_points(3, base_points)));
    runs.group = 5;
    result.main_effects = main_effects(runs);
    result.indices = sobol_indices(runs);
    return result;
}

inline Sensitivity sample_screening(double gaps = 0)
{
    Sensitivity result{
        .setting = sample_setting("morris"), .main_effects = {}, .screening = {}, .indices = {}, .ranking = {}};
    auto const runs = named(with_gaps(swept(spend, morris_walks({"a", "b", "c"}, 20, 4, 1)), gaps));
    result.screening = morris_screening(runs);
    return result;
}

/// Frameworks save where staff quit less than in the middle of the range; all but one sample ran.
inline Sensitivity sample_ranking(std::size_t outlooks = 1)
{
    Sensitivity result{.setting = sample_setting("latin-hypercube"),
                       .main_effects = {},
                       .screening = {},
                       .indices = {},
                       .ranking = {}};
    result.setting.strategy.clear();
    result.setting.outlook.clear();
    ComparedRuns runs{.strategy = "frameworks",
                      .other = "spot",
                      .better = Better::down,
                      .factors = sample_factors,
                      .points = latin_hypercube({"a", "b", "c"}, 60, 1),
                      .values = {},
                      .group = 1,
                      .outlooks = {"central", "high"},
                      .differences = {{}, {}}};
    runs.outlooks.resize(outlooks);
    runs.differences.resize(outlooks);
    for (Point const& u : runs.points)
    {
        runs.values.push_back({0.1 + 0.6 * u[0], 0.05 * u[1], u[2]});
        for (auto& differences : runs.differences)
            differences.push_back(paired_difference(
                std::vector<double>{1e6 * (u[0] - 0.5) - 1e5, 1e6 * (u[0] - 0.5), 1e6 * (u[0] - 0.5) + 1e5}));
    }
    runs.differences[0][7] = paired_difference(std::vector<double>{missing_outcome});
    result.ranking = ranking_robustness(runs);
    return result;
}

} // namespace caremarket
