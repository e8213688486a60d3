#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr auto file = "experiments/question.toml";

std::string problems_after(std::string_view before, std::string_view now)
{
    TestLibrary library;
    library.with_change(file, before, now);
    return lines_of(library.load().problems);
}

} // namespace

TEST_CASE("An experiment is read as its file states it")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(lines_of(loaded.problems).empty());
    auto const& experiment = loaded.value->experiment;
    CHECK(experiment.name == "question");
    CHECK(experiment.place == "twotown");
    CHECK(experiment.behaviour == "central");
    CHECK(experiment.strategies == std::vector<std::string>{"spot", "block"});
    CHECK(experiment.baseline == "spot");
    CHECK(experiment.start == first_of_april(2016));
    CHECK(experiment.years == 3);
    CHECK(experiment.replicates == 10);
    CHECK(experiment.seed == 1);
    CHECK(experiment.target.basis == SavingsTarget::Basis::recurrent);
    CHECK(experiment.target.years == std::vector<SavingsTarget::Year>{{2016, 1.5}, {2018, 4.0}});
    CHECK(experiment.target.share == 1.0);
}

TEST_CASE("An experiment keeps the exact text of every file it read, sorted by name")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const& files = loaded.value->files;
    REQUIRE(files.size() == 10);
    CHECK(files.front().name == "scenarios/behaviours/central.toml");
    CHECK(files.front().text == library.text_of("behaviours/central.toml"));
    CHECK(files.front().sha256.size() == 64);
    CHECK(std::is_sorted(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.name < b.name; }));
}

TEST_CASE("The inputs of a run follow outlook and strategy")
{
    TestLibrary library;
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    auto const inputs = inputs_of(*loaded.value, 0, 1);
    CHECK(inputs.first_year == 2016);
    CHECK(inputs.years == 3);
    CHECK(inputs.strategies.size() == 1);
    CHECK(inputs.strategies[0].name == "block");
    CHECK(inputs.strategies[0].of[Service::homecare].mix[Channel::block].at(Date{}) == 0.6);
    CHECK(inputs.outlook.all.wage_floor.at(first_of_april(2018)) == 7.5);
    CHECK(inputs.behaviour.all.risk_aversion == 2.0);
    CHECK(inputs.strategies[0].of[Service::homecare].uplift_rule.at(Date{}) == index_of(UpliftRule::cpi));
    CHECK(inputs_before_start(*loaded.value, 0).strategies[0].name == "spot");
}

TEST_CASE("An empty experiment file is told as such")
{
    TestLibrary library;
    library.with(file, "# nothing yet\n");
    CHECK_THAT(lines_of(library.load().problems),
               Contains("experiments/question.toml: is empty: an experiment has schema"));
}

TEST_CASE("No replicates, too many, or half a one are refused")
{
    CHECK(problems_after("replicates = 10", "replicates = 0") ==
          "scenarios/experiments/question.toml:8:14: experiment.replicates: 0 is outside 1–1000000\n");
    CHECK_THAT(problems_after("replicates = 10", "replicates = 1000001"), Contains("is outside 1–1000000"));
    CHECK_THAT(problems_after("replicates = 10", "replicates = 1.5"),
               Contains("a whole number is expected, not a number"));
}

TEST_CASE("Years and seed must be in range")
{
    CHECK_THAT(problems_after("years = 3", "years = 51"), Contains("experiment.years: 51 is outside 1–50"));
    CHECK_THAT(problems_after("seed = 1", "seed = -1"),
               Contains("experiment.seed: -1 is outside 0–9223372036854775807"));
    CHECK_THAT(problems_after("seed = 1", "seed = 9223372036854775808"), Contains("not TOML"));
}

TEST_CASE("The largest seed keeps all its digits")
{
    TestLibrary library;
    library.with_change(file, "seed = 1", "seed = 9223372036854775807");
    auto const loaded = library.load();
    REQUIRE(loaded.has_value());
    CHECK(loaded.value->experiment.seed == 9223372036854775807u);
}

TEST_CASE("An experiment starts on the first of April, written as a date")
{
    CHECK_THAT(problems_after("2016-04-01", "2016-05-01"),
               Contains("2016-05-01 is not the first day of a financial year"));
    CHECK_THAT(problems_after("2016-04-01", "\"2016-04-01\""), Contains("a date like 2016-04-01, without quotes"));
}

TEST_CASE("The baseline is one of the strategies")
{
    CHECK(problems_after("baseline = \"spot\"", "baseline = \"blok\"") ==
          "scenarios/experiments/question.toml:5:12: experiment.baseline: \"blok\" is not one of the strategies "
          "(did you mean block?)\n");
}

TEST_CASE("Lists of an experiment are neither empty nor hold a name twice")
{
    CHECK_THAT(problems_after("outlooks = [\"central\"]", "outlooks = []"),
               Contains("experiment.outlooks: a list with at least one text is expected, not an empty one"));
    CHECK_THAT(problems_after("[\"spot\", \"block\"]", "[\"spot\", \"block\", \"spot\"]"),
               Contains("experiment.strategies: \"spot\" stands twice"));
}

