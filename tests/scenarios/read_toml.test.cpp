#include "scenarios/read_toml.hpp"

#include "scenarios/text_file.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace caremarket;

TEST_CASE("Keys and values of TOML know their line and column")
{
    auto const read = read_toml("# a comment\n[homecare]\n  contract_length = 4\n", "x.toml");
    REQUIRE(read.has_value());
    auto const& section = *read.value->find("homecare")->value.as<TomlTable>();
    CHECK(section.entries.at(0).key_at == Position{3, 3});
    CHECK(section.entries.at(0).value.at == Position{3, 21});
}

TEST_CASE("TOML keys come in the order of the file")
{
    auto const read = read_toml("b = 1\na = 2\n", "x.toml");
    REQUIRE(read.has_value());
    CHECK(read.value->entries.at(0).key == "b");
}

TEST_CASE("Malformed TOML is one problem with its place")
{
    auto const read = read_toml("schema = 1\nyears = = 3\n", "x.toml");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 2);
    CHECK_THAT(to_line(read.problems[0]), Catch::StartsWith("x.toml:2:"));
}

TEST_CASE("A section header that loses the parser is told with its line")
{
    CHECK(lines_of(read_toml("a = 1\n\n[*\nb = 1\n", "x.toml").problems) ==
          "x.toml:3:1: not TOML: no key or value begins like this\n");
}

TEST_CASE("Bytes that are not UTF-8 are one problem with the place of the first")
{
    auto const read = read_toml("schema = 1\ntitle = \"caf\xe9\"\n", "x.toml");
    CHECK(lines_of(read.problems) == "x.toml:2:13: byte 0xe9 is not UTF-8\n");
}

TEST_CASE("A NUL byte is refused")
{
    CHECK(lines_of(read_toml(std::string_view{"a = 1\0\n", 7}, "x.toml").problems) ==
          "x.toml:1:6: a NUL byte: this is no text file\n");
}

TEST_CASE("A character above ASCII where a key or value should be is a problem with its place, not undefined behaviour")
{
    CHECK_THAT(lines_of(read_toml("\xcd\xbb/", "x.toml").problems), Catch::StartsWith("x.toml:1:1: not TOML: "));
    CHECK_THAT(lines_of(read_toml("\"é\" = '''é'''  é", "x.toml").problems),
               Catch::StartsWith("x.toml:1:16: not TOML: "));
    CHECK_THAT(lines_of(read_toml("a =0\"x$é\"\nm", "x.toml").problems), Catch::StartsWith("x.toml:1:"));
}

TEST_CASE("Characters above ASCII come out of keys and strings as they went in")
{
    auto const read = read_toml("\xEF\xBB\xBF# é\n\"ü\" = \"é\\u00e9…\\\"€😀\" # é\nd = '''\uFFFD'''\n", "x.toml");
    REQUIRE(lines_of(read.problems).empty());
    CHECK(read.value->entries.at(0).key == "ü");
    CHECK(*read.value->entries.at(0).value.as<std::string>() == "éé…\"€😀");
    CHECK(*read.value->entries.at(1).value.as<std::string>() == "\uFFFD");
}

TEST_CASE("A NUL made by an escape sequence is refused, and a character the parser cannot be sheltered from")
{
    CHECK(lines_of(read_toml("a = \"x\\u0000\"", "x.toml").problems) == "x.toml:1:5: a text with a NUL character\n");
    CHECK_THAT(lines_of(read_toml("a = \"\xF4\x80\x80\x80\"", "x.toml").problems), Catch::Contains("private-use"));
    CHECK_THAT(lines_of(read_toml("a = \"\\U00100041\"", "x.toml").problems), Catch::Contains("private-use"));
}

TEST_CASE("A missing file is one clear problem")
{
    CHECK(lines_of(read_text_file({"/nowhere/x.toml", "x.toml"}).problems) == "x.toml: there is no such file\n");
}

TEST_CASE("A folder in place of a file is one clear problem")
{
    CHECK(lines_of(read_text_file({"/", "x.toml"}).problems) == "x.toml: is a folder, not a file\n");
}

TEST_CASE("A device in place of a file is not read")
{
    CHECK(lines_of(read_text_file({"/dev/zero", "x.toml"}).problems) == "x.toml: is not a regular file\n");
}

TEST_CASE("A file that may not be read is one clear problem")
{
    TestLibrary library;
    auto const path = library.root() / "strategies/spot.toml";
    std::filesystem::permissions(path, std::filesystem::perms::none);
    if (geteuid() == 0) // root reads everything
        return;
    CHECK_THAT(lines_of(read_text_file({path, "x.toml"}).problems), Catch::StartsWith("x.toml: cannot be read: "));
}

TEST_CASE("A file larger than any scenario is refused unread")
{
    TestLibrary library;
    library.with("strategies/large.toml", "");
    std::filesystem::resize_file(library.root() / "strategies/large.toml", largest_file + 1);
    CHECK(lines_of(read_text_file({library.root() / "strategies/large.toml", "x.toml"}).problems) ==
          "x.toml: is larger than 16 MB\n");
}
