#include "scenarios/position.hpp"

#include "scenarios/utf8.hpp"

namespace caremarket
{

Position moved_over(Position from, std::string_view bytes)
{
    for (char const byte : bytes)
        if (byte == '\n')
            from = {from.line + 1, 1};
        else if (!continues_character(byte))
            ++from.column;
    return from;
}

Position position_of(std::string_view text, std::size_t offset)
{
    return moved_over({1, 1}, text.substr(0, offset));
}

} // namespace caremarket
