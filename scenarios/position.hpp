#pragma once

#include <string_view>

namespace caremarket
{

/// Where something stands in a file, in characters (not bytes), both from 1.
struct Position
{
    int line = 0;
    int column = 0;
    friend bool operator==(Position, Position) = default;
    friend auto operator<=>(Position, Position) = default;
};

/// Position of a byte of a text.
/// \pre offset <= text.size(); the bytes before it are UTF-8
[[nodiscard]] Position position_of(std::string_view text, std::size_t offset);

/// The position `bytes` further on, counted from a known one.
[[nodiscard]] Position moved_over(Position from, std::string_view bytes);

} // namespace caremarket
