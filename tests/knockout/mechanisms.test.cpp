#include "scenarios/knockouts.hpp"

#include "model/start/tables.hpp"
#include "scenarios/bind.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr char file[] = "scenarios/knockouts.toml";

std::string lines(Problems const& problems)
{
    std::string text;
    for (Problem const& problem : problems)
        text += to_line(problem) + '\n';
    return text;
}

/// What is wrong with a table of mechanisms.
std::string problems_of(std::string const& rows)
{
    return lines(mechanisms_in("schema = 1\n" + rows, file).problems);
}

Library own_library()
{
    return {{std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios"}};
}

LoadedExperiment const& county()
{
    static auto const loaded = load_experiment(own_library(), "cambridgeshire-2016", {"experiment.years=1"});
    REQUIRE(lines(loaded.problems).empty());
    return *loaded.value;
}

Mechanism with_changes(std::vector<std::string> const& texts)
{
    Mechanism mechanism{.name = "made-up", .meaning = "", .changes = {}, .file = file, .at = {3, 1}};
    int line = 10;
    for (std::string const& text : texts)
        mechanism.changes.push_back({text, {line++, 5}});
    return mechanism;
}

LoadedExperiment changed_by(std::vector<std::string> const& texts)
{
    auto changed = without(county(), with_changes(texts));
    REQUIRE(lines(changed.problems).empty());
    return std::move(*changed.value);
}

std::string refusal_of(std::vector<std::string> const& texts)
{
    auto const changed = without(county(), with_changes(texts));
    CHECK_FALSE(changed.has_value());
    return lines(changed.problems);
}

} // namespace

TEST_CASE("Mechanisms are read in the order of the file, with the place of each change")
{
    auto const read = mechanisms_in("schema = 1\n[mechanism.b]\nremoves = \"B\"\nchange = [\"x=1\",\n  \"y=2\"]\n"
                                    "[mechanism.a]\nvaries = \"A\"\nchange = [\"z=3\"]\n",
                                    file);
    REQUIRE(read.has_value());
    REQUIRE(read.value->size() == 2);
    Mechanism const &b = read.value->front(), &a = read.value->back();
    CHECK(b.name == "b");
    CHECK(b.meaning == "B");
    CHECK(b.is_removed);
    CHECK(b.changes == std::vector<Mechanism::Change>{{"x=1", {4, 11}}, {"y=2", {5, 3}}});
    CHECK(a.name == "a");
    CHECK(a.meaning == "A");
    CHECK_FALSE(a.is_removed);
}

TEST_CASE("What is wrong with a table of mechanisms is told with line and column")
{
    CHECK_THAT(problems_of("[mechanism.a]\nremoves = \"A\"\nchange = [\"x=1\"\n"),
               Contains("scenarios/knockouts.toml:4:17: not TOML: "));
    CHECK_THAT(problems_of("[mechanism.a]\nremoves = \"A\"\n"),
               Contains("scenarios/knockouts.toml:2:12: mechanism.a.change: is missing"));
    CHECK_THAT(problems_of("[mechanism.a]\nchange = [\"x=1\"]\n"),
               Contains("scenarios/knockouts.toml:2:12: mechanism.a.removes: either this or varies is needed"));
    CHECK_THAT(problems_of("[mechanism.a]\nremoves = \"A\"\nvaries = \"A\"\nchange = [\"x=1\"]\n"),
               Contains("not both"));
    CHECK_THAT(problems_of("[mechanism.a]\nremoves = \"A\"\nchange = [1]\n"),
               Contains("scenarios/knockouts.toml:4:11: mechanism.a.change: a text is expected, not a whole number"));
    CHECK_THAT(problems_of("[mechanism.a]\nremove = \"A\"\nchange = [\"x=1\"]\n"), Contains("did you mean removes?"));
    CHECK_THAT(problems_of("[mechanism]\na = 1\n"), Contains("scenarios/knockouts.toml:3:5:"));
    CHECK_THAT(problems_of(""), Contains("[mechanism.NAME]"));
    CHECK_THAT(lines(mechanisms_in("[mechanism]\n", file).problems), Contains("schema: is missing"));
}

TEST_CASE("Mechanisms are chosen by name, in the order of the file")
{
    std::vector<Mechanism> const all{{.name = "first", .meaning = "", .changes = {}},
                                     {.name = "second", .meaning = "", .changes = {}},
                                     {.name = "third", .meaning = "", .changes = {}}};
    CHECK(with_names(all, {}).value->size() == 3);
    auto const two = with_names(all, {"third", "first"});
    CHECK(two.value->front().name == "first");
    CHECK(two.value->back().name == "third");
    CHECK_THAT(lines(with_names(all, {"secnod"}).problems), Contains("no mechanism \"secnod\" (did you mean second?)"));
}

TEST_CASE("A star in a path means every value that fits")
{
    auto const changed = changed_by({"behaviour.*.retirement_rate=0", "strategy.*.spot_limit_rise=0.01"});
    for (std::string const service : {"homecare", "residential", "nursing"})
    {
        CHECK(number_at(changed.behaviour, "behaviour." + service + ".retirement_rate") == 0.0);
        for (ResolvedInputs const& strategy : changed.strategies)
            CHECK(number_at(strategy, "strategy." + service + ".spot_limit_rise") == 0.01);
    }
    CHECK(number_at(changed.inherited, "strategy.homecare.spot_limit_rise") == 0.02); // rules before the start
    CHECK(number_at(changed.behaviour, "behaviour.homecare.quit_rate") ==
          number_at(county().behaviour, "behaviour.homecare.quit_rate"));
}

TEST_CASE("Scaling goes by values of the full model, whatever was changed before")
{
    double const share = number_at(county().place, "place.nursing.self_funder_share"),
                 beds = number_at(county().place, "place.supply.E07000008.nursing.capacity");
    auto const changed = changed_by({"place.nursing.self_funder_share=0", "place.nursing.nhs_share *= 0.5",
                                     "place.supply.*.nursing.capacity *= 1 - place.nursing.self_funder_share",
                                     "place.nursing.other_buyer_share /= 1 - place.nursing.self_funder_share"});
    CHECK(number_at(changed.place, "place.supply.E07000008.nursing.capacity") == beds * (1.0 - share));
    CHECK(number_at(changed.place, "place.nursing.nhs_share") ==
          0.5 * number_at(county().place, "place.nursing.nhs_share"));
    CHECK(number_at(changed.place, "place.nursing.other_buyer_share") ==
          number_at(county().place, "place.nursing.other_buyer_share") / (1.0 - share));
}

TEST_CASE("A change that cannot be made is told where it stands, under the mechanism's name")
{
    CHECK(refusal_of({"behaviour.all.risk_aversion=0", "behaviour.all.risk_aversoin=0"}) ==
          "scenarios/knockouts.toml:11:5: mechanism.made-up: behaviour.all.risk_aversoin: unknown path (did you mean "
          "behaviour.all.risk_aversion?)\n");
    CHECK_THAT(refusal_of({"behaviour.*.gone=0"}),
               Contains("scenarios/knockouts.toml:10:5: mechanism.made-up: no path fits \"behaviour.*.gone\""));
    CHECK_THAT(
        refusal_of({"behaviour.all.risk_aversion=99"}),
        Contains("scenarios/knockouts.toml:10:5: mechanism.made-up: behaviour.all.risk_aversion: 99 is outside"));
    CHECK_THAT(refusal_of({"nonsense"}), Contains("\"nonsense\" is not of the form path=value"));
    CHECK_THAT(refusal_of({"place.nursing.nhs_share *= much"}), Contains("neither a number nor 1 - path of one"));
    CHECK_THAT(refusal_of({"place.nursing.nhs_share /= 0"}), Contains("divides by 0"));
    CHECK_THAT(refusal_of({"outlook.all.wage_floor *= 2"}), Contains("not a plain number that could be scaled"));
}

TEST_CASE("Every mechanism of the program's own table can be taken out of the county")
{
    auto const mechanisms = mechanisms_of(own_library());
    REQUIRE(lines(mechanisms.problems).empty());
    CHECK(mechanisms.value->size() > 30);
    for (Mechanism const& mechanism : *mechanisms.value)
    {
        INFO(mechanism.name);
        auto const changed = without(county(), mechanism);
        CHECK(lines(changed.problems).empty());
        if (!changed.has_value())
            continue;
        bool differs = changed.value->place != county().place || changed.value->behaviour != county().behaviour;
        for (std::size_t i = 0; i < county().strategies.size(); ++i)
            differs |= changed.value->strategies[i] != county().strategies[i];
        for (std::size_t i = 0; i < county().outlooks.size(); ++i)
            differs |= changed.value->outlooks[i] != county().outlooks[i];
        CHECK(differs);
    }
}

TEST_CASE("Without self-funders everybody else is still there, in as full a market")
{
    auto const mechanisms = with_names(*mechanisms_of(own_library()).value, {"self-funders"});
    auto const changed = without(county(), mechanisms.value->front());
    REQUIRE(changed.has_value());
    Place const before = place_from(county().place), after = place_from(changed.value->place);
    for (Service const service : all_of<Service>())
    {
        auto const were = people_in_care(before.of[service]), are = people_in_care(after.of[service]);
        CHECK(are[Funding::self_funder] == 0.0);
        for (Funding const funding : {Funding::council, Funding::nhs, Funding::other})
            CHECK(are[funding] == Approx(were[funding]));
        double const were_all = were[Funding::council] + were[Funding::nhs] + were[Funding::other] +
                                were[Funding::self_funder],
                     are_all = are[Funding::council] + are[Funding::nhs] + are[Funding::other];
        for (std::size_t i = 0; i < before.localities.size(); ++i)
        {
            LocalSupply const &old = before.localities[i].supply[service], &now = after.localities[i].supply[service];
            CHECK(now.capacity / old.capacity == Approx(are_all / were_all));
            CHECK(now.capacity / now.providers == Approx(old.capacity / old.providers));
        }
    }
}
