#include "analysis/sensitivity_words.hpp"

#include "analysis/compare_number.hpp"
#include "analysis/compare_words.hpp"
#include "analysis/unknown.hpp"
#include "scenarios/check_value.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t most_factors_named = 3;
constexpr double nearly_all = 0.95, more_than_all = 1.05;             // of the variance
constexpr double straight = 0.1, one_way = 0.5, mostly_one_way = 1.0; // sigma over mu_star

double half_width(FittedEffect const& effect)
{
    return (effect.upper - effect.lower) / 2;
}

/// What is said when there is nothing to explain; empty otherwise.
std::string nothing_to_explain(SensitivitySetting const& setting, Outcomes const& outcomes)
{
    if (outcomes.known() == 0)
        return "No sample has an outcome: nothing can be said.";
    return outcomes.is_constant
               ? fmt::format("No factor moves {}: it is the same in every sample.", spoken_outcome(setting))
               : "";
}

/// "labour.quit_rate (+£1.2m ± £0.3m over its range)"
std::string named_effect(OutcomeAmounts const& amounts, MainEffect const& effect)
{
    if (!effect.is_categorical())
        return fmt::format("{} ({} over its range)", effect.factor, amounts.text(effect.over_range));
    return fmt::format("{} ({} between its levels)", effect.factor, amounts.text(effect.size(), unknown));
}

std::string what_interactions_make(SobolIndices const& indices)
{
    double const alone = indices.sum_of_first;
    return fmt::format("Factors one by one make {}{}.", percent_text(alone),
                       alone > more_than_all ? ", which only chance can do: there are too few base points"
                       : alone > nearly_all  ? ": interactions matter little"
                                             : "; the rest is interactions");
}

std::string in_samples(OrderCount const& count)
{
    std::string text = fmt::format("in {} of {} ({}; {} to {} allowing for the draw)", count.better.met,
                                   counted(count.better.of, "sample"), percent_text(count.share()),
                                   percent_text(count.better.lower), percent_text(count.better.upper));
    if (count.judged > 0)
        text += fmt::format(", beyond noise in {}; the reverse is beyond noise in {}", count.clearly_better,
                            count.clearly_worse);
    return text;
}

std::string better_word(RankingRobustness const& ranking)
{
    return ranking.better == Better::neither ? "higher" : "better";
}

/// "frameworks is better in 95% of samples in its lower third (0.1 to 0.3), in 12% in its upper third (0.5 to 0.7)"
std::string in_its_parts(RankingRobustness const& ranking, OrderByFactor const& factor)
{
    auto const share = [](PartOfRange const& part)
    { return percent_text(static_cast<double>(part.better.met) / static_cast<double>(part.better.of)); };
    return fmt::format("{} is {} in {} of samples in its {}, in {} in its {}", ranking.strategy, better_word(ranking),
                       share(*factor.best()), part_text(factor, *factor.best()), share(*factor.worst()),
                       part_text(factor, *factor.worst()));
}

std::string where_it_turns(RankingRobustness const& ranking, RankingUnderOutlook const& under)
{
    auto const factors = under.by_spread();
    if (factors.empty() || !factors.front()->is_clear())
        return "No factor alone moves that share beyond chance.";
    OrderByFactor const& first = *factors.front();
    return fmt::format("{} {}: {}.", first.turns_order() ? "The order turns with" : "The share moves most with",
                       first.factor, in_its_parts(ranking, first));
}

/// "The order turns under central with labour.quit_rate, under high with no single factor."
std::string where_it_turns(RankingRobustness const& ranking)
{
    std::string text;
    for (RankingUnderOutlook const& under : ranking.outlooks)
    {
        auto const factors = under.by_spread();
        bool const turns = !factors.empty() && factors.front()->turns_order();
        text += fmt::format("{}under {} with {}", text.empty() ? "The order turns " : ", ", under.outlook,
                            turns ? factors.front()->factor : "no single factor");
    }
    return text + ".";
}

std::string spoken(std::string name)
{
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// "better than spot on net spend, where less is better,"
std::string order_words(SensitivitySetting const& setting, RankingRobustness const& ranking)
{
    std::string const outcome = spoken(setting.outcome); // the strategies are named beside it
    switch (ranking.better)
    {
    case Better::up: return fmt::format("better than {} on {}, where more is better,", ranking.other, outcome);
    case Better::down: return fmt::format("better than {} on {}, where less is better,", ranking.other, outcome);
    case Better::neither: break;
    }
    return fmt::format("higher than {} on {}", ranking.other, outcome);
}

} // namespace

std::vector<std::string> sensitivity_headlines(Sensitivity const& s)
{
    std::vector<std::string> lines;
    if (s.ranking)
        lines.push_back(ranking_line(s.setting, *s.ranking));
    if (s.indices)
        lines.push_back(indices_line(s.setting, *s.indices));
    if (s.screening)
        lines.push_back(screening_line(s.setting, *s.screening));
    if (s.main_effects)
        lines.push_back(main_effects_line(s.setting, *s.main_effects));
    return lines;
}

std::string spoken_outcome(SensitivitySetting const& setting)
{
    return spoken(setting.outcome) + (setting.strategy.empty() ? "" : " of " + setting.strategy) +
           (setting.outlook.empty() ? "" : " under " + setting.outlook);
}

std::string OutcomeAmounts::text(double amount, double error) const
{
    double const largest = std::fmax(std::abs(amount), error);
    return NumberForm({.largest = largest, .error = error}, size_, prefix_).text(amount);
}

std::string OutcomeAmounts::text(FittedEffect const& effect) const
{
    double const error = half_width(effect);
    NumberForm const form({.largest = std::fmax(std::abs(effect.value), error), .error = error}, size_, prefix_);
    return error > 0 ? fmt::format("{} ± {}", form.signed_text(effect.value), form.error_text(error))
                     : form.signed_text(effect.value);
}

