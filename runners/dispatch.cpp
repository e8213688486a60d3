#include "runners/command_line.hpp"

#include "analysis/results_file_error.hpp"
#include "runners/exit_code.hpp"
#include "runners/interruption.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <system_error>

namespace caremarket
{

namespace
{

/// One answer to each kind of request.
struct Answer
{
    int operator()(Reply const& reply) const
    {
        fmt::print(reply.exit_code == exit_done ? stdout : stderr, "{}", reply.text);
        return reply.exit_code;
    }
    int operator()(VersionRequest const& request) const { return version(request); }
    int operator()(CheckRequest const& request) const { return check(request); }
    int operator()(ListRequest const& request) const { return list(request); }
    int operator()(RunRequest const& request) const { return run(request); }
    int operator()(CompareRequest const& request) const { return compare(request); }
    int operator()(CheapestRequest const& request) const { return cheapest(request); }
    int operator()(FinanceRequest const& request) const { return finance(request); }
    int operator()(BacktestRequest const& request) const { return backtest(request); }
    int operator()(KnockoutRequest const& request) const { return knockout(request); }
    int operator()(RerunRequest const& request) const { return rerun(request); }
    int operator()(SweepPlanRequest const& request) const { return sweep_plan(request); }
    int operator()(SweepRunRequest const& request) const { return sweep_run(request); }
    int operator()(SweepStatusRequest const& request) const { return sweep_status(request); }
    int operator()(SweepCollectRequest const& request) const { return sweep_collect(request); }
};

/// A command whose results nobody could read has failed.
int with_output_written(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    fmt::print(stderr, "caremarket: standard output cannot be written: {}\n", std::strerror(errno));
    return code == exit_done ? int{exit_failed} : code;
}

} // namespace

int run_command_line(int argc, char const* const* argv)
try
{
    ignore_file_size_signal();
    return with_output_written(std::visit(Answer{}, parse_command_line({argv, argv + argc})));
}
catch (WrongUse const& error)
{
    fmt::print(stderr, "caremarket: {}\n", error.what());
    return exit_wrong_use;
}
catch (std::system_error const& error) // {fmt} throws it
{
    fmt::print(stderr, "caremarket: {}{}\n", std::ferror(stdout) != 0 ? "standard output: " : "", error.what());
    return exit_failed;
}
catch (std::bad_alloc const&)
{
    fmt::print(stderr, "caremarket: there is not enough memory\n");
    return exit_failed;
}
catch (std::exception const& error)
{
    fmt::print(stderr, "caremarket: {}\n", error.what());
    return exit_failed;
}

} // namespace caremarket
