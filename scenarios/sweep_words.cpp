#include "scenarios/check_value.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace caremarket
{

namespace
{

std::string rows_in_words(Sweep const& sweep)
{
    auto const& design = sweep.design;
    auto const rows = sweep.rows.size() / times_crossed(design);
    switch (design.kind)
    {
    case DesignKind::grid: return fmt::format("{} rows, every value with every other", rows);
    case DesignKind::list: return fmt::format("{} rows as listed; rows added behind them keep these", rows);
    case DesignKind::csv: return fmt::format("{} rows of {}; rows added behind them keep these", rows, design.file);
    case DesignKind::latin_hypercube:
        return fmt::format("{} rows with seed {}; another number of samples is another design", rows, design.seed);
    case DesignKind::sobol: return fmt::format("{} rows; more samples keep these", rows);
    case DesignKind::saltelli:
        return fmt::format("{} rows of {} base points; more samples keep these", rows, design.samples);
    case DesignKind::morris:
        return fmt::format("{} rows of {} walks over {} levels with seed {}; more samples keep these", rows,
                           design.samples, design.levels, design.seed);
    }
    return {};
}

/// "0.00–0.04 share/year, log-uniform"
std::string range_in_words(Factor const& factor)
{
    auto const& d = *factor.distribution;
    auto words =
        fmt::format("{} to {}, {}", readable_text(d.low), with_unit(d.high, factor.what->unit), name_of(d.kind));
    if (d.kind == DistributionKind::normal)
        words += fmt::format(" with mean {} and spread {}", readable_text(d.mean), readable_text(d.spread));
    if (d.kind == DistributionKind::triangular)
        words += fmt::format(" with mode {}", readable_text(d.mode));
    return words;
}

/// A few are told; of many numbers the least and the greatest.
std::string values_in_words(Factor const& factor)
{
    std::set<std::string_view> seen;
    std::vector<std::string_view> different; // in their order
    std::vector<double> numbers;
    for (auto const& value : factor.values)
    {
        if (seen.insert(value).second)
            different.push_back(value);
        if (auto const number = number_in(value))
            numbers.push_back(*number);
    }
    constexpr std::size_t few = 12;
    if (different.size() <= few)
        return fmt::format("{}", fmt::join(different, ", "));
    if (numbers.size() < factor.values.size())
        return fmt::format("{} different values", different.size());
    auto const [least, most] = std::ranges::minmax(numbers);
    return fmt::format("{} to {}, {} different values", readable_text(least), with_unit(most, factor.what->unit),
                       different.size());
}

/// "; each of them with all 6 values of what is crossed: 768 rows"
std::string crossing_in_words(Sweep const& sweep)
{
    if (sweep.design.crossed == 0)
        return {};
    return fmt::format("; each of them with all {} values of what is crossed: {} rows", times_crossed(sweep.design),
                       sweep.rows.size());
}

std::string factor_in_words(Factor const& factor)
{
    auto const& distribution = factor.distribution;
    bool const is_a_range = distribution && distribution->kind != DistributionKind::categorical;
    auto words = factor.path + ": " + (is_a_range ? range_in_words(factor) : values_in_words(factor));
    if (is_a_range && !factor.values.empty())
        words += fmt::format(", at {} levels", factor.values.size());
    return words;
}

} // namespace

std::vector<std::string> plan_in_words(Sweep const& sweep)
{
    auto const& design = sweep.design;
    std::vector<std::string> lines{
        fmt::format("{} design: {}{}", name_of(design.kind), rows_in_words(sweep), crossing_in_words(sweep))};
    for (std::size_t f = 0; f < design.factors.size(); ++f)
        lines.push_back(factor_in_words(design.factors[f]) +
                        (f >= design.factors.size() - design.crossed ? ", crossed" : ""));
    lines.push_back(fmt::format("recorded by {} and {}", name_of(sweep.record.period), name_of(sweep.record.space)));
    return lines;
}

} // namespace caremarket
