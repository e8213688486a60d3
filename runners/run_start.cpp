#include "runners/run_start.hpp"

#include "analysis/results_file.hpp"
#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"
#include "runners/input_changes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <system_error>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t changes_shown = 10;

/// What there is to know of earlier results: of a finished file, or of a plan.
struct Earlier
{
    ResultsAxes axes;
    Provenance provenance;
    StoredInputs inputs;
};

std::optional<Earlier> earlier_file(fs::path const& output)
{
    try
    {
        ResultsFile const file(output);
        return Earlier{file.axes(), file.provenance(), file.inputs()};
    }
    catch (ResultsFileError const&)
    {
        return std::nullopt; // not a results file, or of another version
    }
}

std::string changes_since(Earlier const& earlier, LoadedExperiment const& loaded, Plan const& plan)
{
    if (earlier.provenance.behaviour_version != plan.provenance.behaviour_version)
        return fmt::format("\n  the model: its behaviour version was {} and is {}",
                           earlier.provenance.behaviour_version, plan.provenance.behaviour_version);
    auto const before = experiment_of(earlier.inputs, "");
    if (!before.has_value())
        return {};
    std::vector<std::string> changes = input_changes(*before.value, loaded);
    if (changes.size() > changes_shown)
    {
        auto const more = changes.size() - changes_shown;
        changes.resize(changes_shown);
        changes.push_back(fmt::format("and {} more", more));
    }
    return changes.empty() ? std::string{} : fmt::format("\n  {}", fmt::join(changes, "\n  "));
}

bool has_same_inputs(Earlier const& earlier, Plan const& plan)
{
    return earlier.provenance.inputs_hash == plan.provenance.inputs_hash;
}

void expect_a_place_for_a_file(fs::path const& output)
{
    std::error_code error;
    auto const status = fs::status(output, error);
    if (fs::is_directory(status))
        throw WrongUse(fmt::format("{}: is a folder; -o names the results file", output.string()));
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw WrongUse(fmt::format("{}: is no file that results could be written to", output.string()));
    if (fs::exists(output.string() + ".parts", error) && !fs::is_directory(output.string() + ".parts", error))
        throw WrongUse(fmt::format("{}.parts: is in the way; remove it", output.string()));
}

[[noreturn]] void refuse_other_inputs(std::string const& what, std::string const& changes)
{
    throw WrongUse(fmt::format("{} with other inputs; --force starts over{}", what, changes));
}

RunStart start_resuming(fs::path const& output, WorkFolder const& folder, Plan const& plan,
                        LoadedExperiment const& loaded)
{
    std::error_code error;
    bool const has_output = fs::exists(output, error);
    auto const finished = has_output ? earlier_file(output) : std::nullopt;
    if (finished && has_same_inputs(*finished, plan) && finished->axes == plan.axes)
        return RunStart::already_there;
    if (auto const under_way = folder.stored_plan())
    {
        Earlier const earlier{under_way->axes, under_way->provenance, under_way->inputs};
        if (!has_same_inputs(earlier, plan))
            refuse_other_inputs(folder.path().string() + " was begun", changes_since(earlier, loaded, plan));
        return RunStart::go_on;
    }
    if (finished && has_same_inputs(*finished, plan))
        throw WrongUse(fmt::format("{} is finished, with other replicates or recorded in another way; --force "
                                   "starts over",
                                   output.string()));
    if (finished)
        refuse_other_inputs(output.string() + " is finished, and was run", changes_since(*finished, loaded, plan));
    if (has_output)
        throw WrongUse(
            fmt::format("{}: is not a results file this program can read; --force writes over it", output.string()));
    return RunStart::anew;
}

} // namespace

RunStart run_start(fs::path const& output, WorkFolder const& folder, Plan const& plan, LoadedExperiment const& loaded,
                   IfThere if_there)
{
    expect_a_place_for_a_file(output);
    if (if_there == IfThere::force)
        return RunStart::anew;
    if (if_there == IfThere::resume)
        return start_resuming(output, folder, plan, loaded);
    if (folder.exists())
        throw WrongUse(fmt::format("{} holds a run that did not finish; --resume continues it, --force starts over",
                                   folder.path().string()));
    std::error_code error;
    if (fs::exists(output, error))
        throw WrongUse(
            fmt::format("{} exists; choose another name with -o, or --force to write over it", output.string()));
    return RunStart::anew;
}

} // namespace caremarket
