#include "scenarios/design.hpp"

#include "scenarios/read_csv.hpp"

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
    default: return 1;
    }
}

std::vector<DesignRow> rows_of(Design const& design)
{
    if (design.factors.empty())
        return {};
    if (design.kind == DesignKind::grid)
        return grid_rows(design);
    if (design.kind == DesignKind::list || design.kind == DesignKind::csv)
        return listed_rows(design);
    return sampled_rows(design);
}

std::size_t row_count(Design const& design)
{
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
