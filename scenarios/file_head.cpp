#include "scenarios/file_head.hpp"

#include <fmt/format.h>

namespace caremarket
{

FileHead head_in(FileKeys& keys)
{
    constexpr std::string_view schema[] = {"schema"};
    constexpr std::int64_t known = 1;
    keys.require(schema);
    if (auto const* entry = keys.find("schema"))
    {
        auto const* number = entry->value.as<std::int64_t>();
        if (!number || *number != known)
            keys.report(entry->value.at, "schema", fmt::format("this program reads schema {} only", known));
    }
    return {keys.text("title").value_or(""), keys.lines("description").value_or("")};
}

FileHead head_in(FileKeys& keys, std::span<std::string_view const> required, std::span<std::string_view const> optional)
{
    std::vector<std::string> known{std::begin(head_keys), std::end(head_keys)};
    known.insert(known.end(), required.begin(), required.end());
    known.insert(known.end(), optional.begin(), optional.end());
    keys.allow_only(known);
    auto head = head_in(keys);
    keys.require(required);
    return head;
}

} // namespace caremarket
