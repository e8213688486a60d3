#include "scenarios/sweep.hpp"

#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// Line 4 and on of a sweep file: its [design] stands in line 3.
std::string problems_of_design(std::string const& design, std::string_view table = {})
{
    TestLibrary library;
    if (!table.empty())
        library.with("sweeps/rows.csv", table);
    library.with("sweeps/x.toml", "schema = 1\nexperiment = \"question\"\n[design]\n" + design);
    return lines_of(load_sweep(library.get(), "x").problems);
}

/// One factor, in line 7 of the file.
std::string problems_of_factor(std::string_view factor, std::string_view kind = "sobol")
{
    bool const is_sampled = kind != "grid" && kind != "list";
    return problems_of_design(
        fmt::format("kind = \"{}\"\n{}\n[design.factors]\n{}\n", kind, is_sampled ? "samples = 8" : "", factor));
}

std::string problems_of_file(std::string_view text)
{
    TestLibrary library;
    library.with("sweeps/x.toml", text);
    return lines_of(load_sweep(library.get(), "x").problems);
}

constexpr std::string_view at_factor = "scenarios/sweeps/x.toml:7:";

std::string at(int column, std::string_view rest)
{
    return fmt::format("{}{}: {}\n", at_factor, column, rest);
}

} // namespace

TEST_CASE("Everything wrong in a sweep file's own keys is told at once")
{
    CHECK(problems_of_file("schema = 1\nexperimnet = \"question\"\nreplicates = 0\nrecord = \"weak\"\n"
                           "record_by = \"plaice\"\nseed = 3\n[design]\nkind = \"sobel\"\nsample = 3\n") ==
          "scenarios/sweeps/x.toml:2:1: sweep.experimnet: unknown key (did you mean experiment?)\n"
          "scenarios/sweeps/x.toml:6:1: sweep.seed: unknown key\n"
          "scenarios/sweeps/x.toml: sweep.experiment: is missing\n"
          "scenarios/sweeps/x.toml:3:14: sweep.replicates: 0 is outside 1–1000000\n"
          "scenarios/sweeps/x.toml:4:10: sweep.record: \"weak\" is not one of month, quarter, year\n"
          "scenarios/sweeps/x.toml:5:13: sweep.record_by: \"plaice\" is not one of locality, place (did you mean "
          "place?)\n"
          "scenarios/sweeps/x.toml:9:1: sweep.design.sample: unknown key (did you mean samples?)\n"
          "scenarios/sweeps/x.toml:8:8: sweep.design.kind: \"sobel\" is not one of grid, list, csv, latin-hypercube, "
          "sobol, saltelli, morris (did you mean sobol?)\n");
    CHECK(problems_of_file("") == "scenarios/sweeps/x.toml: is empty: a sweep has schema, experiment, design\n");
    CHECK_THAT(problems_of_file("schema = 2\nexperiment = \"question\"\ndesign = 3\n"),
               Contains("this program reads schema 1 only") &&
                   Contains("x.toml:3:10: sweep.design: is a section: write [design]"));
}

TEST_CASE("A sweep of an experiment, outlook or strategy that does not exist is told where it is named")
{
    CHECK(problems_of_file("schema = 1\nexperiment = \"questoin\"\n[design]\nkind = \"grid\"\n[design.factors]\n"
                           "\"behaviour.all.risk_aversion\" = { values = [1] }\n") ==
          "scenarios/sweeps/x.toml:2:14: sweep.experiment: there is no experiment \"questoin\" (did you mean "
          "question?)\n");
    CHECK(problems_of_file("schema = 1\nexperiment = \"question\"\noutlooks = [\"centrla\"]\n"
                           "strategies = [\"spot\", \"blocks\"]\n[design]\nkind = \"grid\"\n[design.factors]\n"
                           "\"behaviour.all.risk_aversion\" = { values = [1] }\n") ==
          "scenarios/sweeps/x.toml:3:13: sweep.outlooks: the experiment has no outlook \"centrla\" (did you mean "
          "central?)\n"
          "scenarios/sweeps/x.toml:4:23: sweep.strategies: the experiment has no strategy \"blocks\" (did you mean "
          "block?)\n");
    TestLibrary library;
    CHECK(lines_of(load_sweep(library.get(), "nothing").problems) == "there is no sweep \"nothing\"\n");
}

