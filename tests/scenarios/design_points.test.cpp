#include "scenarios/design_points.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace caremarket;

namespace
{

std::vector<std::string> const three{"a", "b", "c"};

std::vector<double> column(std::vector<UnitPoint> const& points, std::size_t factor)
{
    std::vector<double> values;
    for (UnitPoint const& point : points)
        values.push_back(point[factor]);
    return values;
}

} // namespace

TEST_CASE("A Latin hypercube meets each part of each factor's range once, and not all in the same order")
{
    auto const points = latin_hypercube(three, 50, 1);
    std::set<std::vector<double>> orders;
    for (std::size_t f = 0; f < 3; ++f)
    {
        std::set<int> parts;
        for (double const u : column(points, f))
            parts.insert(static_cast<int>(u * 50.0));
        CHECK(parts.size() == 50);
        CHECK(*parts.rbegin() == 49);
        orders.insert(column(points, f));
    }
    CHECK(orders.size() == 3);
    CHECK(latin_hypercube(three, 50, 1) == points);
    CHECK(latin_hypercube(three, 50, 2) != points);
}

TEST_CASE("A factor more leaves the columns of the others as they are, wherever it stands")
{
    auto const before = latin_hypercube(three, 20, 7);
    auto const after = latin_hypercube({"z", "a", "b", "c"}, 20, 7);
    for (std::size_t f = 0; f < 3; ++f)
        CHECK(column(before, f) == column(after, f + 1));
}

TEST_CASE("Points of the Sobol sequence are the known ones")
{
    std::vector<UnitPoint> const known{{0.5, 0.5},     {0.75, 0.25},   {0.25, 0.75},  {0.375, 0.375},
                                       {0.875, 0.875}, {0.625, 0.125}, {0.125, 0.625}};
    CHECK(sobol_points(2, 7) == known);
    CHECK(sobol_points(2, 3, 4) == std::vector<UnitPoint>(known.begin() + 4, known.end()));
}

TEST_CASE("More points of a Sobol sequence begin with the same ones, and a factor more behind changes no other")
{
    auto const few = sobol_points(5, 100);
    auto const many = sobol_points(5, 300);
    CHECK(std::equal(few.begin(), few.end(), many.begin()));
    auto const wide = sobol_points(6, 100);
    for (std::size_t f = 0; f < 5; ++f)
        CHECK(column(wide, f) == column(few, f));
    double product = 0.0; // evenly spread: the mean of a product of independent coordinates
    for (UnitPoint const& point : sobol_points(5, 4095))
        product += point[0] * point[3] / 4095.0;
    CHECK(product == Approx(0.25).margin(0.002));
}

TEST_CASE("Saltelli's points differ from A in one factor each, which has the value of B")
{
    auto const points = saltelli_points(3, 10);
    REQUIRE(points.size() == 10 * 5);
    for (std::size_t base = 0; base < 10; ++base)
    {
        UnitPoint const& a = points[base * 5];
        UnitPoint const& b = points[base * 5 + 4];
        for (std::size_t f = 0; f < 3; ++f)
        {
            CHECK(a[f] != b[f]);
            for (std::size_t other = 0; other < 3; ++other)
                CHECK(points[base * 5 + 1 + f][other] == (other == f ? b[other] : a[other]));
        }
    }
    auto const more = saltelli_points(3, 15);
    CHECK(std::equal(points.begin(), points.end(), more.begin()));
}

TEST_CASE("A step of a Morris walk changes one factor by a set amount, and a walk changes each once")
{
    for (std::size_t const levels : {2U, 4U, 8U})
    {
        auto const points = morris_walks(three, 20, levels, 3);
        REQUIRE(points.size() == 20 * 4);
        double const step = static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
        std::set<std::vector<std::size_t>> orders;
        for (std::size_t walk = 0; walk < 20; ++walk)
        {
            std::vector<std::size_t> order;
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t f = 0; f < 3; ++f)
                {
                    double const moved = points[walk * 4 + i + 1][f] - points[walk * 4 + i][f];
                    CHECK((moved == 0.0 || std::abs(std::abs(moved) - step) < 1e-12));
                    if (moved != 0.0)
                        order.push_back(f);
                }
            CHECK(std::set<std::size_t>(order.begin(), order.end()).size() == 3);
            CHECK(order.size() == 3);
            orders.insert(order);
            for (std::size_t i = 0; i < 4; ++i)
                for (double const u : points[walk * 4 + i])
                    CHECK((u >= 0.0 && u <= 1.0));
        }
        CHECK(orders.size() > 3); // not always the same order
        auto const more = morris_walks(three, 30, levels, 3);
        CHECK(std::equal(points.begin(), points.end(), more.begin()));
    }
}
