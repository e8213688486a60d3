#pragma once

#include "model/enum_array.hpp"

#include <cstdint>

namespace caremarket
{

/// The kinds of scenario file. The first four are the inputs of the model.
enum class InputKind : std::uint8_t
{
    place,
    outlook,
    strategy,
    behaviour,
    experiment,
    sweep
};
template <>
struct NamesOf<InputKind>
{
    static constexpr std::array<std::string_view, 6> names{"place",     "outlook",    "strategy",
                                                           "behaviour", "experiment", "sweep"};
};

/// Folder of a library in which files of this kind stand: "strategies".
[[nodiscard]] constexpr std::string_view folder_of(InputKind kind)
{
    constexpr std::array<std::string_view, 6> folders{"places",     "outlooks",    "strategies",
                                                      "behaviours", "experiments", "sweeps"};
    return folders[index_of(kind)];
}

} // namespace caremarket