TEST_CASE("What is wrong with the experiment is told together with the sweep's own problems")
{
    TestLibrary library;
    library.with_change("strategies/spot.toml", "contract_length = 4", "contract_length = 90")
        .with("sweeps/x.toml", "schema = 1\nexperiment = \"question\"\nyeers = 2\n[design]\nkind = \"grid\"\n"
                               "[design.factors]\n\"behaviour.all.risk_aversion\" = { values = [1] }\n");
    CHECK_THAT(lines_of(load_sweep(library.get(), "x").problems),
               Contains("90 years is outside 0.25–15 years") && Contains("did you mean years?"));
}

TEST_CASE("Every kind of design takes its own keys and says so of the others")
{
    std::string const factors = "[design.factors]\n\"behaviour.all.risk_aversion\" = { values = [0, 1] }\n";
    CHECK(
        problems_of_design("kind = \"sobol\"\nseed = 1\nlevels = 4\n" + factors) ==
        "scenarios/sweeps/x.toml: sweep.design.samples: is missing\n"
        "scenarios/sweeps/x.toml:5:1: sweep.design.seed: means nothing in a sobol design: it draws no random numbers\n"
        "scenarios/sweeps/x.toml:6:1: sweep.design.levels: means nothing in a sobol design\n");
    CHECK(problems_of_design("kind = \"grid\"\nsamples = 4\nlevels = 4\n" + factors) ==
          "scenarios/sweeps/x.toml:5:1: sweep.design.samples: means nothing in a grid design\n"
          "scenarios/sweeps/x.toml:6:1: sweep.design.levels: stands with each factor of a grid: { range = [0.1, 0.4], "
          "levels = 4 }\n");
    CHECK(problems_of_design("kind = \"morris\"\nsamples = 0\nlevels = 5\n" + factors) ==
          "scenarios/sweeps/x.toml:5:11: sweep.design.samples: 0 is outside 1–1000000\n"
          "scenarios/sweeps/x.toml:6:10: sweep.design.levels: 5 is odd: steps of the walks go over half of an even "
          "number of levels\n");
    CHECK(problems_of_design("kind = \"csv\"\n" + factors) ==
          "scenarios/sweeps/x.toml: sweep.design.file: is missing\n"
          "scenarios/sweeps/x.toml:5:9: sweep.design.factors: means nothing in a csv design: its factors are the "
          "columns of its file\n");
    CHECK_THAT(problems_of_design("kind = \"sobol\"\nsamples = 4\n"), Contains("sweep.design.factors: is missing"));
    CHECK_THAT(problems_of_design("kind = \"sobol\"\nsamples = 4\n[design.factors]\n"),
               Contains("sweep.design.factors: holds no factor: nothing would vary"));
    CHECK_THAT(problems_of_design("kind = \"sobol\"\nsamples = 4\nfactors = 3\n"),
               Contains("is a section: write [design.factors]"));
}

