#include "analysis/compare_words.hpp"
#include "analysis/or_null.hpp"
#include "analysis/paired_json.hpp"

#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

/// All services together are null.
Json service_of(MetricDifference const& metric)
{
    return metric.service.empty() ? Json(nullptr) : Json(metric.service);
}

Json to_json(MetricDifference const& metric)
{
    return {{"metric", metric.name},
            {"service", service_of(metric)},
            {"unit", metric.unit},
            {"over", name_of(metric.over)},
            {"is_care", metric.is_care},
            {"baseline", known_json(metric.baseline)},
            {"strategy", known_json(metric.strategy)},
            {"level_error", known_json(metric.level_error)},
            {"difference", difference_json(metric.difference)},
            {"relative", or_null(metric.relative())},
            {"verdict", name_of(metric.verdict())},
            {"left_out", metric.difference.left_out}};
}

Json to_json(std::vector<MetricDifference> const& metrics)
{
    Json list = Json::array();
    for (MetricDifference const& metric : metrics)
        list.push_back(to_json(metric));
    return list;
}

Json to_json(std::optional<TargetTest> const& target)
{
    if (!target)
        return nullptr;
    return {{"amount", target->amount},
            {"met", target->met.met},
            {"of", target->met.of},
            {"chance_lower", known_json(target->met.lower)},
            {"chance_upper", known_json(target->met.upper)},
            {"expected_shortfall", known_json(target->expected_shortfall)},
            {"shortfall_error", known_json(target->shortfall_error)}};
}

Json to_json(YearOfSaving const& year)
{
    return {{"financial_year", financial_year_name(year.financial_year)},
            {"year", year.financial_year},
            {"in_year", difference_json(year.in_year)},
            {"cumulative", difference_json(year.cumulative)},
            {"target", to_json(year.target)}};
}

Json to_json(std::vector<SavingOfService> const& parts)
{
    Json list = Json::array();
    for (SavingOfService const& part : parts)
        list.push_back({{"service", part.service}, {"cash_over_the_run", difference_json(part.over_the_run)}});
    return list;
}

Json worse_care_of(StrategyComparison const& item)
{
    Json list = Json::array();
    for (MetricDifference const* const metric : item.worse_care())
        list.push_back({{"metric", metric->name}, {"service", service_of(*metric)}});
    return list;
}

/// What a strategy saves, with what it costs people: the two are never apart.
Json saving_of(StrategyComparison const& item)
{
    Json years = Json::array(), spread = nullptr;
    for (YearOfSaving const& year : item.savings.years)
        years.push_back(to_json(year));
    if (auto const& nine_in_ten = item.savings.spread)
        spread = {{"low", nine_in_ten->low}, {"high", nine_in_ten->high}};
    return {
        {"cash_over_the_run", difference_json(item.savings.over_the_run())},
        {"by_service", to_json(item.savings.by_service)},
        {"run_rate", difference_json(item.savings.run_rate())},
        {"nine_in_ten_futures", spread},
        {"worse_care", worse_care_of(item)},
        {"target_held_against", item.savings.counted == SavingsTarget::Basis::recurrent ? "run_rate" : "cumulative"},
        {"years", years}};
}

Json headlines_of(Comparison const& comparison, StrategyComparison const& item)
{
    Headlines const lines = headlines(comparison, item);
    return {{"saving", lines.saving},
            {"target", lines.target},
            {"waits", lines.waits},
            {"stability", lines.stability},
            {"care", lines.care}};
}

Json to_json(Comparison const& comparison, StrategyComparison const& item)
{
    return {{"outlook", item.outlook},
            {"strategy", item.strategy},
            {"pairs", {{"used", item.pairs.used}, {"failed", item.pairs.failed}, {"missing", item.pairs.missing}}},
            {"cautions", cautions(item)},
            {"headlines", headlines_of(comparison, item)},
            {"saving", saving_of(item)},
            {"waits", to_json(item.waits)},
            {"stability", to_json(item.stability)},
            {"care", to_json(item.care)},
            {"metrics", to_json(item.metrics)}};
}

Json to_json(SavingsTarget const& target)
{
    if (target.years.empty())
        return nullptr;
    Json years = Json::array();
    for (SavingsTarget::Year const& year : target.years)
        years.push_back({{"financial_year", financial_year_name(year.financial_year)},
                         {"year", year.financial_year},
                         {"million_by_its_end", year.million_by_its_end}});
    return {{"basis", target.basis ? Json(name_of(*target.basis)) : Json(nullptr)},
            {"scope", target.scope},
            {"share", target.share},
            {"source", target.source},
            {"years", years}};
}

} // namespace

Json comparison_json(Comparison const& comparison)
{
    Json items = Json::array();
    for (StrategyComparison const& item : comparison.items)
        items.push_back(to_json(comparison, item));
    return {{"schema", comparison_schema},         {"title", comparison.title},
            {"experiment", comparison.experiment}, {"baseline", comparison.baseline},
            {"outlooks", comparison.outlooks},     {"replicates", comparison.replicates},
            {"cautions", comparison.cautions},     {"first_year", comparison.first_year},
            {"years", comparison.years},           {"target", to_json(comparison.target)},
            {"overall", overall(comparison)},      {"items", items}};
}

} // namespace caremarket
