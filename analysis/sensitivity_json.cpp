#include "analysis/paired_json.hpp"
#include "analysis/results_file_layout.hpp"
#include "analysis/sensitivity.hpp"

#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

Json to_json(SensitivitySetting const& s)
{
    Json factors = Json::array();
    for (StudiedFactor const& factor : s.factors)
        factors.push_back({{"factor", factor.name}, {"unit", factor.unit}, {"levels", factor.levels}});
    return factors;
}

Json to_json(Outcomes const& outcomes)
{
    return {{"samples", outcomes.samples},           {"missing", outcomes.missing},
            {"mean", known_json(outcomes.mean)},     {"variance", known_json(outcomes.variance)},
            {"lowest", known_json(outcomes.lowest)}, {"highest", known_json(outcomes.highest)},
            {"is_constant", outcomes.is_constant},   {"noise_share", known_json(outcomes.noise_share)}};
}

Json to_json(FittedEffect const& effect)
{
    return {{"effect", known_json(effect.value)},
            {"standard_error", known_json(effect.standard_error)},
            {"lower", known_json(effect.lower)},
            {"upper", known_json(effect.upper)}};
}

Json to_json(MainEffect const& effect)
{
    Json levels = Json::array();
    for (LevelEffect const& level : effect.levels)
        levels.push_back(
            {{"level", level.level}, {"samples", level.samples}, {"against_average", to_json(level.effect)}});
    return {{"factor", effect.factor},
            {"over_range", effect.is_categorical() ? Json(nullptr) : to_json(effect.over_range)},
            {"levels", levels},
            {"size", known_json(effect.size())}};
}

Json to_json(MainEffects const& effects)
{
    Json factors = Json::array();
    for (MainEffect const& effect : effects.factors)
        factors.push_back(to_json(effect));
    return {{"outcomes", to_json(effects.outcomes)},
            {"explained", known_json(effects.explained)},
            {"explained_adjusted", known_json(effects.explained_adjusted)},
            {"factors", factors}};
}

Json to_json(MorrisScreening const& screening)
{
    Json factors = Json::array();
    for (ElementaryEffects const& effects : screening.factors)
        factors.push_back({{"factor", effects.factor},
                           {"mu_star", known_json(effects.mu_star)},
                           {"mu_star_lower", known_json(effects.interval.lower)},
                           {"mu_star_upper", known_json(effects.interval.upper)},
                           {"mu", known_json(effects.mu)},
                           {"sigma", known_json(effects.sigma)},
                           {"noise", known_json(effects.noise)},
                           {"steps", effects.used},
                           {"left_out", effects.left_out}});
    return {{"outcomes", to_json(screening.outcomes)},
            {"walks", screening.walks},
            {"whole_walks", screening.whole_walks},
            {"factors", factors}};
}

Json to_json(VarianceIndex const& index)
{
    return {{"index", known_json(index.value)},
            {"lower", known_json(index.interval.lower)},
            {"upper", known_json(index.interval.upper)},
            {"base_points", index.used},
            {"left_out", index.left_out}};
}

Json to_json(SobolIndices const& indices)
{
    Json factors = Json::array();
    for (FactorIndices const& factor : indices.factors)
        factors.push_back(
            {{"factor", factor.factor}, {"first", to_json(factor.first)}, {"total", to_json(factor.total)}});
    return {{"outcomes", to_json(indices.outcomes)},
            {"base_points", indices.base_points},
            {"whole_base_points", indices.whole_base_points},
            {"sum_of_first", known_json(indices.sum_of_first)},
            {"factors", factors}};
}

Json to_json(Chance const& chance)
{
    return {{"samples", chance.met},
            {"of", chance.of},
            {"lower", known_json(chance.lower)},
            {"upper", known_json(chance.upper)}};
}

Json to_json(OrderByFactor const& factor)
{
    Json parts = Json::array();
    for (PartOfRange const& part : factor.parts)
        parts.push_back({{"part", part.name},
                         {"from", known_json(part.from)},
                         {"to", known_json(part.to)},
                         {"better", to_json(part.better)}});
    return {{"factor", factor.factor},
            {"spread", known_json(factor.spread())},
            {"is_clear", factor.is_clear()},
            {"turns_order", factor.turns_order()},
            {"parts", parts}};
}

Json to_json(RankingUnderOutlook const& under)
{
    OrderCount const& count = under.count;
    Json factors = Json::array();
    for (OrderByFactor const& factor : under.factors)
        factors.push_back(to_json(factor));
    return {{"outlook", under.outlook},
            {"better", to_json(count.better)},
            {"share", known_json(count.share())},
            {"worse", count.worse},
            {"same", count.same()},
            {"left_out", count.left_out},
            {"judged", count.judged},
            {"clearly_better", count.clearly_better},
            {"clearly_worse", count.clearly_worse},
            {"factors", factors}};
}

Json to_json(RankingRobustness const& ranking)
{
    Json outlooks = Json::array();
    for (RankingUnderOutlook const& under : ranking.outlooks)
        outlooks.push_back(to_json(under));
    return {{"strategy", ranking.strategy},
            {"other", ranking.other},
            {"direction", word(ranking.better)},
            {"better_under_all_outlooks", to_json(ranking.better_under_all)},
            {"worse_under_all_outlooks", to_json(ranking.worse_under_all)},
            {"outlooks", outlooks}};
}

template <class Answer>
Json if_any(std::optional<Answer> const& answer)
{
    return answer ? to_json(*answer) : Json(nullptr);
}

} // namespace

Json sensitivity_json(Sensitivity const& s)
{
    return {{"schema", sensitivity_schema},
            {"title", s.setting.title},
            {"experiment", s.setting.experiment},
            {"design", s.setting.design},
            {"outcome", s.setting.outcome},
            {"unit", s.setting.unit},
            {"strategy", s.setting.strategy.empty() ? Json(nullptr) : Json(s.setting.strategy)},
            {"outlook", s.setting.outlook.empty() ? Json(nullptr) : Json(s.setting.outlook)},
            {"factors", to_json(s.setting)},
            {"resamples", s.setting.resampling.count},
            {"seed", s.setting.resampling.seed},
            {"headlines", sensitivity_headlines(s)},
            {"cautions", sensitivity_cautions(s)},
            {"main_effects", if_any(s.main_effects)},
            {"screening", if_any(s.screening)},
            {"indices", if_any(s.indices)},
            {"ranking", if_any(s.ranking)}};
}

} // namespace caremarket
