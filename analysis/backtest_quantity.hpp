#pragma once

#include "analysis/recorded_years.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What published figures may tell of, and how a run is measured for it: the one table of both.
namespace caremarket
{

/// How a figure may be written.
struct PublishedUnit
{
    std::string_view text; ///< one that ends in / has the services' unit behind it: "GBP/bed-week"
    double factor = 1;     ///< makes it the quantity's own unit
};

struct Quantity
{
    /// Whether errors are told as a share of the figure, or in its own points.
    enum class Kind : std::uint8_t
    {
        level,
        share
    };
    /// Which services it may be told of.
    enum class Of : std::uint8_t
    {
        beds,       ///< one told in beds, or care-homes
        one_unit,   ///< any one, or care-homes: services that share a unit
        care_homes, ///< care-homes alone
        any         ///< any one, care-homes or all
    };
    /// What wages and prices foretell of it.
    enum class ByCosts : std::uint8_t
    {
        nothing,
        level, ///< a price: it grows as they do
        growth ///< the growth of a price: it is theirs
    };

    std::string_view name;
    Kind kind;
    Of of;
    ByCosts by_costs;
    std::span<PublishedUnit const> units; ///< the first is its own
    double least, most;                   ///< what a figure may be, in its own unit
    int years_back;                       ///< further years before its own that it is measured by
    double (*measure)(YearOfRun const&);  ///< not finite when there is nothing to divide by
    std::string_view meaning;             ///< what of the model is held against what is published
};

[[nodiscard]] std::span<Quantity const> quantities();
/// The quantity of this name; null if there is none.
[[nodiscard]] Quantity const* quantity_called(std::string_view name);

/// How a quantity of services that share this unit of care may be written.
[[nodiscard]] std::vector<std::string> units_of(Quantity const& quantity, std::string_view unit_of_care);

} // namespace caremarket
