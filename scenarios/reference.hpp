#pragma once

#include "scenarios/library.hpp"

#include <cstdint>
#include <string>

namespace caremarket
{

/// What `caremarket list` can list.
enum class Listing : std::uint8_t
{
    places,
    outlooks,
    strategies,
    behaviours,
    experiments,
    sweeps,
    metrics,
    levers,     ///< values of a strategy
    parameters, ///< values of an outlook or behaviour
    mechanisms  ///< of knockouts.toml
};
template <>
struct NamesOf<Listing>
{
    static constexpr std::array<std::string_view, 10> names{"places",      "outlooks",  "strategies", "behaviours",
                                                            "experiments", "sweeps",    "metrics",    "levers",
                                                            "parameters",  "mechanisms"};
};

/// `{"schema": "caremarket.list/1", "items": […]}`, indented, with a line break at its end.
///
/// levers and parameters: path, unit, default (null: a file must say), range (null for choices), meaning, source,
/// certainty, choices, dated, whole (no parts of one); levers also mediator and mediator_metric. metrics: path, unit, meaning, kind (recorded,
/// derived), better (up, down, neither), over (sum, point, ratio, difference), by (the finest dimensions recorded), care.
/// mechanisms: path (the name), meaning, removed (false: only moved), change; none if their file has problems.
/// Files: path (the name), title, description, file, and problem when it cannot be read.
[[nodiscard]] std::string list_as_json(Listing listing, Library const& library);

/// The same for people, one item a paragraph or line.
[[nodiscard]] std::string list_as_text(Listing listing, Library const& library);

} // namespace caremarket
