#include "scenarios/set_path.hpp"

namespace caremarket
{

std::optional<SetPath> set_path_in(std::string_view text)
{
    auto const open = text.find('[');
    auto const close = text.find(']');
    SetPath result{{}, {}, std::string{text}};
    if (text.empty())
        return std::nullopt;
    if (open != text.npos)
    {
        if (close == text.npos || close < open)
            return std::nullopt;
        result.only = text.substr(open + 1, close - open - 1);
        result.path = std::string{text.substr(0, open)} + std::string{text.substr(close + 1)};
    }
    result.input = result.path.substr(0, result.path.find('.'));
    return result;
}

bool overlap(SetPath const& a, SetPath const& b)
{
    return a.path == b.path && (a.only.empty() || b.only.empty() || a.only == b.only);
}

} // namespace caremarket
