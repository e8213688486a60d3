#include "model/rules/ring_fence.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr Candidate stranger{.serves_council = false,
                             .sector = Sector::independent,
                             .is_grouped = true,
                             .size = 2.0,
                             .rating = Rating::requires_improvement};

} // namespace

TEST_CASE("A large firm of a group, not rated good and unknown to the council, is outside every fence")
{
    for (RingFence const fence : all_of<RingFence>())
        CHECK_FALSE(is_inside(fence, stranger));
}

TEST_CASE("One thing brings a provider inside one fence, and inside no other")
{
    EnumArray<RingFence, Candidate> inside{{stranger, stranger, stranger, stranger}};
    inside[RingFence::incumbents].serves_council = true;
    inside[RingFence::voluntary].sector = Sector::voluntary;
    inside[RingFence::small].is_grouped = false;
    inside[RingFence::small].size = 0.5;
    inside[RingFence::rated_good].rating = Rating::good;
    for (RingFence const fence : all_of<RingFence>())
        for (RingFence const candidate : all_of<RingFence>())
            CHECK(is_inside(fence, inside[candidate]) == (fence == candidate));
}

TEST_CASE("Small is a home of its own below the usual size; a small one of a group is not, nor a usual one alone")
{
    CHECK(is_inside(RingFence::small, {.is_grouped = false, .size = 0.99, .rating = std::nullopt}));
    CHECK_FALSE(is_inside(RingFence::small, {.is_grouped = true, .size = 0.5, .rating = std::nullopt}));
    CHECK_FALSE(is_inside(RingFence::small, {.is_grouped = false, .size = 1.0, .rating = std::nullopt}));
}

TEST_CASE("Whoever has not been inspected is not rated good; outstanding is more than good")
{
    CHECK_FALSE(is_inside(RingFence::rated_good, {.rating = std::nullopt}));
    CHECK(is_inside(RingFence::rated_good, {.rating = Rating::outstanding}));
}
