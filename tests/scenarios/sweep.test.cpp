#include "scenarios/sweep.hpp"

#include "scenarios/load_any.hpp"
#include "scenarios/number_text.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <set>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr std::string_view head = "schema = 1\nexperiment = \"question\"\n";

Loaded<Sweep> loaded(TestLibrary& library, std::string const& text)
{
    library.with("sweeps/x.toml", text);
    return load_sweep(library.get(), "x");
}

/// A sound sweep of the test library's experiment.
Sweep sweep_of(std::string const& design)
{
    TestLibrary library;
    auto sweep = loaded(library, std::string{head} + design);
    REQUIRE(lines_of(sweep.problems).empty());
    return std::move(*sweep.value);
}

using Rows = std::vector<DesignRow>;

} // namespace

TEST_CASE("A sweep file is an experiment and a design over paths of the catalogue")
{
    auto const sweep = sweep_of("title = \"Growth\"\nreplicates = 20\n"
                                "[design]\nkind = \"sobol\"\nsamples = 8\n[design.factors]\n"
                                "\"outlook.all.demand_growth\" = { range = [0.00, 0.04] }\n"
                                "\"strategy.homecare.mix_block\" = { values = [0.0, 0.3, 0.6] }\n");
    CHECK(sweep.name == "x");
    CHECK(sweep.title == "Growth");
    CHECK(sweep.file == "scenarios/sweeps/x.toml");
    CHECK(sweep.replicates == 20);
    CHECK(sweep.loaded.experiment.replicates == 20);
    CHECK(sweep.loaded.experiment.years == 3);
    CHECK(sweep.record == RecordOptions{RecordPeriod::year, RecordSpace::place});
    REQUIRE(sweep.rows.size() == 8);
    CHECK(sweep.rows[0] == DesignRow{"0.02", "0.3"}); // the middle of the square
    CHECK(sweep.rows[1] == DesignRow{"0.03", "0"});
    CHECK(sweep.design.factors[0].what->unit == "share/year");
    CHECK(run_count(sweep) == 8 * 1 * 2 * 20);
}

TEST_CASE("A sweep may cut the experiment to years, outlooks and strategies, and the baseline stays")
{
    auto const sweep = sweep_of("years = 2\noutlooks = [\"central\"]\nstrategies = [\"block\"]\n"
                                "record = \"quarter\"\nrecord_by = \"locality\"\n[design]\nkind = \"grid\"\n"
                                "[design.factors]\n\"behaviour.all.risk_aversion\" = { values = [0, 1] }\n");
    CHECK(sweep.loaded.experiment.years == 2);
    CHECK(sweep.loaded.experiment.strategies == std::vector<std::string>{"spot", "block"});
    CHECK(sweep.record == RecordOptions{RecordPeriod::quarter, RecordSpace::locality});
    CHECK_FALSE(sweep.replicates);
    CHECK(sweep.loaded.experiment.replicates == 10);
    CHECK(in_words(find(sweep.loaded.settings, "experiment.years")->origin) == "scenarios/sweeps/x.toml:3:9");
}

TEST_CASE("A sweep may name its experiment by a path from its own file")
{
    TestLibrary library;
    library.with("sweeps/x.toml", "schema = 1\nexperiment = \"../experiments/question.toml\"\n[design]\n"
                                  "kind = \"grid\"\n[design.factors]\n"
                                  "\"behaviour.all.risk_aversion\" = { values = [0, 1] }\n");
    auto const sweep = load_sweep({}, (library.root() / "sweeps/x.toml").string());
    CHECK(lines_of(sweep.problems) == "");
    CHECK(sweep.value->loaded.experiment.name == "question");
}

