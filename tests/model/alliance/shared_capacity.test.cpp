#include "model/alliance/shared_capacity.hpp"
#include "tests/model/alliance/allied.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// What the three did in the week, and what of their guarantees was kept free for the council [h].
void set_week(Allied& allied, std::array<int, 3> used)
{
    auto& weeks = allied.stage.market.delivery.weeks;
    weeks.assign(static_cast<std::size_t>(allied.stage.market.contracts.size()), ContractWeek{});
    for (std::size_t n = 0; n < 3; ++n)
    {
        std::int64_t const days = allied.stage.week.days;
        std::int64_t const guaranteed = allied.stage.market.contracts.guaranteed[allied.at(n)] * days;
        ContractWeek& week = weeks[allied.at(n)];
        week.used.quarter_days = used[n] * std::int64_t{quarters_in_a_unit} * days;
        week.held = std::max<std::int64_t>(0, guaranteed - week.used.quarter_days);
    }
}

double held(Allied const& allied, std::size_t n)
{
    return static_cast<double>(allied.stage.market.delivery.weeks[allied.at(n)].held) /
           (quarters_in_a_unit * allied.stage.week.days);
}

} // namespace

TEST_CASE("What one member does beyond its guarantee fills the others' gaps, the dearest first")
{
    Allied allied;
    set_week(allied, {150, 70, 60}); // 50 beyond; gaps of 30 at 17 and of 40 at 16
    share_guarantees(allied.stage.market, allied.stage.week);
    CHECK(held(allied, 0) == 0.0);
    CHECK(held(allied, 1) == 0.0);
    CHECK(held(allied, 2) == 20.0);
    CHECK(allied.counts().shared_quarter_days == 50 * quarters_in_a_unit * allied.stage.week.days);
}

TEST_CASE("More than all gaps together is not paid back")
{
    Allied allied;
    set_week(allied, {300, 90, 95});
    share_guarantees(allied.stage.market, allied.stage.week);
    CHECK(held(allied, 1) == 0.0);
    CHECK(held(allied, 2) == 0.0);
    CHECK(allied.counts().shared_quarter_days == 15 * quarters_in_a_unit * allied.stage.week.days);
}

TEST_CASE("Contracts that are let one by one keep their gaps, and so does who has given notice")
{
    Allied alone(false);
    set_week(alone, {150, 70, 60});
    share_guarantees(alone.stage.market, alone.stage.week);
    CHECK(held(alone, 1) == 30.0);
    CHECK(held(alone, 2) == 40.0);
    CHECK(alone.counts().shared_quarter_days == 0);

    Allied left;
    left.stage.market.contracts.is_handed_back[left.at(0)] = 1; // it alone did more
    set_week(left, {150, 70, 60});
    share_guarantees(left.stage.market, left.stage.week);
    CHECK(held(left, 1) == 30.0);
    CHECK(held(left, 2) == 40.0);
}

TEST_CASE("Alliances of different lettings share nothing with each other")
{
    Allied allied;
    allied.stage.market.contracts.alliance[allied.at(0)] = EntityKey{78};
    set_week(allied, {150, 70, 60});
    share_guarantees(allied.stage.market, allied.stage.week);
    CHECK(held(allied, 1) == 30.0);
    CHECK(held(allied, 2) == 40.0);
}
