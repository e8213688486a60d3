#pragma once

#include "analysis/results_file.hpp"
#include "analysis/results_file_error.hpp"
#include "runners/exit_code.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace caremarket
{

/// Opens the results of one experiment. \throws ResultsFileError, also for those of a sweep
[[nodiscard]] inline ResultsFile open_experiment(std::string const& path)
{
    ResultsFile file(path);
    if (file.axes().samples.is_there())
        throw ResultsFileError(
            fmt::format("{}: these are the results of a sweep, of {} samples; only compare and cheapest take them",
                        path, file.axes().samples.count()));
    return file;
}

/// Runs `ask()`, which puts a question to a results file: a file that cannot be read, or a question about what it does
/// not hold, is wrong use.
/// \return what `ask` returns, the exit code. \throws WrongUse
template <class Ask>
[[nodiscard]] int ask_results(std::string const& file, Ask&& ask)
try
{
    return ask();
}
catch (ResultsFileError const& error)
{
    throw WrongUse(error.what());
}
catch (std::invalid_argument const& error)
{
    throw WrongUse(fmt::format("{}: {}", file, error.what()));
}

} // namespace caremarket
