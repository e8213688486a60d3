#include "runners/commands/run.hpp"

#include "analysis/parts_assemble.hpp"
#include "analysis/results_file.hpp"
#include "runners/exit_code.hpp"
#include "runners/extent.hpp"
#include "runners/how_many.hpp"
#include "runners/interruption.hpp"
#include "runners/library_roots.hpp"
#include "runners/missing_parts.hpp"
#include "runners/print_problems.hpp"
#include "runners/setting_flags.hpp"
#include "runners/shell_words.hpp"
#include "runners/thread_allocation.hpp"
#include "scenarios/override_remarks.hpp"
#include "scenarios/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t most_event_files = 100; ///< without --force
constexpr std::size_t failures_shown = 10;

/// The experiment's file and the strategies' files, with what was set over them.
Loaded<LoadedExperiment> load_all(RunRequest const& request)
{
    Library const library = usual_library();
    std::vector<std::string> files;
    std::ranges::copy_if(request.strategies, std::back_inserter(files), is_path);
    auto loaded = told_of(request.experiment, load_experiment(library, request.experiment));
    if (loaded.has_value())
        loaded = with_strategy_files(library, std::move(*loaded.value), files);
    if (!loaded.has_value())
        return loaded;
    SettingFlags const flags{{"--replicates", "experiment.replicates", request.replicates},
                             {"--years", "experiment.years", request.years},
                             {"--seed", "experiment.seed", request.seed}};
    loaded = with_overrides(std::move(*loaded.value), with_flags(request.set, flags));
    name_flags(flags, loaded.problems);
    return told_of(request.experiment, std::move(loaded));
}

Loaded<LoadedExperiment> load(RunRequest const& request)
{
    auto loaded = load_all(request);
    std::vector<std::string> strategies;
    std::ranges::transform(request.strategies, std::back_inserter(strategies), name_of_file);
    if (loaded.has_value() && !strategies.empty())
        loaded = told_of("--strategy", with_strategies(std::move(*loaded.value), strategies));
    if (loaded.has_value() && !request.outlooks.empty())
        loaded = told_of("--outlook", with_outlooks(std::move(*loaded.value), request.outlooks));
    return loaded;
}

/// Refuses to fill a folder with thousands of files that somebody did not mean to have.
void expect_few_events(RunRequest const& request, ResultsAxes const& axes, EventFiles const& events)
{
    if (request.if_there == IfThere::force || (request.if_there == IfThere::resume && events.exists()))
        return;
    if (axes.run_count() > most_event_files)
        throw WrongUse(fmt::format("--events would write {} files of decisions, one a run; choose fewer with "
                                   "--replicates and --strategy, or say --force",
                                   axes.run_count()));
    if (request.if_there == IfThere::refuse && events.exists())
        throw WrongUse(fmt::format("{} exists; --force writes over it", events.folder().string()));
}

void list_failures(ResultsFile const& file)
{
    ResultsAxes const& axes = file.axes();
    std::size_t listed = 0;
    for (std::size_t o = 0; o < axes.outlooks.size(); ++o)
        for (std::size_t s = 0; s < axes.strategies.size(); ++s)
            for (std::size_t r = 0; r < axes.replicates; ++r)
                if (file.state(o, s, r) == CellState::failed && ++listed <= failures_shown)
                    fmt::print(stderr, "  {}, {}, replicate {}: {}\n", axes.outlooks[o], axes.strategies[s], r,
                               file.failure(o, s, r));
    if (listed > failures_shown)
        fmt::print(stderr, "  and {} more\n", listed - failures_shown);
}

/// The command that has something to say of the results.
std::string_view next_command(ResultsAxes const& axes)
{
    return axes.strategies.size() > 1 ? "compare" : "finance";
}

/// Tells what the file holds and what to do next. \return the exit code
int conclude(fs::path const& output, ResultsAxes const& axes, AssembledRuns const& runs, std::string const& how)
{
    fmt::print(stderr, "caremarket: {}: {}{}\n", output.string(), how_many(runs.done, "run"), how);
    std::string const file = output.string();
    if (runs.failed > 0)
    {
        fmt::print(stderr, "caremarket: {} failed; the file says which and has no values there:\n",
                   how_many(runs.failed, "run"));
        list_failures(ResultsFile(output));
    }
    fmt::print(stderr, "now: caremarket {} {}\n", next_command(axes), shell_line({&file, 1}));
    return runs.failed > 0 ? exit_failed : exit_done;
}

