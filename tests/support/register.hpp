#pragma once

#include "model/market.hpp"

#include <map>

/// Who is who in a ledger of decisions.
namespace caremarket::tests
{

/// What the ledger's keys stand for, as first seen. Its lines say neither where a person lives and who pays at first,
/// nor what a provider offers where, nor of which kind a contract is.
struct Register
{
    struct Person
    {
        std::size_t locality = 0;
        Funding funding{};
        bool has_direct_payment = false;
    };
    struct Provider
    {
        Service service{};
        std::size_t locality = 0;
        bool is_in_house = false;
    };
    struct Contract
    {
        EntityKey key{};
        std::size_t locality = 0;
        Service service{};
        Channel kind{};
        double discount = 0; ///< of a sliding scale
        Lot lot;             ///< whom it serves, and who pays
    };
    std::map<EntityKey, Person> people;
    std::map<EntityKey, Provider> providers;
    std::map<EntityKey, Contract> contracts;

    /// Writes down who and what is there now for the first time.
    void add(Market const& market);
};

} // namespace caremarket::tests
