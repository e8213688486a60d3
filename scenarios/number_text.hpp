#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace caremarket
{

/// The fewest digits that read back to the same bits; `-0` is `0`.
[[nodiscard]] std::string shortest_text(double number);

/// The same for people: `10000000` rather than `1e+07`, unless the number is huge or tiny.
[[nodiscard]] std::string readable_text(double number);

/// The number that is all of this text, in digits with a decimal point; may be infinite or not a number.
/// Nothing for anything else: spaces, a plus sign, thousands separators, a number too large to be one.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

/// The whole number that is all of this text, in digits alone. Nothing for anything else, a sign included.
[[nodiscard]] std::optional<std::uint64_t> whole_number_in(std::string_view text);

/// The same as another type, if it has room for the number.
template <std::integral Whole>
[[nodiscard]] std::optional<Whole> whole_number_in(std::string_view text)
{
    auto const number = whole_number_in(text);
    return number && std::in_range<Whole>(*number) ? std::optional(static_cast<Whole>(*number)) : std::nullopt;
}

} // namespace caremarket
