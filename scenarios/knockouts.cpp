#include "scenarios/knockouts.hpp"

#include "scenarios/file_head.hpp"
#include "scenarios/file_keys.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/read_toml.hpp"
#include "scenarios/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace caremarket
{

namespace
{

constexpr std::string_view file_name = "knockouts.toml";

/// The texts of a list with their places. \pre they have been read as texts
std::vector<Mechanism::Change> changes_in(TomlValue const& list)
{
    std::vector<Mechanism::Change> changes;
    for (TomlValue const& item : *list.as<TomlArray>())
        changes.push_back({*item.as<std::string>(), item.at});
    return changes;
}

Mechanism mechanism_in(TomlEntry const& entry, std::string_view file, Problems& problems)
{
    static std::vector<std::string> const known{"removes", "varies", "change"};
    FileKeys keys{*entry.value.as<TomlTable>(), "mechanism." + entry.key, file, problems};
    keys.allow_only(known);
    auto const removes = keys.text("removes"), varies = keys.text("varies");
    if ((keys.find("removes") != nullptr) == (keys.find("varies") != nullptr))
        keys.report(entry.key_at, "removes", "either this or varies is needed, and not both");
    Mechanism mechanism{.name = entry.key,
                        .meaning = removes ? *removes : varies.value_or(""),
                        .is_removed = removes.has_value(),
                        .changes = {},
                        .file = std::string{file},
                        .at = entry.key_at};
    if (keys.texts("change"))
        mechanism.changes = changes_in(keys.find("change")->value);
    else if (keys.find("change") == nullptr)
        keys.report(entry.key_at, "change", "is missing");
    return mechanism;
}

std::vector<Mechanism> mechanisms_in(TomlTable const& toml, std::string_view file, Problems& problems)
{
    static std::vector<std::string> const known{"schema", "title", "description", "mechanism"};
    FileKeys keys{toml, "knockouts", file, problems};
    (void)head_in(keys);
    keys.allow_only(known);
    auto const* entry = keys.find("mechanism");
    auto const* rows = entry != nullptr ? entry->value.as<TomlTable>() : nullptr;
    std::vector<Mechanism> mechanisms;
    if (rows == nullptr)
        keys.report(entry != nullptr ? entry->value.at : Position{}, "mechanism",
                    "tables are expected: [mechanism.NAME]");
    else
        for (TomlEntry const& row : rows->entries)
            if (row.value.as<TomlTable>() != nullptr)
                mechanisms.push_back(mechanism_in(row, file, problems));
            else
                keys.report(row.value.at, "mechanism." + row.key, "a table is expected");
    return mechanisms;
}

} // namespace

Loaded<std::vector<Mechanism>> mechanisms_in(std::string_view text, std::string_view file)
{
    auto const toml = read_toml(text, file);
    if (!toml.has_value())
        return {{}, toml.problems};
    Problems problems;
    auto mechanisms = mechanisms_in(*toml.value, file, problems);
    if (!problems.empty())
        return {{}, std::move(problems)};
    return {std::move(mechanisms), {}};
}

Loaded<std::vector<Mechanism>> mechanisms_of(Library const& library)
{
    auto const file = find_at_root(library, file_name);
    if (!file)
        return {{}, {{.message = fmt::format("no folder of scenarios has a file {}", file_name)}}};
    auto const text = read_text_file(*file);
    if (!text.has_value())
        return {{}, text.problems};
    return mechanisms_in(*text.value, file->shown);
}

Loaded<std::vector<Mechanism>> with_names(std::vector<Mechanism> mechanisms, std::vector<std::string> const& names)
{
    std::vector<std::string> known;
    std::ranges::transform(mechanisms, std::back_inserter(known), &Mechanism::name);
    Problems problems;
    for (std::string const& name : names)
        if (std::ranges::find(known, name) == known.end())
            problems.push_back({.message = fmt::format("there is no mechanism {}", in_quotes(name)),
                                .did_you_mean = nearest_name(name, known)});
    if (!problems.empty())
        return {{}, std::move(problems)};
    if (!names.empty())
        std::erase_if(mechanisms, [&](Mechanism const& mechanism)
                      { return std::ranges::find(names, mechanism.name) == names.end(); });
    return {std::move(mechanisms), {}};
}

} // namespace caremarket