TEST_CASE("What is wrong with crossed factors is told where they stand")
{
    auto const crossed = [](std::string_view kind, std::string const& factors)
    {
        bool const is_sampled = kind != "grid" && kind != "list";
        auto const values = is_sampled ? "range = [0, 1]" : "values = [0, 1]";
        return problems_of_design(fmt::format("kind = \"{}\"\n{}\n[design.factors]\n\"behaviour.all.risk_aversion\" = "
                                              "{{ {} }}\n[design.crossed]\n{}",
                                              kind, is_sampled ? "samples = 8" : "", values, factors));
    };
    std::string const block = "\"strategy[block].homecare.mix_block\" = ",
                      length = "\"strategy.homecare.contract_length\" = ";
    CHECK(crossed("sobol", block + "{ values = [0, 0.3] }\n").empty());
    CHECK(crossed("list", block + "{ values = [0, 0.3] }\n").empty());
    CHECK(crossed("sobol", block + "{ range = [0, 0.3] }\n") ==
          "scenarios/sweeps/x.toml:9:42: strategy[block].homecare.mix_block: is of a sampled factor: a crossed one has "
          "values, like { values = [0, 0.5, 1] }\n");
    CHECK(crossed("sobol", block + "{ values = [0, 0.3] }\n" + length + "{ values = [4] }\n") ==
          "scenarios/sweeps/x.toml:10:1: strategy.homecare.contract_length: has 1 values, "
          "strategy[block].homecare.mix_block has 2: crossed factors go together, value by value\n");
    CHECK(crossed("sobol", block + "{ values = [0, 0.3, 0] }\n") ==
          "scenarios/sweeps/x.toml:9:1: strategy[block].homecare.mix_block: value 3 of the crossed factors is there "
          "before\n");
    CHECK_THAT(crossed("sobol", block + "{ values = [0] }\n"), Contains("one value alone does not vary"));
    CHECK_THAT(crossed("sobol", block + "{ values = [0, 1.3] }\n"), Contains("1.3 is outside 0–1"));
    CHECK_THAT(crossed("sobol", "\"behaviour.all.risk_aversion\" = { values = [0, 1] }\n"),
               Contains("sets what behaviour.all.risk_aversion sets, too"));
    CHECK_THAT(crossed("sobol", ""), Contains("crossed: holds no factor: nothing would be crossed"));
    CHECK_THAT(crossed("grid", block + "{ values = [0, 1] }\n"),
               Contains("crossed: means nothing in a grid design: all of its factors are crossed"));
    CHECK_THAT(crossed("morris", block + "{ values = [0, 1] }\n"),
               Contains("crossed: means nothing in a morris design, whose rows go together in another way"));
}

TEST_CASE("A factor with an unknown path is told with the nearest known one")
{
    CHECK(problems_of_factor("\"outlook.all.demand_grwth\" = { range = [0, 0.04] }") ==
          at(1, "outlook.all.demand_grwth: unknown path (did you mean outlook.all.demand_growth?)"));
    CHECK(problems_of_factor("\"strategy[blok].homecare.mix_block\" = { range = [0, 0.5] }") ==
          at(1, "strategy.homecare.mix_block: the experiment has no strategy \"blok\" (did you mean block?)"));
    CHECK_THAT(problems_of_factor("\"behaviour[central].all.risk_aversion\" = { range = [0, 1] }"),
               Contains("only strategy and outlook take a name in brackets"));
    CHECK_THAT(problems_of_factor("\"strategy[block.homecare.mix_block\" = { range = [0, 1] }"),
               Contains("unknown path"));
    CHECK(problems_of_factor("outlook.all.demand_growth = { range = [0, 0.04] }") ==
          at(1, "outlook: write the whole path in quotes: \"outlook.all.demand_growth\" = { range = [0, 0.04] }"));
}

TEST_CASE("What decides the shape of the results or the random numbers is no factor")
{
    for (std::string_view const key : {"replicates", "seed", "start", "years", "baseline"})
        CHECK(
            problems_of_factor(fmt::format("\"experiment.{}\" = {{ values = [1, 2] }}", key)) ==
            at(1, fmt::format("experiment.{}: is no factor: start, years, replicates and seed decide the shape of the "
                              "results or their random numbers, and are the same in every row",
                              key)));
}

TEST_CASE("A value that two factors set is told")
{
    CHECK(
        problems_of_factor("\"strategy[block].homecare.mix_block\" = { range = [0, 0.5] }\n"
                           "\"strategy[spot].homecare.mix_block\" = { range = [0, 0.5] }\n"
                           "\"strategy.homecare.mix_block\" = { range = [0, 0.5] }") ==
        "scenarios/sweeps/x.toml:9:1: strategy.homecare.mix_block: sets what strategy[block].homecare.mix_block sets, "
        "too\n"
        "scenarios/sweeps/x.toml:9:1: strategy.homecare.mix_block: sets what strategy[spot].homecare.mix_block sets, "
        "too\n");
    CHECK_THAT(problems_of_factor("\"behaviour.all.risk_aversion\" = { range = [0, 1] }\n"
                                  "\"behaviour.all.risk_aversion\" = { range = [0, 2] }"),
               Contains("x.toml:8:33: not TOML"));
}

