#include "scenarios/library.hpp"

#include "model/catalogue/rows.hpp"
#include "scenarios/load_any.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/value_spec.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <nlohmann/json.hpp>

using namespace caremarket;
using Catch::Contains;
using Catch::Equals;

TEST_CASE("The library lists its names in order, and none for a folder it lacks")
{
    TestLibrary library;
    CHECK(names_in(library.get(), InputKind::strategy) == std::vector<std::string>{"block", "spot"});
    CHECK(names_in({{"/nowhere"}}, InputKind::strategy).empty());
}

TEST_CASE("The first root that has a name wins, and both are listed")
{
    TestLibrary own, packaged;
    own.with("strategies/mine.toml", "schema = 1\n");
    Library const library{{own.root(), packaged.root()}};
    CHECK(find_file(library, InputKind::strategy, "spot")->path == own.root() / "strategies/spot.toml");
    CHECK(names_in(library, InputKind::strategy) == std::vector<std::string>{"block", "mine", "spot"});
}

TEST_CASE("A file of the library is called by its path from the library's folder, wherever that is")
{
    TestLibrary library;
    CHECK(find_file(library.get(), InputKind::outlook, "central")->shown == "scenarios/outlooks/central.toml");
}

TEST_CASE("The kind of a file is that of its folder")
{
    TestLibrary library;
    for (auto const* name : {"twotown", "spot", "question"})
        CHECK(lines_of(load_any(library.get(), name).problems).empty());
    CHECK(load_any(library.get(), "twotown").kind == InputKind::place);
    CHECK(load_any(library.get(), "spot").kind == InputKind::strategy);
    CHECK(load_any(library.get(), "question").kind == InputKind::experiment);
}

TEST_CASE("The kind of a file elsewhere is told by its keys")
{
    TestLibrary library;
    auto const kind_of = [&](std::string_view text)
    {
        library.with("x.toml", text);
        return load_any(library.get(), (library.root() / "x.toml").string()).kind;
    };
    CHECK(kind_of("schema = 1\n[all]\nwage_floor = 7\n") == InputKind::outlook);
    CHECK(kind_of("schema = 1\n[all]\nrisk_aversion = 1\n") == InputKind::behaviour);
    CHECK(kind_of("schema = 1\n[homecare]\nmix_block = 1\n") == InputKind::strategy);
    CHECK(kind_of("schema = 1\nplace = \"x\"\n") == InputKind::experiment);
    CHECK(kind_of("schema = 1\n[tables]\n") == InputKind::place);
    CHECK(kind_of("schema = 1\n") == std::nullopt);
    CHECK_THAT(lines_of(load_any(library.get(), (library.root() / "x.toml").string()).problems),
               Contains("cannot tell what this file is"));
}

TEST_CASE("Where nothing of a file is known, the nearest section or key is told")
{
    TestLibrary library;
    auto const problems_of = [&](std::string_view text)
    {
        library.with("x.toml", text);
        auto lines = lines_of(load_any(library.get(), (library.root() / "x.toml").string()).problems);
        return lines.substr(lines.find("x.toml"));
    };
    CHECK(problems_of("schema = 1\n[homcare]\nmix_block = 1\n") ==
          "x.toml:2:2: cannot tell what this file is: unknown section \"homcare\" (did you mean homecare?)\n");
    CHECK(problems_of("schema = 1\n[homecare]\nmix_blok = 1\n") ==
          "x.toml:3:1: cannot tell what this file is: unknown key \"mix_blok\" (did you mean mix_block?)\n");
    CHECK_THAT(problems_of("schema = 1\n[frobnication]\nx = 1\n"), Contains("put it into a folder places"));
}

TEST_CASE("A sound file without a title gets a hint")
{
    TestLibrary library;
    CHECK(load_any(library.get(), "spot").hints.empty());
    library.with_change("strategies/spot.toml", "title = \"Spot\"\n", "");
    auto const checked = load_any(library.get(), "spot");
    CHECK(checked.is_sound());
    REQUIRE(checked.hints.size() == 1);
    CHECK_THAT(checked.hints[0], Contains("it has no title"));
    CHECK(load_any(library.get(), "question").hints.size() == 1); // nor has the test's experiment
}

