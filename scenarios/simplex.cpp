#include "scenarios/simplex.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace caremarket
{

namespace
{

using Paths = std::vector<std::string>;

/// One simplex of one service.
struct SharesOfOne
{
    Paths paths;
    std::string rest; ///< the path that takes what the others leave
};

/// Every simplex of every service.
std::vector<SharesOfOne> all_simplexes()
{
    std::vector<SharesOfOne> all;
    for (Service const service : all_of<Service>())
        for (auto const& simplex : strategy_simplexes())
        {
            SharesOfOne shares;
            for (auto const name : simplex.names)
                shares.paths.push_back(fmt::format("strategy.{}.{}", name_of(service), name));
            shares.rest = fmt::format("strategy.{}.{}", name_of(service), simplex.rest);
            all.push_back(std::move(shares));
        }
    return all;
}

std::string_view last_name(std::string_view path)
{
    return path.substr(path.rfind('.') + 1);
}

std::string names_of(Paths const& paths)
{
    std::string names;
    for (auto const& path : paths)
        names += (names.empty() ? "" : ", ") + std::string{last_name(path)};
    return names;
}

/// A share over time: one step without date when it never changes.
struct Step
{
    std::optional<Date> from;
    double share;
};

std::vector<Step> steps_of(InputValue const& value)
{
    if (auto const* number = std::get_if<double>(&value))
        return {{std::nullopt, *number}};
    std::vector<Step> steps;
    for (auto const& [day, scalar] : std::get<DatedScalars>(value))
        steps.push_back({day, std::get<double>(scalar)});
    return steps;
}

/// As `Dated::at`; without a day, the first share.
double share_on(std::optional<Date> day, std::vector<Step> const& steps)
{
    double share = steps.front().share;
    for (auto const& step : steps)
        if (step.from && day && *step.from <= *day)
            share = step.share;
    return share;
}

/// Every day on which one of the shares changes; one entry without a day if none ever does.
std::vector<std::optional<Date>> days_of_change(std::vector<std::vector<Step>> const& shares)
{
    std::set<Date> days;
    for (auto const& steps : shares)
        for (auto const& step : steps)
            if (step.from)
                days.insert(*step.from);
    if (days.empty())
        return {std::nullopt};
    return {days.begin(), days.end()};
}

double sum_on(std::optional<Date> day, std::vector<std::vector<Step>> const& shares)
{
    double sum = 0;
    for (auto const& steps : shares)
        sum += share_on(day, steps);
    return sum;
}

constexpr double tolerance = 1e-9; // of a sum of shares

/// Shares are formed to twelve decimals, so that 1 - 0.7 is the same value as 0.3 in a file.
double to_twelve_decimals(double share)
{
    constexpr double scale = 1e12;
    return std::round(share * scale) / scale;
}

InputValue value_of(std::vector<std::optional<Date>> const& days, std::vector<double> const& shares)
{
    bool const never_changes = std::all_of(shares.begin(), shares.end(), [&](double it) { return it == shares[0]; });
    if (!days.front() || never_changes)
        return shares.front();
    DatedScalars steps;
    for (std::size_t i = 0; i < days.size(); ++i)
        steps.emplace_back(*days[i], shares[i]);
    return steps;
}

std::string on_day(std::optional<Date> day)
{
    return day ? "on " + iso_text(*day) + " " : "";
}

Problem problem_of(Paths const& paths, Origin const& origin, std::string message)
{
    auto problem = problem_at(origin.file, {origin.line, origin.column}, std::move(message));
    problem.key = paths.front();
    return problem;
}

std::vector<std::vector<Step>> steps_of(Paths const& paths, ResolvedInputs const& inputs)
{
    std::vector<std::vector<Step>> shares;
    for (auto const& path : paths)
        shares.push_back(steps_of(find(inputs, path)->value));
    return shares;
}

/// \param advice behind the message, if it is not empty
/// \pre all paths have values
void check_sum(Paths const& paths, ResolvedInputs const& inputs, Problems& problems, std::string const& advice = {})
{
    auto const shares = steps_of(paths, inputs);
    for (auto const& day : days_of_change(shares))
    {
        auto const sum = to_twelve_decimals(sum_on(day, shares));
        if (std::abs(sum - 1.0) > tolerance)
        {
            problems.push_back(problem_of(paths, find(inputs, paths.front())->origin,
                                          fmt::format("{}the shares {} add up to {}, not 1{}", on_day(day),
                                                      names_of(paths), readable_text(sum), advice)));
            return;
        }
    }
}

/// Gives the missing share what the others leave.
void infer(std::string const& missing, Paths const& others, ResolvedInputs& inputs, Problems& problems)
{
    auto const shares = steps_of(others, inputs);
    auto const days = days_of_change(shares);
    auto origin = find(inputs, others.front())->origin;
    std::vector<double> rest;
    for (auto const& day : days)
    {
        auto const sum = to_twelve_decimals(sum_on(day, shares));
        if (sum > 1.0 + tolerance)
        {
            problems.push_back(problem_of(others, origin,
                                          fmt::format("{}the shares {} add up to {}, more than 1", on_day(day),
                                                      names_of(others), readable_text(sum))));
            return;
        }
        rest.push_back(std::max(0.0, to_twelve_decimals(1.0 - sum)));
    }
    origin.note = "what " + names_of(others) + " leaves of 1";
    inputs.values.emplace(missing, ResolvedValue{value_of(days, rest), std::move(origin)});
}

/// A share nobody named is none.
void take_as_none(std::string const& path, Paths const& given, InputLayer& layer)
{
    auto origin = find(layer.own, given.front())->origin;
    origin.note = "0, for " + names_of(given) + (given.size() == 1 ? " is" : " are") + " given and this is not";
    layer.own.values.emplace(path, ResolvedValue{0.0, std::move(origin)});
    layer.given.insert(path);
}

void complete(SharesOfOne const& shares, InputLayer& layer, Problems& problems)
{
    Paths given, missing;
    for (auto const& path : shares.paths)
        (layer.given.contains(path) ? given : missing).push_back(path);
    bool const are_sound =
        std::all_of(given.begin(), given.end(), [&](auto const& path) { return find(layer.own, path) != nullptr; });
    if (given.empty() || !are_sound) // what is wrong with them has been said
        return;
    bool const has_rest = layer.given.contains(shares.rest);
    std::string const left_over = missing.size() == 1 ? missing.front() : shares.rest;
    for (auto const& path : missing)
        if (path != left_over)
            take_as_none(path, given, layer);
    if (missing.empty() || (has_rest && missing.size() > 1))
    {
        check_sum(shares.paths, layer.own, problems);
        return;
    }
    infer(left_over, given, layer.own, problems);
    layer.given.insert(left_over);
}

/// \pre all paths have values
void check_not_more_than_one(Paths const& paths, ResolvedInputs const& inputs, Problems& problems)
{
    auto const shares = steps_of(paths, inputs);
    for (auto const& day : days_of_change(shares))
        if (auto const sum = to_twelve_decimals(sum_on(day, shares)); sum > 1.0 + tolerance)
            return problems.push_back(problem_of(paths, find(inputs, paths.front())->origin,
                                                 fmt::format("{}the shares {} add up to {}, more than 1", on_day(day),
                                                             names_of(paths), readable_text(sum))));
}

/// Shares out on each day what the set shares leave, in the proportions that the others have; where those are all none,
/// `rest` takes it, or they share it equally. A share that stays as it was keeps its origin.
/// \pre the set shares are nowhere more than 1
void rescale(Paths const& set, Paths const& others, std::string const& rest, ResolvedInputs& strategy)
{
    auto const set_shares = steps_of(set, strategy);
    auto const other_shares = steps_of(others, strategy);
    auto all_shares = set_shares;
    all_shares.insert(all_shares.end(), other_shares.begin(), other_shares.end());
    auto const days = days_of_change(all_shares);

    bool const takes_rest = std::find(others.begin(), others.end(), rest) != others.end();
    std::vector<std::vector<double>> rescaled(others.size());
    for (auto const& day : days)
    {
        auto const left = to_twelve_decimals(1.0 - sum_on(day, set_shares));
        auto const before = sum_on(day, other_shares);
        for (std::size_t i = 0; i < others.size(); ++i)
        {
            auto const of_nothing = !takes_rest         ? 1.0 / static_cast<double>(others.size())
                                    : others[i] == rest ? 1.0
                                                        : 0.0;
            auto const proportion = before > 0 ? share_on(day, other_shares[i]) / before : of_nothing;
            rescaled[i].push_back(to_twelve_decimals(std::max(0.0, left) * proportion));
        }
    }
    for (std::size_t i = 0; i < others.size(); ++i)
    {
        auto& value = strategy.values.find(others[i])->second;
        auto now = value_of(days, rescaled[i]);
        if (now == value.value)
            continue;
        value.value = std::move(now);
        value.origin = find(strategy, set.front())->origin;
        value.origin.note = "rescaled in proportion to what " + names_of(set) + " leaves of 1";
    }
}

} // namespace

void complete_simplexes(InputLayer& layer, Problems& problems)
{
    for (auto const& shares : all_simplexes())
        complete(shares, layer, problems);
}

void rescale_simplexes(ResolvedInputs& strategy, std::set<std::string, std::less<>> const& set, Problems& problems)
{
    for (auto const& [paths, rest] : all_simplexes())
    {
        Paths were_set, others;
        for (auto const& path : paths)
            (set.contains(path) ? were_set : others).push_back(path);
        auto const before = problems.size();
        if (were_set.size() > 1 && set.contains(rest))
            check_sum(were_set, strategy, problems,
                      others.empty() ? "" : "; without " + std::string{last_name(rest)} + " it takes what is left");
        else if (were_set.size() > 1)
            check_not_more_than_one(were_set, strategy, problems);
        if (!were_set.empty() && problems.size() == before)
            rescale(were_set, others, rest, strategy);
    }
}

} // namespace caremarket
