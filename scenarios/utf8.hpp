#pragma once

#include <optional>
#include <string_view>

namespace caremarket
{

/// Offset of the first byte that is not part of valid UTF-8, or that is NUL; nothing when the text is sound.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);

/// The text without a byte order mark before it.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

/// At most this many bytes of the text, never ending inside a character.
[[nodiscard]] std::string_view cut_to(std::string_view text, std::size_t bytes);

/// Whether the byte continues a character rather than begins one.
[[nodiscard]] constexpr bool continues_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace caremarket
