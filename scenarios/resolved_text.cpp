#include "scenarios/iso_date.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/read_csv.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

/// How resolved inputs are stored: a CSV table, one value a row. A row of kind `label` tells of the input as a whole.
namespace caremarket
{

namespace
{

enum Field : std::size_t
{
    role,
    name,
    path,
    kind,
    value,
    origin,
    file,
    line,
    column,
    parent,
    certainty,
    source,
    note,
    field_count
};
constexpr std::array<std::string_view, field_count> field_names{"role",      "name",   "path", "kind",   "value",
                                                                "origin",    "file",   "line", "column", "parent",
                                                                "certainty", "source", "note"};
constexpr std::array<std::string_view, 3> value_kinds{"number", "text", "dated"}; // as in InputValue
constexpr std::array<std::string_view, 4> origin_names{"catalogue", "file", "extended", "command-line"};
constexpr std::string_view label = "label";

using Fields = std::array<std::string, field_count>;

void add_row(std::string& text, Fields const& fields)
{
    for (std::size_t i = 0; i < field_count; ++i)
        text += (i == 0 ? "" : ",") + csv_cell(fields[i]);
    text += '\n';
}

Fields label_row(NamedInputs const& named, std::string what, std::string words)
{
    Fields fields;
    fields[role] = named.role;
    fields[name] = named.inputs.name;
    fields[path] = std::move(what);
    fields[kind] = label;
    fields[value] = std::move(words);
    return fields;
}

Fields value_row(NamedInputs const& named, std::string const& at, ResolvedValue const& resolved)
{
    auto const& from = resolved.origin;
    auto const* words = std::get_if<std::string>(&resolved.value);
    return {named.role,
            named.inputs.name,
            at,
            std::string{value_kinds[resolved.value.index()]},
            words ? *words : canonical_text(resolved.value),
            std::string{origin_names[static_cast<std::size_t>(from.what)]},
            from.file,
            std::to_string(from.line),
            std::to_string(from.column),
            from.parent,
            from.certainty ? std::string{certainty_names[static_cast<std::size_t>(*from.certainty)]} : std::string{},
            from.source,
            from.note};
}

std::optional<std::size_t> index_in(std::span<std::string_view const> names, std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return i;
    return std::nullopt;
}

/// `2016-04-01=7.2 2017-04-01=cpi`: numbers where they can be, otherwise choices, which hold no space.
std::optional<DatedScalars> steps_in(std::string_view text)
{
    DatedScalars steps;
    while (!text.empty())
    {
        auto const step = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(step.size() + 1, text.size()));
        auto const day = date_in(step.substr(0, 10));
        if (!day || step.size() < 12 || step[10] != '=' || (!steps.empty() && steps.back().first >= *day))
            return std::nullopt;
        auto const words = step.substr(11);
        auto const number = number_in(words);
        steps.emplace_back(*day, number ? Scalar{*number} : Scalar{std::string{words}});
    }
    if (steps.empty())
        return std::nullopt;
    return steps;
}

std::optional<InputValue> value_in(std::string_view of_kind, std::string_view text)
{
    if (of_kind == "text")
        return InputValue{std::string{text}};
    if (of_kind == "number")
    {
        auto const number = number_in(text);
        return number ? std::optional<InputValue>{*number} : std::nullopt;
    }
    auto steps = of_kind == "dated" ? steps_in(text) : std::nullopt;
    return steps ? std::optional<InputValue>{std::move(*steps)} : std::nullopt;
}

std::optional<Origin> origin_in(CsvRow const& row)
{
    auto const what = index_in(origin_names, row[origin].text);
    auto const at_line = whole_number_in<int>(row[line].text);
    auto const at_column = whole_number_in<int>(row[column].text);
    auto const how_sure = index_in(certainty_names, row[certainty].text);
    if (!what || !at_line || !at_column || (!how_sure && !row[certainty].text.empty()))
        return std::nullopt;
    Origin result{
        static_cast<Origin::What>(*what), row[file].text, *at_line, *at_column, row[parent].text, row[source].text};
    if (how_sure)
        result.certainty = static_cast<Certainty>(*how_sure);
    result.note = row[note].text;
    return result;
}

/// Takes a row into the inputs it belongs to. \return what is wrong with it, or nothing
std::string take_label(CsvRow const& row, ResolvedInputs& inputs)
{
    if (row[path].text == "title")
        inputs.title = row[value].text;
    else if (row[path].text == "description")
        inputs.description = row[value].text;
    else
        return fmt::format("unknown label {}", in_quotes(row[path].text));
    return {};
}

std::string take_value(CsvRow const& row, ResolvedInputs& inputs)
{
    auto read_value = value_in(row[kind].text, row[value].text);
    auto read_origin = origin_in(row);
    if (!read_value)
        return fmt::format("{} is no value of kind {}", in_quotes(row[value].text), in_quotes(row[kind].text));
    if (!read_origin)
        return "its origin cannot be read";
    bool const is_new = inputs.values.emplace(row[path].text, ResolvedValue{*read_value, *read_origin}).second;
    return is_new ? "" : "it stands twice";
}

bool has_our_header(CsvTable const& table)
{
    return std::equal(table.header.begin(), table.header.end(), field_names.begin(), field_names.end(),
                      [](CsvCell const& cell, std::string_view known) { return cell.text == known; });
}

/// Rows of one input stand together.
ResolvedInputs& inputs_for(CsvRow const& row, std::vector<NamedInputs>& all)
{
    if (all.empty() || all.back().role != row[role].text || all.back().inputs.name != row[name].text)
    {
        all.push_back({row[role].text, {}});
        all.back().inputs.name = row[name].text;
    }
    return all.back().inputs;
}

} // namespace

