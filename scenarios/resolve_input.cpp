#include "scenarios/resolve_input.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/contradictions.hpp"
#include "scenarios/file_keys.hpp"
#include "scenarios/input_layer.hpp"
#include "scenarios/resolve_place.hpp"
#include "scenarios/simplex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace caremarket
{

namespace
{

constexpr std::string_view keys_of_layers[] = {"extends"};

InputLayer layer_of(Reading& reading, InputKind kind, FileAt const& file, TomlTable const& toml)
{
    auto layer = layer_in(toml, kind, file, keys_of_layers, reading.problems);
    FileKeys keys{toml, name_of(kind), file.shown, reading.problems};
    layer.extends = keys.text("extends").value_or("");
    if (auto const* entry = keys.find("extends"))
        layer.extends_at = entry->value.at;
    if (kind == InputKind::strategy)
        complete_simplexes(layer, reading.problems);
    return layer;
}

/// The files read on the way from a file to what it extends, each with the next.
struct Chain
{
    std::vector<FileAt> files;
    InputLayer merged;
};

/// Lays what a parent says under what is there already.
void lay_under(InputLayer& merged, InputLayer parent, std::string const& name)
{
    for (auto& [path, resolved] : parent.own.values)
    {
        if (merged.given.contains(path))
            continue;
        resolved.origin.what = Origin::What::extended;
        resolved.origin.parent = name;
        merged.own.values.emplace(path, std::move(resolved));
    }
    merged.given.insert(parent.given.begin(), parent.given.end());
    merged.extends = std::move(parent.extends);
    merged.extends_at = parent.extends_at;
}

std::string circle_in_words(std::vector<FileAt> const& files, FileAt const& again)
{
    std::string words = "extends itself: ";
    for (auto const& file : files)
        words += stem_of(file) + " → ";
    return words + stem_of(again);
}

void report_extends(Reading& reading, InputKind kind, Chain const& chain, Problem problem)
{
    problem.file = chain.files.back().shown;
    problem.line = chain.merged.extends_at.line;
    problem.column = chain.merged.extends_at.column;
    problem.key = std::string{name_of(kind)} + ".extends";
    reading.problems.push_back(std::move(problem));
}

/// Reads the file that the last of the chain extends. \return false if there is none, or it cannot be read
bool follow_extends(Reading& reading, InputKind kind, Chain& chain)
{
    if (chain.merged.extends.empty())
        return false;
    auto const parent = find_file(reading.library, kind, chain.merged.extends, chain.files.back());
    if (!parent)
    {
        report_extends(reading, kind, chain, unknown_name(reading.library, kind, chain.merged.extends));
        return false;
    }
    auto const is_parent = [&](FileAt const& file)
    { return file.path.lexically_normal() == parent->path.lexically_normal(); };
    auto const again = std::find_if(chain.files.begin(), chain.files.end(), is_parent);
    if (again != chain.files.end())
    {
        report_extends(reading, kind, chain, {.message = circle_in_words({again, chain.files.end()}, *parent)});
        return false;
    }
    auto const toml = reading.toml_of(*parent);
    if (!toml)
        return false;
    lay_under(chain.merged, layer_of(reading, kind, *parent, *toml), stem_of(*parent));
    chain.files.push_back(*parent);
    return true;
}

ResolvedValue usual_value(ValueSpec const& spec)
{
    Origin origin{
        .what = Origin::What::catalogue, .source = std::string{spec.what->source}, .certainty = spec.what->certainty};
    if (spec.what->choices.empty())
        return {spec.usual.value, std::move(origin)};
    return {std::string{spec.what->choices[static_cast<std::size_t>(spec.usual.value)]}, std::move(origin)};
}

/// Fills in the catalogue's defaults; what has none must have been given.
void add_defaults(Reading& reading, InputKind kind, FileAt const& file, InputLayer& layer)
{
    for (auto const& spec : value_specs(kind))
    {
        if (layer.given.contains(spec.path))
            continue;
        if (!spec.is_required())
            layer.own.values.emplace(spec.path, usual_value(spec));
        else
            reading.problems.push_back(
                {.file = file.shown,
                 .key = spec.path,
                 .message = fmt::format("is missing, and has no usual value ({})", allowed_in_words(*spec.what))});
    }
}

std::optional<ResolvedInputs> resolve(Reading& reading, InputKind kind, FileAt const& file, TomlTable const& toml)
{
    auto const before = reading.problems.size();
    Chain chain{{file}, {}};
    if (kind == InputKind::place)
        chain.merged = place_layer_of(reading, file, toml);
    else
        chain.merged = layer_of(reading, kind, file, toml);
    while (follow_extends(reading, kind, chain))
    {}
    bool const is_whole = chain.merged.extends.empty(); // otherwise what is missing may stand in the file not found
    if (is_whole)
        add_defaults(reading, kind, file, chain.merged);
    if (kind == InputKind::strategy && reading.problems.size() == before)
        append(reading.problems, contradictions_of(chain.merged.own));
    if (reading.problems.size() > before)
        return std::nullopt;
    return std::move(chain.merged.own);
}

} // namespace

std::optional<ResolvedInputs> resolve_file(Reading& reading, InputKind kind, FileAt const& file)
{
    auto const toml = reading.toml_of(file);
    return toml ? resolve(reading, kind, file, *toml) : std::nullopt;
}

std::optional<ResolvedInputs> resolve_text(Reading& reading, InputKind kind, FileAt const& file, std::string_view text)
{
    auto const toml = reading.take(read_toml(text, file.shown));
    return toml ? resolve(reading, kind, file, *toml) : std::nullopt;
}

std::string parent_of(Reading& reading, FileAt const& file)
{
    auto const toml = reading.toml_of(file);
    auto const* entry = toml ? toml->find("extends") : nullptr;
    auto const* name = entry ? entry->value.as<std::string>() : nullptr;
    return name ? *name : std::string{};
}

} // namespace caremarket
