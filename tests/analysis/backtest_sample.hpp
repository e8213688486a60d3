#pragma once

#include "analysis/backtest.hpp"
#include "compare_sample.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <algorithm>
#include <string>
#include <string_view>

/// Made-up published figures, and small results files to hold against them.
namespace caremarket
{

/// A run of three years in two localities, of which a test fills in what it is about.
inline Results three_years(std::size_t replicates, RecordPeriod period = RecordPeriod::year)
{
    return Results({"spot-heavy", "block-heavy"}, replicates, {"central", "high-wage"}, period, 3, {"A", "B"});
}

/// Where a test writes.
struct At
{
    std::size_t replicate = 0, period = 0;
    Service service = Service::residential;
    Channel channel = Channel::spot;
    std::size_t locality = 0;
    std::size_t strategy = 0, outlook = 0;
};

inline void add(Results& results, Recorded id, At const& at, double amount)
{
    Record& record = results.run(at.strategy, at.replicate, at.outlook).record;
    std::size_t const cell = record.cell(metric(id).dimensions, at.service, at.channel, at.locality);
    if (metric(id).is_money())
        record.add_pence(id, at.period, cell, static_cast<std::int64_t>(amount * 100));
    else
        record.add(id, at.period, cell, amount);
}

inline constexpr std::string_view published_header =
    "quantity,service,financial_year,value,unit,role,source,certainty,note\n";

/// Figures from rows without the last three columns.
inline Loaded<std::vector<PublishedFigure>> read_figures(ResultsFile const& file, std::vector<std::string> const& rows)
{
    std::string text(published_header);
    for (std::string const& row : rows)
        text += row + ",a return,read,\n";
    return published_figures(text, "figures.csv", BacktestServices(file), file.axes());
}

inline Backtest backtest_of(ResultsFile const& file, std::vector<std::string> const& rows,
                            BacktestQuestion const& question = {})
{
    auto const figures = read_figures(file, rows);
    for (Problem const& problem : figures.problems)
        UNSCOPED_INFO(to_line(problem));
    REQUIRE(figures.has_value());
    return backtest(file, *figures.value, "figures.csv", question);
}

/// Wages rise by 10 % in April 2017 only; prices by 2, 5 and 10 %. So prices of care rise by 0.6, 8.5 and 3 %.
inline StoredInputs inputs_with_wages()
{
    auto const path = [](double at_2016, double at_2017, double at_2018)
    {
        return ResolvedValue{DatedScalars{{first_of_april(2016), at_2016},
                                          {first_of_april(2017), at_2017},
                                          {first_of_april(2018), at_2018}},
                             {}};
    };
    ResolvedInputs central{.name = "central", .title = {}, .description = {}, .values = {}};
    central.values.emplace("outlook.all.wage_floor", path(7.0, 7.7, 7.7));
    central.values.emplace("outlook.all.inflation", path(0.02, 0.05, 0.10));
    ResolvedInputs high_wage{.name = "high-wage", .title = {}, .description = {}, .values = {}};
    high_wage.values.emplace("outlook.all.wage_floor", path(7.0, 14.0, 14.0));
    high_wage.values.emplace("outlook.all.inflation", ResolvedValue{0.0, {}});
    return {.files = {},
            .resolved = {{std::string(stored_experiment), to_text({{"outlook", central}, {"outlook", high_wage}})}}};
}

} // namespace caremarket
