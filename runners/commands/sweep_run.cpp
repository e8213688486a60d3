#include "runners/commands/sweep.hpp"

#include "runners/exit_code.hpp"
#include "runners/how_many.hpp"
#include "runners/interruption.hpp"
#include "runners/shell_words.hpp"
#include "runners/sweep_folder.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

std::string words_of(Shard const& shard)
{
    return shard.from.empty() ? "the whole sweep"
                              : fmt::format("shard {} of {}, as {} says", shard.index + 1, shard.count, shard.from);
}

int conclude(SweepRunRequest const& request, Shard const& shard, SweepEnd const& end)
{
    std::string const again = shell_line(request.words);
    if (end.failed > 0)
        fmt::print(stderr, "caremarket: {} failed; see: caremarket sweep status {}\n", how_many(end.failed, "run"),
                   shell_line({&request.folder, 1}));
    if (end.end == EnsembleEnd::interrupted && InterruptionWatch::is_interrupted())
    {
        fmt::print(stderr, "caremarket: interrupted; what is done so far is kept; go on with:\n  {}\n", again);
        return exit_interrupted;
    }
    if (end.end == EnsembleEnd::interrupted)
    {
        fmt::print(stderr, "caremarket: stopped, as --on-error {} says; go on with:\n  {}\n", name_of(request.on_error),
                   again);
        return exit_failed;
    }
    fmt::print(stderr, "caremarket: {}: all {} of {} are there\n", request.folder, how_many(end.runs, "run"),
               words_of(shard));
    if (end.failed == 0)
        fmt::print(stderr, "now: caremarket sweep status {}\n", shell_line({&request.folder, 1}));
    return end.failed > 0 ? exit_failed : exit_done;
}

} // namespace

int sweep_run(SweepRunRequest const& request)
{
    SweepFolder const folder(request.folder);
    Plan const plan = folder.plan();
    Shard const shard = shard_of(request.shard, environment_of_process);
    PartStore const store = folder.parts();
    folder.remove_leftovers();
    fmt::print(stderr, "caremarket: {}, on {}\n", words_of(shard), threads_in_words(request.threads));
    InterruptionWatch const watch;
    AtWork const at_work(folder, words_of(shard));
    try
    {
        SweepEnd const end = run_sweep({.plan = plan,
                                        .store = store,
                                        .shard = shard,
                                        .threads = request.threads.count,
                                        .progress = request.progress.value_or(fitting_style(stderr)),
                                        .on_error = request.on_error,
                                        .is_alive = [&] { at_work.go_on(); }});
        return conclude(request, shard, end);
    }
    catch (ResultsFileError const& error)
    {
        fmt::print(stderr, "caremarket: {}\nwhat is done so far is kept; when this is mended, go on with:\n  {}\n",
                   error.what(), shell_line(request.words));
        return exit_failed;
    }
}

} // namespace caremarket
