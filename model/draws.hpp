#pragma once

#include "model/engine/draw_block.hpp"
#include "model/entity_key.hpp"
#include "model/maths.hpp"

#include <Random123/philox.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace caremarket
{

/// What a random number is for. Numbers of one purpose never move those of another; new purposes go to the end,
/// for the number of a purpose is part of the counter and so of every result.
enum class Purpose : std::uint16_t
{
    arrivals = 1,    ///< number of people arriving: entity locality, occasion week, draw = stratum
    person_traits,   ///< entity person
    stay,            ///< threshold of the length of care: entity person
    lottery,         ///< order among equals: entity person, occasion week
    opening_care,    ///< where a person of the opening stock is, and since when
    provider_traits, ///< entity provider
    retirement,      ///< threshold: entity provider
    inspection,      ///< threshold and what the inspector sees: entity provider, occasion number of inspection
    quality,         ///< entity provider, occasion month
    choice,          ///< what a taste class likes about a provider: entity provider, draw = class
    bid,             ///< misjudgement of cost: entity bid (tender and provider), occasion number of the look
    entry,           ///< entity locality, occasion week: whether a firm looks; entity entrant: what it thinks
    offer,           ///< entity person, occasion provider's key: whether they agree
    written_quality, ///< entity bid, occasion number of the look: what it reads like
    ownership,       ///< entity provider: its sector, its group, and what becomes of it when the group fails
    review,          ///< entity person, occasion month: whether a package is reviewed
    extension,       ///< entity provider, occasion week: whether it looks at building on
    leavers,         ///< threshold: entity provider, occasion number of workers who have left
    design,          ///< entity factor, occasion number of a point: where a sweep looks, no part of a run
    outcome,         ///< what the council sees of an outcome: entity contract, occasion week
    first_look,      ///< entity bid: what a provider writes about itself before offers are invited
    preparation,     ///< entity provider: how long it takes over an offer
    demand_seen,     ///< entity bid, or tender for what the council publishes: misjudgement of what will be needed
    innovation,      ///< entity bid: what a new way of working costs
    visit,           ///< threshold and what the council sees: entity contract, occasion number of the visit
    reablement,      ///< entity person: whether they are offered it, and what comes of it
    prevention,      ///< entity person: whether prevention spares them the need
    technology,      ///< entity person: whether they get it
    family_strain,   ///< threshold: entity person, of the family that does more
    devolved,        ///< entity person: whether a care manager buys for them
    dear_placement,  ///< entity person, occasion month: whether a dear placement is reviewed
    move,            ///< entity person: whether they would move to a cheaper place
    dispute,         ///< entity what an alliance was let, occasion week: whether its members fall out
    outside_review   ///< entity person, occasion week: whether a review is bought from outside
};

/// Random numbers of one replicate, addressed by what they are for. There is no state: the same address gives the
/// same number whenever and in whatever order it is asked for, so runs of two strategies meet the same people and
/// the same shocks, on any number of threads.
class Draws
{
public:
    /// \param seed of the experiment, below 2^63
    /// \param replicate 0, 1, …: replicate i depends on (seed, i) alone
    Draws(std::uint64_t seed, std::uint32_t replicate)
    {
        using Philox = r123::Philox4x32;
        Philox::ctr_type const counter{
            {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), replicate, 0}};
        auto const words = Philox{}(counter, Philox::key_type{{0x63617265, 0x6d6b7431}}); // "care", "mkt1"
        key_ = {{words[0], words[1]}};
    }

    /// Uniform on (0, 1): 53 bits, never 0 or 1.
    [[nodiscard]] double uniform(EntityKey entity, Purpose purpose, std::uint32_t occasion = 0,
                                 std::uint16_t draw = 0) const
    {
        auto const words = r123::Philox4x32{}(counter(entity, purpose, occasion, draw), key_);
        return uniform_from(words[0], words[1]);
    }

    /// Two independent numbers from one address: the first is what uniform() gives.
    [[nodiscard]] std::array<double, 2> two_uniform(EntityKey entity, Purpose purpose, std::uint32_t occasion = 0,
                                                    std::uint16_t draw = 0) const
    {
        auto const words = r123::Philox4x32{}(counter(entity, purpose, occasion, draw), key_);
        return {uniform_from(words[0], words[1]), uniform_from(words[2], words[3])};
    }

    /// 64 uniform bits.
    [[nodiscard]] std::uint64_t bits(EntityKey entity, Purpose purpose, std::uint32_t occasion = 0,
                                     std::uint16_t draw = 0) const
    {
        auto const words = r123::Philox4x32{}(counter(entity, purpose, occasion, draw), key_);
        return static_cast<std::uint64_t>(words[2]) | static_cast<std::uint64_t>(words[3]) << 32;
    }

    /// Puts the address of a draw into a block, to be drawn with seven others.
    static void address(CounterBlock& block, std::size_t i, EntityKey entity, Purpose purpose,
                        std::uint32_t occasion = 0, std::uint16_t draw = 0)
    {
        auto const words = counter(entity, purpose, occasion, draw);
        for (std::size_t w = 0; w < 4; ++w)
            block.words[w][i] = words[w];
    }

    /// Draws for a block of addresses: the words each would give alone.
    void draw(CounterBlock& block) const { philox_of_eight(block, {key_[0], key_[1]}); }

    /// What bits() would have given for one of a block's addresses.
    [[nodiscard]] static std::uint64_t bits_of(CounterBlock const& drawn, std::size_t i)
    {
        return static_cast<std::uint64_t>(drawn.words[2][i]) | static_cast<std::uint64_t>(drawn.words[3][i]) << 32;
    }

    /// What uniform() would have given for one of a block's addresses.
    [[nodiscard]] static double uniform_of(CounterBlock const& drawn, std::size_t i)
    {
        return uniform_from(drawn.words[0][i], drawn.words[1][i]);
    }

    /// Exponential with mean 1, from a uniform number.
    [[nodiscard]] static double exponential_from(double u) { return -maths::log(u); }

    /// Log-normal with this mean and standard deviation of the logarithm, from a uniform number.
    [[nodiscard]] static double log_normal_from(double u, double mean, double spread)
    {
        if (spread == 0.0)
            return mean;
        return mean * maths::exp(spread * maths::normal_quantile(u) - 0.5 * spread * spread);
    }

    /// Exponential with mean 1.
    [[nodiscard]] double exponential(EntityKey entity, Purpose purpose, std::uint32_t occasion = 0,
                                     std::uint16_t draw = 0) const
    {
        return exponential_from(uniform(entity, purpose, occasion, draw));
    }

    /// Standard normal.
    [[nodiscard]] double normal(EntityKey entity, Purpose purpose, std::uint32_t occasion = 0,
                                std::uint16_t draw = 0) const
    {
        return maths::normal_quantile(uniform(entity, purpose, occasion, draw));
    }

    /// Log-normal with this mean and standard deviation of the logarithm.
    [[nodiscard]] double log_normal(double mean, double spread, EntityKey entity, Purpose purpose,
                                    std::uint32_t occasion = 0, std::uint16_t draw = 0) const
    {
        return spread == 0.0 ? mean : log_normal_from(uniform(entity, purpose, occasion, draw), mean, spread);
    }

    /// Poisson by inverting its distribution: more people at a higher rate, and the same ones first (up to a mean of
    /// 600; beyond it a sum of draws of such pieces). \pre draw < 256, mean < 150000
    [[nodiscard]] std::uint32_t poisson(double mean, EntityKey entity, Purpose purpose, std::uint32_t occasion,
                                        std::uint16_t draw) const;

    /// What poisson() gives for eight means with eight consecutive draws from `first` on.
    [[nodiscard]] std::array<std::uint32_t, block_of_draws>
    poisson_of_eight(std::array<double, block_of_draws> const& means, EntityKey entity, Purpose purpose,
                     std::uint32_t occasion, std::uint16_t first) const;

private:
    [[nodiscard]] static double uniform_from(std::uint32_t low, std::uint32_t high)
    {
        std::uint64_t const bits = static_cast<std::uint64_t>(low) | static_cast<std::uint64_t>(high) << 32;
        return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
    }

    [[nodiscard]] static r123::Philox4x32::ctr_type counter(EntityKey entity, Purpose purpose, std::uint32_t occasion,
                                                            std::uint16_t draw)
    {
        return {{static_cast<std::uint32_t>(entity.value), static_cast<std::uint32_t>(entity.value >> 32), occasion,
                 static_cast<std::uint32_t>(purpose) << 16 | draw}};
    }

    r123::Philox4x32::key_type key_{};
};

} // namespace caremarket
