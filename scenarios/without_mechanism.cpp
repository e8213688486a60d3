#include "scenarios/knockouts.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/overrides.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <variant>

namespace caremarket
{

namespace
{

using Parts = std::vector<std::string_view>;

Parts parts_of(std::string_view path)
{
    Parts parts;
    for (;;)
    {
        auto const point = path.find('.');
        parts.push_back(path.substr(0, point));
        if (point == path.npos)
            return parts;
        path.remove_prefix(point + 1);
    }
}

/// Whether a path is one that the pattern means: `*` stands for one part.
bool fits(Parts const& pattern, std::string_view path)
{
    return std::ranges::equal(pattern, parts_of(path),
                              [](std::string_view wanted, std::string_view is)
                              { return wanted == "*" || wanted == is; });
}

std::string_view trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(' ');
    return begin == text.npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// A change taken apart: `path=value`, `path *= factor` or `path /= factor`.
struct ParsedChange
{
    enum class Form
    {
        set,
        multiply,
        divide
    } form = Form::set;
    std::string_view path, right;
};

std::optional<ParsedChange> parsed(std::string_view text)
{
    auto const equals = text.find('=');
    if (equals == text.npos || equals == 0)
        return std::nullopt;
    ParsedChange change{.path = text.substr(0, equals), .right = trimmed(text.substr(equals + 1))};
    if (change.path.ends_with(" *") || change.path.ends_with(" /"))
    {
        change.form = change.path.back() == '*' ? ParsedChange::Form::multiply : ParsedChange::Form::divide;
        change.path.remove_suffix(2);
    }
    change.path = trimmed(change.path);
    return change;
}

/// Makes overrides of a mechanism's changes, and gathers what is wrong with them.
class Expansion
{
public:
    Expansion(LoadedExperiment const& full, Mechanism const& mechanism) : full_(full), mechanism_(mechanism)
    {
        for (Mechanism::Change const& change : mechanism.changes)
            expand(change);
    }

    [[nodiscard]] Overrides const& overrides() const { return overrides_; }
    [[nodiscard]] Problems const& problems() const { return problems_; }

    /// Problems of the overrides, told where the change that each was made from stands.
    [[nodiscard]] Problems told_in_the_file(Problems problems) const
    {
        for (Problem& problem : problems)
        {
            auto const made_from = made_from_.find(problem.file);
            Position const at = made_from == made_from_.end() ? mechanism_.at : made_from->second;
            problem.message = problem.key.empty() ? problem.message : problem.key + ": " + problem.message;
            problem.file = mechanism_.file;
            problem.key = "mechanism." + mechanism_.name;
            problem.line = at.line;
            problem.column = at.column;
        }
        return problems;
    }

private:
    void report(Mechanism::Change const& change, std::string message)
    {
        problems_.push_back({.file = mechanism_.file,
                             .line = change.at.line,
                             .column = change.at.column,
                             .key = "mechanism." + mechanism_.name,
                             .message = std::move(message)});
    }

    void expand(Mechanism::Change const& change)
    {
        auto const what = parsed(change.text);
        if (!what)
            return report(change, fmt::format("{} is not of the form path=value", in_quotes(change.text)));
        auto const paths = paths_meant(what->path);
        if (paths.empty())
            return report(change, fmt::format("no path fits {}", in_quotes(what->path)));
        if (what->form == ParsedChange::Form::set)
            for (std::string const& path : paths)
                add(change, fmt::format("{}={}", path, what->right));
        else
            scale(change, *what, paths);
    }

    void scale(Mechanism::Change const& change, ParsedChange const& what, std::vector<std::string> const& paths)
    {
        auto const factor = factor_of(what.right);
        if (!factor)
            return report(change, fmt::format("{} is neither a number nor 1 - path of one", in_quotes(what.right)));
        if (what.form == ParsedChange::Form::divide && *factor == 0.0)
            return report(change, "divides by 0");
        for (std::string const& path : paths)
            if (auto const number = number_of(path))
                add(change, fmt::format("{}={}", path,
                                        shortest_text(what.form == ParsedChange::Form::multiply ? *number * *factor
                                                                                                : *number / *factor)));
            else
                report(change, fmt::format("{} is not a plain number that could be scaled", path));
    }

    void add(Mechanism::Change const& change, std::string text)
    {
        made_from_.insert_or_assign("--set " + text, change.at);
        overrides_.push_back(std::move(text));
    }

    /// The paths that a pattern means; a path without `*` is itself, whether there is such a one or not.
    [[nodiscard]] std::vector<std::string> paths_meant(std::string_view pattern) const
    {
        if (pattern.find('*') == pattern.npos)
            return {std::string{pattern}};
        Parts const parts = parts_of(pattern);
        std::vector<std::string> paths;
        // One of each kind: all outlooks have the same paths, and all strategies.
        for (ResolvedInputs const* inputs :
             {&full_.place, &full_.behaviour, &full_.outlooks.front(), &full_.strategies.front()})
            for (auto const& [path, value] : inputs->values)
                if (fits(parts, path))
                    paths.push_back(path);
        return paths;
    }

    [[nodiscard]] std::optional<double> factor_of(std::string_view text) const
    {
        constexpr std::string_view rest_of_one = "1 - ";
        if (!text.starts_with(rest_of_one))
            return number_in(text);
        auto const number = number_of(text.substr(rest_of_one.size()));
        return number ? std::optional(1.0 - *number) : std::nullopt;
    }

    /// A plain number of the place or the behaviour, of which an experiment has one each.
    [[nodiscard]] std::optional<double> number_of(std::string_view path) const
    {
        for (ResolvedInputs const* inputs : {&full_.place, &full_.behaviour})
            if (auto const* resolved = find(*inputs, path))
                if (auto const* number = std::get_if<double>(&resolved->value))
                    return *number;
        return std::nullopt;
    }

    LoadedExperiment const& full_;
    Mechanism const& mechanism_;
    Overrides overrides_;
    Problems problems_;
    std::map<std::string, Position> made_from_; // by the text that problems name
};

} // namespace

Loaded<LoadedExperiment> without(LoadedExperiment const& full, Mechanism const& mechanism)
{
    Expansion const expansion(full, mechanism);
    if (!expansion.problems().empty())
        return {{}, expansion.problems()};
    auto changed = with_overrides(full, expansion.overrides());
    changed.problems = expansion.told_in_the_file(std::move(changed.problems));
    return changed;
}

} // namespace caremarket
