#include "scenarios/toml_shelter.hpp"

#include <boost/locale/utf.hpp>

#include <algorithm>
#include <iterator>

namespace caremarket
{

namespace
{

namespace utf = boost::locale::utf;

constexpr utf::code_point plane_16 = 0x100000;
constexpr utf::code_point first_above_ascii = 0x80;
constexpr utf::code_point last_to_move = 0xFFFF;

/// The text with every character put through `move`.
template <class Move>
std::string with_each(std::string_view text, Move move)
{
    std::string moved;
    for (auto at = text.begin(); at != text.end();)
    {
        auto const start = at;
        auto const point = utf::utf_traits<char>::decode(at, text.end());
        if (utf::is_valid_codepoint(point))
            utf::utf_traits<char>::encode(move(point), std::back_inserter(moved));
        else // of the parser's own messages: left as it is
            moved.append(start, at);
    }
    return moved;
}

} // namespace

std::optional<std::size_t> first_unsheltered(std::string_view text)
{
    // U+100000 to U+10FFFF are the characters that begin with the byte F4
    auto const at = std::min(text.find('\xF4'), text.find("\\U0010"));
    return at == text.npos ? std::nullopt : std::optional{at};
}

std::string sheltered(std::string_view text)
{
    return with_each(text, [](utf::code_point point)
                     { return point >= first_above_ascii && point <= last_to_move ? point + plane_16 : point; });
}

std::string unsheltered(std::string_view text)
{
    return with_each(text, [](utf::code_point point) { return point >= plane_16 ? point - plane_16 : point; });
}

} // namespace caremarket
