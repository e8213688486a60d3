#pragma once

#include "analysis/sensitivity_main_effects.hpp"
#include "analysis/sensitivity_morris.hpp"
#include "analysis/sensitivity_ranking.hpp"
#include "analysis/sensitivity_sobol.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a sweep says about its factors: which of them an outcome hangs on, and whether they turn an order of strategies.
namespace caremarket
{

/// What was swept, and which number of each run is looked at.
struct SensitivitySetting
{
    std::string title, experiment;
    std::string design;            ///< "saltelli", as the sweep file says
    std::string outcome, unit;     ///< "net_spend", "GBP"
    std::string strategy, outlook; ///< of the outcome; a difference between strategies is named as a whole
    std::vector<StudiedFactor> factors;
    Resampling resampling;

    [[nodiscard]] bool is_money() const { return unit == "GBP"; }
};

/// Each answer is there if the design can give it.
struct Sensitivity
{
    SensitivitySetting setting;
    std::optional<MainEffects> main_effects;
    std::optional<MorrisScreening> screening;
    std::optional<SobolIndices> indices;
    std::optional<RankingRobustness> ranking;
};

/// One line for each answer, in plain words.
[[nodiscard]] std::vector<std::string> sensitivity_headlines(Sensitivity const& sensitivity);

/// Why to be careful with the answers. Empty when there is nothing to say.
[[nodiscard]] std::vector<std::string> sensitivity_cautions(Sensitivity const& sensitivity);

/// For a terminal: the headlines, a table for each answer and how to read it, and cautions.
[[nodiscard]] std::string sensitivity_text(Sensitivity const& sensitivity);

inline constexpr std::string_view sensitivity_schema = "caremarket.sensitivity/1";
[[nodiscard]] nlohmann::ordered_json sensitivity_json(Sensitivity const& sensitivity);

} // namespace caremarket
