#include "scenarios/file_keys.hpp"

#include "scenarios/nearest_name.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

std::optional<std::string> FileKeys::text(std::string_view key)
{
    auto const* entry = find(key);
    if (!entry)
        return std::nullopt;
    auto const* text = entry->value.as<std::string>();
    if (text && !text->empty())
        return *text;
    expect(*entry, "a text");
    return std::nullopt;
}

std::optional<double> FileKeys::number(std::string_view key, double lower, double upper)
{
    auto const* entry = find(key);
    if (!entry)
        return std::nullopt;
    auto const* whole = entry->value.as<std::int64_t>();
    auto const* real = entry->value.as<double>();
    if (!whole && !real)
    {
        expect(*entry, "a number");
        return std::nullopt;
    }
    auto const number = whole ? static_cast<double>(*whole) : *real;
    if (number >= lower && number <= upper)
        return number;
    report(entry->value.at, key,
           fmt::format("{} is outside {}–{}", readable_text(number), readable_text(lower), readable_text(upper)));
    return std::nullopt;
}

std::optional<std::int64_t> FileKeys::whole_number(std::string_view key, std::int64_t lower, std::int64_t upper)
{
    auto const* entry = find(key);
    if (!entry)
        return std::nullopt;
    auto const* number = entry->value.as<std::int64_t>();
    if (!number)
        expect(*entry, "a whole number");
    else if (*number < lower || *number > upper)
        report(entry->value.at, key, fmt::format("{} is outside {}–{}", *number, lower, upper));
    else
        return *number;
    return std::nullopt;
}

std::optional<Date> FileKeys::date(std::string_view key)
{
    auto const* entry = find(key);
    if (!entry)
        return std::nullopt;
    if (auto const* date = entry->value.as<Date>())
        return *date;
    expect(*entry, "a date like 2016-04-01, without quotes,");
    return std::nullopt;
}

std::optional<std::vector<std::string>> FileKeys::texts(std::string_view key)
{
    auto const* entry = find(key);
    if (!entry)
        return std::nullopt;
    auto const* list = entry->value.as<TomlArray>();
    if (!list || list->empty())
    {
        expect(*entry, "a list with at least one text");
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (auto const& item : *list)
    {
        auto const* text = item.as<std::string>();
        if (!text || text->empty())
            report(item.at, key,
                   fmt::format("a text is expected, not {}", text ? "an empty one" : kind_in_words(item)));
        else if (std::find(texts.begin(), texts.end(), *text) != texts.end())
            report(item.at, key, fmt::format("{} stands twice", in_quotes(*text)));
        else
            texts.push_back(*text);
    }
    if (texts.size() != list->size())
        return std::nullopt;
    return texts;
}

std::optional<std::string> FileKeys::lines(std::string_view key)
{
    auto const* entry = find(key);
    if (!entry || !entry->value.as<TomlArray>())
        return text(key);
    std::string lines;
    for (auto const& item : *entry->value.as<TomlArray>())
        if (auto const* line = item.as<std::string>())
            lines += (lines.empty() ? "" : "\n") + *line;
        else
            report(item.at, key, fmt::format("a text is expected, not {}", kind_in_words(item)));
    return lines;
}

TomlTable const* FileKeys::section(std::string_view key, std::string_view heading)
{
    auto const* entry = find(key);
    if (!entry)
        return nullptr;
    auto const* table = entry->value.as<TomlTable>();
    if (!table)
        report(entry->value.at, key, fmt::format("is a section: write [{}]", heading));
    return table;
}

void FileKeys::require(std::span<std::string_view const> keys)
{
    for (auto const key : keys)
        if (!find(key))
            report({}, key, "is missing");
}

void FileKeys::allow_only(std::span<std::string const> keys)
{
    for (auto const& entry : table_.entries)
        if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
            report(entry.key_at, entry.key, "unknown key", nearest_name(entry.key, keys));
}

void FileKeys::report(Position at, std::string_view key, std::string message, std::string did_you_mean)
{
    problems_.push_back({std::string{file_}, at.line, at.column, prefix_ + '.' + std::string{key}, std::move(message),
                         std::move(did_you_mean)});
}

std::optional<std::size_t> FileKeys::index_among(std::span<std::string_view const> names, std::string_view key)
{
    auto const written = text(key);
    if (!written)
        return std::nullopt;
    auto const found = std::find(names.begin(), names.end(), *written);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    report(find(key)->value.at, key, fmt::format("{} is not one of {}", in_quotes(*written), fmt::join(names, ", ")),
           nearest_name(*written, names));
    return std::nullopt;
}

void FileKeys::expect(TomlEntry const& entry, std::string_view what)
{
    auto const* text = entry.value.as<std::string>();
    auto const* list = entry.value.as<TomlArray>();
    bool const is_empty = (text && text->empty()) || (list && list->empty());
    report(entry.value.at, entry.key,
           is_empty ? fmt::format("{} is expected, not an empty one", what)
                    : fmt::format("{} is expected, not {}", what, kind_in_words(entry.value)));
}

} // namespace caremarket
