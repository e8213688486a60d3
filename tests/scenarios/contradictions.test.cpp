#include "model/catalogue/contradictions.hpp"

#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>

using namespace caremarket;
using Catch::Contains;

namespace
{

std::string problems_with(std::string_view lines, Overrides const& overrides = {})
{
    TestLibrary library;
    bool const is_of_homes = lines.find("build") != std::string_view::npos; // homecare has no buildings
    library.with("strategies/spot.toml", "schema = 1\n" + std::string{is_of_homes ? "[residential]" : "[homecare]"} +
                                             "\n" + std::string{lines} + "\n");
    library.with("strategies/block.toml", "schema = 1\nextends = \"spot\"\n"); // with no guarantees of its own
    return lines_of(library.load(overrides).problems);
}

/// What is refused, and a hair from it what is not.
struct Case
{
    std::string_view refused;
    std::string_view because;
    std::string_view sound;
};
constexpr Case cases[] = {
    {"mix_framework = 0.5\nprocurement_route = \"accreditation\"", "none is posted",
     "mix_framework = 0.5\nprocurement_route = \"accreditation\"\nposted_block_price = 17"},
    {"mix_framework = 0.5\nlisting_route = \"accreditation\"", "none is posted",
     "mix_framework = 0.5\nlisting_route = \"accreditation\"\nposted_block_price = 17"},
    {"mix_core = 0.5\nprocurement_route = \"accreditation\"\nposted_block_price = 17", "guarantees nothing",
     "mix_core = 0.5\nlisting_route = \"accreditation\"\nposted_block_price = 17"},
    {"failed_tender = \"single-source\"\nprocurement_route = \"single-source\"", "the route that has just failed",
     "failed_tender = \"direct-award\"\nprocurement_route = \"single-source\""},
    {"quality_weight = 0.7\nsocial_value_weight = 0.4", "more than all marks",
     "quality_weight = 0.7\nsocial_value_weight = 0.2"},
    {"uplift_rule = \"basket\"\nuplift_wage_share = 0.7\nuplift_pay_share = 0.4", "more than the whole basket",
     "uplift_rule = \"wage-weighted\"\nuplift_wage_share = 0.7\nuplift_pay_share = 0.4"},
    {"contract_length = 3\nbreak_after = 3", "after its end", "contract_length = 3\nbreak_after = 2"},
    {"mix_framework = 0.5\nlisting_route = \"accreditation\"\nposted_block_price = 17\nlisted_guarantee = 0.1",
     "however many", "mix_framework = 0.5\nlisting_route = \"restricted\"\nlisted_guarantee = 0.1"},
    {"mix_framework = 0.5\ndemand_cap = 0", "nobody may have any", "mix_framework = 0\ndemand_cap = 0"},
    {"mix_block = 0.5\nlot_limit = 0", "nobody may have any", "mix_block = 0\nlot_limit = 0"},
    {"contract_length = 3\nlist_reopens = 4\noption_years = 1", "cannot be opened",
     "contract_length = 3\nlist_reopens = 3\noption_years = 1"},
    {"existing_people = \"move\"\ntransfers_existing = \"no\"", "not come under it",
     "existing_people = \"move\"\ntransfers_existing = \"yes\""},
    {"staff_transfer = \"yes\"", "nobody goes", "staff_transfer = \"yes\"\nexisting_people = \"move\""},
    {"building_grant = 0.2", "a grant could go to", "building_grant = 0.2\nbuild_for_block = \"yes\""},
    {"sanction_share = 0.1", "nobody looks", "sanction_share = 0.1\nmonitoring_visits = 1"},
    {"publishes_results = \"yes\"", "there are none", "publishes_results = \"yes\"\nmonitoring_visits = 1"},
    {"alliance = \"yes\"\nmix_framework = 0.5", "none are let", "alliance = \"yes\"\nmix_core = 0.5"},
    {"respite_weeks = 2", "no family is asked", "respite_weeks = 2\nfamily_share = 0.1"},
    {"family_share = 0.1\nrespite_targeting = \"by-family-care\"", "there is none",
     "family_share = 0.1\nrespite_targeting = \"by-family-care\"\nrespite_weeks = 2"},
    {"mix_block = 0.5\ndevolved_share = 1", "for everybody new", "mix_block = 0.5\ndevolved_share = 0.9"},
};

} // namespace

TEST_CASE("Levers that no council can mean together are refused with the reason, and a hair from it they are not")
{
    for (Case const& one : cases)
    {
        INFO(one.refused);
        CHECK_THAT(problems_with(one.refused), Contains(std::string{one.because}));
        CHECK(problems_with(one.sound).empty());
    }
}

TEST_CASE("A contradiction is told where the lever stands, with the values of all it is about")
{
    CHECK(problems_with("failed_tender = \"full-tender\"") ==
          "scenarios/strategies/spot.toml:3:17: strategy.homecare.failed_tender: failed_tender = full-tender, "
          "procurement_route = full-tender contradict each other: the route that has just failed would be gone at once "
          "again\n");
}

TEST_CASE("A contradiction that comes with a date is told with the date")
{
    CHECK_THAT(problems_with("mix_framework = 0.5\nlisting_route = \"accreditation\"\n"
                             "posted_block_price = { \"2016-04-01\" = 17, \"2018-04-01\" = 0 }"),
               Contains("(from 2018-04-01)"));
}

TEST_CASE("What is set over a sound strategy is held against the contradictions, too")
{
    CHECK_THAT(
        problems_with("procurement_route = \"single-source\"", {"strategy.homecare.failed_tender=single-source"}),
        Contains("the route that has just failed"));
    CHECK(problems_with("procurement_route = \"single-source\"", {"strategy.homecare.failed_tender=full-tender"})
              .empty());
}

TEST_CASE("Each contradiction of the catalogue has its case here")
{
    for (Contradiction const& one : contradictions())
    {
        INFO(one.because);
        CHECK(std::any_of(std::begin(cases), std::end(cases),
                          [&one](Case const& its) { return one.because.find(its.because) != std::string_view::npos; }));
    }
}
