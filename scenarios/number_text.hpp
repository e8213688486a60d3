#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace caremarket
{

/// The fewest digits that read back to the same bits; `-0` is `0`.
[[nodiscard]] std::string shortest_text(double number);

/// The same for people: `10000000` rather than `1e+07`, unless the number is huge or tiny.
[[nodiscard]] std::string readable_text(double number);

/// The number that is all of this text, in digits with a decimal point; may be infinite or not a number.
/// Nothing for anything else: spaces, a plus sign, thousands separators, a number too large to be one.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

} // namespace caremarket