TEST_CASE("A grid takes every value with every other, the last factor fastest")
{
    auto const sweep = sweep_of("[design]\nkind = \"grid\"\n[design.factors]\n"
                                "\"strategy.homecare.uplift_rule\" = { values = [\"cpi\", \"none\"] }\n"
                                "\"strategy.homecare.mix_block\" = { range = [0, 0.3], levels = 4 }\n");
    CHECK(sweep.rows == Rows{{"cpi", "0"},
                             {"cpi", "0.1"},
                             {"cpi", "0.2"},
                             {"cpi", "0.3"},
                             {"none", "0"},
                             {"none", "0.1"},
                             {"none", "0.2"},
                             {"none", "0.3"}});
}

TEST_CASE("The levels of a grid's log-uniform range lie at equal steps of its logarithm")
{
    auto const sweep = sweep_of("[design]\nkind = \"grid\"\n[design.factors]\n\"behaviour.all.search_weeks\" = "
                                "{ range = [0.5, 50], levels = 3, distribution = \"log-uniform\" }\n");
    CHECK(sweep.rows == Rows{{"0.5"}, {"5"}, {"50"}});
}

TEST_CASE("A list goes row by row, and may come back to a value")
{
    auto const sweep = sweep_of("[design]\nkind = \"list\"\n[design.factors]\n"
                                "\"behaviour.all.risk_aversion\" = { values = [0, 1, 0] }\n"
                                "\"behaviour.all.search_weeks\" = { values = [3.5, 4, 5] }\n");
    CHECK(sweep.rows == Rows{{"0", "3.5"}, {"1", "4"}, {"0", "5"}});
}

TEST_CASE("A table beside the sweep file gives the rows, columns that are named to be ignored apart")
{
    TestLibrary library;
    library.with("sweeps/rows.csv",
                 "sample,strategy.homecare.mix_block,outlook[central].all.inflation\n1,0.1,0.02\n2,0.6,0.03\n");
    auto const sweep =
        loaded(library, std::string{head} + "[design]\nkind = \"csv\"\nfile = \"rows.csv\"\nignore = [\"sample\"]\n");
    REQUIRE(lines_of(sweep.problems).empty());
    CHECK(sweep.value->rows == Rows{{"0.1", "0.02"}, {"0.6", "0.03"}});
    CHECK(sweep.value->design.factors[1].path == "outlook[central].all.inflation");
    std::set<std::string> names;
    for (auto const& file : sweep.value->files)
        names.insert(file.name);
    CHECK(names.contains("scenarios/sweeps/rows.csv"));
    CHECK(names.contains("scenarios/sweeps/x.toml"));
    CHECK(names.contains("scenarios/outlooks/central.toml"));
    CHECK(names.size() == sweep.value->files.size());
}

TEST_CASE("A path of dated values can be one of a factor's values")
{
    auto const sweep =
        sweep_of("[design]\nkind = \"grid\"\n[design.factors]\n\"outlook.all.wage_floor\" = { values = [\n"
                 "    { \"2016-04-01\" = 7.2, \"2018-04-01\" = 8 },\n    9,\n] }\n");
    CHECK(sweep.rows == Rows{{"{ \"2016-04-01\" = 7.2, \"2018-04-01\" = 8 }"}, {"9"}});
    CHECK(inputs_of(loaded_sample(sweep, 0), 0, 0).outlook.all.wage_floor.at(first_of_april(2017)) == 7.2);
    CHECK(inputs_of(loaded_sample(sweep, 0), 0, 0).outlook.all.wage_floor.at(first_of_april(2018)) == 8);
    CHECK(inputs_of(loaded_sample(sweep, 1), 0, 0).outlook.all.wage_floor.at(first_of_april(2018)) == 9);
}

