#pragma once

#include "analysis/sensitivity_runs.hpp"
#include "model/draws.hpp"
#include "model/entity_key.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

/// Functions whose sensitivity is known by formula, and sweeps of them.
namespace caremarket
{

using Point = std::vector<double>; ///< of the unit cube
using TestFunction = std::function<double(Point const&)>;

inline constexpr double missing_outcome = std::numeric_limits<double>::quiet_NaN();

/// A sweep of the function over these points; factors are called x1, x2 …
inline DesignedRuns swept(TestFunction const& function, std::vector<Point> const& points)
{
    DesignedRuns runs;
    for (std::size_t f = 0; f < points.front().size(); ++f)
        runs.factors.push_back({.name = "x" + std::to_string(f + 1)});
    runs.points = points;
    runs.values = points;
    for (Point const& point : points)
        runs.outcomes.push_back(function(point));
    return runs;
}

/// Uniform on (0, 1), for what a test leaves to chance.
inline double chance(std::size_t i, std::string const& what = "a test")
{
    return Draws(20, 0).uniform(key_of(EntityKind::factor, what), Purpose::design, static_cast<std::uint32_t>(i));
}
inline double normal_chance(std::size_t i)
{
    return Draws(20, 0).normal(key_of(EntityKind::factor, "noise"), Purpose::design, static_cast<std::uint32_t>(i));
}

/// The same sweep when each sample fails with this chance.
inline DesignedRuns with_gaps(DesignedRuns runs, double share)
{
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        if (chance(sample) < share)
            runs.outcomes[sample] = missing_outcome;
    return runs;
}

/// The same sweep with groups of `size` samples, walks or base points, in reversed order.
inline DesignedRuns with_groups_reversed(DesignedRuns const& runs, std::size_t size)
{
    DesignedRuns reversed = runs;
    std::size_t const groups = runs.samples() / size;
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
    {
        std::size_t const to = (groups - 1 - sample / size) * size + sample % size;
        reversed.points[to] = runs.points[sample];
        reversed.values[to] = runs.values[sample];
        reversed.outcomes[to] = runs.outcomes[sample];
    }
    return reversed;
}

inline DesignedRuns with_outcomes(DesignedRuns runs, std::function<double(double)> const& changed)
{
    for (double& outcome : runs.outcomes)
        outcome = changed(outcome);
    return runs;
}

struct KnownIndices
{
    std::vector<double> first, total;
};

inline constexpr double ishigami_a = 7, ishigami_b = 0.1;

inline double ishigami(Point const& u)
{
    auto const x = [&u](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    return std::sin(x(0)) + ishigami_a * std::pow(std::sin(x(1)), 2) + ishigami_b * std::pow(x(2), 4) * std::sin(x(0));
}

/// Source: Ishigami and Homma 1990; Sobol and Levitan 1999.
inline KnownIndices indices_of_ishigami()
{
    double const pi4 = std::pow(std::numbers::pi, 4), pi8 = pi4 * pi4;
    double const of_1 = std::pow(1 + ishigami_b * pi4 / 5, 2) / 2;
    double const of_2 = ishigami_a * ishigami_a / 8;
    double const of_1_and_3 = ishigami_b * ishigami_b * pi8 * (1.0 / 18 - 1.0 / 50);
    double const all = of_1 + of_2 + of_1_and_3;
    return {.first = {of_1 / all, of_2 / all, 0}, .total = {(of_1 + of_1_and_3) / all, of_2 / all, of_1_and_3 / all}};
}

inline std::vector<double> const g_unimportance{0, 1, 4.5, 9, 99, 99, 99, 99};

inline double sobol_g(Point const& u)
{
    double product = 1;
    for (std::size_t i = 0; i < u.size(); ++i)
        product *= (std::abs(4 * u[i] - 2) + g_unimportance[i]) / (1 + g_unimportance[i]);
    return product;
}

/// Source: Saltelli and Sobol 1995.
inline KnownIndices indices_of_sobol_g()
{
    std::vector<double> alone;
    double product = 1;
    for (double const a : g_unimportance)
    {
        alone.push_back(1 / (3 * (1 + a) * (1 + a)));
        product *= 1 + alone.back();
    }
    KnownIndices known;
    for (double const variance : alone)
    {
        known.first.push_back(variance / (product - 1));
        known.total.push_back(variance * product / (1 + variance) / (product - 1));
    }
    return known;
}

/// Of its twenty inputs the first seven bend or interact, the next three act straight and alone, the last ten hardly
/// act. Its random coefficients are taken by sign alone.
/// Source: Morris 1991, section 5; coefficients Campolongo, Cariboni and Saltelli 2007.
inline double morris_function(Point const& u)
{
    constexpr std::size_t inputs = 20;
    auto const sign = [](std::size_t i) { return i % 2 == 0 ? 1.0 : -1.0; };
    std::vector<double> w(inputs + 1);
    for (std::size_t i = 1; i <= inputs; ++i)
        w[i] = 2 * ((i == 3 || i == 5 || i == 7 ? 1.1 * u[i - 1] / (u[i - 1] + 0.1) : u[i - 1]) - 0.5);
    double y = 0;
    for (std::size_t i = 1; i <= inputs; ++i)
    {
        y += (i <= 10 ? 20 : sign(i)) * w[i];
        for (std::size_t j = i + 1; j <= inputs; ++j)
        {
            y += (j <= 6 ? -15 : sign(i + j)) * w[i] * w[j];
            for (std::size_t l = j + 1; l <= 5; ++l)
            {
                y += -10 * w[i] * w[j] * w[l];
                for (std::size_t s = l + 1; s <= 4; ++s)
                    y += 5 * w[i] * w[j] * w[l] * w[s];
            }
        }
    }
    return y;
}

} // namespace caremarket