TEST_CASE("An order of calls that has nobody to order gets a hint")
{
    TestLibrary library;
    auto const hints_of = [&](std::string const& lines)
    {
        library.with("strategies/x.toml", "schema = 1\ntitle = \"X\"\n[homecare]\n" + lines);
        return load_any(library.get(), "x").hints;
    };
    CHECK(hints_of("mix_block = 0.4\nmix_spot = 0.6\ncall_order = \"cheapest-first\"\n") ==
          std::vector<std::string>{
              "homecare: call_order cheapest-first does nothing where all is bought in blocks or on the spot"});
    CHECK(hints_of("mix_framework = 0.4\ncall_order = \"cheapest-first\"\n").empty());
    CHECK(hints_of("mix_framework = { \"2016-04-01\" = 0, \"2020-04-01\" = 0.5 }\ncall_order = \"cheapest-first\"\n")
              .empty());
    CHECK(hints_of("mix_framework = 0.4\ncall_order = \"in-house-first\"\n").size() == 1);
    CHECK(hints_of("mix_in_house = 0.1\ncall_order = \"in-house-first\"\n").empty());
    CHECK(hints_of("mix_spot = 1\ncall_order = \"contracts-first\"\n").empty()); // as every strategy has it
}

TEST_CASE("A name that several files have, or none, is told")
{
    TestLibrary library;
    CHECK_THAT(lines_of(load_any(library.get(), "central").problems),
               Contains("several files are called \"central\"") && Contains("scenarios/outlooks/central.toml"));
    CHECK_THAT(lines_of(load_any(library.get(), "questoin").problems), Contains("did you mean question?"));
}

TEST_CASE("A missing file given by its path is told")
{
    CHECK(lines_of(load_any({}, "nowhere/x.toml").problems) == "nowhere/x.toml: there is no such file\n");
}

TEST_CASE("Every default of the catalogue passes the catalogue's own checks, and choices hold no space")
{
    for (auto const kind : all_of<InputKind>())
        for (auto const& spec : value_specs(kind))
        {
            INFO(spec.path);
            if (!spec.is_required())
                CHECK(spec.what->range.holds(spec.usual.value));
            if (!spec.is_required() && spec.what->is_whole)
                CHECK(spec.usual.value == std::trunc(spec.usual.value));
            for (auto const choice : spec.what->choices)
                CHECK(choice.find_first_of(" =") == choice.npos);
            CHECK_FALSE(spec.what->meaning.empty());
        }
}

TEST_CASE("Default shares of a mix add up to one")
{
    for (auto const service : all_of<Service>())
        for (auto const& simplex : strategy_simplexes())
        {
            double sum = 0;
            for (auto const& spec : value_specs(InputKind::strategy))
                if (spec.section() == name_of(service) &&
                    std::find(simplex.names.begin(), simplex.names.end(), spec.what->name) != simplex.names.end())
                    sum += spec.usual.value;
            CHECK(sum == Approx(1.0));
        }
}

TEST_CASE("Lists for machines name their schema and hold every row of the catalogue")
{
    TestLibrary library;
    auto const levers = list_as_json(Listing::levers, library.get());
    CHECK_THAT(levers, Contains("\"schema\": \"caremarket.list/1\"") && Contains("strategy.residential.uplift_rule") &&
                           Contains("\"mediator\"") && Contains("wage-weighted"));
    auto const parameters = list_as_json(Listing::parameters, library.get());
    CHECK_THAT(parameters, Contains("outlook.all.wage_floor") && Contains("behaviour.homecare.quit_rate"));
    CHECK_THAT(list_as_json(Listing::metrics, library.get()), Contains("\"gross_spend\"") && Contains("\"derived\""));
}

TEST_CASE("Lists of files tell names and titles, also of a file that cannot be read")
{
    TestLibrary library;
    library.with("strategies/broken.toml", "= 1");
    CHECK_THAT(list_as_text(Listing::strategies, library.get()), Contains("spot    Spot\n") && Contains("broken\n"));
    CHECK_THAT(list_as_json(Listing::strategies, library.get()),
               Contains("\"problem\": \"scenarios/strategies/broken.toml:1:"));
}

TEST_CASE("Mechanisms are listed by name with a sentence, and for machines with what is changed")
{
    TestLibrary library;
    CHECK_THAT(list_as_text(Listing::mechanisms, library.get()), Equals("")); // it has no file of them
    library.with("knockouts.toml", "schema = 1\ntitle = \"M\"\n[mechanism.entry]\nremoves = \"Nobody opens\"\n"
                                   "change = [\"behaviour.*.entrants_considered=0\"]\n[mechanism.fear-at-2]\n"
                                   "varies = \"Twice the fear\"\nchange = [\"behaviour.all.risk_aversion=2\"]\n");
    CHECK_THAT(list_as_text(Listing::mechanisms, library.get()),
               Equals("entry      Nobody opens\nfear-at-2  Twice the fear\n"));
    auto const items = nlohmann::json::parse(list_as_json(Listing::mechanisms, library.get()))["items"];
    CHECK(items == nlohmann::json::parse(R"([
        {"path": "entry", "meaning": "Nobody opens", "removed": true, "change": ["behaviour.*.entrants_considered=0"]},
        {"path": "fear-at-2", "meaning": "Twice the fear", "removed": false,
         "change": ["behaviour.all.risk_aversion=2"]}])"));
}
