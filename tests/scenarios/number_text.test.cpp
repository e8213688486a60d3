#include "scenarios/number_text.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("A whole number is digits alone, all of the text and no more than its type can hold")
{
    CHECK(whole_number_in("18446744073709551615") == 18'446'744'073'709'551'615U);
    CHECK(whole_number_in("007") == 7U);
    for (char const* const text : {"", " 7", "7 ", "+7", "-7", "-0", "7.0", "7e3", "seven", "18446744073709551616"})
    {
        INFO(text);
        CHECK_FALSE(whole_number_in(text));
    }
    CHECK(whole_number_in<int>("2147483647") == 2'147'483'647);
    CHECK_FALSE(whole_number_in<int>("2147483648"));
}
