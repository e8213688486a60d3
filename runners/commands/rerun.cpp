#include "runners/commands/rerun.hpp"

#include "analysis/parts_assemble.hpp"
#include "analysis/results_file.hpp"
#include "build_facts.hpp"
#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"
#include "runners/interruption.hpp"
#include "runners/missing_parts.hpp"
#include "runners/print_problems.hpp"
#include "runners/stored_values.hpp"
#include "runners/temporary_folder.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t differences_shown = 10;

ResultsFile open(std::string const& path)
try
{
    return open_experiment(path);
}
catch (ResultsFileError const& error)
{
    throw WrongUse(error.what());
}

/// Another model gives other numbers, and nobody would learn anything from that.
void expect_same_model(std::string const& path, ResultsFile const& file)
{
    Provenance const& made_by = file.provenance();
    if (made_by.behaviour_version != build_facts::behaviour_version)
        throw WrongUse(fmt::format("{}: was run by a model of behaviour version {} (caremarket {}, revision {}) and "
                                   "this one is {}: rerun it with that version of the program",
                                   path, made_by.behaviour_version, made_by.version, made_by.git_revision,
                                   build_facts::behaviour_version));
    if (file.catalogue().recorded != model_catalogue().recorded)
        throw WrongUse(fmt::format("{}: records other metrics than this program (it was written by caremarket {}, "
                                   "revision {})",
                                   path, made_by.version, made_by.git_revision));
}

void expect_same_plan(std::string const& path, ResultsFile const& file, Plan const& plan)
{
    if (file.provenance().inputs_hash != plan.provenance.inputs_hash || file.axes() != plan.axes)
        throw WrongUse(fmt::format("{}: the inputs stored in it are not those it says it was run from", path));
}

void print_differences(ValuesCompared const& compared)
{
    fmt::print("different: {} of {} values\n", compared.different, compared.values);
    for (std::string const& line : compared.first_differences)
        fmt::print("  {}\n", line);
    if (compared.different > compared.first_differences.size())
        fmt::print("  and {} more\n", compared.different - compared.first_differences.size());
}

} // namespace

int rerun(RerunRequest const& request)
{
    ResultsFile const file = open(request.file);
    expect_same_model(request.file, file);
    auto const loaded = experiment_of(file.inputs(), request.file);
    if (!loaded.has_value())
        return print_problems(loaded.problems);
    Plan const plan = plan_of(*loaded.value, {file.axes().period, file.axes().space}, "caremarket rerun");
    expect_same_plan(request.file, file, plan);

    TemporaryFolder const folder("caremarket-rerun");
    PartStore const store(folder.path());
    InterruptionWatch const watch;
    EnsembleEnd const end = run_missing_parts({.loaded = *loaded.value,
                                               .plan = plan,
                                               .store = store,
                                               .threads = request.threads,
                                               .progress = fitting_style(stderr)});
    if (end == EnsembleEnd::interrupted)
    {
        fmt::print(stderr, "caremarket: interrupted; nothing was compared\n");
        return exit_interrupted;
    }
    auto const again = folder.path() / "again.h5";
    assemble(plan, store, again);
    ValuesCompared const compared = compare_values(file, ResultsFile(again), differences_shown);
    if (compared.different > 0)
    {
        print_differences(compared);
        return exit_difference;
    }
    fmt::print("identical: {} values\n", compared.values);
    return exit_done;
}

} // namespace caremarket
