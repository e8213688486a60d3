#include "tests/support/mediation.hpp"

#include "model/build.hpp"
#include "model/catalogue/rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <stdexcept>

namespace caremarket::tests
{

namespace
{

/// `strategy.nursing.mix_block` is meant by `strategy.*.mix_block` and by itself.
bool is_meant(std::string_view wanted, std::string const& path)
{
    std::size_t const star = wanted.find('*');
    if (star == std::string_view::npos)
        return wanted == path;
    std::string_view const before = wanted.substr(0, star);
    std::string_view const after = wanted.substr(star + 1);
    return path.starts_with(before) && path.ends_with(after) &&
           path.substr(before.size(), path.size() - before.size() - after.size()).find('.') == std::string::npos;
}

void set(Inputs& inputs, Setting const& setting)
{
    bool is_known = false;
    auto const visit = [&](std::string const& path, Description const&, Default const&, auto& value)
    {
        if (!is_meant(setting.path, path))
            return;
        value = setting.value;
        is_known = true;
    };
    visit_values(inputs.strategies.front(), visit);
    visit_values(inputs.behaviour, visit);
    visit_values(inputs.outlook, visit);
    visit_values(inputs.place, visit);
    if (!is_known)
        throw std::invalid_argument("no value has the path " + std::string{setting.path});
}

void set(Inputs& inputs, std::vector<Setting> const& settings)
{
    for (Setting const& setting : settings)
        set(inputs, setting);
}

/// Three years of three towns whose council lets contracts of a year each, with officers enough for all of it.
Inputs usual_inputs(bool has_rivals)
{
    SmallPlace place;
    place.nhs_in_nursing = 0.1;
    place.council = {{96.0, 120.0, 48.0}};
    place.providers = {{4.0, 5.0, 2.0}};
    if (!has_rivals)
        place.providers = for_every_service(1.0);
    Inputs inputs = small_inputs(place, 3);
    for (StrategyService& levers : inputs.strategies.front().of)
    {
        set_mix(levers, {.block = 0.4});
        levers.contract_length = 1.0;
        levers.block_price_limit = 1.5;
    }
    inputs.strategies.front().all.commissioning_staff = 50.0;
    for (BehaviourService& service : inputs.behaviour.of)
        for (RouteBurden& burden : service.routes)
            burden.weeks = 8.0;
    if (!has_rivals)
        for (BehaviourService& service : inputs.behaviour.of)
            service.entrants_considered = 0.0;
    return inputs;
}

/// A metric along the months of a run: a sum, or the parts of a ratio.
struct Series
{
    std::vector<double> of;
    std::vector<double> over; ///< empty: no ratio
    bool is_point = false;

