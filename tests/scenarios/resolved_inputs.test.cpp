#include "scenarios/resolved_inputs.hpp"

#include "scenarios/sha256.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using Catch::Contains;

TEST_CASE("SHA-256 gives the published answer for abc")
{
    CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Numbers are written in the fewest digits, and minus zero as zero")
{
    CHECK(canonical_text(0.1) == "0.1");
    CHECK(canonical_text(548.95) == "548.95");
    CHECK(canonical_text(-0.0) == "0");
    CHECK(canonical_text(1.0 / 3) == "0.3333333333333333");
}

TEST_CASE("A text cannot pass for another value by holding a line break")
{
    CHECK(canonical_text(std::string{"a\nb=c"}) == "a\\nb=c");
}

TEST_CASE("Origins do not count in the hash, values do")
{
    ResolvedInputs a, b;
    a.values["outlook.all.inflation"] = {0.02, {}};
    b.values["outlook.all.inflation"] = {0.02, {.what = Origin::What::file, .file = "x.toml", .line = 3}};
    CHECK(hash_of(a) == hash_of(b));
    b.values["outlook.all.inflation"].value = 0.03;
    CHECK(hash_of(a) != hash_of(b));
}

TEST_CASE("Resolved inputs with origins read back from their text the same")
{
    ResolvedInputs inputs{"x", "A title, with \"quotes\"", "two\nlines", {}};
    Origin const origin{Origin::What::extended,   "a,b.toml",         3,     7, "parent",
                        "source\r\nof two lines", Certainty::derived, "note"};
    inputs.values["strategy.homecare.mix_block"] = {1.0 / 3, origin};
    inputs.values["strategy.homecare.uplift_rule"] = {
        DatedScalars{{first_of_april(2016), Scalar{"cpi"}}, {first_of_april(2017), Scalar{"none"}}}, {}};
    inputs.values["outlook.all.wage_floor"] = {DatedScalars{{first_of_april(2016), Scalar{7.2}}}, origin};
    inputs.values["place.name"] = {"12", {}};
    auto const back = from_text(to_text(inputs), "stored");
    REQUIRE(lines_of(back.problems).empty());
    CHECK(*back.value == inputs);
    CHECK(hash_of(*back.value) == hash_of(inputs));
}

TEST_CASE("A text that holds no resolved inputs is refused")
{
    CHECK_THAT(lines_of(from_text("a,b\n1,2\n", "stored").problems), Contains("is no table of resolved inputs"));
    ResolvedInputs inputs;
    inputs.values["x"] = {1.0, {}};
    auto text = to_text(inputs);
    text.replace(text.find("number,1"), 8, "number,one");
    CHECK_THAT(lines_of(from_text(text, "stored").problems), Contains("x: \"one\" is no value of kind \"number\""));
}

TEST_CASE("An experiment is rebuilt from its stored text alone, with the same hashes and inputs")
{
    TestLibrary library;
    auto const loaded = *library.load({"strategy.homecare.mix_block=0.5"}).value;
    auto const back = experiment_from_text(to_text(loaded), "results.h5");
    REQUIRE(lines_of(back.problems).empty());
    CHECK(back.value->experiment == loaded.experiment);
    CHECK(back.value->place == loaded.place);
    CHECK(to_text(*back.value) == to_text(loaded));
    for (std::size_t strategy : {0u, 1u})
        CHECK(cell_hash(*back.value, 0, strategy, "1") == cell_hash(loaded, 0, strategy, "1"));
}

TEST_CASE("A stored experiment that the catalogue no longer fits is refused with reasons")
{
    TestLibrary library;
    auto const text = to_text(*library.load().value);
    auto const after = [&](std::string_view before, std::string_view now)
    {
        auto changed = text;
        changed.replace(changed.find(before), before.size(), now);
        return lines_of(experiment_from_text(changed, "results.h5").problems);
    };
    CHECK_THAT(after("behaviour.all.risk_aversion", "behaviour.all.risk_taste"),
               Contains("results.h5 (behaviour central): behaviour.all.risk_aversion: is missing"));
    CHECK_THAT(after("place.supply.E2.residential", "place.supply.E2.day-care"),
               Contains("is not one of homecare, residential, nursing"));
    CHECK_THAT(after("experiment.years,number,3", "experiment.years,number,0"),
               Contains("experiment.years: is missing or unreadable"));
    CHECK_THAT(after("place,twotown,place.name,", "plaice,twotown,place.name,"), Contains("holds no experiment"));
    CHECK_THAT(after("area,number,40", "area,text,40"), Contains("a text where a number should be"));
}
