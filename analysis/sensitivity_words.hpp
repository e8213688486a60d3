#pragma once

#include "analysis/compare_number.hpp"
#include "analysis/sensitivity.hpp"

#include <string>
#include <string_view>

/// The answers about a sweep in words and numbers for people.
namespace caremarket
{

/// "net spend" for net_spend; "net spend of frameworks under central" where they are named.
[[nodiscard]] std::string spoken_outcome(SensitivitySetting const& setting);

/// Amounts of the outcome that stand together, in one unit of size.
class OutcomeAmounts
{
public:
    /// \param largest of the amounts
    OutcomeAmounts(SensitivitySetting const& setting, double largest)
        : size_(size_for(largest, setting.is_money())), prefix_(setting.is_money() ? "£" : "")
    {}
    /// "£1.2m", "3.4": with the digits that the error lets stand; "-" when not known.
    /// \param error half the 95 % interval; 0: exact; NaN: unknown
    [[nodiscard]] std::string text(double amount, double error) const;
    /// "+£1.2m ± £0.3m"
    [[nodiscard]] std::string text(FittedEffect const& effect) const;
    [[nodiscard]] std::string text(ResampledInterval const& interval) const; ///< "£1.2m to £1.8m"

private:
    NumberSize size_;
    std::string_view prefix_;
};
[[nodiscard]] OutcomeAmounts amounts_of(SensitivitySetting const& setting, MainEffects const& effects);
[[nodiscard]] OutcomeAmounts amounts_of(SensitivitySetting const& setting, MorrisScreening const& screening);

[[nodiscard]] std::string percent_text(double share); ///< "56%"; "-" when not known
/// "lower third (0.1 to 0.3 1/year)", "indexed"
[[nodiscard]] std::string part_text(OrderByFactor const& factor, PartOfRange const& part);

/// How a factor acts, by sigma over mu_star: "straight", "one way", "mostly one way", "bends or interacts"; "noise".
/// Source: Garcia Sanchez and others 2014.
[[nodiscard]] std::string manner_text(ElementaryEffects const& effects);

/// Single lines, each a sentence or two.
[[nodiscard]] std::string main_effects_line(SensitivitySetting const& setting, MainEffects const& effects);
[[nodiscard]] std::string screening_line(SensitivitySetting const& setting, MorrisScreening const& screening);
[[nodiscard]] std::string indices_line(SensitivitySetting const& setting, SobolIndices const& indices);
[[nodiscard]] std::string ranking_line(SensitivitySetting const& setting, RankingRobustness const& ranking);

} // namespace caremarket
