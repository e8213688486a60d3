#include "analysis/finance.hpp"

#include "analysis/council_cost.hpp"
#include "analysis/finance_bridge.hpp"
#include "analysis/index_of_name.hpp"
#include "analysis/nine_in_ten.hpp"
#include "analysis/recorded_years.hpp"
#include "analysis/savings.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

namespace caremarket
{

namespace
{

using Measure = std::function<double(YearOfRun const&)>;

/// One strategy's runs under one outlook.
struct Runs
{
    RecordedYears recorded;
    std::vector<std::size_t> replicates; ///< that ran to their end
    int first_year = 0;
    std::size_t years = 0;
    std::vector<std::string> channels;
};

/// Of the futures in which there is something to measure: a price in a year without a placement is no price.
Spread spread_of(std::vector<double> values)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    if (values.empty())
        return {};
    Spread spread{.futures = values.size()};
    spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    if (auto const range = nine_in_ten(std::move(values)))
        std::tie(spread.low, spread.high) = std::pair{range->low, range->high};
    return spread;
}

/// What the file does not hold is not known.
double measured(Measure const& measure, YearOfRun const& year)
try
{
    return measure(year);
}
catch (CannotMeasure const&)
{
    return std::numeric_limits<double>::quiet_NaN();
}

FinanceLine line_of(Runs& runs, std::vector<std::size_t> const& services, std::string name, std::string unit,
                    Measure const& measure, std::string meaning = {})
{
    FinanceLine line{std::move(name), std::move(unit), {}, std::move(meaning)};
    for (std::size_t y = 0; y < runs.years; ++y)
    {
        std::vector<double> values;
        for (std::size_t const replicate : runs.replicates)
            values.push_back(measured(
                measure, YearOfRun(runs.recorded, services, replicate, runs.first_year + static_cast<int>(y))));
        line.years.push_back(spread_of(std::move(values)));
    }
    return line;
}

double net(YearOfRun const& year)
{
    return year.total("net_spend");
}

/// Net cost to the council.
double cost_of(YearOfRun const& y)
{
    double cost = 0.0;
    for (std::string_view const metric : costs_by_service)
        cost += y.total(metric);
    for (std::string_view const later : costs_of_the_whole)
        if (double const amount = measured([later](YearOfRun const& year) { return year.total(later); }, y);
            std::isfinite(amount))
            cost += amount;
    return cost;
}

FinanceSection gross_to_net(Runs& runs, std::vector<std::size_t> const& all)
{
    FinanceSection section{"From gross to net", "", {}};
    auto const money = [&](std::string name, Measure const& measure, std::string meaning = {})
    { section.lines.push_back(line_of(runs, all, std::move(name), "GBP", measure, std::move(meaning))); };
    auto const total = [](std::string const& metric)
    { return [metric](YearOfRun const& y) { return y.total(metric); }; };
    money("gross spend on care", total("gross_spend"), "paid to providers and in direct payments, voids in it");
    money("  of it voids", total("void_spend"), "guaranteed volume nobody used");
    money("less client contributions", [](YearOfRun const& y) { return -y.total("client_contributions"); });
    money("net spend on care", net);
    money("tenders", total("procurement_spend"));
    money("commissioning officers", total("officer_spend"));
    money("capital in own supply", total("own_supply_capital"), "cash put in at opening, less what closing gives back");
    money("grants towards buildings", total("building_grants"), "for places that providers build for contracts");
    money("invested to save", total("invest_to_save"), "reablement, technology, prevention and respite");
    money("net cost to the council", cost_of);
    money("budget", total("budget"),
          "last year's cost before the start, plus consumer prices and the growth the strategy asks for, each April");
    money("over budget (+) or under (-)", [](YearOfRun const& y) { return cost_of(y) - y.total("budget"); });
    money("paid besides by families", total("top_ups"), "top-ups, and what people add to direct payments");
    money("paid besides by the NHS", total("funded_nursing_care"),
          "towards the nursing of all people in nursing homes, whoever pays for the rest");
    return section;
}

FinanceSection book_of(Runs& runs, std::size_t service, std::string const& name)
{
    FinanceSection section{"The book", name, {}};
    std::vector<std::size_t> const one{service};
    auto const add = [&](std::string line, std::string unit, Measure const& measure, std::string meaning = {})
    { section.lines.push_back(line_of(runs, one, std::move(line), std::move(unit), measure, std::move(meaning))); };
    auto const total = [](std::string const& metric)
    { return [metric](YearOfRun const& y) { return y.total(metric); }; };
    auto const end = [](std::string const& metric)
    { return [metric](YearOfRun const& y) { return y.at_end(metric); }; };
    auto const ratio = [](std::string const& a, std::string const& b)
    { return [a, b](YearOfRun const& y) { return y.total(a) / y.total(b); }; };
    auto const less = [](std::string const& metric)
    { return [metric](YearOfRun const& y) { return -y.total(metric); }; };
    add("people at 1 April", "people", [](YearOfRun const& y) { return y.earlier(1).at_end("council_people"); });
    add(
        "new starts", "people", [](YearOfRun const& y) { return y.total("starts") - y.total("placed_again"); },
        "after an assessment");
    add("placed again", "people", total("placed_again"), "people who had lost another place");
    add(
        "taken over from families", "people",
        [](YearOfRun const& y) { return y.total("wealth_spent_people") - y.total("moved_for_price"); },
        "capital spent, and the place kept");
    add("ends", "people", less("ends"));
    add("lost their place", "people", less("council_displaced_people"), "provider closed or gave them back");
    add("began to pay themselves", "people", less("began_to_pay_people"), "their home became capital");
    add("people at 31 March", "people", end("council_people"));
    add("units delivered", "units", total("council_units_used"));
    add("units paid", "units", total("council_units"), "delivered, retained during absences, or guaranteed");
    add("average price of the book", "GBP/unit", ratio("gross_spend", "council_units"));
    add("price of new placements", "GBP/unit", ratio("starts_at_price", "started_units"));
    add("cost per unit used", "GBP/unit", ratio("gross_spend", "council_units_used"), "voids in it");
    add("guarantee committed at 31 March", "GBP", end("committed_guarantee"),
        "the most that guarantees in force can cost to their ends if nobody uses them");
    return section;
}

/// \param has_packages care comes in hours, more or fewer of them; a bed is a bed
YearOfSpend year_of_spend(YearOfRun const& y, std::vector<std::string> const& channels, bool has_packages)
{
    YearOfSpend year;
    year.gross = y.total("gross_spend");
    year.units = y.total("council_units");
    year.people = y.average("council_people");
    year.package = 1.0;
    if (has_packages)
        year.package = year.people > 0.0 ? y.average("commissioned_need") / year.people : 0.0;
    year.once_paid = y.average("once_paid_need");
    year.need = y.average("need_index");
    year.uplift = y.total("price_uplift");
    for (std::string const& channel : channels)
    {
        year.channel_gross.push_back(y.total("gross_spend", channel));
        year.channel_units.push_back(y.total("council_units", channel));
    }
    return year;
}

FinanceSection bridge_of(Runs& runs, std::size_t service, std::string const& name)
{
    FinanceSection section{"Why gross spend differs from the year before", name, {}};
    std::vector<std::size_t> const one{service};
    struct Step
    {
        char const* name;
        double Bridge::*amount;
        char const* meaning;
    };
    constexpr Step steps[] = {
        {"inflation", &Bridge::inflation, "uplift of 1 April on the book of that day, for a year"},
        {"demography", &Bridge::demography, "older people and their need, at last year's price"},
        {"wealth spent", &Bridge::wealth, "people who paid before, at last year's price"},
        {"complexity", &Bridge::complexity, "size of packages, at last year's price"},
        {"other volume", &Bridge::volume, "waits, lengths of care, voids, at last year's price"},
        {"mix", &Bridge::mix, "channels, at last year's prices"},
        {"price", &Bridge::price, "new placements against old ones, tenders, limits"},
    };
    bool const has_packages = name == "homecare";
    auto const step = [&runs, has_packages](double Bridge::*amount)
    {
        return [&runs, has_packages, amount](YearOfRun const& y)
        {
            if (runs.recorded.periods_in_year() < periods_in_a_year(RecordPeriod::month))
                throw CannotMeasure("averages of a year, which take values by month");
            return bridge_between(year_of_spend(y.earlier(1), runs.channels, has_packages),
                                  year_of_spend(y, runs.channels, has_packages)).*
                   amount;
        };
    };
    for (Step const& one_step : steps)
        section.lines.push_back(line_of(runs, one, one_step.name, "GBP", step(one_step.amount), one_step.meaning));
    section.lines.push_back(line_of(runs, one, "difference", "GBP",
                                    [](YearOfRun const& y)
                                    { return y.total("gross_spend") - y.earlier(1).total("gross_spend"); }));
    return section;
}

/// Replicate by replicate, both under the same shocks.
FinanceSection savings_against(Runs& runs, RecordedYears& baseline, std::vector<std::size_t> const& all,
                               std::string const& name)
{
    FinanceSection section{"Saved against " + name, "", {}};
    auto const add = [&](std::string line, auto&& amount, std::string meaning)
    {
        FinanceLine result{std::move(line), "GBP", {}, std::move(meaning)};
        for (std::size_t y = 0; y < runs.years; ++y)
        {
            std::vector<double> values;
            for (std::size_t const replicate : runs.replicates)
            {
                int const year = runs.first_year + static_cast<int>(y);
                YearOfRun const with(runs.recorded, all, replicate, year);
                YearOfRun const without(baseline, all, replicate, year);
                values.push_back(measured([&](YearOfRun const&)
                                          { return amount(cost_of(with), cost_of(without), without.total("budget")); },
                                          with));
            }
            result.years.push_back(spread_of(std::move(values)));
        }
        section.lines.push_back(std::move(result));
    };
    add(
        "saved in the year", [](double with, double without, double) { return without - with; },
        "net cost without the strategy less net cost with it");
    add(
        "  of it avoided",
        [](double with, double without, double budget) { return avoided_part(with, without, budget); },
        "cost above the budget that does not arise; below zero, overspend that does");
    add(
        "  of it cashable",
        [](double with, double without, double budget) { return without - with - avoided_part(with, without, budget); },
        "cost below the budget, which can be taken out of it");
    return section;
}

} // namespace

