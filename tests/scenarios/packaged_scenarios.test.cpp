#include "scenarios/load_any.hpp"
#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

TEST_CASE("Every scenario file that the program brings along is sound")
{
    Library const library{{std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios"}};
    for (auto const kind : all_of<InputKind>())
        for (auto const& name : names_in(library, kind))
        {
            auto const file = find_file(library, kind, name);
            CHECK(lines_of(load_any(library, file->path.string()).problems) == "");
        }
}
