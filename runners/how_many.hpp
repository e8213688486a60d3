#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace caremarket
{

/// "1 year", "2 years", "1 strategy", "2 strategies".
[[nodiscard]] inline std::string how_many(std::size_t number, std::string_view one)
{
    std::string text = std::to_string(number) + ' ' + std::string(one);
    if (number == 1)
        return text;
    if (text.back() == 'y')
        return text.replace(text.size() - 1, 1, "ies");
    return text + 's';
}

} // namespace caremarket