Finance finance(ResultsFile const& file, FinanceQuestion const& question)
{
    ResultsAxes const& axes = file.axes();
    Finance result;
    result.title = file.provenance().title;
    result.baseline = file.provenance().baseline;
    result.outlook = question.outlook.value_or(axes.outlooks.front());
    result.strategy = question.strategy.value_or(result.baseline);
    result.first_year = axes.first_year;
    result.years = static_cast<std::size_t>(axes.years);
    result.is_by_month = axes.period == RecordPeriod::month;
    std::size_t const outlook = index_of_name("outlook", result.outlook, axes.outlooks);
    std::size_t const strategy = index_of_name("strategy", result.strategy, axes.strategies);
    std::size_t const baseline = index_of_name("strategy", result.baseline, axes.strategies);

    Runs runs{RecordedYears(file, outlook, strategy), {}, axes.first_year, result.years, axes.channels};
    for (std::size_t replicate = 0; replicate < axes.replicates; ++replicate)
        if (file.state(outlook, strategy, replicate) == CellState::done &&
            file.state(outlook, baseline, replicate) == CellState::done)
            runs.replicates.push_back(replicate);
    result.replicates = runs.replicates.size();

    std::vector<std::size_t> all(axes.services.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    result.sections.push_back(gross_to_net(runs, all));
    if (strategy != baseline)
    {
        RecordedYears without(file, outlook, baseline);
        result.sections.push_back(savings_against(runs, without, all, result.baseline));
    }
    for (std::size_t const service : all)
    {
        result.sections.push_back(book_of(runs, service, axes.services[service]));
        result.sections.push_back(bridge_of(runs, service, axes.services[service]));
    }
    return result;
}

} // namespace caremarket
