#include "model/rules/expected_fill.hpp"

#include "model/draws.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace caremarket;

TEST_CASE("What a wandering demand leaves idle is the mean of what many draws of it leave idle")
{
    Draws const draws(3, 0);
    for (double const capacity : {70.0, 100.0, 125.0})
    {
        double sum = 0.0;
        constexpr std::uint32_t count = 40'000;
        for (std::uint32_t i = 0; i < count; ++i)
            sum += std::max(0.0, capacity - 100.0 - 15.0 * draws.normal(EntityKey{i + 1}, Purpose::quality));
        CHECK(expected_idle(capacity, 100.0, 15.0) == Approx(sum / count).margin(4.0 * 15.0 / std::sqrt(count)));
    }
    CHECK(expected_idle(120.0, 100.0, 0.0) == 20.0);
    CHECK(expected_idle(90.0, 100.0, 0.0) == 0.0);
    CHECK(expected_idle(100.0, 100.0, 15.0) == Approx(15.0 / std::sqrt(2.0 * 3.14159265358979)));
}

TEST_CASE("A promise fills as people come: by the sum over small steps of starts less ends, until it is full")
{
    auto const stepped = [](double at_first, double promised, double starts, double stay, double weeks)
    {
        constexpr int steps = 200'000;
        double const step = weeks / steps;
        double use = at_first;
        double sum = 0.0;
        for (int i = 0; i < steps; ++i)
        {
            sum += use;
            use = std::min(promised, use + step * (starts - use / stay));
        }
        return sum / steps;
    };
    for (double const at_first : {0.0, 20.0, 39.0})
        for (double const starts : {0.1, 0.5, 2.0})
            for (double const weeks : {13.0, 208.0})
                CHECK(expected_use_while_filling(at_first, 40.0, starts, 80.0, weeks) ==
                      Approx(stepped(at_first, 40.0, starts, 80.0, weeks)).epsilon(1e-3));
    CHECK(expected_use_while_filling(40.0, 40.0, 5.0, 80.0, 52.0) == 40.0);
    CHECK(expected_use_while_filling(50.0, 40.0, 5.0, 80.0, 52.0) == 40.0);
}

TEST_CASE(
    "A bidder expects more of its guarantee to be used the more it takes over, the more start, the less is promised")
{
    FillProspects usual{.volume = 10.0,
                        .taken_over = 3.0,
                        .sought = 20.0,
                        .starts = 0.2,
                        .stay = 80.0,
                        .weeks = 104.0,
                        .guaranteed = 30.0,
                        .demand = 60.0,
                        .person = 1.0};
    double const fill = expected_fill(usual);
    CHECK(fill > 0.0);
    CHECK(fill < 1.0);
    auto const with = [&](auto change)
    {
        FillProspects changed = usual;
        change(changed);
        return expected_fill(changed);
    };
    CHECK(with([](FillProspects& p) { p.taken_over = 6.0; }) > fill);
    CHECK(with([](FillProspects& p) { p.starts = 0.4; }) > fill);
    CHECK(with([](FillProspects& p) { p.weeks = 208.0; }) > fill); // the voids of the first months weigh less
    CHECK(with([](FillProspects& p) { p.guaranteed = 65.0; }) < fill);
    CHECK(with([](FillProspects& p) { p.demand = 30.0; }) < fill);
    CHECK(with([](FillProspects& p) { p.demand = 0.0; }) > 0.0);
    CHECK(with(
              [](FillProspects& p)
              {
                  p.taken_over = 10.0;
                  p.demand = 1e6;
              }) == Approx(1.0));
}
