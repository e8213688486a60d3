#include "scenarios/utf8.hpp"

#include <boost/locale/utf.hpp>

namespace caremarket
{

std::optional<std::size_t> first_bad_byte(std::string_view text)
{
    namespace utf = boost::locale::utf;
    auto at = text.begin();
    while (at != text.end())
    {
        auto const start = at;
        auto const point = utf::utf_traits<char>::decode(at, text.end());
        if (point == utf::illegal || point == utf::incomplete || point == 0)
            return static_cast<std::size_t>(start - text.begin());
    }
    return std::nullopt;
}

std::string_view without_byte_order_mark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::string_view cut_to(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && continues_character(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

} // namespace caremarket
