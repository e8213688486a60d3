#include "runners/command_line.hpp"

#include "runners/shell_words.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

template <class T>
T parsed(std::vector<std::string> words)
{
    words.insert(words.begin(), "caremarket");
    Request const request = parse_command_line(words);
    REQUIRE(std::holds_alternative<T>(request));
    return std::get<T>(request);
}

std::string refusal(std::vector<std::string> const& words)
{
    Reply const reply = parsed<Reply>(words);
    CHECK(reply.exit_code == 2);
    return reply.text;
}

} // namespace

TEST_CASE("Everything that run can be told arrives")
{
    auto const r = parsed<RunRequest>({"run",        "x",       "-o",          "R.h5",  "--replicates", "3",
                                       "--seed",     "4",       "--threads",   "5",     "--strategy",   "a",
                                       "b",          "--set",   "p=-1",        "q=2",   "--set",        "r=3",
                                       "--record",   "quarter", "--record-by", "place", "--events",     "--force",
                                       "--progress", "none",    "--years",     "2",     "--outlook",    "low",
                                       "high"});
    CHECK(r.experiment == "x");
    CHECK(r.output == "R.h5");
    CHECK(r.replicates == "3");
    CHECK(r.seed == "4");
    CHECK(r.years == "2");
    CHECK(r.outlooks == std::vector<std::string>{"low", "high"});
    CHECK(r.threads == 5);
    CHECK(r.strategies == std::vector<std::string>{"a", "b"});
    CHECK(r.set == std::vector<std::string>{"p=-1", "q=2", "r=3"});
    CHECK(r.record.period == RecordPeriod::quarter);
    CHECK(r.record.space == RecordSpace::place);
    CHECK(r.keeps_events);
    CHECK(r.if_there == IfThere::force);
    CHECK(r.progress == ProgressStyle::none);
}

TEST_CASE("What is not said has its usual value")
{
    auto const r = parsed<RunRequest>({"run", "x"});
    CHECK(r.output.empty());
    CHECK(r.replicates.empty());
    CHECK(r.years.empty());
    CHECK(r.outlooks.empty());
    CHECK(r.threads >= 1);
    CHECK(r.record.period == RecordPeriod::month);
    CHECK(r.record.space == RecordSpace::locality);
    CHECK_FALSE(r.keeps_events);
    CHECK(r.if_there == IfThere::refuse);
    CHECK_FALSE(r.progress);
    CHECK_FALSE(parsed<RunRequest>({"run", "x", "--progress", "auto"}).progress);
    CHECK(parsed<RunRequest>({"run", "x", "--resume"}).if_there == IfThere::resume);
}

TEST_CASE("The other commands take their words")
{
    CHECK(parsed<CheckRequest>({"check", "a", "b"}).files == std::vector<std::string>{"a", "b"});
    CHECK(parsed<ListRequest>({"list", "levers", "--json"}).is_json);
    CHECK(parsed<ListRequest>({"list", "metrics"}).what == Listing::metrics);
    CHECK(parsed<ListRequest>({"list", "mechanisms"}).what == Listing::mechanisms);
    auto const c = parsed<CompareRequest>({"compare", "R.h5", "--baseline", "a", "--metric", "m", "n", "--outlook", "o",
                                           "--strategy", "s", "t", "--json"});
    CHECK(c.question.outlooks == std::vector<std::string>{"o"});
    CHECK(c.question.strategies == std::vector<std::string>{"s", "t"});
    CHECK(c.file == "R.h5");
    CHECK(c.question.baseline == "a");
    CHECK(c.question.metrics == std::vector<std::string>{"m", "n"});
    CHECK(c.is_json);
    auto const w = parsed<CheapestRequest>({"cheapest", "R.h5", "--factor", "strategy.homecare.mix_block", "--spend",
                                            "gross_spend", "--worth", "homecare.waiting_units=0,16", "--worth", "b=2",
                                            "--strategy", "a", "--outlook", "o", "--json"});
    CHECK(w.question.factor == "strategy.homecare.mix_block");
    CHECK(w.question.objective.spend == "gross_spend");
    CHECK(w.worths == std::vector<std::string>{"homecare.waiting_units=0,16", "b=2"});
    CHECK(w.question.strategy == "a");
    CHECK(w.question.outlook == "o");
    CHECK(w.is_json);
    CHECK(refusal({"cheapest", "R.h5"}).find("--factor is required") != std::string::npos);
    auto const b = parsed<BacktestRequest>(
        {"backtest", "R.h5", "--published", "p.csv", "--strategy", "a", "--outlook", "o", "--json"});
    CHECK(b.file == "R.h5");
    CHECK(b.published == "p.csv");
    CHECK(b.question.strategy == "a");
    CHECK(b.question.outlook == "o");
    CHECK(b.is_json);
    CHECK_FALSE(parsed<BacktestRequest>({"backtest", "R.h5", "--published", "p.csv"}).question.strategy);
    CHECK(refusal({"backtest", "R.h5"}).find("--published is required") != std::string::npos);
    CHECK(parsed<RerunRequest>({"rerun", "R.h5", "--threads", "3"}).threads == 3);
    CHECK(parsed<VersionRequest>({"--version", "--json"}).is_json);
}

TEST_CASE("A flag or command that is not there is told with the nearest that is")
{
    CHECK(refusal({"run", "x", "--thread", "3"}).find("there is no flag \"--thread\" (did you mean --threads?)") !=
          std::string::npos);
    CHECK(refusal({"run", "x", "--recrod=month"}).find("did you mean --record?") != std::string::npos);
    CHECK(refusal({"compare", "R.h5", "--metrics", "a"}).find("did you mean --metric?") != std::string::npos);
    CHECK(refusal({"rum", "x"}).find("there is no command \"rum\" (did you mean run?)") != std::string::npos);
    CHECK(refusal({"frobnicate"}).find("did you mean") == std::string::npos);
    CHECK(refusal({"--frobnicate"}).find("there is no flag \"--frobnicate\"") != std::string::npos);
    CHECK(refusal({"run", "x", "--frobnicate"}).find("see caremarket run --help") != std::string::npos);
}

TEST_CASE("A command can be said again in a shell")
{
    std::vector<std::string> const words{"caremarket", "run", "my file.toml", "--set", "a=it's", "--force"};
    CHECK(shell_line(words) == R"(caremarket run 'my file.toml' --set 'a=it'\''s' --force)");
    CHECK(shell_line_with(words, "--force", "--resume") ==
          R"(caremarket run 'my file.toml' --set 'a=it'\''s' --resume)");
    CHECK(shell_line(std::vector<std::string>{"a", ""}) == "a ''");
}

TEST_CASE("Every command's first line of help is a whole sentence in the list of commands")
{
    std::string const help = parsed<Reply>({"--help"}).text;
    for (std::string const command :
         {"check", "list", "run", "compare", "cheapest", "finance", "backtest", "knockout", "rerun"})
    {
        auto const line = parsed<Reply>({command, "--help"}).text;
        auto const first = line.substr(0, line.find('\n'));
        INFO(first);
        CHECK(first.ends_with("."));
    }
    CHECK(help.find("gross to net, the book, the bridge") != std::string::npos);
}
