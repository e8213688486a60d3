#include "runners/command_line.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Everything that knockout can be told arrives")
{
    Request const request =
        parse_command_line({"caremarket", "knockout", "x", "--strategy", "s", "--outlook", "a", "b", "--replicates",
                            "3", "--years", "2", "--threads", "5", "--mechanism", "m", "n", "--json"});
    REQUIRE(std::holds_alternative<KnockoutRequest>(request));
    auto const& r = std::get<KnockoutRequest>(request);
    CHECK(r.experiment == "x");
    CHECK(r.strategy == "s");
    CHECK(r.outlooks == std::vector<std::string>{"a", "b"});
    CHECK(r.replicates == "3");
    CHECK(r.years == "2");
    CHECK(r.threads == 5);
    CHECK(r.mechanisms == std::vector<std::string>{"m", "n"});
    CHECK(r.is_json);
}

TEST_CASE("A knockout that is told nothing runs ten futures of everything")
{
    Request const request = parse_command_line({"caremarket", "knockout", "x"});
    REQUIRE(std::holds_alternative<KnockoutRequest>(request));
    auto const& r = std::get<KnockoutRequest>(request);
    CHECK(r.replicates == "10");
    CHECK(r.years.empty());
    CHECK(r.strategy.empty());
    CHECK(r.outlooks.empty());
    CHECK(r.mechanisms.empty());
    CHECK_FALSE(r.is_json);
}

TEST_CASE("A knockout needs an experiment")
{
    Request const request = parse_command_line({"caremarket", "knockout"});
    REQUIRE(std::holds_alternative<Reply>(request));
    CHECK(std::get<Reply>(request).exit_code == 2);
    CHECK(std::get<Reply>(request).text.find("EXPERIMENT is required") != std::string::npos);
}
