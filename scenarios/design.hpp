#pragma once

#include "model/catalogue/description.hpp"
#include "model/enum_array.hpp"
#include "scenarios/design_points.hpp"
#include "scenarios/distribution.hpp"
#include "scenarios/position.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The design of a sweep: which values of the catalogue change from sample to sample, and to what.
namespace caremarket
{

enum class DesignKind : std::uint8_t
{
    grid,            ///< every value with every other; the last factor changes fastest
    list,            ///< the first values of all factors, the second, …
    csv,             ///< the same from a table with a column for each factor
    latin_hypercube, ///< every factor's range is met evenly; another count is another design
    sobol,           ///< points of the Sobol sequence, evenly over the whole space
    saltelli,        ///< for indices by variance: factors + 2 rows for each base point
    morris           ///< for screening: walks of factors + 1 rows
};
template <>
struct NamesOf<DesignKind>
{
    static constexpr std::array<std::string_view, 7> names{"grid",  "list",     "csv",   "latin-hypercube",
                                                           "sobol", "saltelli", "morris"};
};

/// A value of the catalogue that a sweep varies.
struct Factor
{
    std::string path = {};                         ///< as `--set` has it: `strategy[long-block].homecare.mix_block`
    std::optional<Distribution> distribution = {}; ///< of a sampled kind, or of a grid's factor that gives a range
    std::vector<std::string> values = {}; ///< of a grid each once, of a list or CSV row by row; as `--set` takes them
    std::string file = {};                ///< where the factor stands, as messages call it
    Position at = {};
    std::vector<Position> values_at = {}; ///< of each of `values`; of a range its two ends
    Description const* what = nullptr;    ///< its row of the catalogue, which lives as long as the program
};

/// \pre of a grid, list or CSV every factor has values; of the other kinds a distribution
struct Design
{
    DesignKind kind = DesignKind::grid;
    std::size_t samples = 0; ///< of the sampled kinds: points, base points (Saltelli) or walks (Morris)
    std::size_t levels = 4;  ///< of Morris: of the grid on which it walks
    std::uint64_t seed = 0;  ///< of a Latin hypercube and of Morris; the others draw nothing
    std::string file = {};   ///< of CSV: the table, as messages call it
    std::vector<Factor> factors = {};
    /// How many of the factors, the last ones, are crossed with the others: every row of the others is repeated with the
    /// first values of all of these, the second, … They have as many values, and at least one other factor before them.
    std::size_t crossed = 0;
};

/// A sample's values in the order of the factors, as `--set` takes them.
using DesignRow = std::vector<std::string>;

/// All rows of a design; of one with crossed factors these change fastest. Those of a design that only grows in `samples`, or in rows of its list or table, begin with the
/// same ones, except of a Latin hypercube and a grid.
[[nodiscard]] std::vector<DesignRow> rows_of(Design const& design);

/// Points of the factors' distributions, a row each; none of a grid, list or CSV. A crossed factor stands where its value
/// lies between its least and greatest, a choice in its order.
[[nodiscard]] std::vector<UnitPoint> points_of(Design const& design);

/// Rows next to each other that go together: a base point of Saltelli with those taken from it, a walk of Morris, a row with
/// all values of crossed factors; else 1.
[[nodiscard]] std::size_t rows_that_go_together(Design const& design);

/// How many times every row of the others is repeated with crossed factors; 1 without them.
[[nodiscard]] std::size_t times_crossed(Design const& design);

/// How many rows it has, without making them.
[[nodiscard]] std::size_t row_count(Design const& design);

/// Whether its rows are points of the factors' distributions.
[[nodiscard]] bool is_sampled(DesignKind kind);

/// Whether more samples keep the rows there are.
[[nodiscard]] bool keeps_rows_when_grown(DesignKind kind);

/// A table that a design of kind CSV reads back to the same rows.
[[nodiscard]] std::string csv_of(Design const& design, std::vector<DesignRow> const& rows);

} // namespace caremarket