TEST_CASE("An end of a range outside what the catalogue allows is told where it stands")
{
    CHECK(problems_of_factor("\"strategy.homecare.mix_block\" = { range = [-0.1, 1.2] }") ==
          at(44, "strategy.homecare.mix_block: -0.1 is outside 0–1") +
              at(50, "strategy.homecare.mix_block: 1.2 is outside 0–1"));
    CHECK(problems_of_factor("\"strategy.homecare.contract_length\" = { range = [1, 90] }", "saltelli") ==
          at(53, "strategy.homecare.contract_length: 90 years is outside 0.25–15 years"));
    CHECK_THAT(problems_of_factor("\"strategy.homecare.contract_length\" = { range = [1, 90], levels = 3 }", "grid"),
               Contains("90 years is outside 0.25–15 years"));
    // Sound by itself, not in its place: capacity 0 with providers.
    CHECK(problems_of_factor("\"place.supply.E1.homecare.capacity\" = { range = [0, 900] }") ==
          at(50, "place.supply: E1, homecare: providers and capacity must both be zero or neither"));
}

TEST_CASE("A row counted in whole numbers, and a choice, have values and no range")
{
    CHECK(problems_of_factor("\"behaviour.homecare.entry_lead\" = { range = [4, 26] }") ==
          at(46,
             "behaviour.homecare.entry_lead: is counted in whole numbers and has no range: give them, like values = "
             "[4, 8, 13]"));
    CHECK(problems_of_factor("\"behaviour.homecare.entry_lead\" = { values = [4, 8.5, 13] }") ==
          at(50, "behaviour.homecare.entry_lead: 8.5 weeks is no whole number (1–260 weeks)"));
    CHECK(problems_of_factor("\"behaviour.homecare.entry_lead\" = { values = [4, 8, 13] }").empty());
    CHECK(problems_of_factor("\"strategy.homecare.uplift_rule\" = { range = [0, 3] }") ==
          at(46, "strategy.homecare.uplift_rule: is a choice and has no range: give values of none, fixed, cpi, "
                 "wage-weighted, basket, provider-specific, open-book"));
    CHECK_THAT(problems_of_factor("\"strategy.homecare.uplift_rule\" = { values = [\"cpi\", \"cpl\"] }"),
               Contains("x.toml:7:54: strategy.homecare.uplift_rule: \"cpl\" is not one of") &&
                   Contains("did you mean cpi?"));
}

TEST_CASE("A factor says either a range or values, and nothing that would not be used")
{
    std::string const path = "\"behaviour.all.risk_aversion\" = ";
    CHECK(problems_of_factor(path + "{ rnage = [0, 1] }") ==
          at(35, "behaviour.all.risk_aversion.rnage: unknown key (did you mean range?)") +
              at(33, "behaviour.all.risk_aversion.range: is missing: write { range = [0.1, 0.4] }, or { values = [ … ] "
                     "}"));
    CHECK(problems_of_factor(path + "{ range = [0, 1], values = [1, 2] }") ==
          at(35, "behaviour.all.risk_aversion.range: stands beside values: one of both"));
    CHECK(problems_of_factor(path + "[0, 1]") ==
          at(33, "behaviour.all.risk_aversion: a factor like { range = [0.1, 0.4] } is expected, not a list"));
    CHECK_THAT(problems_of_factor(path + "{ range = [1, 0] }"), Contains("risk_aversion.range: 1 is not below 0"));
    CHECK_THAT(problems_of_factor(path + "{ range = [1] }"), Contains("two numbers are expected, like [0.1, 0.4]"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, inf] }"), Contains("two numbers are expected"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], levels = 3 }"), Contains("belongs to a factor of a grid"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1] }", "grid"),
               Contains("levels: is missing: how many values a grid takes of the range"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], levels = 1 }", "grid"), Contains("1 is outside 2–100000"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1] }", "list"),
               Contains("values: is missing: a list has its values row by row"));
}

