#include "tests/scenarios/a_library.hpp"

#include "scenarios/overrides.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace caremarket;
using Catch::Contains;

namespace
{

/// A library with strategy files that no experiment names, and the experiment with some of them.
struct WithFiles
{
    TestLibrary library;

    [[nodiscard]] std::string path(std::string_view file) const { return (library.root() / file).string(); }

    [[nodiscard]] Loaded<LoadedExperiment> add(std::vector<std::string> const& files) const
    {
        std::vector<std::string> paths;
        std::ranges::transform(files, std::back_inserter(paths), [this](auto const& file) { return path(file); });
        return with_strategy_files(library.get(), *library.load().value, paths);
    }
};

constexpr std::string_view longer =
    "schema = 1\ntitle = \"Mine\"\nextends = \"spot\"\n[homecare]\ncontract_length = 9\n";

} // namespace

TEST_CASE("A strategy's file joins the experiment's strategies, under the file's name")
{
    WithFiles with;
    with.library.with("mine.toml", longer);
    auto const loaded = with.add({"mine.toml"});
    CHECK(lines_of(loaded.problems).empty());
    REQUIRE(loaded.has_value());
    CHECK(loaded.value->experiment.strategies == std::vector<std::string>{"spot", "block", "mine"});
    CHECK(number_at(loaded.value->strategies[2], "strategy.homecare.contract_length") == 9);
    CHECK(number_at(loaded.value->strategies[2], "strategy.homecare.mix_block") == 0.2); // of the one it extends
    CHECK(text_at(loaded.value->settings, "experiment.strategies") == "spot; block; mine");

    CHECK(with_overrides(*loaded.value, {"strategy[mine].homecare.contract_length=3"}).has_value());
    CHECK(with_strategies(*loaded.value, {"mine"}).value->experiment.strategies ==
          std::vector<std::string>{"spot", "mine"});
}

TEST_CASE("The text of a strategy's file is kept, and the stored inputs hold the strategy")
{
    WithFiles with;
    with.library.with("mine.toml", longer);
    auto const loaded = with.add({"mine.toml"});
    REQUIRE(loaded.has_value());
    auto const& files = loaded.value->files;
    CHECK(std::ranges::is_sorted(files, {}, &InputText::name));
    CHECK(std::ranges::count(files, with.path("mine.toml"), &InputText::name) == 1);
    CHECK(std::ranges::count(files, std::string{longer}, &InputText::text) == 1);
    auto const again = experiment_from_text(to_text(*loaded.value), "stored");
    CHECK(lines_of(again.problems).empty());
    CHECK(again.value->strategies == loaded.value->strategies);
}

TEST_CASE("A strategy's file may say again what the experiment has, but no other thing under its name")
{
    WithFiles with;
    auto const same = with.add({"strategies/block.toml"});
    REQUIRE(same.has_value());
    CHECK(same.value->experiment.strategies == std::vector<std::string>{"spot", "block"});

    with.library.with("block.toml", longer);
    CHECK_THAT(lines_of(with.add({"block.toml"}).problems),
               Contains("block.toml: the experiment has another strategy \"block\"") && Contains("another name"));
}

TEST_CASE("Problems of strategies' files come together, with their places")
{
    WithFiles with;
    with.library.with("one.toml", "schema = 1\nextends = \"spott\"\n");
    with.library.with("two.toml", "schema = 1\n[homecare]\ncontract_length = 90\n");
    with.library.with("late.toml", "schema = 1\n[homecare]\ncontract_length = { \"2017-04-01\" = 3 }\n");
    auto const lines = lines_of(with.add({"one.toml", "two.toml", "none.toml"}).problems);
    CHECK_THAT(lines, Contains("one.toml:2:11:") && Contains("did you mean spot?"));
    CHECK_THAT(lines, Contains("two.toml:3:19:") && Contains("none.toml: there is no such file"));
    CHECK_THAT(lines_of(with.add({"late.toml"}).problems), Contains("after the experiment's start"));
}
