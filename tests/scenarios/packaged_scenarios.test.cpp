#include "scenarios/load_any.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace caremarket;
using Catch::Contains;

namespace
{

std::filesystem::path scenarios()
{
    return std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios";
}

std::string text_of(std::filesystem::path const& path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("Every scenario file that the program brings along is sound")
{
    Library const library{{scenarios()}};
    for (auto const kind : all_of<InputKind>())
        for (auto const& name : names_in(library, kind))
        {
            auto const file = find_file(library, kind, name);
            auto const checked = load_any(library, file->path.string());
            CHECK(lines_of(checked.problems) == "");
            CHECK(checked.hints.empty());
        }
}

TEST_CASE("The guide to the scenarios names every file that the program brings along")
{
    std::string const guide = text_of(scenarios() / "README.md");
    for (auto const kind : all_of<InputKind>())
        for (auto const& name : names_in({{scenarios()}}, kind))
            CHECK_THAT(guide, Contains('`' + name + '`'));
}

TEST_CASE("The strategy that the guide shows is sound as it stands there")
{
    std::string const guide = text_of(scenarios() / "README.md");
    auto const begin = guide.find("```toml\n") + 8;
    TestLibrary library; // only for the folder
    library.with("ten-years.toml", guide.substr(begin, guide.find("```", begin) - begin));
    auto const checked = load_any({{scenarios()}}, (library.root() / "ten-years.toml").string());
    CHECK(lines_of(checked.problems) == "");
    CHECK(checked.parent == "spot-heavy");
    CHECK(checked.difference.size() == 1);
    CHECK(checked.hints.empty());
}
