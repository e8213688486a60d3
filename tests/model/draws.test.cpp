#include "model/draws.hpp"

#include <catch2/catch.hpp>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace caremarket;

namespace
{

using Philox = r123::Philox4x32;

EntityKey entity(std::uint32_t i)
{
    return key_of(EntityKind::person, EntityKey{99}, i);
}

/// Smallest count whose cumulative chance reaches u.
std::uint32_t boost_poisson(double mean, double u)
{
    using namespace boost::math;
    using RoundUp = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;
    return static_cast<std::uint32_t>(quantile(poisson_distribution<double, RoundUp>(mean), u));
}

} // namespace

TEST_CASE("Random123's Philox4x32-10 gives the words its authors published")
{
    auto const words = [](std::array<std::uint32_t, 4> c, std::array<std::uint32_t, 2> k)
    {
        auto const w = Philox{}(Philox::ctr_type{{c[0], c[1], c[2], c[3]}}, Philox::key_type{{k[0], k[1]}});
        return std::array<std::uint32_t, 4>{w[0], w[1], w[2], w[3]};
    };
    CHECK(words({0, 0, 0, 0}, {0, 0}) == std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(words({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
          std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(words({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("A draw is Random123's word for the counter (entity, occasion, purpose, draw) under the replicate's key")
{
    std::uint64_t const seed = 0x0123456789abcdefULL;
    auto const key_words =
        Philox{}(Philox::ctr_type{{0x89abcdef, 0x01234567, 5, 0}}, Philox::key_type{{0x63617265, 0x6d6b7431}});
    Philox::key_type const key{{key_words[0], key_words[1]}};
    EntityKey const who{0xfedcba9876543210ULL};
    auto const words = Philox{}(
        Philox::ctr_type{{0x76543210, 0xfedcba98, 77, static_cast<std::uint32_t>(Purpose::lottery) << 16 | 9}}, key);
    Draws const draws(seed, 5);
    auto const two = draws.two_uniform(who, Purpose::lottery, 77, 9);
    CHECK(two[0] == draws.uniform(who, Purpose::lottery, 77, 9));
    CHECK(two[1] ==
          (static_cast<double>(draws.bits(who, Purpose::lottery, 77, 9) >> 12) + 0.5) * 0x1p-52); // the other two words
    CHECK(draws.bits(who, Purpose::lottery, 77, 9) ==
          (static_cast<std::uint64_t>(words[2]) | static_cast<std::uint64_t>(words[3]) << 32));
    std::uint64_t const low = static_cast<std::uint64_t>(words[0]) | static_cast<std::uint64_t>(words[1]) << 32;
    CHECK(draws.uniform(who, Purpose::lottery, 77, 9) == (static_cast<double>(low >> 12) + 0.5) * 0x1p-52);
}

TEST_CASE("A replicate depends on the seed and its number alone, and no two are alike")
{
    std::set<std::uint64_t> seen;
    for (std::uint64_t const seed :
         {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 32, (std::uint64_t{1} << 63) - 1})
        for (std::uint32_t replicate = 0; replicate < 500; ++replicate)
        {
            std::uint64_t const bits = Draws(seed, replicate).bits(entity(1), Purpose::stay);
            REQUIRE(bits == Draws(seed, replicate).bits(entity(1), Purpose::stay));
            REQUIRE(seen.insert(bits).second);
        }
}

TEST_CASE("A draw depends on entity, purpose, occasion and number, and on nothing asked before")
{
    Draws const draws(1, 0);
    double const one = draws.uniform(entity(1), Purpose::stay, 3, 4);
    CHECK(draws.uniform(entity(2), Purpose::stay, 3, 4) != one);
    CHECK(draws.uniform(entity(1), Purpose::quality, 3, 4) != one);
    CHECK(draws.uniform(entity(1), Purpose::stay, 4, 4) != one);
    CHECK(draws.uniform(entity(1), Purpose::stay, 3, 3) != one);
    CHECK(draws.uniform(entity(1), Purpose::stay, 3, 4) == one);
}

TEST_CASE("Uniform draws lie strictly between 0 and 1, and fill the interval evenly")
{
    // The two ends of the 64 bits, as uniform() turns them into a number.
    CHECK((static_cast<double>(std::uint64_t{0} >> 12) + 0.5) * 0x1p-52 > 0.0);
    CHECK((static_cast<double>(~std::uint64_t{0} >> 12) + 0.5) * 0x1p-52 < 1.0);

    Draws const draws(1, 0);
    constexpr std::size_t cells = 100;
    constexpr std::uint32_t count = 200'000;
    std::vector<double> hits(cells, 0.0);
    for (std::uint32_t i = 0; i < count; ++i)
    {
        double const u = draws.uniform(entity(i), Purpose::choice, i % 7, 2);
        REQUIRE(u > 0.0);
        REQUIRE(u < 1.0);
        hits[static_cast<std::size_t>(u * cells)] += 1.0;
    }
    double chi_squared = 0.0;
    double const expected = static_cast<double>(count) / cells;
    for (double const hit : hits)
        chi_squared += (hit - expected) * (hit - expected) / expected;
    CHECK(chi_squared < 149.4); // 99 degrees of freedom: passed by chance 999 times of 1,000
    CHECK(chi_squared > 60.0);  // nor more even than chance would have it
}

TEST_CASE("Poisson draws are the quantiles of the distribution at the person's own uniform")
{
    Draws const draws(3, 1);
    for (double const mean : {0.001, 0.03, 0.7, 3.0, 25.0, 180.0, 599.0})
        for (std::uint32_t i = 0; i < 400; ++i)
        {
            double const u = draws.uniform(entity(i), Purpose::arrivals, 5, 2);
            REQUIRE(draws.poisson(mean, entity(i), Purpose::arrivals, 5, 2) == boost_poisson(mean, u));
        }
    CHECK(draws.poisson(0.0, entity(1), Purpose::arrivals, 0, 0) == 0);
    CHECK(draws.poisson(-1.0, entity(1), Purpose::arrivals, 0, 0) == 0);
}

TEST_CASE("Eight Poisson draws together are the eight drawn one by one")
{
    Draws const draws(3, 1);
    std::array<double, block_of_draws> const means{0.0, -1.0, 0.02, 1.5, 40.0, 599.0, 601.0, 5000.0};
    for (std::uint32_t i = 0; i < 200; ++i)
    {
        auto const together = draws.poisson_of_eight(means, entity(i), Purpose::arrivals, 7, 16);
        for (std::size_t at = 0; at < block_of_draws; ++at)
            REQUIRE(together[at] ==
                    draws.poisson(means[at], entity(i), Purpose::arrivals, 7, static_cast<std::uint16_t>(16 + at)));
    }
}

TEST_CASE("A higher rate never takes away a person who came at a lower one")
{
    Draws const draws(3, 1);
    for (std::uint32_t i = 0; i < 200; ++i)
    {
        std::uint32_t before = 0;
        for (double mean = 0.01; mean < 600.0; mean *= 1.17)
        {
            std::uint32_t const now = draws.poisson(mean, entity(i), Purpose::arrivals, 1, 0);
            REQUIRE(now >= before);
            before = now;
        }
    }
}

TEST_CASE("Rates above 600, where the chance of nobody underflows, keep the mean and spread of a Poisson number")
{
    Draws const draws(4, 0);
    for (double const mean : {900.0, 1150.0})
    {
        double sum = 0.0;
        double squares = 0.0;
        constexpr int count = 3000;
        for (std::uint32_t i = 0; i < count; ++i)
        {
            double const n = draws.poisson(mean, entity(i), Purpose::arrivals, 0, 0) - mean;
            sum += n;
            squares += n * n;
        }
        CHECK(std::abs(sum / count) < 4.0 * std::sqrt(mean / count));
        CHECK(squares / count == Approx(mean).epsilon(4.0 * std::sqrt(2.0 / count)));
    }
}

// Both halves of a rate above 1,200 are halved again, and ask for the same draw.
TEST_CASE("Rates above 1,200 keep the spread of a Poisson number too")
{
    Draws const draws(4, 0);
    double const mean = 2000.0;
    double squares = 0.0;
    constexpr int count = 2000;
    for (std::uint32_t i = 0; i < count; ++i)
    {
        double const n = draws.poisson(mean, entity(i), Purpose::arrivals, 0, 0) - mean;
        squares += n * n;
    }
    CHECK(squares / count == Approx(mean).epsilon(4.0 * std::sqrt(2.0 / count)));
}

TEST_CASE("Exponential and normal draws are the quantiles of their distributions")
{
    Draws const draws(5, 2);
    boost::math::normal const standard;
    for (std::uint32_t i = 0; i < 5000; ++i)
    {
        double const u = draws.uniform(entity(i), Purpose::quality, i, 1);
        CHECK(draws.exponential(entity(i), Purpose::quality, i, 1) == Approx(-std::log(u)).epsilon(1e-14));
        CHECK(draws.normal(entity(i), Purpose::quality, i, 1) ==
              Approx(boost::math::quantile(standard, u)).epsilon(1e-13).margin(1e-14));
    }
}

TEST_CASE("A log-normal draw has the mean it is asked for, and with no spread is that mean")
{
    Draws const draws(6, 0);
    CHECK(draws.log_normal(11.0, 0.0, entity(1), Purpose::person_traits) == 11.0);
    double sum = 0.0;
    constexpr int count = 100'000;
    for (std::uint32_t i = 0; i < count; ++i)
        sum += draws.log_normal(11.0, 0.6, entity(i), Purpose::person_traits);
    double const sd = 11.0 * std::sqrt(std::exp(0.36) - 1.0);
    CHECK(std::abs(sum / count - 11.0) < 4.0 * sd / std::sqrt(count));
}

TEST_CASE("A draw is the same in a block of eight as alone")
{
    Draws const draws(7, 3);
    CounterBlock block;
    for (std::size_t i = 0; i < block_of_draws; ++i)
        Draws::address(block, i, EntityKey{1000 + i}, Purpose::lottery, 42, static_cast<std::uint16_t>(i));
    draws.draw(block);
    for (std::size_t i = 0; i < block_of_draws; ++i)
        CHECK(Draws::bits_of(block, i) ==
              draws.bits(EntityKey{1000 + i}, Purpose::lottery, 42, static_cast<std::uint16_t>(i)));
}
