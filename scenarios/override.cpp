#include "scenarios/override.hpp"

#include <string_view>
#include <utility>

namespace caremarket
{

namespace
{

/// A value as TOML has it; what is not TOML is a word without quotes.
TomlValue value_in(std::string_view text)
{
    auto read = read_toml("value = " + std::string{text}, {});
    if (read.has_value() && read.value->entries.size() == 1 && read.value->entries.front().key == "value")
        return std::move(read.value->entries.front().value);
    return {std::string{text}, {}};
}

} // namespace

std::optional<Override> override_in(std::string const& text)
{
    auto const equals = text.find('=');
    auto const open = text.find('[');
    auto const close = text.find(']');
    Override result{"--set " + text, {}, {}, text.substr(0, equals), {}};
    if (equals == text.npos || result.path.empty())
        return std::nullopt;
    if (open < equals)
    {
        if (close == text.npos || close < open || close > equals)
            return std::nullopt;
        result.only = text.substr(open + 1, close - open - 1);
        result.path = text.substr(0, open) + text.substr(close + 1, equals - close - 1);
    }
    result.input = result.path.substr(0, result.path.find('.'));
    result.value = value_in(std::string_view{text}.substr(equals + 1));
    return result;
}

} // namespace caremarket
