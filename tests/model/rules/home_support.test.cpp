#include "model/rules/home_support.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Prevention spares what its first pound spares at first, each pound less than the one before, to a limit")
{
    CHECK(need_prevented(0.001, 0.2, 0.0) == 0.0);
    CHECK(need_prevented(0.001, 0.2, 0.01) == Approx(0.00001).epsilon(0.001));
    CHECK(need_prevented(0.001, 0.2, 100.0) > 0.07);
    CHECK(need_prevented(0.001, 0.2, 200.0) < 2.0 * need_prevented(0.001, 0.2, 100.0));
    CHECK(need_prevented(0.001, 0.2, 1e6) == Approx(0.2));
    CHECK(need_prevented(0.0, 0.2, 100.0) == 0.0);
    CHECK(need_prevented(0.001, 0.0, 100.0) == 0.0);
}

TEST_CASE("What is spent builds up with a lag and wears off with it, however the weeks are counted")
{
    CHECK(built_up(0.0, 10.0, 52.0, 52.0) == Approx(10.0 * (1.0 - 0.36788)).epsilon(1e-4));
    CHECK(built_up(10.0, 0.0, 52.0, 52.0) == Approx(10.0 * 0.36788).epsilon(1e-4));
    CHECK(built_up(built_up(3.0, 10.0, 20.0, 52.0), 10.0, 32.0, 52.0) == Approx(built_up(3.0, 10.0, 52.0, 52.0)));
    CHECK(built_up(7.0, 7.0, 5.0, 52.0) == 7.0);
}

TEST_CASE("A package is what is assessed, less what technology spares, what the family does, and what is cut")
{
    auto const is = [](HomePackage const& package, int commissioned, int family)
    { return package.commissioned == commissioned && package.family == family; };
    CHECK(is(package_of(40, 0.0, 0.0, 0.0), 40, 0));
    CHECK(is(package_of(40, 0.1, 0.0, 0.0), 36, 0));
    CHECK(is(package_of(40, -0.05, 0.0, 0.0), 42, 0));
    CHECK(is(package_of(40, 0.0, 0.25, 0.0), 30, 10));
    CHECK(is(package_of(40, 0.1, 0.25, 0.0), 27, 9));
    CHECK(
        is(package_of(40, 0.0, 0.25, 0.1), 27, 10)); // the budget cuts what is left, and nobody is asked to make it up
    CHECK(is(package_of(1, 0.5, 0.9, 0.5), 1, 0));   // something is always commissioned
    CHECK(is(package_of(2, 0.0, 0.9, 0.0), 1, 1));
}

TEST_CASE("A family gives up the sooner the more it does, and the later the more respite it has")
{
    CHECK(hazard_of_giving_up(0.01, 0.0, 0.0, 0.1) == 0.0);
    CHECK(hazard_of_giving_up(0.01, 10.0, 0.0, 0.1) == Approx(0.1));
    CHECK(hazard_of_giving_up(0.01, 10.0, 10.0, 0.1) == Approx(0.1 * 0.36788).epsilon(1e-4));
    CHECK(hazard_of_giving_up(0.01, 10.0, 10.0, 0.0) == Approx(0.1));
}
