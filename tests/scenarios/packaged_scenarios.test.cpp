#include "scenarios/load_any.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

#include <cctype>
#include <fstream>
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

/// The block of code behind the heading that begins so.
std::string code_behind(std::string const& text, std::string_view heading)
{
    auto const section = text.find(heading);
    auto const from = text.find("```toml\n", section);
    REQUIRE(section != text.npos);
    REQUIRE(from != text.npos);
    auto const begin = from + std::string_view{"```toml\n"}.size();
    return text.substr(begin, text.find("```", begin) - begin);
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

TEST_CASE("Every packaged strategy begins with its five lines")
{
    for (auto const& name : names_in({{scenarios()}}, InputKind::strategy))
    {
        std::istringstream text{text_of(scenarios() / "strategies" / (name + ".toml"))};
        for (std::string const begins : {"# What     ", "# Where    ", "# Change   ", "# Risk     ", "# Look at  "})
        {
            INFO(name << ": " << begins);
            std::string line;
            std::getline(text, line);
            CHECK(line.starts_with(begins));
        }
    }
}

TEST_CASE("A place that is invented, or stands beside another matter, says so first")
{
    auto const head_of = [](std::string const& name)
    { return text_of(scenarios() / "places" / (name + ".toml")).substr(0, 250); };
    CHECK_THAT(head_of("little-wold"), Contains("invented") && Contains("no figure here is of any"));
    CHECK_THAT(head_of("suffolk"), Contains("something else") && Contains("HEALTH"));
}

TEST_CASE("Areas below a council go by names that nobody takes for ONS codes")
{
    for (auto const& name : names_in({{scenarios()}}, InputKind::place))
    {
        std::istringstream rows{text_of(scenarios() / "places" / name / "localities.csv")};
        std::string row;
        std::getline(rows, row);
        while (std::getline(rows, row))
        {
            INFO(name << ": " << row);
            CHECK((row.starts_with("E0700") == (name == "cambridgeshire")));
            CHECK((name == "cambridgeshire" || !std::isdigit(static_cast<unsigned char>(row[1]))));
        }
    }
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

TEST_CASE("The sweep that the readme of the scenarios shows is sound")
{
    TestLibrary own;
    own.with("sweeps/my-sweep.toml", code_behind(text_of(scenarios() / "README.md"), "## Sweep"));
    auto const sweep = load_sweep({{scenarios()}}, (own.root() / "sweeps/my-sweep.toml").string());
    REQUIRE(lines_of(sweep.problems) == "");
    CHECK(sweep.value->rows.size() == 64);
    CHECK(run_count(*sweep.value) == 64 * 1 * 5 * 10);
}

TEST_CASE("Every sample of the sweeps that the program brings along can be set")
{
    Library const library{{scenarios()}};
    auto const names = names_in(library, InputKind::sweep);
    CHECK(names.size() == 5);
    for (auto const& name : names)
    {
        auto const sweep = load_sweep(library, name);
        REQUIRE(sweep.has_value());
        for (std::size_t sample = 0; sample < sweep.value->rows.size(); ++sample)
            CHECK(loaded_sample(*sweep.value, sample).experiment == sweep.value->loaded.experiment);
    }
}

TEST_CASE("The screening goes over the whole ranges of the catalogue, as it says")
{
    Library const library{{scenarios()}};
    auto const sweep = load_sweep(library, "cambridgeshire-screening");
    REQUIRE(sweep.has_value());
    for (auto const& factor : sweep.value->design.factors)
    {
        INFO(factor.path);
        CHECK(factor.distribution->low == factor.what->range.lower);
        CHECK(factor.distribution->high == factor.what->range.upper);
        CHECK((factor.what->certainty == Certainty::assumption || factor.what->certainty == Certainty::derived));
    }
}
