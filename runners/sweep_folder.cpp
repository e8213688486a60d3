#include "runners/sweep_folder.hpp"

#include "analysis/leftover_files.hpp"
#include "build_facts.hpp"
#include "runners/exit_code.hpp"
#include "runners/is_folder.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::chrono::hours forgotten_after{1};

std::string name_of_process()
{
    char host[256] = "host";
    if (::gethostname(host, sizeof host - 1) != 0)
        return fmt::format("host.{}", ::getpid());
    return fmt::format("{}.{}", host, ::getpid());
}

std::optional<Plan> readable_plan(fs::path const& path)
{
    try
    {
        return read_plan(path);
    }
    catch (ResultsFileError const&)
    {
        return std::nullopt; // there is none, or one of another version, or one that was changed
    }
}

std::chrono::seconds since(fs::file_time_type time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(fs::file_time_type::clock::now() - time);
}

/// What cannot be read is a sweep's if it stands where a sweep's plan does: "plan again" is then the way out of it.
void expect_sweep_around(fs::path const& folder)
{
    if (!is_folder(folder / "parts") || !is_folder(folder / "running"))
        throw WrongUse(fmt::format("{}: it has a {} that is not the plan of a sweep: choose another folder",
                                   folder.string(), plan_path("").string()));
}

void expect_same_sweep(fs::path const& folder, Plan const& there, Plan const& plan)
{
    if (!there.axes.samples.is_there())
        throw WrongUse(fmt::format("{}: it holds the plan and parts of one experiment, {}, which run --resume goes on "
                                   "with: choose another folder",
                                   folder.string(), there.provenance.experiment));
    if (there.provenance.experiment != plan.provenance.experiment ||
        there.axes.samples.factors != plan.axes.samples.factors)
        throw WrongUse(
            fmt::format("{}: it holds another sweep, of {} over {}: choose another folder; or remove {}, and "
                        "its parts will be found again where they are the same",
                        folder.string(), there.provenance.experiment, fmt::join(there.axes.samples.factors, ", "),
                        plan_path(folder).string()));
}

void make_folder(fs::path const& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw WrongUse(fmt::format("{}: cannot be made: {}", path.string(), error.message()));
}

} // namespace

bool SweepFolder::has_plan() const
{
    std::error_code error;
    return fs::exists(plan_path(path_), error);
}

Plan SweepFolder::plan() const
{
    if (!has_plan())
        throw WrongUse(fmt::format("{}: there is no plan of a sweep in it; make one with: caremarket sweep plan "
                                   "SWEEP -o {}",
                                   path_.string(), path_.string()));
    Plan plan = [this]
    {
        try
        {
            return read_plan(plan_path(path_));
        }
        catch (ResultsFileError const& error)
        {
            throw WrongUse(error.what());
        }
    }();
    if (!plan.axes.samples.is_there())
        throw WrongUse(fmt::format("{}: this is the plan of one experiment, not of a sweep", path_.string()));
    if (plan.provenance.behaviour_version != build_facts::behaviour_version)
        throw WrongUse(fmt::format("{}: planned for version {} of the model's behaviour, and this program has version "
                                   "{}: plan again, or use the program that planned it",
                                   path_.string(), plan.provenance.behaviour_version, build_facts::behaviour_version));
    return plan;
}

std::optional<Plan> SweepFolder::earlier_plan() const
{
    auto plan = readable_plan(plan_path(path_));
    return plan && plan->axes.samples.is_there() ? plan : std::nullopt;
}

void SweepFolder::put_plan(Plan const& plan) const
{
    std::error_code error;
    if (fs::exists(path_, error) && !has_plan() && (!fs::is_directory(path_, error) || !fs::is_empty(path_, error)))
        throw WrongUse(
            fmt::format("{}: it is there already and is no folder of a sweep: choose another", path_.string()));
    if (auto const there = readable_plan(plan_path(path_)))
        expect_same_sweep(path_, *there, plan);
    else if (has_plan())
        expect_sweep_around(path_);
    make_folder(path_ / "parts");
    make_folder(path_ / "running");
    write_plan(plan_path(path_), plan);
}

void SweepFolder::remove_leftovers() const
{
    caremarket::remove_leftovers(path_ / "parts", [](std::string_view name) { return name.ends_with(".part.h5"); });
    caremarket::remove_leftovers(path_, [](std::string_view name) { return name == plan_path("").string(); });
}

AtWork::AtWork(SweepFolder const& folder, std::string const& does)
    : file_(folder.path() / "running" / name_of_process())
{
    std::ofstream(file_) << does << '\n';
}

AtWork::~AtWork()
{
    std::error_code error;
    fs::remove(file_, error);
}

void AtWork::go_on() const
{
    std::error_code error;
    fs::last_write_time(file_, fs::file_time_type::clock::now(), error);
}

std::vector<ProcessAtWork> processes_at_work(SweepFolder const& folder)
{
    std::vector<ProcessAtWork> processes;
    std::error_code error;
    for (fs::directory_iterator entry{folder.path() / "running", error}, end; !error && entry != end;
         entry.increment(error))
    {
        std::error_code of_file;
        auto const time = fs::last_write_time(entry->path(), of_file);
        if (of_file || since(time) > forgotten_after)
            continue;
        std::string does;
        std::ifstream file(entry->path());
        std::getline(file, does);
        processes.push_back({.name = entry->path().filename().string(), .does = does, .ago = since(time)});
    }
    std::ranges::sort(processes, {}, &ProcessAtWork::name);
    return processes;
}

} // namespace caremarket