    [[nodiscard]] double value() const
    {
        double a = 0.0;
        double b = 0.0;
        for (double const x : of)
            a += x;
        for (double const x : over)
            b += x;
        if (!over.empty())
            return b != 0.0 ? a / b : 0.0;
        return is_point ? a / static_cast<double>(of.size()) : a;
    }
};

std::vector<double> months_of(Record const& record, Recorded id, std::string_view lever, std::string_view channel)
{
    RecordedMetric const& what = metric(id);
    RecordShape const& shape = record.shape();
    std::size_t const cells = shape.cells(what.dimensions);
    std::set<std::size_t> wanted; // cells of a period
    for (Service const service : all_of<Service>())
        for (Channel const at : all_of<Channel>())
            for (std::size_t locality = 0; locality < shape.localities; ++locality)
            {
                bool const is_of_service = lever.find("." + std::string{name_of(service)} + ".") != std::string::npos ||
                                           lever.find(".*.") != std::string::npos ||
                                           lever.find(".all.") != std::string::npos;
                if (is_of_service && (channel.empty() || channel == name_of(at)))
                    wanted.insert(record.cell(what.dimensions, service, at, locality));
            }
    std::vector<double> months(shape.periods, 0.0);
    for (std::size_t month = 0; month < shape.periods; ++month)
        for (std::size_t const cell : wanted)
            months[month] += what.is_money() ? static_cast<double>(record.pence(id)[month * cells + cell]) / 100.0
                                             : record.series(id)[month * cells + cell];
    return months;
}

Series series_of(Record const& record, std::string_view name, std::string_view lever)
{
    std::string_view const metric_name = name.substr(0, name.find('@'));
    std::string_view const channel = name.find('@') == std::string_view::npos ? "" : name.substr(name.find('@') + 1);
    for (RecordedMetric const& one : recorded_metrics())
        if (one.name == metric_name)
            return {months_of(record, one.id, lever, channel), {}, one.over == Over::point};
    for (DerivedMetric const& one : derived_metrics())
        if (one.name == metric_name && one.form == DerivedMetric::Form::ratio)
            return {months_of(record, one.a, lever, channel), months_of(record, one.b, lever, channel), false};
    throw std::invalid_argument("no metric has the name " + std::string{metric_name});
}

int first_difference(Series const& a, Series const& b)
{
    for (std::size_t month = 0; month < a.of.size(); ++month)
        if (a.of[month] != b.of[month] || (!a.over.empty() && a.over[month] != b.over[month]))
            return static_cast<int>(month);
    return -1;
}

Paired paired(std::vector<Series> const& before, std::vector<Series> const& after)
{
    auto const n = static_cast<double>(before.size());
    Paired result;
    double squares = 0.0;
    for (std::size_t r = 0; r < before.size(); ++r)
    {
        double const difference = after[r].value() - before[r].value();
        result.mean += difference / n;
        squares += difference * difference;
        result.largest = std::max(result.largest, std::abs(difference));
        if (int const month = first_difference(before[r], after[r]); month >= 0)
            result.first_month = result.first_month < 0 ? month : std::min(month, result.first_month);
    }
    double const variance = std::max(0.0, squares - n * result.mean * result.mean) / (n - 1.0);
    constexpr double student = 2.2; // 95 % with eleven degrees of freedom
    result.half_width = student * std::sqrt(variance / n);
    return result;
}

struct Measured
{
    Paired mediator;
    Paired outcome;
};

Measured measure(Mediation const& one, Inputs const& common)
{
    std::array<std::vector<Series>, 2> mediator;
    std::array<std::vector<Series>, 2> outcome;
    Inputs inherited = common;
    set(inherited, Setting{one.lever, one.from});
    for (std::uint32_t replicate = 0; replicate < one.replicates; ++replicate)
    {
        Market const start = market_at_start(inherited, replicate);
        for (std::size_t side = 0; side < 2; ++side)
        {
            Inputs inputs = inherited;
            if (side == 1)
            {
                set(inputs, Setting{one.lever, one.to});
                set(inputs, one.along);
            }
            Run const run = run_weeks(start, inputs, inputs.years * Clock::weeks_in_a_year);
            mediator[side].push_back(series_of(run.record, one.mediator, one.lever));
            outcome[side].push_back(series_of(run.record, one.outcome, one.lever));
        }
    }
    return {paired(mediator[0], mediator[1]), paired(outcome[0], outcome[1])};
}

} // namespace

Mediated mediated(Mediation const& one)
{
    Inputs free = usual_inputs(true);
    set(free, one.market);
    Inputs held = usual_inputs(!one.without_rivals);
    set(held, one.market);
    set(held, one.frozen);
    Measured const moving = measure(one, free);
    return {moving.mediator, moving.outcome, measure(one, held).outcome};
}

std::string line_of(Mediation const& one, Mediated const& result)
{
    char text[400];
    std::snprintf(
        text, sizeof text,
        "%-40s %-28s %12.4g ± %-10.3g from month %2d   %-28s %12.4g ± %-10.3g from month %2d   held still: %.3g ± %.2g",
        std::string{one.lever}.c_str(), std::string{one.mediator}.c_str(), result.mediator.mean,
        result.mediator.half_width, result.mediator.first_month, std::string{one.outcome}.c_str(), result.outcome.mean,
        result.outcome.half_width, result.outcome.first_month, result.frozen_outcome.mean,
        result.frozen_outcome.half_width);
    return text;
}

std::map<std::string, std::string> all_levers()
{
    std::map<std::string, std::string> levers;
    for (auto const& row : strategy_rows())
        levers.emplace(row.what.name, row.what.mediator_metric);
    for (auto const& row : strategy_service_rows())
        levers.emplace(row.what.name, row.what.mediator_metric);
    return levers;
}

} // namespace caremarket::tests