std::string OutcomeAmounts::text(ResampledInterval const& interval) const
{
    if (std::isnan(interval.lower))
        return "-";
    double const error = (interval.upper - interval.lower) / 2;
    return fmt::format("{} to {}", text(interval.lower, error), text(interval.upper, error));
}

OutcomeAmounts amounts_of(SensitivitySetting const& setting, MainEffects const& effects)
{
    double largest = 0;
    for (MainEffect const& effect : effects.factors)
        largest = std::fmax(largest, effect.size());
    return {setting, largest};
}

OutcomeAmounts amounts_of(SensitivitySetting const& setting, MorrisScreening const& screening)
{
    double largest = 0;
    for (ElementaryEffects const& effects : screening.factors)
        largest = std::fmax(largest, effects.mu_star);
    return {setting, largest};
}

std::string percent_text(double share)
{
    if (std::isnan(share))
        return "-";
    double const percent = std::round(100 * share);
    return fmt::format("{:.0f}%", percent == 0 ? 0.0 : percent); // no "-0"
}

std::string part_text(OrderByFactor const& factor, PartOfRange const& part)
{
    if (std::isnan(part.from))
        return part.name;
    NumberForm const form({.largest = std::fmax(std::abs(part.from), std::abs(part.to)), .error = unknown}, {});
    return fmt::format("{} ({} to {}{})", part.name, form.text(part.from), form.text(part.to),
                       unit_behind(factor.unit, part.to == 1.0));
}

std::string manner_text(ElementaryEffects const& effects)
{
    if (std::isnan(effects.mu_star))
        return "unknown";
    if (effects.mu_star == 0)
        return "does nothing";
    if (std::isnan(effects.sigma))
        return "unjudged";
    if (!effects.is_beyond_noise())
        return "noise";
    double const ratio = effects.sigma / effects.mu_star;
    return ratio < straight         ? "straight"
           : ratio < one_way        ? "one way"
           : ratio < mostly_one_way ? "mostly one way"
                                    : "bends or interacts";
}

std::string main_effects_line(SensitivitySetting const& setting, MainEffects const& effects)
{
    if (std::string nothing = nothing_to_explain(setting, effects.outcomes); !nothing.empty())
        return nothing;
    OutcomeAmounts const amounts = amounts_of(setting, effects);
    std::vector<std::string> named;
    for (MainEffect const* const effect : effects.by_size())
        if (effect->is_beyond_noise() && named.size() < most_factors_named)
            named.push_back(named_effect(amounts, *effect));
    std::string text = named.empty() ? fmt::format("No factor moves {} beyond noise.", spoken_outcome(setting))
                                     : fmt::format("What moves {} most, others at their average: {}.",
                                                   spoken_outcome(setting), listed(named));
    if (!std::isnan(effects.explained))
        text += fmt::format(" Straight effects explain {} of its variance.", percent_text(effects.explained));
    return text;
}

std::string screening_line(SensitivitySetting const& setting, MorrisScreening const& screening)
{
    if (std::string nothing = nothing_to_explain(setting, screening.outcomes); !nothing.empty())
        return nothing;
    OutcomeAmounts const amounts = amounts_of(setting, screening);
    std::vector<std::string> named;
    std::size_t clear = 0;
    for (ElementaryEffects const* const effects : screening.by_size())
        if (effects->is_beyond_noise() && ++clear <= most_factors_named)
            named.push_back(fmt::format("{} ({}, {})", effects->factor, amounts.text(effects->mu_star, unknown),
                                        manner_text(*effects)));
    if (named.empty())
        return fmt::format("Screening finds no factor that moves {} beyond noise.", spoken_outcome(setting));
    return fmt::format("By steps scaled to the whole range, {} moves most with {}. Beyond noise: {} of {}.",
                       spoken_outcome(setting), listed(named), clear, counted(screening.factors.size(), "factor"));
}

std::string indices_line(SensitivitySetting const& setting, SobolIndices const& indices)
{
    if (std::string nothing = nothing_to_explain(setting, indices.outcomes); !nothing.empty())
        return nothing;
    std::vector<std::string> named;
    for (FactorIndices const* const factor : indices.by_total())
        if (factor->total.interval.lower > 0 && named.size() < most_factors_named)
            named.push_back(fmt::format("{} {} ({} alone)", factor->factor, percent_text(factor->total.value),
                                        percent_text(factor->first.value)));
    if (named.empty())
        return fmt::format("No factor's share in the variance of {} can be told.", spoken_outcome(setting));
    return fmt::format("Of the variance of {}, these make most, interactions included: {}. {}", spoken_outcome(setting),
                       listed(named), what_interactions_make(indices));
}

std::string ranking_line(SensitivitySetting const& setting, RankingRobustness const& ranking)
{
    std::string text = fmt::format("{} is {}", ranking.strategy, order_words(setting, ranking));
    if (ranking.outlooks.size() != 1)
        return fmt::format("{} under every outlook in {} of {}, and {} under every one in {}. {}", text,
                           ranking.better_under_all.met, counted(ranking.better_under_all.of, "sample"),
                           ranking.better == Better::neither ? "lower" : "worse", ranking.worse_under_all.met,
                           where_it_turns(ranking));
    RankingUnderOutlook const& under = ranking.outlooks.front();
    if (under.count.better.of == 0)
        return fmt::format("No sample has an outcome under both {} and {}.", ranking.strategy, ranking.other);
    return fmt::format("{} {}. {}", text, in_samples(under.count), where_it_turns(ranking, under));
}

} // namespace caremarket
