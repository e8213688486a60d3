#include "scenarios/name_list.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{
constexpr std::string_view between = "; ";
}

std::string joined_names(std::vector<std::string> const& names)
{
    return fmt::format("{}", fmt::join(names, between));
}

std::vector<std::string> split_names(std::string_view text)
{
    std::vector<std::string> names;
    while (true)
    {
        auto const end = text.find(between);
        names.emplace_back(text.substr(0, end));
        if (end == text.npos)
            return names;
        text.remove_prefix(end + between.size());
    }
}

bool can_be_listed(std::string_view name)
{
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return c == ';' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

} // namespace caremarket