TEST_CASE("A sample is the experiment with its row's values set, and says where each is from")
{
    auto const sweep = sweep_of("[design]\nkind = \"list\"\n[design.factors]\n"
                                "\"strategy[block].homecare.mix_block\" = { values = [0.1, 0.9] }\n"
                                "\"place.supply.E1.homecare.capacity\" = { values = [1000, 1200] }\n");
    auto const first = loaded_sample(sweep, 0);
    auto const second = loaded_sample(sweep, 1);
    CHECK(number_at(first.strategies[1], "strategy.homecare.mix_block") == 0.1);
    CHECK(number_at(second.strategies[1], "strategy.homecare.mix_block") == 0.9);
    CHECK(number_at(second.strategies[1], "strategy.homecare.mix_spot") == 0.1); // shares still add up to 1
    CHECK(number_at(second.strategies[0], "strategy.homecare.mix_block") == 0.2);
    CHECK(number_at(second.place, "place.supply.E1.homecare.capacity") == 1200);
    CHECK(in_words(find(second.strategies[1], "strategy.homecare.mix_block")->origin) ==
          "scenarios/sweeps/x.toml:6:57, row 2 of the design");
    CHECK(cell_hash(first, 0, 1, "v") != cell_hash(second, 0, 1, "v"));
}

TEST_CASE("A sample has the same inputs as a run with its values set by hand")
{
    TestLibrary library;
    auto const sweep =
        loaded(library, std::string{head} + "[design]\nkind = \"latin-hypercube\"\nsamples = 5\n[design.factors]\n"
                                            "\"outlook.all.demand_growth\" = { range = [0.00, 0.04] }\n"
                                            "\"strategy.homecare.mix_block\" = { range = [0, 1] }\n");
    REQUIRE(lines_of(sweep.problems).empty());
    auto const& row = sweep.value->rows[3];
    auto const by_hand = library.load({"outlook.all.demand_growth=" + row[0], "strategy.homecare.mix_block=" + row[1]});
    auto const sample = loaded_sample(*sweep.value, 3);
    for (std::size_t strategy = 0; strategy < 2; ++strategy)
        CHECK(cell_hash(sample, 0, strategy, "v") == cell_hash(*by_hand.value, 0, strategy, "v"));
}

TEST_CASE("A design that draws numbers takes its own seed, or else the experiment's")
{
    std::string const factors = "[design.factors]\n\"behaviour.all.risk_aversion\" = { range = [0, 1] }\n";
    std::string const design = "[design]\nkind = \"latin-hypercube\"\nsamples = 4\n";
    CHECK(sweep_of(design + factors).rows == sweep_of(design + "seed = 1\n" + factors).rows);
    CHECK(sweep_of(design + factors).rows != sweep_of(design + "seed = 2\n" + factors).rows);
}

TEST_CASE("More samples keep the rows of every kind that says so, and of no other")
{
    auto const rows = [](DesignKind kind, int samples)
    {
        return sweep_of(fmt::format("[design]\nkind = \"{}\"\nsamples = {}\n[design.factors]\n"
                                    "\"behaviour.all.risk_aversion\" = {{ range = [0, 10] }}\n"
                                    "\"strategy.homecare.uplift_rule\" = {{ values = [\"cpi\", \"none\"] }}\n"
                                    "\"behaviour.all.search_weeks\" = {{ range = [1, 10] }}\n",
                                    name_of(kind), samples))
            .rows;
    };
    for (auto const kind : {DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris})
    {
        INFO(name_of(kind));
        auto const few = rows(kind, 6);
        auto const many = rows(kind, 11);
        REQUIRE(few.size() < many.size());
        CHECK(std::equal(few.begin(), few.end(), many.begin()) == keeps_rows_when_grown(kind));
    }
    CHECK_FALSE(keeps_rows_when_grown(DesignKind::latin_hypercube));
    CHECK(keeps_rows_when_grown(DesignKind::list));
}

TEST_CASE("Saltelli's design has factors + 2 rows a sample, that of Morris factors + 1")
{
    std::string const factors = "samples = 6\n[design.factors]\n\"behaviour.all.risk_aversion\" = { range = [0, 1] }\n"
                                "\"behaviour.all.search_weeks\" = { range = [1, 10] }\n";
    CHECK(sweep_of("[design]\nkind = \"saltelli\"\n" + factors).rows.size() == 6 * 4);
    CHECK(sweep_of("[design]\nkind = \"morris\"\n" + factors).rows.size() == 6 * 3);
}

