#include "model/engine/draw_block.hpp"
#include "model/engine/hazard_sweep.hpp"
#include "model/engine/search.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <limits>

using namespace caremarket;

// Each piece of vector code is held to its twin that looks at one after another, on sizes around the vectors' own.

namespace
{

template <class Value>
std::vector<Value> column(std::size_t size, Value from, Value until)
{
    return *rc::gen::container<std::vector<Value>>(size, rc::gen::inRange<Value>(from, until));
}

} // namespace

TEST_CASE("Draws in blocks are the words Random123 returns one by one")
{
    CHECK(rc::check(
        []
        {
            CounterBlock block;
            for (auto& words : block.words)
                for (std::uint32_t& word : words)
                    word = *rc::gen::arbitrary<std::uint32_t>();
            std::array<std::uint32_t, 2> const key{*rc::gen::arbitrary<std::uint32_t>(),
                                                   *rc::gen::arbitrary<std::uint32_t>()};
            CounterBlock expected = block;
            philox_one_by_one(expected, key);
            philox_of_eight(block, key);
            RC_ASSERT(block.words == expected.words);
        }));
}

TEST_CASE("A sweep of hazards in vectors leaves and ends what one by one does")
{
    CHECK(rc::check(
        []
        {
            auto const size = *rc::gen::inRange<std::size_t>(0, 70);
            HazardTable table;
            table.ages = *rc::gen::inRange(1, 9);
            table.hazard.assign(static_cast<std::size_t>(table.ages), 0.0F);
            for (int i = 0; i < 2 * table.ages; ++i)
                table.hazard.push_back(static_cast<float>(*rc::gen::inRange(0, 50)) / 100.0F);
            std::int32_t const now = *rc::gen::inRange(-300, 300);
            float const length = *rc::gen::element(1.0F, 8.0F / 7.0F, 9.0F / 7.0F);
            auto const row = column<std::uint8_t>(size, 0, 3);
            auto since = column<std::int16_t>(size, -400, 301);
            std::vector<float> left;
            for (std::size_t i = 0; i < size; ++i)
            {
                if (row[i] != 0 && since[i] > now)
                    since[i] = static_cast<std::int16_t>(now);
                left.push_back(static_cast<float>(*rc::gen::inRange(0, 100)) / 100.0F);
            }
            std::vector<float> expected_left = left;
            std::vector<std::uint32_t> ended, expected;
            sweep_hazards_one_by_one(expected_left, row, since, now, table, length, expected);
            sweep_hazards(left, row, since, now, table, length, ended);
            RC_ASSERT(left == expected_left);
            RC_ASSERT(ended == expected);
        }));
}

TEST_CASE("A search in vectors finds what one by one does")
{
    CHECK(rc::check(
        []
        {
            auto const size = *rc::gen::inRange<std::size_t>(0, 100);
            auto const wide = column<std::int32_t>(size, -1, 4);
            auto const narrow = column<std::int16_t>(size, -1, 4);
            std::vector<std::uint32_t> found{7}, expected{7}; // appended to
            find_equal(wide, 2, found);
            find_equal(narrow, std::int16_t{-1}, found);
            find_equal_one_by_one(wide, 2, expected);
            find_equal_one_by_one(narrow, std::int16_t{-1}, expected);
            RC_ASSERT(found == expected);
        }));
}

TEST_CASE("The least of a column is found where it first stands")
{
    CHECK(rc::check(
        []
        {
            std::vector<float> values;
            auto const size = *rc::gen::inRange<std::size_t>(1, 70);
            for (std::size_t i = 0; i < size; ++i)
            {
                int const value = *rc::gen::inRange(-3, 20);
                values.push_back(value == 19 ? std::numeric_limits<float>::infinity() : static_cast<float>(value));
            }
            RC_ASSERT(position_of_least(values) == position_of_least_one_by_one(values));
        }));
}