TEST_CASE("The numbers of a distribution are those it needs, and make sense of it")
{
    std::string const path = "\"behaviour.all.risk_aversion\" = ";
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"nrmal\" }"),
               Contains("did you mean normal?"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"normal\", mode = 0.5 }"),
               Contains("mode: means nothing without distribution = \"triangular\"") &&
                   Contains("mean: is missing: a normal distribution needs it") && Contains("spread: is missing"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"normal\", mean = 0.5, spread = 0 }"),
               Contains("spread: 0 is not above 0"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"normal\", mean = 50, spread = 1 }"),
               Contains("lies so far from the mean that nothing of the distribution is in it"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"triangular\", mode = 2 }"),
               Contains("mode: 2 is outside the range"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"log-uniform\" }"),
               Contains("0 is not above 0: a log-uniform factor has only positive values"));
    CHECK_THAT(problems_of_factor(path + "{ range = [0, 1], distribution = \"categorical\" }"),
               Contains("distribution: needs values, not a range"));
    CHECK_THAT(problems_of_factor(path + "{ values = [0, 1], distribution = \"normal\", mean = 1 }"),
               Contains("distribution: needs a range, not values") && Contains("mean: means nothing beside values"));
    CHECK(problems_of_factor(path + "{ values = [0, 1], distribution = \"categorical\" }").empty());
}

TEST_CASE("Values are numbers, choices or paths, each once, and vary where they are sampled")
{
    std::string const path = "\"behaviour.all.risk_aversion\" = ";
    CHECK_THAT(problems_of_factor(path + "{ values = [] }"), Contains("a list with at least one value is expected"));
    CHECK_THAT(problems_of_factor(path + "{ values = [1] }"), Contains("one value alone does not vary"));
    CHECK(problems_of_factor(path + "{ values = [1] }", "grid").empty());
    CHECK_THAT(problems_of_factor(path + "{ values = [1, 2, 1.0] }"),
               Contains(":7:51:") && Contains("\"1\" stands twice"));
    CHECK(problems_of_factor(path + "{ values = [1, 2, 1] }", "list").empty());
    CHECK_THAT(problems_of_factor(path + "{ values = [[1], \"\", 2016-04-01, { x = 1 }] }"),
               Contains("not a list") && Contains("not an empty text") && Contains("not a date") &&
                   Contains("not a table"));
    CHECK_THAT(problems_of_factor(path + "{ values = [\"much\", 1] }"),
               Contains("a number is expected (0–10), not a text"));
    CHECK_THAT(problems_of_factor(path + "{ values = [1, inf] }"), Contains("inf is no finite number"));
    CHECK_THAT(problems_of_factor(path + "{ values = [1, { \"2016-04-01\" = 2 }] }"),
               Contains("may not change over time"));
    CHECK_THAT(
        problems_of_factor("\"outlook.all.wage_floor\" = { values = [7, { \"2017-04-01\" = 8 }] }", "grid"),
        Contains("outlook.all.wage_floor: begins on 2017-04-01, after the experiment's start on 2016-04-01 in row "
                 "2: outlook.all.wage_floor={ \"2017-04-01\" = 8 }"));
}

TEST_CASE("The columns of a list have one length")
{
    CHECK(problems_of_factor("\"behaviour.all.risk_aversion\" = { values = [0, 1, 2] }\n"
                             "\"behaviour.all.search_weeks\" = { values = [3, 4] }",
                             "list") ==
          "scenarios/sweeps/x.toml:8:1: behaviour.all.search_weeks: has 2 values, behaviour.all.risk_aversion has 3: a "
          "list goes row by row\n");
}

TEST_CASE("Shares that add up to more than 1 are told with row and values, ten rows at most")
{
    auto const lines = problems_of_factor("\"strategy[block].homecare.mix_block\" = { values = [0.2, 0.5, 0.9] }\n"
                                          "\"strategy[block].homecare.mix_core\" = { values = [0.1, 0.6] }",
                                          "grid");
    CHECK(lines == "scenarios/sweeps/x.toml:7:1: strategy.homecare.mix_block: the shares mix_block, mix_core add up to "
                   "1.1, more than 1 in row 4: strategy[block].homecare.mix_block=0.5, "
                   "strategy[block].homecare.mix_core=0.6\n"
                   "scenarios/sweeps/x.toml:7:1: strategy.homecare.mix_block: the shares mix_block, mix_core add up to "
                   "1.5, more than 1 in row 6: strategy[block].homecare.mix_block=0.9, "
                   "strategy[block].homecare.mix_core=0.6\n");
    auto const many = problems_of_factor("\"strategy.homecare.mix_block\" = { range = [0.2, 1.0], levels = 5 }\n"
                                         "\"strategy.homecare.mix_core\" = { range = [0.9, 1.0], levels = 4 }",
                                         "grid");
    CHECK(std::count(many.begin(), many.end(), '\n') == 11);
    CHECK_THAT(many, Contains("scenarios/sweeps/x.toml: 10 more rows are not told\n"));
}

