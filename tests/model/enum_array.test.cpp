#include "model/enum_array.hpp"
#include "model/decisions.hpp"
#include "model/kinds.hpp"
#include "model/money.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace caremarket;

namespace
{

/// Every value has a name of its own, and is found by it.
template <class Enum>
void check_names()
{
    std::set<std::string_view> seen;
    for (Enum const value : all_of<Enum>())
    {
        CHECK_FALSE(name_of(value).empty());
        CHECK(seen.insert(name_of(value)).second);
        CHECK(named<Enum>(name_of(value)) == value);
    }
    CHECK(seen.size() == count_of<Enum>);
    CHECK_FALSE(named<Enum>("no such name").has_value());
    CHECK_FALSE(named<Enum>("").has_value());
}

} // namespace

TEST_CASE("Every value of an index set is found by its name, and no two share one")
{
    check_names<Service>();
    check_names<Channel>();
    check_names<Funding>();
    check_names<AgeBand>();
    check_names<Source>();
    check_names<Rating>();
    check_names<UpliftRule>();
    check_names<Flow>();
    check_names<DecisionKind>();
    check_names<Reason>();
    CHECK(named<Service>("homecare") == Service::homecare);
    CHECK(named<UpliftRule>("wage-weighted") == UpliftRule::wage_weighted);
    CHECK(name_of(DecisionKind::rated) == "rated");
    CHECK(name_of(Reason::expected_return) == "expected_return");
}

TEST_CASE("An array over an index set keeps each value apart")
{
    PerService<int> array{};
    array[Service::residential] = 3;
    CHECK(array[Service::homecare] == 0);
    CHECK(array[Service::residential] == 3);
    int sum = 0;
    for (int const value : array)
        sum += value;
    CHECK(sum == 3);
    CHECK(array == PerService<int>{{0, 3}});
}
