#include "scenarios/read_toml.hpp"

#include "scenarios/text_file.hpp"
#include "scenarios/toml_shelter.hpp"
#include "scenarios/utf8.hpp"

#ifndef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#endif
// On some malformed files (`[*`) toml++ 3.3.0 runs into its own assertions; with NDEBUG it would assume that they hold.
// Here they are always checked, and one that fails is one more way of saying that the file is not TOML.
#undef NDEBUG
namespace caremarket
{
struct TomlParserLost
{};
[[noreturn]] static void lose_parser()
{
    throw TomlParserLost{};
}
} // namespace caremarket
#define TOML_ASSERT(holds) ((holds) ? static_cast<void>(0) : caremarket::lose_parser())
#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

Position position_in(toml::source_region const& region)
{
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// A day that does not exist is refused by toml++ itself.
Date day_of(toml::date const& date)
{
    return Date{std::chrono::year_month_day{std::chrono::year{date.year}, std::chrono::month{date.month},
                                            std::chrono::day{date.day}}};
}

/// Takes what toml++ read into values of our own.
class TreeReader
{
public:
    explicit TreeReader(std::string_view file) : file_(file) {}

    Problems problems;

    TomlTable table_of(toml::table const& table)
    {
        TomlTable result;
        for (auto const& [key, node] : table)
        {
            auto const at = position_in(key.source());
            result.entries.push_back({text_of(key.str(), at), at, value_of(node)});
        }
        std::stable_sort(result.entries.begin(), result.entries.end(),
                         [](TomlEntry const& a, TomlEntry const& b) { return a.key_at < b.key_at; });
        return result;
    }

private:
    std::string_view file_;

    TomlValue value_of(toml::node const& node)
    {
        auto const at = position_in(node.source());
        switch (node.type())
        {
        case toml::node_type::table: return {table_of(*node.as_table()), at};
        case toml::node_type::array: return {array_of(*node.as_array()), at};
        case toml::node_type::string: return {text_of(node.as_string()->get(), at), at};
        case toml::node_type::integer: return {node.as_integer()->get(), at};
        case toml::node_type::floating_point: return {node.as_floating_point()->get(), at};
        case toml::node_type::boolean: return {node.as_boolean()->get(), at};
        case toml::node_type::date: return {day_of(node.as_date()->get()), at};
        default: return {TomlTime{}, at};
        }
    }

    TomlArray array_of(toml::array const& array)
    {
        TomlArray result;
        for (auto const& node : array)
            result.push_back(value_of(node));
        return result;
    }

    /// An escape sequence can bring back the NUL that the file itself may not hold.
    std::string text_of(std::string_view parsed, Position at)
    {
        auto text = unsheltered(parsed);
        if (text.find('\0') != text.npos)
            problems.push_back(problem_at(file_, at, "a text with a NUL character"));
        return text;
    }
};

bool loses_parser(std::string_view text)
{
    try
    {
        (void)toml::parse(text, std::string_view{});
    }
    catch (toml::parse_error const&)
    {}
    catch (TomlParserLost const&)
    {
        return true;
    }
    return false;
}

/// The first line that the text must be cut behind for the parser still to be lost: there it stumbles.
/// \pre the whole text loses it
int first_line_that_loses(std::string_view text)
{
    std::vector<std::size_t> line_ends;
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
        line_ends.push_back(end + 1);
    auto const line = std::partition_point(line_ends.begin(), line_ends.end(),
                                           [&](std::size_t end) { return !loses_parser(text.substr(0, end)); });
    return 1 + static_cast<int>(line - line_ends.begin());
}

} // namespace

TomlEntry const* TomlTable::find(std::string_view key) const
{
    auto const found =
        std::find_if(entries.begin(), entries.end(), [&](TomlEntry const& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

std::string_view kind_in_words(TomlValue const& value)
{
    static constexpr std::array<std::string_view, 8> words{"yes or no", "a whole number", "a number", "a text",
                                                           "a date",    "a time",         "a list",   "a table"};
    return words[value.data.index()];
}

Loaded<TomlTable> read_toml(std::string_view text, std::string_view file)
{
    if (auto problems = problems_of_encoding(text, file); !problems.empty())
        return {{}, std::move(problems)};
    auto const body = without_byte_order_mark(text);
    if (auto const private_use = first_unsheltered(body))
        return {{}, {problem_at(file, position_of(body, *private_use), "a private-use character above U+100000")}};
    auto const safe = sheltered(body);
    try
    {
        TreeReader reader{file};
        auto table = reader.table_of(toml::parse(std::string_view{safe}, std::string_view{}));
        if (!reader.problems.empty())
            return {{}, std::move(reader.problems)};
        return {std::move(table), {}};
    }
    catch (toml::parse_error const& error)
    {
        return {{}, {problem_at(file, position_in(error.source()), "not TOML: " + unsheltered(error.description()))}};
    }
    catch (TomlParserLost const&)
    {
        return {{}, {problem_at(file, {first_line_that_loses(safe), 1}, "not TOML: no key or value begins like this")}};
    }
}

} // namespace caremarket
