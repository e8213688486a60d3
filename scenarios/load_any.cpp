#include "scenarios/load_any.hpp"

#include "scenarios/difference.hpp"
#include "scenarios/hints.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/load_sweep.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/resolve_input.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace caremarket
{

namespace
{

constexpr std::string_view cannot_tell = "cannot tell what this file is";
constexpr std::string_view put_it_into_a_folder =
    ": put it into a folder places, outlooks, strategies, behaviours, experiments or sweeps";

std::optional<InputKind> kind_by_folder(FileAt const& file)
{
    std::error_code error;
    auto const folder = std::filesystem::absolute(file.path, error).lexically_normal().parent_path().filename();
    for (auto const kind : all_of<InputKind>())
        if (folder == folder_of(kind))
            return kind;
    return std::nullopt;
}

/// How many values of the file a kind of input knows.
std::size_t known_values(TomlTable const& toml, InputKind kind)
{
    std::size_t count = 0;
    for (auto const& spec : value_specs(kind))
    {
        auto const* section = toml.find(spec.section());
        auto const* table = section ? section->value.as<TomlTable>() : nullptr;
        count += table && table->find(spec.what->name) ? 1 : 0;
    }
    return count;
}

bool has_any(TomlTable const& toml, std::initializer_list<std::string_view> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return toml.find(key) != nullptr; });
}

/// Sections that files of any kind have, or the names in one of them.
std::vector<std::string> known_names(std::string_view in_section = {})
{
    std::set<std::string> names;
    for (auto const kind : all_of<InputKind>())
        for (auto const& spec : value_specs(kind))
            if (in_section.empty())
                names.emplace(spec.section());
            else if (spec.section() == in_section)
                names.emplace(spec.what->name);
    return {names.begin(), names.end()};
}

/// What is not known of this entry, with the nearest that is; nothing if nothing is near.
std::optional<Problem> misspelt(TomlEntry const& entry, std::vector<std::string> const& known, FileAt const& file,
                                std::string_view what)
{
    if (std::find(known.begin(), known.end(), entry.key) != known.end())
        return std::nullopt;
    auto near = nearest_name(entry.key, known);
    if (near.empty())
        return std::nullopt;
    auto problem =
        problem_at(file.shown, entry.key_at, fmt::format("{}: unknown {} {}", cannot_tell, what, in_quotes(entry.key)));
    problem.did_you_mean = std::move(near);
    return problem;
}

/// Of no kind, for nothing in it is known: the sections, or else the keys in them, that nearly are.
Problems of_no_kind(TomlTable const& toml, FileAt const& file)
{
    Problems problems;
    auto const sections = known_names();
    for (auto const& entry : toml.entries)
        if (auto const* table = entry.value.as<TomlTable>())
        {
            if (auto problem = misspelt(entry, sections, file, "section"))
                problems.push_back(std::move(*problem));
            for (auto const& inner : table->entries)
                if (auto problem = misspelt(inner, known_names(entry.key), file, "key"))
                    problems.push_back(std::move(*problem));
        }
    if (problems.empty())
        problems.push_back(problem_at(file.shown, {}, fmt::format("{}{}", cannot_tell, put_it_into_a_folder)));
    return problems;
}

/// A name stands for the file of the one kind that has it.
struct NamedFile
{
    std::optional<FileAt> file;
    Problems problems;
};

NamedFile file_called(Library const& library, std::string_view name)
{
    NamedFile result;
    std::vector<std::string> places;
    for (auto const kind : all_of<InputKind>())
        if (auto file = find_file(library, kind, name))
        {
            places.push_back(file->shown);
            result.file = std::move(file);
        }
    if (places.size() > 1)
        result.problems.push_back({.message = fmt::format("several files are called {}: give the path, as in {}",
                                                          in_quotes(name), fmt::join(places, " or "))});
    if (places.empty())
    {
        std::vector<std::string> known;
        for (auto const kind : all_of<InputKind>())
            for (auto& it : names_in(library, kind))
                known.push_back(std::move(it));
        result.problems.push_back({.message = fmt::format("no file of the library is called {}", in_quotes(name)),
                                   .did_you_mean = nearest_name(name, known)});
    }
    return result;
}

void check_input(Reading& reading, FileAt const& file, CheckedFile& checked)
{
    auto const kind = *checked.kind;
    checked.inputs = resolve_file(reading, kind, file);
    if (checked.inputs && kind != InputKind::place)
        checked.parent = parent_of(reading, file);
    if (!checked.parent.empty())
        if (auto const parent_file = find_file(reading.library, kind, checked.parent, file))
            if (auto const parent = resolve_file(reading, kind, *parent_file))
                checked.difference = difference(*checked.inputs, *parent, kind);
    if (checked.inputs)
        checked.hints = hints_on(*checked.inputs, kind);
    checked.problems = each_once(reading.problems);
}

void check_experiment(Library const& library, FileAt const& file, CheckedFile& checked)
{
    auto loaded = load_experiment_file(library, file);
    checked.experiment = std::move(loaded.value);
    if (checked.experiment)
        checked.hints = hints_on(checked.experiment->settings, InputKind::experiment);
    checked.problems = std::move(loaded.problems);
}

void check_sweep(Library const& library, FileAt const& file, CheckedFile& checked)
{
    auto loaded = load_sweep_file(library, file);
    checked.sweep = std::move(loaded.value);
    checked.problems = std::move(loaded.problems);
}

} // namespace

std::optional<InputKind> kind_by_keys(TomlTable const& toml)
{
    if (has_any(toml, {"experiment", "design"}))
        return InputKind::sweep;
    if (has_any(toml, {"place", "strategies", "outlooks", "baseline"}))
        return InputKind::experiment;
    if (has_any(toml, {"tables", "commissioners", "inherited"}))
        return InputKind::place;
    constexpr std::array kinds{InputKind::outlook, InputKind::strategy, InputKind::behaviour};
    std::array<std::size_t, kinds.size()> known{};
    std::transform(kinds.begin(), kinds.end(), known.begin(), [&](InputKind kind) { return known_values(toml, kind); });
    auto const most = std::max_element(known.begin(), known.end());
    if (*most == 0 || std::count(known.begin(), known.end(), *most) > 1)
        return std::nullopt;
    return kinds[static_cast<std::size_t>(most - known.begin())];
}

CheckedFile load_any(Library const& library, std::string_view name_or_path)
{
    CheckedFile checked;
    auto file = find_file({}, InputKind::experiment, name_or_path); // a path is found without any library
    if (!file)
    {
        auto named_file = file_called(library, name_or_path);
        checked.problems = std::move(named_file.problems);
        if (!checked.problems.empty())
            return checked;
        file = std::move(named_file.file);
    }
    checked.file = file->shown;
    Reading reading{library};
    auto const toml = reading.toml_of(*file);
    checked.kind = kind_by_folder(*file);
    if (toml && !checked.kind)
        checked.kind = kind_by_keys(*toml);
    if (!toml)
        checked.problems = std::move(reading.problems);
    else if (!checked.kind)
        checked.problems = of_no_kind(*toml, *file);
    else if (*checked.kind == InputKind::experiment)
        check_experiment(library, *file, checked);
    else if (*checked.kind == InputKind::sweep)
        check_sweep(library, *file, checked);
    else
    {
        reading.library = library_around(std::move(reading.library), *file, *checked.kind);
        check_input(reading, *file, checked);
    }
    return checked;
}

} // namespace caremarket
