#include "model/inputs/dated.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace std::chrono;

TEST_CASE("A dated value holds from its day until the next, and the first also before its day")
{
    Date const first = first_of_april(2016);
    Date const second = first_of_april(2018);
    Dated const path({{first, 7.2}, {second, 7.83}});
    CHECK(path.at(first - days{4000}) == 7.2);
    CHECK(path.at(first) == 7.2);
    CHECK(path.at(second - days{1}) == 7.2);
    CHECK(path.at(second) == 7.83);
    CHECK(path.at(second + days{10000}) == 7.83);
    CHECK_FALSE(path.is_constant());
}

TEST_CASE("A plain number is a path that never changes")
{
    Dated const path = 0.25;
    CHECK(path.is_constant());
    CHECK(path.at(Date::min()) == 0.25);
    CHECK(path.at(first_of_april(2100)) == 0.25);
    CHECK(path == Dated(0.25));
    CHECK_FALSE(path == Dated(0.5));
    CHECK(Dated{}.at(first_of_april(2016)) == 0.0);
}