TEST_CASE("What check prints of a sweep is its rows, the range of every factor and how it is recorded")
{
    auto const lines = [](std::string const& design) { return plan_in_words(sweep_of(design)); };
    CHECK(lines("[design]\nkind = \"morris\"\nsamples = 3\nlevels = 6\n[design.factors]\n"
                "\"behaviour.homecare.quit_rate\" = "
                "{ distribution = \"normal\", mean = 0.32, spread = 0.05, range = [0.1, 0.6] }\n"
                "\"behaviour.all.hires_from_sector\" = "
                "{ distribution = \"triangular\", range = [0.4, 0.9], mode = 0.67 }\n"
                "\"strategy.homecare.uplift_rule\" = { values = [\"cpi\", \"none\"] }\n") ==
          std::vector<std::string>{
              "morris design: 12 rows of 3 walks over 6 levels with seed 1; more samples keep these",
              "behaviour.homecare.quit_rate: 0.1 to 0.6 1/year, normal with mean 0.32 and spread 0.05",
              "behaviour.all.hires_from_sector: 0.4 to 0.9, triangular with mode 0.67",
              "strategy.homecare.uplift_rule: cpi, none",
              "recorded by year and place",
          });
    CHECK(lines("[design]\nkind = \"latin-hypercube\"\nsamples = 3\n[design.factors]\n"
                "\"behaviour.all.risk_aversion\" = { range = [0, 1] }\n")
              .front() == "latin-hypercube design: 3 rows with seed 1; another number of samples is another design");
    CHECK(lines("[design]\nkind = \"grid\"\n[design.factors]\n"
                "\"behaviour.all.planning_years\" = { range = [1, 3], levels = 21 }\n")[1] ==
          "behaviour.all.planning_years: 1 to 3 years, uniform, at 21 levels");
}

TEST_CASE("Of a long column the plan tells the least, the greatest and how many there are")
{
    TestLibrary library;
    std::string table = "behaviour.all.planning_years\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(1 + i % 15) + '\n';
    library.with("sweeps/rows.csv", table);
    auto const sweep = loaded(library, std::string{head} + "[design]\nkind = \"csv\"\nfile = \"rows.csv\"\n");
    REQUIRE(lines_of(sweep.problems).empty());
    auto const lines = plan_in_words(*sweep.value);
    CHECK(lines[0] == "csv design: 40 rows of scenarios/sweeps/rows.csv; rows added behind them keep these");
    CHECK(lines[1] == "behaviour.all.planning_years: 1 to 15 years, 15 different values");
}

TEST_CASE("A sweep file is known by its folder, its keys and its name")
{
    TestLibrary library;
    auto const text = std::string{head} + "outlooks = [\"central\"]\n[design]\nkind = \"grid\"\n[design.factors]\n"
                                          "\"behaviour.all.risk_aversion\" = { values = [0, 1] }\n";
    library.with("sweeps/lines.toml", text).with("elsewhere.toml", text);
    auto const by_name = load_any(library.get(), "lines");
    CHECK(lines_of(by_name.problems).empty());
    CHECK(by_name.kind == InputKind::sweep);
    CHECK(by_name.sweep->rows.size() == 2);
    CHECK(load_any(library.get(), (library.root() / "elsewhere.toml").string()).kind == InputKind::sweep);
}

