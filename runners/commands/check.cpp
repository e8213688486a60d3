#include "runners/commands/check.hpp"

#include "runners/exit_code.hpp"
#include "runners/extent.hpp"
#include "runners/how_many.hpp"
#include "runners/library_roots.hpp"
#include "runners/print_problems.hpp"
#include "scenarios/load_any.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace caremarket
{

namespace
{

std::string years_in_place(Experiment const& experiment)
{
    return fmt::format("{} in {}", how_many(static_cast<std::size_t>(experiment.years), "year"), experiment.place);
}

std::string in_words(Experiment const& experiment)
{
    return fmt::format("experiment, {}, {}", extent_in_words(experiment), years_in_place(experiment));
}

std::string in_words(Sweep const& sweep)
{
    Experiment const& experiment = sweep.loaded.experiment;
    return fmt::format("sweep of {}, {}, {}", experiment.name, extent_in_words(sweep), years_in_place(experiment));
}

std::string what_it_is(CheckedFile const& checked)
{
    if (checked.sweep)
        return in_words(*checked.sweep);
    if (checked.experiment)
        return in_words(checked.experiment->experiment);
    std::string_view const kind = name_of(*checked.kind);
    if (checked.parent.empty())
        return std::string(kind);
    return fmt::format("{}, extends {}{}", kind, checked.parent,
                       checked.difference.empty() ? " and changes nothing" : "");
}

void print_sound(CheckedFile const& checked)
{
    fmt::print("{}: ok ({})\n", checked.file, what_it_is(checked));
    for (std::string const& line : checked.sweep ? plan_in_words(*checked.sweep) : checked.difference)
        fmt::print("  {}\n", line);
    for (std::string const& hint : checked.hints)
        fmt::print("  hint: {}\n", hint);
}

} // namespace

int check(CheckRequest const& request)
{
    Library const library = usual_library();
    int code = exit_done;
    for (std::string const& file : request.files)
    {
        CheckedFile checked = load_any(library, file);
        for (Problem& problem : checked.problems)
            if (problem.file.empty())
                problem.file = file;
        if (checked.is_sound())
            print_sound(checked);
        else
            code = print_problems(checked.problems);
    }
    return code;
}

} // namespace caremarket
