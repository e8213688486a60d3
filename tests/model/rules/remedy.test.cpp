#include "model/rules/remedy.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

/// A home a third of a standard deviation below its standard, which pay can mend.
constexpr RemedySought poor{.quality = -1.3,
                            .standard = -1.0,
                            .noise = 0.1,
                            .gain = 5.0,
                            .pay_bill = 1000.0,
                            .weeks_of_pay = 100.0,
                            .at_stake = 50000.0,
                            .most = 0.2};

} // namespace

TEST_CASE("A provider raises pay until the next look is likely to pass, and no further")
{
    double const rise = pay_rise_to_cure(poor);
    CHECK(rise > 0.3 / 5.0); // the standard itself is an even chance
    CHECK(rise < 0.15);
}

TEST_CASE("It raises nothing where nothing is at stake, where pay costs more, where pay does nothing, or without need")
{
    auto const with = [](auto change)
    {
        RemedySought sought = poor;
        change(sought);
        return pay_rise_to_cure(sought);
    };
    CHECK(with([](RemedySought& s) { s.at_stake = 0.0; }) == 0.0);
    CHECK(with([](RemedySought& s) { s.pay_bill = 100000.0; }) == 0.0);
    CHECK(with([](RemedySought& s) { s.gain = 0.0; }) == 0.0);
    CHECK(with([](RemedySought& s) { s.quality = 1.0; }) == 0.0);
    CHECK(with([](RemedySought& s) { s.most = 0.0; }) == 0.0);
}

TEST_CASE("What pay adds to quality nears its whole effect as years pass")
{
    CHECK(quality_gained_by_pay(1.0, 0.8, 0.25, 0.4, 0.0) == 0.0);
    CHECK(quality_gained_by_pay(1.0, 0.8, 0.25, 0.4, 1000.0) == Approx(1.2 / 0.4));
    CHECK(quality_gained_by_pay(1.0, 0.8, 0.25, 0.0, 2.0) == Approx(2.4));
    CHECK(quality_gained_by_pay(1.0, 0.8, 0.25, 0.4, 0.25) < 1.2 * 0.25);
}
