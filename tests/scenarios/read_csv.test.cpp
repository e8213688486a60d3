#include "scenarios/read_csv.hpp"

#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("A CSV cell may hold commas, quotes and line breaks between quotes")
{
    auto const csv = read_csv("a,b\r\n\"1,5\",\"say \"\"no\"\"\nor yes\"\r\n", "x.csv");
    REQUIRE(csv.has_value());
    CHECK(csv.value->rows.at(0).at(0).text == "1,5");
    CHECK(csv.value->rows.at(0).at(1).text == "say \"no\"\nor yes");
}

TEST_CASE("Every CSV cell knows its line and column, counted in characters")
{
    auto const csv = read_csv("a,b\n\"é\nü\",2\n\n3,4", "x.csv");
    REQUIRE(csv.has_value());
    CHECK(csv.value->rows.at(0).at(1).at == Position{3, 4});
    CHECK(csv.value->rows.at(1).at(1).at == Position{5, 3});
}

TEST_CASE("A byte order mark before a CSV header is not part of a name")
{
    auto const csv = read_csv("\xEF\xBB\xBF"
                              "a,b\n1,2\n",
                              "x.csv");
    REQUIRE(csv.has_value());
    CHECK(csv.value->header.at(0).text == "a");
}

TEST_CASE("An empty CSV cell is an empty text, with or without quotes, also at the end")
{
    auto const csv = read_csv("a,b,c\n,\"\",\n", "x.csv");
    REQUIRE(csv.has_value());
    for (auto const& cell : csv.value->rows.at(0))
        CHECK(cell.text.empty());
}

TEST_CASE("Every CSV row with a wrong number of cells is a problem")
{
    CHECK(lines_of(read_csv("a,b\n1\n1,2\n1,2,3\n", "x.csv").problems) ==
          "x.csv:2:1: the row has 1 cells, the header 2\nx.csv:4:1: the row has 3 cells, the header 2\n");
}

TEST_CASE("An empty CSV file has no header")
{
    CHECK(lines_of(read_csv("", "x.csv").problems) == "x.csv: is empty: a table begins with a header\n");
    CHECK(lines_of(read_csv("\n\n", "x.csv").problems) == "x.csv: is empty: a table begins with a header\n");
}

TEST_CASE("A CSV column without a name, or with another's, is a problem")
{
    CHECK(lines_of(read_csv("a,,a\n", "x.csv").problems) ==
          "x.csv:1:3: a column without a name\nx.csv:1:4: column \"a\" stands twice\n");
}

TEST_CASE("A misplaced quote or carriage return in a CSV file is told with its place")
{
    CHECK(lines_of(read_csv("a,b\n1,\"2\n", "x.csv").problems) ==
          "x.csv:2:3: a quote that is never closed, or that stands inside a cell without quotes\n");
    CHECK(lines_of(read_csv("a,b\n1,2\"2\"\n", "x.csv").problems) ==
          "x.csv:2:4: a quote that is never closed, or that stands inside a cell without quotes\n");
    CHECK(lines_of(read_csv("a,b\n\"1\"2,3\n", "x.csv").problems) == "x.csv:2:4: text behind a closing quote\n");
    CHECK(lines_of(read_csv("a,b\r1,2\n", "x.csv").problems) == "x.csv:1:4: a carriage return that ends no line\n");
}

TEST_CASE("A CSV file that is not UTF-8 is one problem")
{
    CHECK(lines_of(read_csv("a\n\xff\n", "x.csv").problems) == "x.csv:2:1: byte 0xff is not UTF-8\n");
}

TEST_CASE("Any text written as a CSV cell reads back the same")
{
    for (std::string const text : {"plain", "a,b", "\"", "a\r\nb", "", "\"\"", "é,\n"})
    {
        auto const csv = read_csv("a,b\n" + csv_cell(text) + ",x\n", "x.csv");
        REQUIRE(csv.has_value());
        CHECK(csv.value->rows.at(0).at(0).text == text);
    }
}
