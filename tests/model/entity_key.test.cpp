#include "model/entity_key.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace caremarket;

TEST_CASE("Keys of a million entities of all kinds are unique and none is the mark of an empty slot")
{
    std::vector<EntityKey> keys;
    for (char const* code : {"E07000008", "E07000009", "E0700000", "E070000088", "Z"})
    {
        EntityKey const locality = key_of(EntityKind::locality, code);
        keys.push_back(locality);
        for (EntityKind const kind : {EntityKind::person, EntityKind::provider, EntityKind::entrant,
                                      EntityKind::opening_person, EntityKind::tender})
            for (std::uint32_t a = 0; a < 20; ++a)
                for (std::uint32_t b = 0; b < 100; ++b)
                    for (std::uint32_t c = 0; c < 20; ++c)
                        keys.push_back(key_of(kind, locality, a, b, c));
    }
    std::sort(keys.begin(), keys.end());
    CHECK(keys.size() > 1'000'000);
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    CHECK(keys.front().value != 0);
}

TEST_CASE("An entity's key depends on its kind, its parent and every one of its coordinates")
{
    EntityKey const a = key_of(EntityKind::locality, "A");
    EntityKey const b = key_of(EntityKind::locality, "B");
    EntityKey const person = key_of(EntityKind::person, a, 1, 2, 3);
    CHECK(person == key_of(EntityKind::person, a, 1, 2, 3));
    CHECK(person != key_of(EntityKind::opening_person, a, 1, 2, 3));
    CHECK(person != key_of(EntityKind::person, b, 1, 2, 3));
    CHECK(person != key_of(EntityKind::person, a, 2, 1, 3));
    CHECK(person != key_of(EntityKind::person, a, 1, 3, 2));
    CHECK(person != key_of(EntityKind::person, a, 1, 2, 4));
}

TEST_CASE("Names that share letters have keys of their own")
{
    CHECK(key_of(EntityKind::locality, "AB") != key_of(EntityKind::locality, "BA"));
    CHECK(key_of(EntityKind::locality, "ABCDE") != key_of(EntityKind::locality, "ABCD"));
    CHECK(key_of(EntityKind::locality, std::string_view("A\0", 2)) != key_of(EntityKind::locality, "A"));
    CHECK(key_of(EntityKind::locality, "A") != key_of(EntityKind::commissioner, "A"));
}