TEST_CASE("A table written of a design reads back to the same rows")
{
    TestLibrary library;
    auto const first =
        loaded(library, std::string{head} + "[design]\nkind = \"saltelli\"\nsamples = 16\n[design.factors]\n"
                                            "\"outlook.all.demand_growth\" = { range = [0.00, 0.04] }\n"
                                            "\"strategy.homecare.uplift_rule\" = { values = [\"cpi\", \"none\"] }\n"
                                            "\"outlook.all.wage_floor\" = { values = [7.2, "
                                            "{ \"2016-04-01\" = 7.2, \"2018-04-01\" = 8 }] }\n");
    REQUIRE(lines_of(first.problems).empty());
    library.with("sweeps/rows.csv", csv_of(first.value->design, first.value->rows));
    auto const second = loaded(library, std::string{head} + "[design]\nkind = \"csv\"\nfile = \"rows.csv\"\n");
    REQUIRE(lines_of(second.problems).empty());
    CHECK(second.value->rows == first.value->rows);
}

TEST_CASE("Crossed factors repeat every row of the others with each of their values, which change fastest and together")
{
    auto const sweep = sweep_of("[design]\nkind = \"sobol\"\nsamples = 2\n[design.factors]\n"
                                "\"outlook.all.demand_growth\" = { range = [0, 0.04] }\n[design.crossed]\n"
                                "\"strategy[block].homecare.mix_block\" = { values = [0, 0.3, 0.4] }\n"
                                "\"strategy.homecare.uplift_rule\" = { values = [\"cpi\", \"none\", \"cpi\"] }\n");
    CHECK(sweep.rows == Rows{{"0.02", "0", "cpi"},
                             {"0.02", "0.3", "none"},
                             {"0.02", "0.4", "cpi"},
                             {"0.03", "0", "cpi"},
                             {"0.03", "0.3", "none"},
                             {"0.03", "0.4", "cpi"}});
    CHECK(row_count(sweep.design) == 6);
    CHECK(rows_that_go_together(sweep.design) == 3);
    auto const points = points_of(sweep.design);
    REQUIRE(points.size() == 6);
    CHECK(points[0] == UnitPoint{0.5, 0.0, 0.0}); // numbers lie between their ends, choices in their order
    CHECK(points[4] == UnitPoint{0.75, 0.3 / 0.4, 0.5});
    CHECK(in_words(find(loaded_sample(sweep, 4).strategies[1], "strategy.homecare.mix_block")->origin) ==
          "scenarios/sweeps/x.toml:9:55, row 5 of the design");
    CHECK(
        plan_in_words(sweep) ==
        std::vector<std::string>{
            "sobol design: 2 rows; more samples keep these; each of them with all 3 values of what is crossed: 6 rows",
            "outlook.all.demand_growth: 0 to 0.04 share/year, uniform",
            "strategy[block].homecare.mix_block: 0, 0.3, 0.4, crossed",
            "strategy.homecare.uplift_rule: cpi, none, crossed",
            "recorded by year and place",
        });
}

TEST_CASE("A table or list is crossed row by row, and each value still says where it stands")
{
    TestLibrary library;
    library.with("sweeps/rows.csv", "outlook[central].all.inflation\n0.02\n0.03\n");
    auto const sweep =
        loaded(library, std::string{head} + "[design]\nkind = \"csv\"\nfile = \"rows.csv\"\n[design.crossed]\n"
                                            "\"strategy.homecare.mix_block\" = { values = [0.1, 0.6] }\n");
    REQUIRE(lines_of(sweep.problems).empty());
    CHECK(sweep.value->rows == Rows{{"0.02", "0.1"}, {"0.02", "0.6"}, {"0.03", "0.1"}, {"0.03", "0.6"}});
    CHECK(points_of(sweep.value->design).empty());
    auto const last = loaded_sample(*sweep.value, 3);
    CHECK(in_words(find(last.outlooks[0], "outlook.all.inflation")->origin) ==
          "scenarios/sweeps/rows.csv:3:1, row 4 of the design");
    CHECK(in_words(find(last.strategies[0], "strategy.homecare.mix_block")->origin) ==
          "scenarios/sweeps/x.toml:7:50, row 4 of the design");
}
