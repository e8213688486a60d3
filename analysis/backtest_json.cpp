#include "analysis/backtest.hpp"

#include "analysis/or_null.hpp"

#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

std::string_view name_of(Quantity::Kind kind)
{
    return kind == Quantity::Kind::level ? "level" : "share";
}

Json to_json(std::optional<Measured> const& model)
{
    if (!model)
        return nullptr;
    return {{"mean", model->mean},
            {"low", model->range ? Json(model->range->low) : Json(nullptr)},
            {"high", model->range ? Json(model->range->high) : Json(nullptr)},
            {"replicates", model->replicates},
            {"left_out", model->left_out}};
}

Json error_of(BacktestRow const& row, Forecaster by)
{
    auto const error = row.error(by);
    if (!error)
        return nullptr;
    return {{"forecast", *row.forecast(by)}, {"error", *error}, {"relative_error", or_null(row.relative_error(by))}};
}

Json to_json(PublishedFigure const& figure)
{
    return {{"quantity", figure.quantity->name},
            {"service", figure.service},
            {"financial_year", financial_year_name(figure.financial_year)},
            {"year", figure.financial_year},
            {"role", name_of(figure.role)},
            {"kind", name_of(figure.quantity->kind)},
            {"unit", figure.unit},
            {"published", figure.value},
            {"source", figure.source},
            {"certainty", figure.certainty},
            {"note", figure.note},
            {"line", figure.line}};
}

Json measured_row(BacktestRow const& row)
{
    Json json = to_json(row.figure);
    json["model"] = to_json(row.model);
    json["inside"] = or_null(row.is_inside());
    json["model_error"] = error_of(row, Forecaster::model);
    return json;
}

Json result_row(BacktestRow const& row)
{
    Json json = measured_row(row);
    json["no_change"] = error_of(row, Forecaster::no_change);
    json["wages_and_prices"] = error_of(row, Forecaster::wages_and_prices);
    json["closest"] = row.closest() ? Json(caremarket::name_of(*row.closest())) : Json(nullptr);
    return json;
}

Json unmeasured_row(BacktestRow const& row)
{
    Json json = to_json(row.figure);
    json["reason"] = row.why_not;
    return json;
}

Json to_json(std::vector<BacktestRow> const& rows, auto const& row_to_json)
{
    Json list = Json::array();
    for (BacktestRow const& row : rows)
        list.push_back(row_to_json(row));
    return list;
}

/// Averages of nothing are null.
Json to_json(Contest const& contest)
{
    Json const none = nullptr;
    bool const any = contest.results > 0;
    return {{"results", contest.results},
            {"model_closer", contest.model_closer},
            {"model_mean_absolute_error", any ? Json(contest.model) : none},
            {"naive_mean_absolute_error", any ? Json(contest.naive) : none}};
}

Json to_json(std::vector<BacktestScore> const& scores, char const* what)
{
    Json list = Json::array();
    for (BacktestScore const& score : scores)
        list.push_back({{what, score.name},
                        {"kind", name_of(score.kind)},
                        {"results", score.results},
                        {"with_range", score.with_range},
                        {"inside", score.inside},
                        {"no_change", to_json(score.no_change)},
                        {"wages_and_prices", to_json(score.wages_and_prices)}});
    return list;
}

} // namespace

Json backtest_json(Backtest const& backtest)
{
    return {{"schema", backtest_schema},
            {"title", backtest.title},
            {"experiment", backtest.experiment},
            {"published", backtest.published},
            {"strategy", backtest.strategy},
            {"outlook", backtest.outlook},
            {"first_year", backtest.first_year},
            {"years", backtest.years},
            {"replicates", {{"used", backtest.replicates}, {"failed", backtest.failed}, {"missing", backtest.missing}}},
            {"care_homes", backtest.care_homes},
            {"results", to_json(backtest.results, result_row)},
            {"told", to_json(backtest.told, measured_row)},
            {"unmeasured", to_json(backtest.unmeasured, unmeasured_row)},
            {"by_quantity", to_json(backtest.by_quantity, "quantity")},
            {"overall", to_json(backtest.overall, "over")}};
}

} // namespace caremarket
