#include "analysis/backtest_naive.hpp"

#include "model/rules/uplift.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <algorithm>
#include <variant>

namespace caremarket
{

namespace
{

std::optional<Dated> dated_at(ResolvedInputs const& inputs, std::string_view path)
{
    ResolvedValue const* const found = find(inputs, path);
    if (!found)
        return std::nullopt;
    if (double const* const number = std::get_if<double>(&found->value))
        return Dated(*number);
    DatedScalars const* const dated = std::get_if<DatedScalars>(&found->value);
    if (!dated || dated->empty())
        return std::nullopt;
    std::vector<std::pair<Date, double>> steps;
    for (auto const& [day, scalar] : *dated)
        if (double const* const number = std::get_if<double>(&scalar))
            steps.emplace_back(day, *number);
    return steps.size() == dated->size() ? std::optional(Dated(std::move(steps))) : std::nullopt;
}

/// The last figure known at the start of the same quantity and service, from before the year; null if there is none.
PublishedFigure const* base_of(PublishedFigure const& figure, std::span<PublishedFigure const> known)
{
    PublishedFigure const* base = nullptr;
    for (PublishedFigure const& other : known)
        if (other.role == PublishedRole::base && other.quantity == figure.quantity && other.service == figure.service &&
            other.financial_year < figure.financial_year && (!base || other.financial_year > base->financial_year))
            base = &other;
    return base;
}

} // namespace

double WagesAndPrices::growth(int from_financial_year, int to_financial_year) const
{
    double level = 1;
    for (int year = from_financial_year + 1; year <= to_financial_year; ++year)
    {
        Date const day = first_of_april(year);
        double const wage_growth = wage_floor_.at(day) / wage_floor_.at(first_of_april(year - 1)) - 1;
        level *= 1 + cost_growth(wage_share_of_prices, wage_growth, inflation_.at(day));
    }
    return level;
}

std::optional<WagesAndPrices> wages_and_prices_in(StoredInputs const& inputs, std::string_view outlook)
{
    auto const stored = std::ranges::find(inputs.resolved, stored_experiment, &ResolvedInput::name);
    if (stored == inputs.resolved.end())
        return std::nullopt;
    auto const all = inputs_from_text(stored->text, stored->name);
    if (!all.has_value())
        return std::nullopt;
    auto const found =
        std::ranges::find_if(*all.value, [outlook](NamedInputs const& named_inputs)
                             { return named_inputs.role == "outlook" && named_inputs.inputs.name == outlook; });
    if (found == all.value->end())
        return std::nullopt;
    auto wage_floor = dated_at(found->inputs, "outlook.all.wage_floor");
    auto inflation = dated_at(found->inputs, "outlook.all.inflation");
    if (!wage_floor || !inflation)
        return std::nullopt;
    return WagesAndPrices(std::move(*wage_floor), std::move(*inflation));
}

NaiveForecasts naive_forecasts(PublishedFigure const& figure, std::span<PublishedFigure const> known,
                               std::optional<WagesAndPrices> const& costs)
{
    NaiveForecasts naive;
    PublishedFigure const* const base = base_of(figure, known);
    if (base)
        naive.no_change = base->value;
    if (!costs)
        return naive;
    if (figure.quantity->by_costs == Quantity::ByCosts::level && base)
        naive.wages_and_prices = base->value * costs->growth(base->financial_year, figure.financial_year);
    if (figure.quantity->by_costs == Quantity::ByCosts::growth)
        naive.wages_and_prices =
            costs->growth(figure.financial_year - figure.quantity->years_back, figure.financial_year) - 1;
    return naive;
}

} // namespace caremarket
