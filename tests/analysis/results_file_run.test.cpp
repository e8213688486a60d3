#include "analysis/results_file_run.hpp"

#include "sample_results.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr RecordShape two_years_two_localities{.periods = 24, .localities = 2};

} // namespace

TEST_CASE("A flow of a quarter is the sum of its months, a stock that of its last month")
{
    Record const monthly = sample_record(two_years_two_localities, 5);
    Record const quarterly = coarsened(monthly, {.periods = 8, .localities = 2});

    auto const cells = two_years_two_localities.cells(Dimensions::service_channel_locality);
    auto const& months = monthly.pence(Recorded::gross_spend);
    for (std::size_t cell = 0; cell < cells; ++cell)
        CHECK(quarterly.pence(Recorded::gross_spend)[2 * cells + cell] ==
              months[6 * cells + cell] + months[7 * cells + cell] + months[8 * cells + cell]);

    auto const stocks = two_years_two_localities.cells(Dimensions::service_locality);
    for (std::size_t cell = 0; cell < stocks; ++cell)
        CHECK(quarterly.series(Recorded::council_people)[2 * stocks + cell] ==
              monthly.series(Recorded::council_people)[8 * stocks + cell]);
}

TEST_CASE("The place is the sum of its localities, service by service and channel by channel")
{
    Record const by_locality = sample_record(two_years_two_localities, 1);
    Record const of_place = coarsened(by_locality, {.periods = 24, .localities = 1});
    auto const& fine = by_locality.pence(Recorded::gross_spend);
    auto const& coarse = of_place.pence(Recorded::gross_spend);
    REQUIRE(coarse.size() * 2 == fine.size());
    for (std::size_t i = 0; i < coarse.size(); ++i)
        CHECK(coarse[i] == fine[2 * i] + fine[2 * i + 1]);
}

TEST_CASE("Coarsening in steps gives what coarsening at once gives")
{
    Record const monthly = sample_record(two_years_two_localities, 3);
    Record const quarterly = coarsened(monthly, {.periods = 8, .localities = 2});
    RecordShape const years_of_place{.periods = 2, .localities = 1};
    CHECK(coarsened(quarterly, years_of_place) == coarsened(monthly, years_of_place));
    CHECK(coarsened(monthly, monthly.shape()) == monthly);
}

TEST_CASE("A record cannot be made finer")
{
    CHECK(can_coarsen({.periods = 24, .localities = 5}, {.periods = 24, .localities = 5}));
    CHECK(can_coarsen({.periods = 24, .localities = 5}, {.periods = 2, .localities = 1}));
    CHECK_FALSE(can_coarsen({.periods = 8, .localities = 5}, {.periods = 24, .localities = 5}));
    CHECK_FALSE(can_coarsen({.periods = 24, .localities = 1}, {.periods = 24, .localities = 5}));
    CHECK_FALSE(can_coarsen({.periods = 24, .localities = 5}, {.periods = 24, .localities = 3}));
    CHECK_FALSE(can_coarsen({}, {.periods = 24, .localities = 5}));
}