TEST_CASE("A table that is missing, ragged, empty or not there is told")
{
    std::string const design = "kind = \"csv\"\nfile = \"rows.csv\"\n";
    CHECK(problems_of_design(design) ==
          "scenarios/sweeps/rows.csv: there is no such file (named in line 5 of the sweep)\n");
    CHECK(problems_of_design("kind = \"csv\"\nfile = \"/rows.csv\"\n") ==
          "scenarios/sweeps/x.toml:5:8: sweep.design.file: must be a path relative to this file\n");
    CHECK(problems_of_design(design, "behaviour.all.risk_aversion\n") == "scenarios/sweeps/rows.csv: has no rows\n");
    CHECK_THAT(problems_of_design(design, "behaviour.all.risk_aversion\n1,2\n"),
               Contains("rows.csv:2:1: the row has 2 cells, the header 1"));
    CHECK_THAT(
        problems_of_design(design + "ignore = [\"behaviour.all.risk_aversion\"]\n", "behaviour.all.risk_aversion\n1\n"),
        Contains("holds no factor"));
}

TEST_CASE("A column of a table that no value has for its path is an error unless it is named to be ignored")
{
    std::string const design = "kind = \"csv\"\nfile = \"rows.csv\"\n";
    std::string const table = "sample,behaviour.all.risk_aversion,behaviour.all.serch_weeks\n1,2,3\n";
    CHECK(problems_of_design(design, table) ==
          "scenarios/sweeps/rows.csv:1:1: sample: unknown path: a column that is to set nothing stands in `ignore`\n"
          "scenarios/sweeps/rows.csv:1:36: behaviour.all.serch_weeks: unknown path: a column that is to set nothing "
          "stands in "
          "`ignore` (did you mean behaviour.all.search_weeks?)\n");
    CHECK_THAT(problems_of_design(design + "ignore = [\"smaple\"]\n", table),
               Contains("x.toml:6:11: sweep.design.ignore: scenarios/sweeps/rows.csv has no column \"smaple\" (did you "
                        "mean sample?)"));
}

TEST_CASE("Cells of a table are told at their line and column, ten at most")
{
    std::string const design = "kind = \"csv\"\nfile = \"rows.csv\"\n";
    CHECK(
        problems_of_design(design, "behaviour.all.risk_aversion,behaviour.all.search_weeks\n1,3\n2,\n,4\n") ==
        "scenarios/sweeps/rows.csv:3:3: behaviour.all.search_weeks: is empty: every row of a design gives every factor "
        "a value\n"
        "scenarios/sweeps/rows.csv:4:1: behaviour.all.risk_aversion: is empty: every row of a design gives every "
        "factor a value\n");
    CHECK(problems_of_design(design, "behaviour.all.risk_aversion\n1\n11\n") ==
          "scenarios/sweeps/rows.csv:3:1: behaviour.all.risk_aversion: 11 is outside 0–10\n");
    std::string table = "behaviour.all.risk_aversion\n";
    for (int i = 0; i < 14; ++i)
        table += "99\n";
    auto const lines = problems_of_design(design, table);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 11);
    CHECK_THAT(lines, Contains("scenarios/sweeps/rows.csv: 4 more values of behaviour.all.risk_aversion are not told"));
    CHECK_THAT(problems_of_design(design, "strategy.homecare.mix_block,strategy.homecare.mix_core\n0.2,0.3\n0.7,0.6\n"),
               Contains("rows.csv:3:1: strategy.homecare.mix_block: the shares mix_block, mix_core add up to 1.3, more "
                        "than 1 in row 2: "));
}

TEST_CASE("A design too large to make is told before it is made")
{
    std::string factors;
    for (std::string_view const name : {"risk_aversion", "planning_years", "search_weeks", "least_volume"})
        factors += fmt::format("\"behaviour.all.{}\" = {{ range = [0.5, 0.9], levels = 100000 }}\n", name);
    CHECK_THAT(problems_of_factor(factors, "grid"), Contains("x.toml:7:1: the design has more than 1000000 rows"));
}
