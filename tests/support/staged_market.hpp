#pragma once

#include "tests/support/small_market.hpp"

/// A market set up by hand, so that one phase can be watched at work: a small place's providers with neither people
/// nor contracts, ready for week 0, on which a test puts who and what it needs. What would confuse a case made by hand
/// is off until a test asks for it: nobody refuses or declines an offer, staff leave in fractions, every provider is a
/// firm of its own, and officers have time for everything.
namespace caremarket::tests
{

struct StagedMarket
{
    Inputs inputs;
    Market market;
    Week week; ///< 0

    explicit StagedMarket(SmallPlace const& place = {});

    /// The n-th open provider of a service in a locality, in order of key.
    [[nodiscard]] ProviderId provider(Service service, std::size_t locality, std::size_t n = 0) const;
    [[nodiscard]] static std::size_t at(ProviderId provider) { return static_cast<std::size_t>(provider); }

    /// Gives every provider of a service this quote, list price and reservation price.
    void set_prices(Service service, double quote, double list_price, double reservation);

    /// Closes the doors of every provider of a service: no free place.
    void fill_up(Service service);

    /// Sets what a provider can deliver [units] and staffs it for that.
    void set_capacity(ProviderId provider, int units);

    /// A person who seeks care from the first day of the week, needs one unit and stays for long.
    PersonSlot add_seeker(std::size_t locality, Service service, Funding funding);

    /// A person in care since earlier, counted in the provider's books; a self-funder's capital lasts for ever.
    PersonSlot add_resident(std::size_t locality, Service service, Funding funding, ProviderId provider, double price,
                            ContractId contract = no_contract);

    /// A contract in force, in the provider's locality, until a week.
    ContractId add_contract(ProviderId provider, int units, double price, std::int32_t ends = 400,
                            Channel kind = Channel::block);

    /// A council that buys a volume of a service in the first town and nothing elsewhere, at up to three times the usual
    /// rate, from bidders who know their cost and the council's need, are always ready, and bid for nothing.
    void seek(Service service, double volume, Mix const& mix);

    /// All lines noted so far, and no more.
    [[nodiscard]] std::vector<Decision> take_decisions();

    /// Money of a line in the current month and the next [pence].
    [[nodiscard]] Pence posted(Flow flow, Service service, Channel channel, std::size_t locality) const;

private:
    std::uint32_t people_ = 0;
    std::uint32_t contracts_ = 0;
};

} // namespace caremarket::tests