TEST_CASE("An unknown strategy is told where the experiment names it, with the nearest")
{
    CHECK(problems_after("\"block\"]", "\"blokc\"]") ==
          "scenarios/experiments/question.toml:4:23: experiment.strategies: there is no strategy \"blokc\" "
          "(did you mean block?)\n");
}

TEST_CASE("An unknown key of an experiment is told, with the nearest")
{
    CHECK_THAT(problems_after("replicates = 10", "replicats = 10"),
               Contains("experiment.replicats: unknown key (did you mean replicates?)") &&
                   Contains("experiment.replicates: is missing"));
}

TEST_CASE("Years of the savings target lie inside the run and have the form of financial years")
{
    CHECK_THAT(problems_after("2018/19", "2019/20"),
               Contains("savings_target.2019/20: is outside the years of the experiment"));
    CHECK_THAT(problems_after("2018/19", "2018/20"),
               Contains("neither a financial year like \"2016/17\" nor a known key"));
}

TEST_CASE("A savings target has a known basis, a share between 0 and 1, and a year")
{
    CHECK_THAT(problems_after("\"recurrent\"", "\"recurent\""), Contains("did you mean recurrent?"));
    CHECK_THAT(problems_after("basis = \"recurrent\"", "share = 1.5"), Contains("1.5 is outside 0–1"));
    CHECK_THAT(problems_after("\"2016/17\" = 1.5\n\"2018/19\" = 4.0", ""),
               Contains("experiment.savings_target: holds no year"));
}

TEST_CASE("Semantic problems of all files come together")
{
    TestLibrary library;
    library.with_change(file, "years = 3", "years = 0")
        .with_change("strategies/spot.toml", "contract_length = 4", "contract_length = 90\nmix_blok = 1")
        .with_change("outlooks/central.toml", "inflation = 0.02", "inflation = \"high\"")
        .with_change("behaviours/central.toml", "risk_aversion = 2.0", "risk_aversion = -1")
        .with_change("places/twotown/population.csv", "5000", "-5000");
    auto const problems = library.load().problems;
    CHECK(problems.size() == 6);
}

TEST_CASE("An unknown experiment is told with the nearest name")
{
    TestLibrary library;
    CHECK(lines_of(load_experiment(library.get(), "questoin").problems) ==
          "there is no experiment \"questoin\" (did you mean question?)\n");
}

TEST_CASE("An experiment given by its path finds the library it stands in")
{
    TestLibrary library;
    auto const path = (library.root() / file).string();
    CHECK(load_experiment({}, path).has_value());
}

TEST_CASE("An experiment may name files by paths relative to it")
{
    TestLibrary library;
    library.with("experiments/mine.toml", "schema = 1\n")
        .with("experiments/mine.toml", library.text_of("strategies/spot.toml"));
    library.with_change(file, "\"block\"]", "\"./mine.toml\"]");
    auto const loaded = library.load();
    REQUIRE(lines_of(loaded.problems).empty());
    CHECK(loaded.value->experiment.strategies == std::vector<std::string>{"spot", "mine"});
}

TEST_CASE("An experiment can be narrowed to some strategies, but the baseline stays")
{
    TestLibrary library;
    library.with("strategies/third.toml", "schema = 1\nextends = \"spot\"\n")
        .with_change(file, "\"block\"]", "\"block\", \"third\"]");
    auto const narrowed = with_strategies(*library.load().value, {"third"});
    REQUIRE(narrowed.has_value());
    CHECK(narrowed.value->experiment.strategies == std::vector<std::string>{"spot", "third"});
    CHECK(narrowed.value->strategies[1].name == "third");
    CHECK_THAT(lines_of(with_strategies(*library.load().value, {"thrid"}).problems), Contains("did you mean third?"));
}

TEST_CASE("The hash of a cell follows what decides its numbers and nothing else")
{
    TestLibrary library;
    auto const loaded = *library.load().value;
    auto const hash = cell_hash(loaded, 0, 0, "1");
    CHECK(hash != cell_hash(loaded, 0, 1, "1"));
    CHECK(hash != cell_hash(loaded, 0, 0, "2"));
    auto const hash_with = [&](std::string const& set) { return cell_hash(*library.load({set}).value, 0, 0, "1"); };
    CHECK(hash != hash_with("experiment.seed=2"));
    CHECK(hash != hash_with("experiment.years=2"));
    CHECK(hash != hash_with("place.homecare.book_price=16"));
    CHECK(hash != hash_with("behaviour.all.risk_aversion=0"));
    CHECK(hash == hash_with("experiment.replicates=99"));
    CHECK(hash == hash_with("strategy[block].homecare.contract_length=9"));
    library.with_change("strategies/spot.toml", "title = \"Spot\"", "# nothing but a comment");
    CHECK(hash == cell_hash(*library.load().value, 0, 0, "1"));
}
