#include "scenarios/printable.hpp"

#include "scenarios/utf8.hpp"

#include <fmt/format.h>

namespace caremarket
{

std::string printable(std::string_view text, std::size_t longest)
{
    auto const shown = cut_to(text, longest);
    std::string result;
    for (char const c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            result += c;
    return shown.size() < text.size() ? result + "…" : result;
}

std::string in_quotes(std::string_view text)
{
    return '"' + printable(text, 60) + '"';
}

} // namespace caremarket
