#include "runners/commands/check.hpp"

#include "runners/exit_code.hpp"
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

std::string in_words(LoadedExperiment const& loaded)
{
    Experiment const& e = loaded.experiment;
    return fmt::format("experiment, {} x {} x {}, {} in {}", how_many(e.outlooks.size(), "outlook"),
                       how_many(e.strategies.size(), "strategy"),
                       how_many(static_cast<std::size_t>(e.replicates), "replicate"),
                       how_many(static_cast<std::size_t>(e.years), "year"), e.place);
}

std::string in_words(Sweep const& sweep)
{
    Experiment const& e = sweep.loaded.experiment;
    return fmt::format("sweep of {}, {} x {} x {} x {} = {}, {} in {}", e.name, how_many(sweep.rows.size(), "row"),
                       how_many(e.outlooks.size(), "outlook"), how_many(e.strategies.size(), "strategy"),
                       how_many(static_cast<std::size_t>(e.replicates), "replicate"), how_many(run_count(sweep), "run"),
                       how_many(static_cast<std::size_t>(e.years), "year"), e.place);
}

std::string what_it_is(CheckedFile const& checked)
{
    if (checked.sweep)
        return in_words(*checked.sweep);
    if (checked.experiment)
        return in_words(*checked.experiment);
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
