#include "analysis/sensitivity_ranking.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace caremarket
{

namespace
{

constexpr std::array<std::string_view, 3> thirds{"lower third", "middle third", "upper third"};

enum class Order : std::uint8_t
{
    better,
    worse,
    same,
    untold
};

Order order_of(PairedDifference const& difference, Better better)
{
    if (difference.n == 0)
        return Order::untold;
    if (difference.mean == 0 || difference.is_none())
        return Order::same;
    return (difference.mean > 0) == (better != Better::down) ? Order::better : Order::worse;
}

OrderCount count_of_orders(std::vector<PairedDifference> const& differences, Better better)
{
    OrderCount count;
    std::size_t times_better = 0, compared = 0;
    for (PairedDifference const& difference : differences)
    {
        Order const order = order_of(difference, better);
        bool const is_clear = !difference.is_unjudged() && !difference.is_none() && !difference.is_noise();
        compared += order != Order::untold;
        times_better += order == Order::better;
        count.worse += order == Order::worse;
        count.left_out += order == Order::untold;
        count.judged += !difference.is_unjudged();
        count.clearly_better += order == Order::better && is_clear;
        count.clearly_worse += order == Order::worse && is_clear;
    }
    count.better = chance_of(times_better, compared);
    return count;
}

std::size_t part_of(ComparedRuns const& runs, std::size_t sample, std::size_t factor)
{
    if (runs.factors[factor].is_categorical())
        return static_cast<std::size_t>(runs.values[sample][factor]);
    auto const third = static_cast<std::size_t>(runs.points[sample][factor] * static_cast<double>(thirds.size()));
    return std::min(third, thirds.size() - 1);
}

OrderByFactor order_by(ComparedRuns const& runs, std::size_t outlook, std::size_t factor)
{
    StudiedFactor const& studied = runs.factors[factor];
    OrderByFactor result{.factor = studied.name, .unit = studied.unit, .parts = {}};
    std::vector<std::string> const names =
        studied.is_categorical() ? studied.levels : std::vector<std::string>(thirds.begin(), thirds.end());
    std::vector<std::size_t> met(names.size(), 0), of(names.size(), 0);
    for (std::string const& name : names)
        result.parts.push_back({.name = name, .from = unknown, .to = unknown, .better = {}});
    for (std::size_t sample = 0; sample < runs.points.size(); ++sample)
    {
        Order const order = order_of(runs.differences[outlook][sample], runs.better);
        if (order == Order::untold)
            continue;
        std::size_t const part = part_of(runs, sample, factor);
        ++of[part];
        met[part] += order == Order::better;
        if (studied.is_categorical())
            continue;
        double const value = runs.values[sample][factor];
        result.parts[part].from = std::fmin(result.parts[part].from, value);
        result.parts[part].to = std::fmax(result.parts[part].to, value);
    }
    for (std::size_t part = 0; part < names.size(); ++part)
        result.parts[part].better = chance_of(met[part], of[part]);
    return result;
}

double share_of(Chance const& chance)
{
    return static_cast<double>(chance.met) / static_cast<double>(chance.of);
}

/// Parts that have samples, from that in which the strategy is better least often.
std::vector<PartOfRange const*> by_share(std::vector<PartOfRange> const& parts)
{
    std::vector<PartOfRange const*> sorted;
    for (PartOfRange const& part : parts)
        if (part.better.of > 0)
            sorted.push_back(&part);
    std::ranges::stable_sort(sorted, {}, [](PartOfRange const* part) { return share_of(part->better); });
    return sorted;
}

/// Samples compared under every outlook, and how many of them have this order under each.
Chance under_all(ComparedRuns const& runs, Order order)
{
    std::size_t met = 0, of = 0;
    for (std::size_t sample = 0; sample < runs.points.size(); ++sample)
    {
        auto const is = [&](Order asked)
        { return [&, asked](auto const& of_outlook) { return order_of(of_outlook[sample], runs.better) == asked; }; };
        if (std::ranges::any_of(runs.differences, is(Order::untold)))
            continue;
        ++of;
        met += std::ranges::all_of(runs.differences, is(order));
    }
    return chance_of(met, of);
}

} // namespace

double OrderCount::share() const
{
    return share_of(better);
}

PartOfRange const* OrderByFactor::best() const
{
    auto const sorted = by_share(parts);
    return sorted.size() < 2 ? nullptr : sorted.back();
}

PartOfRange const* OrderByFactor::worst() const
{
    auto const sorted = by_share(parts);
    return sorted.size() < 2 ? nullptr : sorted.front();
}

double OrderByFactor::spread() const
{
    return best() == nullptr ? unknown : share_of(best()->better) - share_of(worst()->better);
}

bool OrderByFactor::is_clear() const
{
    return best() != nullptr && worst()->better.upper < best()->better.lower;
}

bool OrderByFactor::turns_order() const
{
    return is_clear() && share_of(worst()->better) < 0.5 && share_of(best()->better) > 0.5;
}

std::vector<OrderByFactor const*> RankingUnderOutlook::by_spread() const
{
    std::vector<OrderByFactor const*> sorted;
    for (OrderByFactor const& factor : factors)
        sorted.push_back(&factor);
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             [](OrderByFactor const* factor)
                             { return std::isnan(factor->spread()) ? -1.0 : factor->spread(); });
    return sorted;
}

RankingRobustness ranking_robustness(ComparedRuns const& runs)
{
    RankingRobustness result{.strategy = runs.strategy,
                             .other = runs.other,
                             .better = runs.better,
                             .has_groups = runs.group > 1,
                             .outlooks = {},
                             .better_under_all = under_all(runs, Order::better),
                             .worse_under_all = under_all(runs, Order::worse)};
    for (std::size_t outlook = 0; outlook < runs.outlooks.size(); ++outlook)
    {
        RankingUnderOutlook& ranking = result.outlooks.emplace_back();
        ranking.outlook = runs.outlooks[outlook];
        ranking.count = count_of_orders(runs.differences[outlook], runs.better);
        for (std::size_t factor = 0; factor < runs.factors.size(); ++factor)
            ranking.factors.push_back(order_by(runs, outlook, factor));
    }
    return result;
}

} // namespace caremarket
