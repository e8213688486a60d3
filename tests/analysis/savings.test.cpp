#include "analysis/savings.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace caremarket;

namespace
{

/// Five futures of two years; the first year saves 1 to 5 pounds, the second a pound less.
SavedPence five_futures()
{
    return {.first_year = 2016, .years = 2, .pence = {100, 0, 200, 100, 300, 200, 400, 300, 500, 400}};
}

SavingsTarget target(double million, std::optional<SavingsTarget::Basis> basis)
{
    return {.years = {{2017, million}}, .basis = basis, .scope = "", .share = 0.5, .source = ""};
}

} // namespace

TEST_CASE("Savings are told by year, added up, with the interval of Student's t")
{
    Savings const savings = savings_of(five_futures(), {});
    REQUIRE(savings.years.size() == 2);
    CHECK(savings.years[0].financial_year == 2016);
    CHECK(savings.years[0].in_year.mean == 3.0);
    CHECK(savings.years[0].in_year.lower == Approx(3.0 - 1.963243)); // 2.776445 * sqrt(2.5 / 5)
    CHECK(savings.run_rate().mean == 2.0);
    CHECK(savings.run_rate().positive == 4);
    CHECK(savings.over_the_run().mean == 5.0);
    CHECK(savings.over_the_run().upper == Approx(5.0 + 2 * 1.963243));
    CHECK(savings.last_target() == nullptr);
}

TEST_CASE("A target in cash is met by what has been saved since the start, counting the modelled share only")
{
    // Half of £10 falls on the modelled services; the futures save 1, 3, 5, 7 and 9 by the end of the second year.
    Savings const savings = savings_of(five_futures(), target(10e-6, SavingsTarget::Basis::in_year));
    CHECK_FALSE(savings.years[0].target);
    REQUIRE(savings.last_target() == &savings.years[1]);
    TargetTest const& test = *savings.years[1].target;
    CHECK(test.amount == 5.0);
    CHECK(test.met.met == 3); // 5 is just enough
    CHECK(test.met.of == 5);
    CHECK(test.expected_shortfall == Approx((4.0 + 2.0) / 5));
}

TEST_CASE("A recurrent target is met by the year's own saving")
{
    Savings const savings = savings_of(five_futures(), target(10e-6, SavingsTarget::Basis::recurrent));
    TargetTest const& test = *savings.years[1].target;
    CHECK(test.met.met == 0);
    CHECK(test.expected_shortfall == Approx((5.0 + 4.0 + 3.0 + 2.0 + 1.0) / 5));
    CHECK(test.shortfall_error == Approx(1.963243));
}

TEST_CASE("A target without a basis is held against cash")
{
    CHECK(savings_of(five_futures(), target(10e-6, std::nullopt)).counted == SavingsTarget::Basis::in_year);
}

TEST_CASE("The spread of futures is told from twenty of them")
{
    SavedPence saved{.first_year = 2016, .years = 1, .pence = {}};
    for (std::int64_t pounds = 0; pounds <= 20; ++pounds)
        saved.pence.push_back(pounds * 100);
    auto const spread = savings_of(saved, {}).spread;
    REQUIRE(spread);
    CHECK(spread->low == 1.0);
    CHECK(spread->high == 19.0);
    saved.pence.resize(19);
    CHECK_FALSE(savings_of(saved, {}).spread);
}

TEST_CASE("One future gives savings without intervals, none gives nothing")
{
    Savings const one = savings_of({.first_year = 2016, .years = 1, .pence = {250}},
                                   {.years = {{2016, 5e-6}}, .basis = {}, .scope = "", .share = 1, .source = ""});
    CHECK(one.over_the_run().mean == 2.5);
    CHECK(std::isnan(one.over_the_run().lower));
    CHECK(one.years[0].target->expected_shortfall == 2.5);
    Savings const none = savings_of({.first_year = 2016, .years = 1, .pence = {}}, {});
    CHECK(none.over_the_run().n == 0);
}
