#pragma once

#include "tests/support/staged_market.hpp"

#include <vector>

/// A lot of eight beds in one town, and homes that are alike unless a test makes them differ: each has room for all of
/// it, has no cost but that of care, knows that cost, fears nothing and has nobody else to sell to. So a home's lowest
/// price is in proportion to its efficiency, the firm's own number for what care costs it. Other towns have as many such
/// homes, and seek nothing until a test says so.
namespace caremarket::tests
{

struct StagedTender : StagedMarket
{
    static constexpr Service service = Service::residential;
    static constexpr double lot = 8.0; // [beds]

    explicit StagedTender(std::size_t homes, std::size_t towns = 1, std::size_t councils = 1);

    /// Gives all councils the levers of the first.
    void agree();

    /// Lets the lot in week 0 as the council's strategy says: the lowest price wins until a test says otherwise.
    void let();

    [[nodiscard]] ProviderId home(std::size_t n) const { return provider(service, 0, n); }
    [[nodiscard]] std::size_t homes() const { return market.providers_of[market.area(service, 0)].size(); }
    [[nodiscard]] StrategyService& levers() { return inputs.strategies.front().of[service]; }

    /// The home that has won the lot; no_provider where nobody has.
    [[nodiscard]] ProviderId winner() const;
    /// What it is paid [GBP/bed-week].
    [[nodiscard]] double price() const;
    /// Lowest price at which a home takes the lot, if it judges its cost rightly [GBP/bed-week].
    [[nodiscard]] double cost(ProviderId home) const;
};

} // namespace caremarket::tests
