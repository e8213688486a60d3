#include "analysis/compare_number.hpp"

#include "analysis/compare_layout.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <sstream>

using namespace caremarket;

TEST_CASE("Money has no more digits than its error supports")
{
    CHECK(money_text(1'234'567, 312'000) == "£1.2m ± £0.3m");
    CHECK(money_text(1'234'567, 132'000) == "£1.23m ± £0.13m");
    CHECK(money_text(12'345, 678) == "£12,300 ± £700");
    CHECK(money_text(123, 45'678) == "£0 ± £50,000");
    CHECK(money_text(1'234'567'890, 5e6) == "£1.235bn ± £0.005bn");
    CHECK(money_text(8.4, 0.3) == "£8.4 ± £0.3");
}

TEST_CASE("Money without an error has few digits and no idle zeros")
{
    CHECK(money_text(8'400'000, 0) == "£8.4m");
    CHECK(money_text(0, 0) == "£0");
    CHECK(money_text(1'234'567, std::nan("")) == "£1.23m");
}

TEST_CASE("An error that would round to nothing is said to be small")
{
    CHECK(money_text(12'345'678, 12) == "£12.35m ± <£0.01m");
}

TEST_CASE("Signs stand before the pound, and zero has none")
{
    NumberForm const form({.largest = 5, .error = 0.3}, {}, "£");
    CHECK(form.signed_text(5.0) == "+£5.0");
    CHECK(form.signed_text(-5.0) == "-£5.0");
    CHECK(form.signed_text(-0.01) == "£0.0");
    CHECK(form.signed_text(0.01) == "£0.0");
    CHECK(form.text(std::nan("")) == "-");
    CHECK(form.error_text(std::nan("")) == "-");
}

TEST_CASE("Counts of replicates are rough, and upwards")
{
    CHECK(rough_count(7) == "7");
    CHECK(rough_count(58) == "58");
    CHECK(rough_count(583) == "590");
    CHECK(rough_count(12'345) == "13,000");
    CHECK(counted(1, "pair") == "1 pair");
    CHECK(counted(1200, "pair") == "1,200 pairs");
}

TEST_CASE("Paragraphs are broken between words and keep their indent")
{
    std::string words;
    for (int i = 0; i < 100; ++i)
        words += (i == 0 ? "" : " ") + std::string("£wörd");
    std::istringstream lines(wrapped("  Label     " + words, 12));
    std::string line;
    for (int number = 0; std::getline(lines, line); ++number)
    {
        CHECK(line.size() <= line_width + 2 * 18); // £ and ö take two bytes, and there are at most 18 words
        CHECK(line.starts_with(number == 0 ? "  Label     £" : "            £"));
    }
}

TEST_CASE("Columns of a table stand under each other whatever the letters")
{
    TextTable table({{"year", 6}, {"£m", 5}});
    table.add({"a", "±1"});
    table.add_heading("a heading longer than any column");
    table.add({"bb", "22"});
    CHECK(table.text() == "year      £m\na         ±1\na heading longer than any column\nbb        22\n");
}
