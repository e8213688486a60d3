#include "scenarios/input_layer.hpp"

#include "scenarios/file_head.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/simplex.hpp"
#include "scenarios/toml_input_value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

/// Names of the values a section may hold.
std::vector<std::string> names_in_section(std::vector<ValueSpec> const& specs, std::string_view section)
{
    std::vector<std::string> names;
    for (auto const& spec : specs)
        if (spec.section() == section)
            names.emplace_back(spec.what->name);
    return names;
}

ValueSpec const* spec_at(std::vector<ValueSpec> const& specs, std::string_view path)
{
    auto const found =
        std::find_if(specs.begin(), specs.end(), [&](ValueSpec const& spec) { return spec.path == path; });
    return found == specs.end() ? nullptr : &*found;
}

void read_section(TomlTable const& section, std::string const& prefix, std::vector<ValueSpec> const& specs,
                  FileAt const& file, InputLayer& layer, Problems& problems)
{
    auto const names = names_in_section(specs, prefix.substr(prefix.find('.') + 1));
    FileKeys keys{section, prefix, file.shown, problems};
    keys.allow_only(names);
    for (auto const& entry : section.entries)
    {
        auto const path = prefix + '.' + entry.key;
        auto const* spec = spec_at(specs, path);
        if (!spec)
            continue;
        layer.given.insert(path);
        if (auto value = input_value_in(entry.value, *spec->what, path, file.shown, problems))
            layer.own.values.emplace(path, std::move(*value));
    }
}

} // namespace

InputLayer layer_in(TomlTable const& toml, InputKind kind, FileAt const& file,
                    std::span<std::string_view const> other_keys, Problems& problems)
{
    auto const specs = value_specs(kind);
    auto const sections = sections_of(specs);
    auto const input = std::string{name_of(kind)};
    FileKeys keys{toml, input, file.shown, problems};

    std::vector<std::string> known{std::begin(head_keys), std::end(head_keys)};
    known.insert(known.end(), other_keys.begin(), other_keys.end());
    known.insert(known.end(), sections.begin(), sections.end());
    keys.allow_only(known);

    InputLayer layer;
    auto head = head_in(keys);
    layer.own.name = stem_of(file);
    layer.own.title = std::move(head.title);
    layer.own.description = std::move(head.description);
    for (auto const& section : sections)
        if (auto const* table = keys.section(section))
            read_section(*table, fmt::format("{}.{}", input, section), specs, file, layer, problems);
    return layer;
}

} // namespace caremarket
