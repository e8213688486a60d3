#include "model/rules/sanctions.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr UsualStaffing usual{.vacant = 0.08, .turnover = 0.3};

} // namespace

TEST_CASE("A service is as agreed with quality at its standard and as many indicators met as the contract names")
{
    ManagementClause const clause{.standard = -1.0, .least_kpis = 0.6};
    CHECK(kpis_met(clause, {-1.0, 0.08, 0.3}, usual) == 3);
    CHECK(is_as_agreed(clause, {-1.0, 0.2, 0.3}, usual)); // two of three
    CHECK_FALSE(is_as_agreed(clause, {-1.0, 0.2, 0.4}, usual));
    CHECK_FALSE(is_as_agreed(clause, {-1.1, 0.0, 0.0}, usual)); // staffing makes up for no want of quality
    CHECK(is_as_agreed({.standard = -1.0}, {-1.0, 1.0, 3.0}, usual));
}

TEST_CASE("The ladder is query, notice, exception report, and that again; style says where it begins to hurt")
{
    CHECK(next_rung(Rung::none) == Rung::query);
    CHECK(next_rung(Rung::query) == Rung::notice);
    CHECK(next_rung(Rung::notice) == Rung::exception);
    CHECK(next_rung(Rung::exception) == Rung::exception);
    ManagementClause const gentle{.style = ManagementStyle::developmental};
    ManagementClause const hard{.style = ManagementStyle::punitive};
    CHECK_FALSE(has_consequences(hard, Rung::none));
    CHECK(has_consequences(hard, Rung::query));
    CHECK_FALSE(has_consequences(gentle, Rung::notice));
    CHECK(has_consequences(gentle, Rung::exception));
}

TEST_CASE("What a provider expects to lose is what a long row of looks takes")
{
    for (ManagementStyle const style : {ManagementStyle::developmental, ManagementStyle::punitive})
    {
        ManagementClause const clause{.cure = 13, .sanction = 0.2, .style = style, .looks = 4.0};
        double const chance = 0.6;
        // Weeks between looks are one for one drawn from a made-up sequence whose share of passes is the chance.
        std::uint32_t state = 1;
        auto const passes = [&state, chance]
        {
            state = state * 1664525u + 1013904223u;
            return (state >> 8) < chance * (1u << 24);
        };
        double weeks = 0.0;
        double hurt = 0.0;
        for (int spell = 0; spell < 200000; ++spell)
        {
            weeks += 52.0 / clause.looks; // until the next planned look
            if (passes())
                continue;
            Rung rung = Rung::query;
            for (bool mends = false; !mends; rung = next_rung(rung))
            {
                weeks += clause.cure;
                hurt += has_consequences(clause, rung) ? clause.cure : 0.0;
                mends = passes();
            }
        }
        CHECK(expected_sanction(clause, chance) == Approx(clause.sanction * hurt / weeks).epsilon(0.02));
    }
    CHECK(expected_sanction({.cure = 13, .sanction = 0.2, .looks = 4.0}, 1.0) == 0.0);
    CHECK(expected_sanction({.cure = 13, .sanction = 0.2, .looks = 0.0}, 0.1) == 0.0); // nobody looks
    CHECK(expected_sanction({.cure = 13, .sanction = 0.0, .looks = 4.0}, 0.1) == 0.0);
    CHECK(expected_sanction({.cure = 13, .sanction = 0.2, .style = ManagementStyle::punitive, .looks = 4.0}, 0.0) ==
          Approx(0.2).epsilon(0.001)); // never mends: for ever under sanction
}

TEST_CASE("A look finds the standard as likely as its noise allows")
{
    CHECK(chance_of_finding(0.0, 0.0, 0.5) == Approx(0.5));
    CHECK(chance_of_finding(-1.0, -1.5, 0.5) == Approx(0.8413).epsilon(1e-3));
    CHECK(chance_of_finding(0.1, 0.0, 0.0) == 1.0);
    CHECK(chance_of_finding(-0.1, 0.0, 0.0) == 0.0);
}
