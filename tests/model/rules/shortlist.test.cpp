#include "model/rules/shortlist.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

using Places = std::vector<std::size_t>;

std::vector<RecordSeen> const records = {
    {-1.0, 3.0, EntityKey{1}}, {0.0, -1.0, EntityKey{2}}, {1.0, -3.0, EntityKey{3}}, {0.0, 2.0, EntityKey{4}}};

} // namespace

TEST_CASE("A shortlist takes the best rated first, however well the others write")
{
    CHECK(shortlist_of(records, 1) == Places{2});
}

TEST_CASE("Among equally rated providers those who write best are invited")
{
    CHECK(shortlist_of(records, 2) == Places{2, 3});
    CHECK(shortlist_of(records, 3) == Places{1, 2, 3});
}

TEST_CASE("A shortlist as long as all there are leaves nobody out")
{
    CHECK(shortlist_of(records, 4) == Places{0, 1, 2, 3});
    CHECK(shortlist_of(records, 20) == Places{0, 1, 2, 3});
    CHECK(shortlist_of({}, 5).empty());
}
