#pragma once

#include "tests/support/small_market.hpp"

#include <cstdint>

/// Random small markets: places, outlooks, behaviours and strategies within the ranges of the catalogue.
namespace caremarket::tests
{

/// Numbers from which a market is made: 0 for a value leaves it as usual, so what shrinks them shrinks the market
/// towards the usual one.
class Choices
{
public:
    virtual ~Choices() = default;
    /// A whole number in [0, 1000].
    virtual int next() = 0;
};

/// Chooses every lever within its range; the mix is shares of one whole over five channels. What contradicts itself is
/// chosen anew.
void vary_strategy(Choices& choices, Strategy& strategy);

/// A small place whose people, providers, prices and levers are chosen.
[[nodiscard]] Inputs any_inputs(Choices& choices);

} // namespace caremarket::tests
