#include "scenarios/resolved_inputs.hpp"

#include "scenarios/iso_date.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/sha256.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

/// One line whatever the text holds, so that no value can be taken for two.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (char const c : text)
        line += c == '\n' ? std::string{"\\n"} : c == '\\' ? std::string{"\\\\"} : std::string{c};
    return line;
}

std::string text_of(Scalar const& scalar)
{
    auto const* number = std::get_if<double>(&scalar);
    return number ? shortest_text(*number) : on_one_line(std::get<std::string>(scalar));
}

std::string text_of(DatedScalars const& steps)
{
    std::string text;
    for (auto const& [day, scalar] : steps)
        text += (text.empty() ? "" : " ") + iso_text(day) + '=' + text_of(scalar);
    return text;
}

std::string where_it_stands(Origin const& origin)
{
    return origin.line > 0 ? fmt::format("{}:{}:{}", origin.file, origin.line, origin.column) : origin.file;
}

std::string what_it_is(Origin const& origin)
{
    switch (origin.what)
    {
    case Origin::What::catalogue: return "default";
    case Origin::What::file: return where_it_stands(origin);
    case Origin::What::extended: return fmt::format("{}, extended from {}", where_it_stands(origin), origin.parent);
    case Origin::What::command_line: return fmt::format("set on the command line: {}", origin.file);
    }
    return {};
}

} // namespace

std::string in_words(Origin const& origin)
{
    auto words = what_it_is(origin);
    if (!origin.note.empty())
        words += ", " + origin.note;
    if (!origin.source.empty())
        words += "; source: " + origin.source;
    if (origin.certainty)
        words += fmt::format(" ({})", certainty_names[static_cast<std::size_t>(*origin.certainty)]);
    return words;
}

ResolvedValue const* find(ResolvedInputs const& inputs, std::string_view path)
{
    auto const found = inputs.values.find(path);
    return found == inputs.values.end() ? nullptr : &found->second;
}

double number_at(ResolvedInputs const& inputs, std::string_view path)
{
    return std::get<double>(inputs.values.find(path)->second.value);
}

std::string const& text_at(ResolvedInputs const& inputs, std::string_view path)
{
    return std::get<std::string>(inputs.values.find(path)->second.value);
}

std::string canonical_text(InputValue const& value)
{
    if (auto const* number = std::get_if<double>(&value))
        return text_of(Scalar{*number});
    if (auto const* text = std::get_if<std::string>(&value))
        return text_of(Scalar{*text});
    return text_of(std::get<DatedScalars>(value));
}

std::string hash_of(ResolvedInputs const& inputs)
{
    std::string lines;
    for (auto const& [path, resolved] : inputs.values)
        lines += path + '=' + canonical_text(resolved.value) + '\n';
    return sha256_of(lines);
}

} // namespace caremarket
