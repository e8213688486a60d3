#include "analysis/backtest.hpp"

#include "analysis/index_of_name.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace caremarket
{

namespace
{

/// Measures figures from the runs of one strategy under one outlook.
class Measuring
{
public:
    Measuring(ResultsFile const& file, std::size_t outlook, std::size_t strategy)
        : services_(file), years_(file, outlook, strategy)
    {
        for (std::size_t replicate = 0; replicate < file.axes().replicates; ++replicate)
            if (file.state(outlook, strategy, replicate) == CellState::done)
                replicates_.push_back(replicate);
    }

    [[nodiscard]] BacktestRow row_of(PublishedFigure const& figure)
    {
        BacktestRow row{.figure = figure, .model = {}, .why_not = {}, .naive = {}};
        try
        {
            row.model = measured(figure);
        }
        catch (CannotMeasure const& reason)
        {
            row.why_not = reason.what();
        }
        return row;
    }

private:
    [[nodiscard]] Measured measured(PublishedFigure const& figure)
    {
        auto const services = services_.called(figure.service);
        if (!services)
            throw CannotMeasure("the file has no service " + figure.service);
        if (replicates_.empty())
            throw CannotMeasure("no replicate ran to its end");
        std::vector<double> values;
        for (std::size_t const replicate : replicates_)
            if (double const value =
                    figure.quantity->measure(YearOfRun(years_, *services, replicate, figure.financial_year));
                std::isfinite(value))
                values.push_back(value);
        if (values.empty())
            throw CannotMeasure("there was nothing to divide by in any replicate");
        double const mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        std::size_t const count = values.size();
        return {.mean = mean,
                .range = nine_in_ten(std::move(values)),
                .replicates = count,
                .left_out = replicates_.size() - count};
    }

    BacktestServices services_;
    RecordedYears years_;
    std::vector<std::size_t> replicates_; ///< that ran to their end
};

void count_replicates(Backtest& backtest, ResultsFile const& file, std::size_t outlook, std::size_t strategy)
{
    for (std::size_t replicate = 0; replicate < file.axes().replicates; ++replicate)
        switch (file.state(outlook, strategy, replicate))
        {
        case CellState::done: ++backtest.replicates; break;
        case CellState::failed: ++backtest.failed; break;
        case CellState::missing: ++backtest.missing; break;
        }
}

/// A base from before the run has nothing to be held against.
void add_row(Backtest& backtest, BacktestRow row)
{
    if (row.model)
        (row.figure.role == PublishedRole::result ? backtest.results : backtest.told).push_back(std::move(row));
    else if (row.figure.role != PublishedRole::base)
        backtest.unmeasured.push_back(std::move(row));
}

/// Outside first, then those without a range.
int place_of(std::optional<bool> is_inside)
{
    return is_inside ? (*is_inside ? 2 : 0) : 1;
}

double size_of_miss(BacktestRow const& row)
{
    auto const relative = row.relative_error(Forecaster::model);
    if (relative)
        return std::abs(*relative);
    return row.error(Forecaster::model) == 0.0 ? 0 : std::numeric_limits<double>::infinity();
}

bool is_worse_miss(BacktestRow const& one, BacktestRow const& other)
{
    int const place = place_of(one.is_inside()), other_place = place_of(other.is_inside());
    return place != other_place ? place < other_place : size_of_miss(one) > size_of_miss(other);
}

void add_to(Contest& contest, BacktestRow const& row, Forecaster naive)
{
    auto const of_model = row.told_error(Forecaster::model), of_naive = row.told_error(naive);
    if (!of_model || !of_naive)
        return;
    auto const before = static_cast<double>(contest.results);
    ++contest.results;
    contest.model_closer += std::abs(*of_model) < std::abs(*of_naive) ? 1 : 0;
    auto const now = static_cast<double>(contest.results);
    contest.model = (contest.model * before + std::abs(*of_model)) / now;
    contest.naive = (contest.naive * before + std::abs(*of_naive)) / now;
}

BacktestScore score_of(std::string name, Quantity::Kind kind, std::span<BacktestRow const> results, auto const& counts)
{
    BacktestScore score{.name = std::move(name), .kind = kind, .no_change = {}, .wages_and_prices = {}};
    for (BacktestRow const& row : results)
    {
        if (!counts(*row.figure.quantity))
            continue;
        ++score.results;
        score.with_range += row.is_inside() ? 1 : 0;
        score.inside += row.is_inside() == true ? 1 : 0;
        add_to(score.no_change, row, Forecaster::no_change);
        add_to(score.wages_and_prices, row, Forecaster::wages_and_prices);
    }
    return score;
}

void add_scores(Backtest& backtest)
{
    auto const add = [](std::vector<BacktestScore>& scores, BacktestScore score)
    {
        if (score.results > 0)
            scores.push_back(std::move(score));
    };
    for (Quantity const& quantity : quantities())
        add(backtest.by_quantity, score_of(std::string(quantity.name), quantity.kind, backtest.results,
                                           [&](Quantity const& other) { return &other == &quantity; }));
    for (auto const& [name, kind] :
         {std::pair{"levels", Quantity::Kind::level}, std::pair{"shares", Quantity::Kind::share}})
        add(backtest.overall, score_of(name, kind, backtest.results,
                                       [kind = kind](Quantity const& quantity) { return quantity.kind == kind; }));
}

} // namespace

std::optional<double> BacktestRow::forecast(Forecaster by) const
{
    switch (by)
    {
    case Forecaster::model: return model ? std::optional(model->mean) : std::nullopt;
    case Forecaster::no_change: return naive.no_change;
    case Forecaster::wages_and_prices: return naive.wages_and_prices;
    }
    return std::nullopt;
}

std::optional<double> BacktestRow::error(Forecaster by) const
{
    auto const foretold = forecast(by);
    return foretold ? std::optional(*foretold - figure.value) : std::nullopt;
}

std::optional<double> BacktestRow::relative_error(Forecaster by) const
{
    auto const amount = error(by);
    return amount && figure.value != 0 ? std::optional(*amount / std::abs(figure.value)) : std::nullopt;
}

std::optional<double> BacktestRow::told_error(Forecaster by) const
{
    return figure.quantity->kind == Quantity::Kind::level ? relative_error(by) : error(by);
}

std::optional<bool> BacktestRow::is_inside() const
{
    if (!model || !model->range)
        return std::nullopt;
    return model->range->low <= figure.value && figure.value <= model->range->high;
}

std::optional<Forecaster> BacktestRow::closest() const
{
    std::optional<Forecaster> nearest;
    for (Forecaster const by : {Forecaster::wages_and_prices, Forecaster::no_change, Forecaster::model})
        if (auto const amount = error(by); amount && (!nearest || std::abs(*amount) < std::abs(*error(*nearest))))
            nearest = by;
    bool const has_rival = naive.no_change || naive.wages_and_prices;
    return has_rival ? nearest : std::nullopt;
}

Backtest backtest(ResultsFile const& file, std::span<PublishedFigure const> published, std::string published_name,
                  BacktestQuestion const& question)
{
    ResultsAxes const& axes = file.axes();
    std::size_t const strategy =
        index_of_name("strategy", question.strategy.value_or(file.provenance().baseline), axes.strategies);
    std::size_t const outlook =
        index_of_name("outlook", question.outlook.value_or(axes.outlooks.front()), axes.outlooks);
    auto const costs = wages_and_prices_in(file.inputs(), axes.outlooks[outlook]);

    Backtest result{.title = file.provenance().title,
                    .experiment = file.provenance().experiment,
                    .strategy = axes.strategies[strategy],
                    .outlook = axes.outlooks[outlook],
                    .published = std::move(published_name),
                    .first_year = axes.first_year,
                    .years = axes.years,
                    .care_homes = BacktestServices(file).care_home_names(),
                    .knows_wages_and_prices = costs.has_value(),
                    .results = {},
                    .told = {},
                    .unmeasured = {},
                    .by_quantity = {},
                    .overall = {}};
    count_replicates(result, file, outlook, strategy);
    Measuring measuring(file, outlook, strategy);
    for (PublishedFigure const& figure : published)
    {
        BacktestRow row = measuring.row_of(figure);
        if (figure.role == PublishedRole::result)
            row.naive = naive_forecasts(figure, published, costs);
        add_row(result, std::move(row));
    }
    std::ranges::stable_sort(result.results, is_worse_miss);
    add_scores(result);
    return result;
}

} // namespace caremarket