std::string to_text(std::vector<NamedInputs> const& inputs)
{
    std::string text;
    Fields header;
    std::copy(field_names.begin(), field_names.end(), header.begin());
    add_row(text, header);
    for (auto const& named : inputs)
    {
        add_row(text, label_row(named, "title", named.inputs.title));
        add_row(text, label_row(named, "description", named.inputs.description));
        for (auto const& [at, resolved] : named.inputs.values)
            add_row(text, value_row(named, at, resolved));
    }
    return text;
}

std::string to_text(ResolvedInputs const& inputs)
{
    return to_text(std::vector<NamedInputs>{{"", inputs}});
}

Loaded<std::vector<NamedInputs>> inputs_from_text(std::string_view text, std::string_view shown)
{
    auto table = read_csv(text, shown);
    if (!table.has_value())
        return {{}, std::move(table.problems)};
    if (!has_our_header(*table.value))
        return {{}, {problem_at(shown, {1, 1}, "is no table of resolved inputs: its columns are others")}};

    std::vector<NamedInputs> all;
    Problems problems;
    for (auto const& row : table.value->rows)
    {
        auto& inputs = inputs_for(row, all);
        auto const wrong = row[kind].text == label ? take_label(row, inputs) : take_value(row, inputs);
        if (!wrong.empty())
            problems.push_back({.file = std::string{shown},
                                .line = row[path].at.line,
                                .column = row[path].at.column,
                                .key = row[path].text,
                                .message = wrong});
    }
    if (!problems.empty())
        return {{}, std::move(problems)};
    return {std::move(all), {}};
}

Loaded<ResolvedInputs> from_text(std::string_view text, std::string_view shown)
{
    auto all = inputs_from_text(text, shown);
    if (!all.has_value())
        return {{}, std::move(all.problems)};
    if (all.value->size() != 1)
        return {{}, {problem_at(shown, {}, fmt::format("holds {} inputs, not one", all.value->size()))}};
    return {std::move(all.value->front().inputs), {}};
}

} // namespace caremarket
