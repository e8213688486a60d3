#include "scenarios/resolve_place.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/commissioners.hpp"
#include "scenarios/file_keys.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/named_file.hpp"
#include "scenarios/place_tables.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace caremarket
{

namespace
{

constexpr std::string_view keys_of_places[] = {"commissioners", "inherited", "tables"};

std::vector<std::string> table_names()
{
    std::vector<std::string> names;
    for (auto const& table : place_tables())
        names.emplace_back(table.name);
    return names;
}

/// A figure of a place without its source is worth nothing to the next who reads it.
void require_sources(ResolvedInputs const& place, Problems& problems)
{
    for (auto const& [path, resolved] : place.values)
        if (resolved.origin.source.empty())
            problems.push_back({.file = resolved.origin.file,
                                .line = resolved.origin.line,
                                .column = resolved.origin.column,
                                .key = path,
                                .message = "has no source: write { value = …, source = \"…\", certainty = \"…\" }"});
}

void add_text(InputLayer& layer, std::string_view path, std::string text, FileAt const& file, Position at)
{
    Origin origin{.what = Origin::What::file, .file = file.shown, .line = at.line, .column = at.column};
    layer.own.values.emplace(path, ResolvedValue{std::move(text), std::move(origin)});
}

void read_commissioners(FileKeys& keys, FileAt const& file, InputLayer& layer)
{
    auto names = keys.texts("commissioners");
    if (!names)
        return;
    auto const at = keys.find("commissioners")->value.at;
    for (auto const& name : *names)
        if (!can_be_listed(name))
            keys.report(at, "commissioners", in_quotes(name) + " holds a semicolon or a control character");
    std::sort(names->begin(), names->end()); // the order in a file shall not matter
    add_text(layer, place_commissioners_path, joined_names(*names), file, at);
}

void read_tables(Reading& reading, FileKeys& keys, FileAt const& file, InputLayer& layer)
{
    auto const* section = keys.section("tables");
    if (!section)
        return;
    FileKeys tables{*section, "place.tables", file.shown, reading.problems};
    auto const names = table_names();
    tables.allow_only(names);
    std::vector<std::string_view> const required{names.begin(), names.end()};
    tables.require(required);

    std::map<std::string_view, CsvTable> read;
    for (std::string_view const name : names)
        if (auto const at = named_file(tables, name, file))
            if (auto const text = named_text(reading, tables, name, *at, "the place"))
                if (auto table = reading.take(read_csv(*text, at->shown)))
                    read.emplace(name, std::move(*table));
    take_tables(read, layer.own, reading.problems);
}

} // namespace

InputLayer place_layer_of(Reading& reading, FileAt const& file, TomlTable const& toml)
{
    auto layer = layer_in(toml, InputKind::place, file, keys_of_places, reading.problems);
    require_sources(layer.own, reading.problems);

    FileKeys keys{toml, "place", file.shown, reading.problems};
    keys.require(keys_of_places);
    add_text(layer, place_name_path, stem_of(file), file, {});
    read_commissioners(keys, file, layer);
    if (auto inherited = keys.text("inherited"))
        add_text(layer, place_inherited_path, *inherited, file, keys.find("inherited")->value.at);
    auto const before = reading.problems.size();
    read_tables(reading, keys, file, layer);
    if (reading.problems.size() == before && find(layer.own, place_commissioners_path) != nullptr)
        append(reading.problems, problems_of_commissioners(layer.own));
    return layer;
}

} // namespace caremarket
