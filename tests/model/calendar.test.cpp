#include "model/calendar.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace caremarket;

namespace
{

using Line = std::tuple<std::int32_t, EventKind, std::uint64_t>;

std::vector<Line> lines_of(std::vector<Event> const& events)
{
    std::vector<Line> lines;
    for (Event const& e : events)
        lines.emplace_back(e.week, e.kind, e.key.value);
    return lines;
}

} // namespace

TEST_CASE("What falls due comes out by week, kind and key, whoever was put in first")
{
    std::vector<Event> events{{5, EventKind::contract_begins, {1}, 10}, {5, EventKind::temporary_stay_ends, {9}, 11},
                              {3, EventKind::contract_begins, {7}, 12}, {5, EventKind::contract_ends, {2}, 13},
                              {5, EventKind::contract_ends, {1}, 14},   {4, EventKind::contract_ends, {8}, 15}};
    std::vector<Line> const expected{{3, EventKind::contract_begins, 7},     {4, EventKind::contract_ends, 8},
                                     {5, EventKind::temporary_stay_ends, 9}, {5, EventKind::contract_ends, 1},
                                     {5, EventKind::contract_ends, 2},       {5, EventKind::contract_begins, 1}};
    auto const by_slot = [](Event const& a, Event const& b) { return a.slot < b.slot; };
    std::sort(events.begin(), events.end(), by_slot);
    do
    {
        Calendar calendar;
        for (Event const& event : events)
            calendar.add(event);
        REQUIRE(lines_of(calendar.take_due(5)) == expected);
        REQUIRE(calendar.take_due(1000).empty());
    } while (std::next_permutation(events.begin(), events.end(), by_slot));
}

TEST_CASE("Nothing comes out before its week, and what was missed comes out late rather than never")
{
    Calendar calendar;
    calendar.add({10, EventKind::contract_ends, {1}, 0});
    CHECK(calendar.take_due(9).empty());
    calendar.add({-3, EventKind::contract_begins, {2}, 0});
    std::vector<Event> const due = calendar.take_due(12);
    REQUIRE(due.size() == 2);
    CHECK(due[0].key.value == 2);
    CHECK(due[1].key.value == 1);
}
