#pragma once

#include "runners/commands/backtest.hpp"
#include "runners/commands/cheapest.hpp"
#include "runners/commands/check.hpp"
#include "runners/commands/compare.hpp"
#include "runners/commands/finance.hpp"
#include "runners/commands/knockout.hpp"
#include "runners/commands/list.hpp"
#include "runners/commands/rerun.hpp"
#include "runners/commands/run.hpp"
#include "runners/commands/sweep.hpp"
#include "runners/commands/version.hpp"

#include <string>
#include <variant>
#include <vector>

namespace caremarket
{

/// Something to print instead of doing anything: help, or what is wrong with the command line.
struct Reply
{
    int exit_code = 0; ///< 0: for standard output; else for standard error
    std::string text;
};

/// What the user asks for.
using Request = std::variant<Reply, VersionRequest, CheckRequest, ListRequest, RunRequest, CompareRequest,
                             CheapestRequest, FinanceRequest, BacktestRequest, KnockoutRequest, RerunRequest,
                             SweepPlanRequest, SweepRunRequest, SweepStatusRequest, SweepCollectRequest>;

/// \param words the command line, the program's name first
[[nodiscard]] Request parse_command_line(std::vector<std::string> const& words);

/// Parses and does what is asked. \return the exit code; all errors have been told
[[nodiscard]] int run_command_line(int argc, char const* const* argv);

} // namespace caremarket