AssembledRuns runs_of(ResultsFile const& file)
{
    ResultsAxes const& axes = file.axes();
    AssembledRuns runs;
    for (std::size_t o = 0; o < axes.outlooks.size(); ++o)
        for (std::size_t s = 0; s < axes.strategies.size(); ++s)
            for (std::size_t r = 0; r < axes.replicates; ++r)
                switch (file.state(o, s, r))
                {
                case CellState::done: ++runs.done; break;
                case CellState::failed: ++runs.failed; break;
                case CellState::missing: ++runs.missing; break;
                }
    return runs;
}

void tell_what_else_was_set(RunRequest const& request, LoadedExperiment const& loaded)
{
    for (std::string const& remark : remarks_on(request.set, loaded))
        fmt::print(stderr, "caremarket: {}\n", remark);
}

/// One run of the command, once its inputs are known to be sound.
class RunCommand
{
public:
    RunCommand(RunRequest const& request, LoadedExperiment const& loaded)
        : request_(request),
          loaded_(loaded),
          plan_(plan_of(loaded, request.record, shell_line(request.words))),
          output_(request.output.empty() ? loaded.experiment.name + ".h5" : request.output),
          folder_(output_),
          store_(folder_.path()),
          events_(output_, plan_.axes)
    {}

    int carry_out()
    {
        RunStart const start = run_start(output_, folder_, plan_, loaded_, request_.if_there);
        if (request_.keeps_events)
            expect_few_events(request_, plan_.axes, events_);
        if (start == RunStart::already_there)
            return tell_it_is_there();
        folder_.open();
        try
        {
            make_ready(start);
            return run_and_assemble();
        }
        catch (ResultsFileError const& error)
        {
            fmt::print(stderr, "caremarket: {}\nwhat is done so far is kept; when this is mended, go on with:\n  {}\n",
                       error.what(), resuming_line());
            return exit_failed;
        }
    }

private:
    [[nodiscard]] std::string resuming_line() const { return shell_line_with(request_.words, "--force", "--resume"); }

    int tell_it_is_there()
    {
        if (request_.keeps_events && !events_.exists())
            throw WrongUse(
                fmt::format("{} is finished, but was run without --events; --force runs it again", output_.string()));
        if (folder_.exists()) // the run was killed between its last two steps
        {
            folder_.open();
            folder_.remove();
        }
        return conclude(output_, plan_.axes, runs_of(ResultsFile(output_)), ", already there");
    }

    void make_ready(RunStart start)
    {
        folder_.remove_leftovers();
        if (start == RunStart::go_on)
            plan_.provenance.history = folder_.stored_plan()->provenance.history;
        else
        {
            folder_.clear();
            if (request_.if_there == IfThere::force)
                events_.remove();
        }
        write_plan(plan_path(folder_.path()), plan_);
        if (request_.keeps_events)
            events_.make_folder();
    }

    int run_and_assemble()
    {
        InterruptionWatch const watch; // to the end: what follows the runs is short and may as well be finished
        auto const begun = std::chrono::steady_clock::now();
        auto const style = request_.progress.value_or(fitting_style(stderr));
        EnsembleEnd const end = run_missing_parts({.loaded = loaded_,
                                                   .plan = plan_,
                                                   .store = store_,
                                                   .threads = request_.threads,
                                                   .progress = style,
                                                   .events = request_.keeps_events ? &events_ : nullptr});
        if (end == EnsembleEnd::interrupted)
        {
            fmt::print(stderr, "caremarket: interrupted; what is done so far is kept; go on with:\n  {}\n",
                       resuming_line());
            return exit_interrupted;
        }
        AssembledRuns const runs = assemble(plan_, store_, output_);
        folder_.remove();
        auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
        return conclude(output_, plan_.axes, runs,
                        fmt::format(" ({}, {}) in {}", extent_in_words(loaded_.experiment),
                                    how_many(static_cast<std::size_t>(plan_.axes.years), "year"),
                                    duration_in_words(seconds)));
    }

    RunRequest const& request_;
    LoadedExperiment const& loaded_;
    Plan plan_;
    fs::path output_;
    WorkFolder folder_;
    PartStore store_;
    EventFiles events_;
};

} // namespace

int run(RunRequest const& request)
{
    auto const loaded = load(request);
    if (!loaded.has_value())
        return print_problems(loaded.problems);
    tell_what_else_was_set(request, *loaded.value);
    if (!request.threads_from.empty())
        fmt::print(stderr, "caremarket: on {}\n", threads_in_words({request.threads, request.threads_from}));
    return RunCommand(request, *loaded.value).carry_out();
}

} // namespace caremarket
