#pragma once

#include <string>
#include <string_view>

namespace caremarket
{

/// SHA-256 of these bytes, as 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

} // namespace caremarket
