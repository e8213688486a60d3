#include "runners/command_line.hpp"

#include "runners/command_line_mistakes.hpp"
#include "runners/exit_code.hpp"
#include "runners/help_texts.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace caremarket
{

namespace
{

/// A check that a text is one of these names; its message has the nearest.
CLI::Validator one_of(std::vector<std::string> names)
{
    std::string const choices = fmt::format("{}", fmt::join(names, "|"));
    return {[names = std::move(names), choices](std::string& text) -> std::string
            {
                if (std::find(names.begin(), names.end(), text) != names.end())
                    return {};
                std::string const near = nearest_name(text, names);
                return fmt::format("{} is none of {}{}", in_quotes(text), choices,
                                   near.empty() ? "" : fmt::format(" (did you mean {}?)", near));
            },
            choices, "one of"};
}

template <class Enum>
std::vector<std::string> names_of()
{
    return {NamesOf<Enum>::names.begin(), NamesOf<Enum>::names.end()};
}

template <class Enum>
CLI::Option* add_choice(CLI::App& command, std::string const& flag, std::string const& help, Enum& value)
{
    auto const take = [&value](std::string const& text) { value = *named<Enum>(text); };
    return command.add_option_function<std::string>(flag, take, help)->check(one_of(names_of<Enum>()));
}

constexpr char file_or_name[] = "A file, or the name of one in the library";
constexpr char only_these_outlooks[] = "Only these outlooks";

/// The command line: all commands with their flags, and where what is given goes.
class CommandLine
{
public:
    CommandLine() : app_(program_help, "caremarket")
    {
        help_.emplace(&app_, program_help);
        app_.require_subcommand(0, 1);
        app_.set_help_flag("-h,--help", "This help");
        auto* const version = app_.add_flag("--version", version_, "Version and what this was built from");
        app_.add_flag("--json", version_request_.is_json, "With --version: everything, as JSON")->needs(version);
        add_check();
        add_list();
        add_run();
        add_compare();
        add_cheapest();
        add_finance();
        add_backtest();
        add_knockout();
        add_rerun();
        add_sweep();
    }

    Request parse(std::vector<std::string> const& words)
    {
        run_request_.words = words;
        std::vector<std::string> reversed(words.rbegin(), words.rend());
        reversed.pop_back();
        try
        {
            app_.parse(reversed);
        }
        catch (CLI::Success const&) // help was asked for
        {
            CLI::App& command = command_given(app_);
            command.description(help_.at(&command));
            return Reply{exit_done, app_.help()};
        }
        catch (CLI::ParseError const& error)
        {
            return Reply{exit_wrong_use, what_is_wrong(app_, error, words)};
        }
        return request();
    }

private:
    CLI::App& add_command(std::string const& name, char const* help) { return add_command(app_, name, help); }

    CLI::App& add_command(CLI::App& to, std::string const& name, char const* help)
    {
        std::string_view const text = help;
        CLI::App& command = *to.add_subcommand(name, std::string(text.substr(0, text.find('\n')))); // in the list
        help_.emplace(&command, help);
        command.set_help_flag("-h,--help", "This help");
        return command;
    }

    void add_check()
    {
        add_command("check", check_help).add_option("FILE", check_request_.files, file_or_name)->required();
    }

    void add_list()
    {
        CLI::App& command = add_command("list", list_help);
        add_choice(command, "WHAT", "What to list", list_request_.what)->required();
        add_json(command, list_request_.is_json);
    }

    void add_run();
    void add_compare()
    {
        CLI::App& command = add_command("compare", compare_help);
        ComparisonQuestion& question = compare_request_.question;
        add_results_file(command, compare_request_.file);
        command.add_option("--baseline", question.baseline, "Compare with this strategy");
        command.add_option("--strategy", question.strategies, "Only these strategies, and the baseline");
        command.add_option("--outlook", question.outlooks, only_these_outlooks);
        command.add_option("--metric", question.metrics, "These metrics only; see list metrics");
        add_json(command, compare_request_.is_json);
    }

    void add_cheapest()
    {
        CLI::App& command = add_command("cheapest", cheapest_help);
        CheapestQuestion& question = cheapest_request_.question;
        add_results_file(command, cheapest_request_.file);
        command.add_option("--factor", question.factor, "The lever: a factor that the sweep crosses with the others")
            ->required();
        command.add_option("--spend", question.objective.spend, "A metric of money [what care costs the council]");
        command.add_option("--worth", cheapest_request_.worths,
                           "METRIC=POUNDS[,POUNDS…]: what a unit of it is worth; see list metrics");
        command.add_option("--strategy", question.strategy, "This strategy [the one of the factor, or the baseline]");
        command.add_option("--outlook", question.outlook, "This outlook [the file's first]");
        add_json(command, cheapest_request_.is_json);
    }

    void add_finance()
    {
        CLI::App& command = add_command("finance", finance_help);
        add_results_file(command, finance_request_.file);
        add_which_one(command, finance_request_.question);
        add_json(command, finance_request_.is_json);
    }

    void add_backtest()
    {
        CLI::App& command = add_command("backtest", backtest_help);
        add_results_file(command, backtest_request_.file);
        command.add_option("--published", backtest_request_.published, "A CSV of published figures")->required();
        add_which_one(command, backtest_request_.question);
        add_json(command, backtest_request_.is_json);
    }

    void add_knockout()
    {
        CLI::App& command = add_command("knockout", knockout_help);
        KnockoutRequest& r = knockout_request_;
        add_experiment(command, r);
        command.add_option("--strategy", r.strategy, "Against the baseline [the experiment's next]");
        command.add_option("--replicates", r.replicates, "Futures of each strategy under each outlook [10]");
        command.add_option("--mechanism", r.mechanisms, "Only these mechanisms; see list mechanisms");
        add_threads(command);
        add_json(command, r.is_json);
    }

    void add_rerun()
    {
        CLI::App& command = add_command("rerun", rerun_help);
        add_results_file(command, rerun_request_.file);
        add_threads(command);
    }

    void add_sweep();

    static void add_results_file(CLI::App& command, std::string& file)
    {
        command.add_option("FILE", file, "A results file")->required();
    }

    /// The experiment, and how much of it.
    template <class ExperimentRequest>
    static void add_experiment(CLI::App& command, ExperimentRequest& request)
    {
        command.add_option("EXPERIMENT", request.experiment, file_or_name)->required();
        command.add_option("--outlook", request.outlooks, only_these_outlooks);
        command.add_option("--years", request.years, "Years, instead of the file's");
    }

    /// The one strategy and outlook that a statement is about.
    template <class Question>
    static void add_which_one(CLI::App& command, Question& question)
    {
        command.add_option("--strategy", question.strategy, "This strategy [the baseline]");
        command.add_option("--outlook", question.outlook, "This outlook [the file's first]");
    }

    static void add_json(CLI::App& command, bool& is_json) { command.add_flag("--json", is_json, "As JSON"); }

    static void add_progress(CLI::App& command, std::optional<ProgressStyle>& progress)
    {
        command
            .add_option_function<std::string>(
                "--progress",
                [&progress](std::string const& style)
                {
                    if (style != "auto")
                        progress = style == "plain" ? ProgressStyle::plain : ProgressStyle::none;
                },
                "How to tell how far it is [auto: a bar on a terminal, else plain]")
            ->check(one_of({"auto", "plain", "none"}));
    }

    void add_threads(CLI::App& command)
    {
        constexpr int most_threads = 1024;
        ThreadCount const allocated = threads_of(allocation_of_process());
        threads_ = allocated.count;
        threads_from_ = allocated.from;
        command
            .add_option(std::string(threads_flag), threads_,
                        fmt::format("Replicates run at once; {} here unless given", threads_in_words(allocated)))
            ->check(CLI::Range(1, most_threads))
            ->envname(threads_variable);
    }

    [[nodiscard]] ThreadCount threads();
    [[nodiscard]] Request request();
    [[nodiscard]] Request sweep_request(std::string const& step);

    CLI::App app_;
    std::map<CLI::App const*, char const*> help_; ///< examples and more, shown before the flags
    bool version_ = false;
    int threads_ = 1;
    std::string threads_from_; ///< what said so, unless a flag does; see ThreadCount
    bool resumes_ = false, forces_ = false;
    VersionRequest version_request_;
    CheckRequest check_request_;
    ListRequest list_request_;
    RunRequest run_request_;
    CompareRequest compare_request_;
    CheapestRequest cheapest_request_;
    FinanceRequest finance_request_;
    BacktestRequest backtest_request_;
    KnockoutRequest knockout_request_;
    RerunRequest rerun_request_;
    SweepPlanRequest sweep_plan_request_;
    SweepRunRequest sweep_run_request_;
    SweepStatusRequest sweep_status_request_;
    SweepCollectRequest sweep_collect_request_;
};

void CommandLine::add_run()
{
    CLI::App& run = add_command("run", run_help);
    RunRequest& r = run_request_;
    add_experiment(run, r);
    run.add_option("-o", r.output, "Results file [EXPERIMENT.h5 in this folder]");
    run.add_option("--replicates", r.replicates, "Futures of each strategy under each outlook, instead of the file's");
    run.add_option("--seed", r.seed, "Seed of all random numbers, instead of the file's");
    add_threads(run);
    run.add_option("--strategy", r.strategies,
                   "Only these strategies, and the baseline; a strategy's file is added to the experiment");
    run.add_option("--set", r.set, "path=value, see above: other values than the files'; list levers, list parameters");
    add_choice(run, "--record", "How finely time is recorded [month]", r.record.period);
    add_choice(run, "--record-by", "How finely the ground is recorded [locality]", r.record.space);
    run.add_flag("--events", r.keeps_events, "Also write every decision of every run");
    auto* const resume = run.add_flag("--resume", resumes_, "Continue a run that was stopped");
    run.add_flag("--force", forces_, "Start over, and write over what is there")->excludes(resume);
    add_progress(run, r.progress);
}

void CommandLine::add_sweep()
{
    CLI::App& sweep = add_command("sweep", sweep_help);
    sweep.require_subcommand(0, 1);
    CLI::App& plan = add_command(sweep, "plan", sweep_plan_help);
    plan.add_option("SWEEP", sweep_plan_request_.sweep, file_or_name)->required();
    plan.add_option("-o", sweep_plan_request_.folder, "Folder of the sweep; made if it is not there")->required();
    add_threads(plan);
    plan.add_flag("!--no-pilot", sweep_plan_request_.has_pilot, "Do not time runs");

    constexpr char folder[] = "Folder of a planned sweep";
    CLI::App& run = add_command(sweep, "run", sweep_run_help);
    run.add_option("DIR", sweep_run_request_.folder, folder)->required();
    run.add_option("--shard", sweep_run_request_.shard,
                   "K/N: the K-th of N shares; /N: K is the batch system's number");
    add_threads(run);
    add_choice(run, "--on-error", "When a run fails: go on, finish the samples begun, or stop [skip]",
               sweep_run_request_.on_error);
    add_progress(run, sweep_run_request_.progress);

    CLI::App& status = add_command(sweep, "status", sweep_status_help);
    status.add_option("DIR", sweep_status_request_.folder, folder)->required();
    add_json(status, sweep_status_request_.is_json);

    CLI::App& collect = add_command(sweep, "collect", sweep_collect_help);
    collect.add_option("DIR", sweep_collect_request_.folder, folder)->required();
    collect.add_option("-o", sweep_collect_request_.output, "Results file")->required();
    collect.add_flag("--force", sweep_collect_request_.writes_over, "Write over what is there");
    collect.add_option("--metrics", sweep_collect_request_.metrics, "NAME,NAME…: only these; see list metrics")
        ->delimiter(',')
        ->allow_extra_args(false);
    collect
        .add_option("--quantiles", sweep_collect_request_.quantiles,
                    "P,P…: quantiles and means over replicates in place of the runs")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(0.0, 1.0));
    collect.add_flag("--allow-missing", sweep_collect_request_.takes_missing, "Mark missing runs instead of refusing");
}

/// Threads, and who said how many if that was not the user's own flag.
ThreadCount CommandLine::threads()
{
    bool const is_told = command_given(app_).count(std::string(threads_flag)) > 0;
    bool const is_flag = has_threads_flag(run_request_.words);
    return {.count = threads_, .from = !is_told ? threads_from_ : is_flag ? "" : threads_variable};
}

Request CommandLine::sweep_request(std::string const& step)
{
    if (step == "sweep") // no step is given
        return Reply{exit_done, sweep_help};
    if (step == "plan")
    {
        sweep_plan_request_.threads = threads_;
        sweep_plan_request_.words = run_request_.words;
        return sweep_plan_request_;
    }
    if (step == "status")
        return sweep_status_request_;
    if (step == "collect")
        return sweep_collect_request_;
    sweep_run_request_.threads = threads();
    sweep_run_request_.words = run_request_.words;
    return sweep_run_request_;
}

Request CommandLine::request()
{
    if (version_)
        return version_request_;
    if (app_.get_subcommands().empty())
        return Reply{exit_done, short_help};
    std::string const command = app_.get_subcommands().front()->get_name();
    if (command == "sweep")
        return sweep_request(command_given(app_).get_name());
    if (command == "check")
        return check_request_;
    if (command == "list")
        return list_request_;
    if (command == "compare")
        return compare_request_;
    if (command == "cheapest")
        return cheapest_request_;
    if (command == "finance")
        return finance_request_;
    if (command == "backtest")
        return backtest_request_;
    if (command == "knockout")
    {
        knockout_request_.threads = threads_;
        return knockout_request_;
    }
    if (command == "rerun")
    {
        rerun_request_.threads = threads_;
        return rerun_request_;
    }
    run_request_.threads = threads_;
    run_request_.threads_from = threads().from;
    run_request_.if_there = forces_ ? IfThere::force : resumes_ ? IfThere::resume : IfThere::refuse;
    return run_request_;
}

} // namespace

Request parse_command_line(std::vector<std::string> const& words)
{
    return CommandLine().parse(words);
}

} // namespace caremarket
