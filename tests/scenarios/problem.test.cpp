#include "scenarios/problem.hpp"

#include "scenarios/nearest_name.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("A problem is one line that begins with file, line and column")
{
    Problem const problem{"scenarios/strategies/x.toml",       14, 9, "strategy.homecare.contract_length",
                          "90 years is outside 0.25–15 years", ""};
    CHECK(to_line(problem) == "scenarios/strategies/x.toml:14:9: strategy.homecare.contract_length: "
                              "90 years is outside 0.25–15 years");
}

TEST_CASE("A problem names the nearest known name when there is one")
{
    CHECK(to_line({"x.toml", 1, 2, "k", "unknown key", "kk"}) == "x.toml:1:2: k: unknown key (did you mean kk?)");
}

TEST_CASE("A problem of a whole file has no line number")
{
    CHECK(to_line({.file = "x.toml", .message = "is empty"}) == "x.toml: is empty");
}

TEST_CASE("What a user wrote cannot break the line of a message or colour the terminal")
{
    CHECK(to_line({.file = "x.toml", .key = "a\nb", .message = "\x1b[31m"}) == "x.toml: a\\x0ab: \\x1b[31m");
}

TEST_CASE("The nearest name forgives a letter missing, doubled, wrong or swapped")
{
    std::vector<std::string> const known{"contract_length", "mix_block", "mix_spot"};
    CHECK(nearest_name("contract_lenght", known) == "contract_length");
    CHECK(nearest_name("mixblock", known) == "mix_block");
    CHECK(nearest_name("mix_spott", known) == "mix_spot");
    CHECK(nearest_name("mix_spod", known) == "mix_spot");
}

TEST_CASE("No name is suggested when none is near")
{
    std::vector<std::string> const known{"contract_length", "mix_block"};
    CHECK(nearest_name("colour", known).empty());
    CHECK(nearest_name(std::string(100'000, 'x'), known).empty());
}
