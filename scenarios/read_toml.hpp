#pragma once

#include "model/clock.hpp"
#include "scenarios/position.hpp"
#include "scenarios/problem.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// TOML with the position of every key and value. The only place where toml++ is named is read_toml.cpp.
namespace caremarket
{

struct TomlEntry;
struct TomlValue;

/// Keys and values in the order of the file.
struct TomlTable
{
    std::vector<TomlEntry> entries;
    [[nodiscard]] TomlEntry const* find(std::string_view key) const;
};
using TomlArray = std::vector<TomlValue>;

/// A time of day, or a date with one: nothing here takes them.
struct TomlTime
{};

struct TomlValue
{
    std::variant<bool, std::int64_t, double, std::string, Date, TomlTime, TomlArray, TomlTable> data;
    Position at;

    template <class T>
    [[nodiscard]] T const* as() const
    {
        return std::get_if<T>(&data);
    }
};

struct TomlEntry
{
    std::string key;
    Position key_at;
    TomlValue value;
};

/// What a value is, for messages: "a whole number", "a text", "a list" …
[[nodiscard]] std::string_view kind_in_words(TomlValue const& value);

/// Reads a TOML text.
/// \param file name to show in problems
/// \return the one problem there is at most: the first byte that is not UTF-8, or the first error of syntax
[[nodiscard]] Loaded<TomlTable> read_toml(std::string_view text, std::string_view file);

} // namespace caremarket
