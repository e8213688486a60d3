#include "scenarios/design.hpp"

#include "scenarios/number_text.hpp"
#include "scenarios/read_csv.hpp"

#include <algorithm>
#include <limits>

namespace caremarket
{

namespace
{

std::size_t product(std::size_t a, std::size_t b)
{
    constexpr auto most = std::numeric_limits<std::size_t>::max();
    return b != 0 && a > most / b ? most : a * b;
}

/// What every row of a design with crossed factors is repeated of.
Design without_crossed(Design const& design)
{
    Design others = design;
    others.factors.resize(design.factors.size() - design.crossed);
    others.crossed = 0;
    return others;
}

std::vector<Factor> crossed_factors(Design const& design)
{
    return {design.factors.end() - static_cast<std::ptrdiff_t>(design.crossed), design.factors.end()};
}

/// Rows of the others, each as often as the crossed factors have values, with these behind it.
/// \param crossed [crossed factor][value]
template <class T>
std::vector<std::vector<T>> crossed_with(std::vector<std::vector<T>> const& rows,
                                         std::vector<std::vector<T>> const& crossed)
{
    std::vector<std::vector<T>> all;
    all.reserve(rows.size() * crossed.front().size());
    for (auto const& row : rows)
        for (std::size_t time = 0; time < crossed.front().size(); ++time)
        {
            all.push_back(row);
            for (auto const& values : crossed)
                all.back().push_back(values[time]);
        }
    return all;
}

/// Where each value lies between the least and the greatest; choices lie in their order.
std::vector<double> places_of(Factor const& factor)
{
    std::vector<double> places;
    for (auto const& value : factor.values)
        if (auto const number = number_in(value))
            places.push_back(*number);
    if (places.size() < factor.values.size())
    {
        places.clear();
        while (places.size() < factor.values.size())
            places.push_back(static_cast<double>(places.size()));
    }
    auto const [least, most] = std::ranges::minmax(places);
    for (double& place : places)
        place = most > least ? (place - least) / (most - least) : 0.5; // never moves: anywhere
    return places;
}

/// Counts through the values like an odometer: the last factor is the fastest wheel.
std::vector<DesignRow> grid_rows(Design const& design)
{
    std::vector<DesignRow> rows(row_count(design));
    std::size_t in_a_row = rows.size(); // how often a value stands before the next
    for (auto const& factor : design.factors)
    {
        in_a_row /= factor.values.size();
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].push_back(factor.values[row / in_a_row % factor.values.size()]);
    }
    return rows;
}

std::vector<DesignRow> listed_rows(Design const& design)
{
    std::vector<DesignRow> rows(row_count(design));
    for (auto const& factor : design.factors)
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].push_back(factor.values[row]);
    return rows;
}

std::vector<std::string> paths_of(Design const& design)
{
    std::vector<std::string> paths;
    paths.reserve(design.factors.size());
    for (auto const& factor : design.factors)
        paths.push_back(factor.path);
    return paths;
}

std::vector<DesignRow> sampled_rows(Design const& design)
{
    std::vector<DesignRow> rows;
    auto const points = points_of(design);
    rows.reserve(points.size());
    for (auto const& point : points)
    {
        auto& row = rows.emplace_back();
        row.reserve(point.size());
        for (std::size_t f = 0; f < point.size(); ++f)
            row.push_back(value_at(*design.factors[f].distribution, point[f]));
    }
    return rows;
}

} // namespace

std::vector<UnitPoint> points_of(Design const& design)
{
    if (design.crossed > 0)
    {
        std::vector<std::vector<double>> places;
        for (auto const& factor : crossed_factors(design))
            places.push_back(places_of(factor));
        return crossed_with(points_of(without_crossed(design)), places);
    }
    switch (design.kind)
    {
    case DesignKind::latin_hypercube: return latin_hypercube(paths_of(design), design.samples, design.seed);
    case DesignKind::sobol: return sobol_points(design.factors.size(), design.samples);
    case DesignKind::saltelli: return saltelli_points(design.factors.size(), design.samples);
    case DesignKind::morris: return morris_walks(paths_of(design), design.samples, design.levels, design.seed);
    case DesignKind::grid:
    case DesignKind::list:
    case DesignKind::csv: break;
    }
    return {};
}

std::size_t rows_that_go_together(Design const& design)
{
    switch (design.kind)
    {
    case DesignKind::saltelli: return design.factors.size() + 2;
    case DesignKind::morris: return design.factors.size() + 1;
    default: return times_crossed(design);
    }
}

std::vector<DesignRow> rows_of(Design const& design)
{
    if (design.factors.empty())
        return {};
    if (design.crossed > 0)
    {
        std::vector<std::vector<std::string>> values;
        for (auto const& factor : crossed_factors(design))
            values.push_back(factor.values);
        return crossed_with(rows_of(without_crossed(design)), values);
    }
    if (design.kind == DesignKind::grid)
        return grid_rows(design);
    if (design.kind == DesignKind::list || design.kind == DesignKind::csv)
        return listed_rows(design);
    return sampled_rows(design);
}

std::size_t times_crossed(Design const& design)
{
    return design.crossed > 0 ? design.factors.back().values.size() : 1;
}

std::size_t row_count(Design const& design)
{
    if (design.crossed > 0)
        return product(row_count(without_crossed(design)), times_crossed(design));
    auto const factors = design.factors.size();
    if (factors == 0)
        return 0;
    std::size_t count = 1;
    switch (design.kind)
    {
    case DesignKind::grid:
        for (auto const& factor : design.factors)
            count = product(count, factor.values.size());
        return count;
    case DesignKind::list:
    case DesignKind::csv: return design.factors.front().values.size();
    case DesignKind::latin_hypercube:
    case DesignKind::sobol: break;
    case DesignKind::saltelli: return product(design.samples, factors + 2);
    case DesignKind::morris: return product(design.samples, factors + 1);
    }
    return design.samples;
}

bool keeps_rows_when_grown(DesignKind kind)
{
    return kind != DesignKind::grid && kind != DesignKind::latin_hypercube;
}

bool is_sampled(DesignKind kind)
{
    return kind != DesignKind::grid && kind != DesignKind::list && kind != DesignKind::csv;
}

std::string csv_of(Design const& design, std::vector<DesignRow> const& rows)
{
    std::string text;
    auto const add_line = [&text](std::vector<std::string> const& cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
        text += '\n';
    };
    add_line(paths_of(design));
    for (auto const& row : rows)
        add_line(row);
    return text;
}

} // namespace caremarket
