#include "model/build.hpp"
#include "model/step.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <new>

// A program of its own: it counts every allocation made through new.

namespace
{
std::size_t allocations = 0;
} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc{};
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

std::vector<EntityKey> in_force(Market const& market)
{
    std::vector<EntityKey> keys;
    for (ContractId contract = 0; contract < market.contracts.size(); ++contract)
        if (!market.contracts.is_empty(contract) &&
            market.contracts.is_in_force[static_cast<std::size_t>(contract)] != 0)
            keys.push_back(market.contracts.key[static_cast<std::size_t>(contract)]);
    return keys;
}

} // namespace

TEST_CASE("An ordinary week, in which no month begins or ends, nobody opens and no contract begins or ends, allocates "
          "nothing")
{
    Inputs const inputs = small_inputs();
    Market market = market_at_start(inputs, 0);
    Record record({36, market.locality_count()});
    Clock const clock(inputs.first_year);
    int ordinary = 0;
    int allocating = 0;
    for (std::int32_t week = 0; week < 156; ++week)
    {
        Week const now = clock.week(week);
        std::size_t const slots = market.providers.key.size();
        std::vector<EntityKey> const contracts = in_force(market);
        std::size_t const before = allocations;
        advance(market, inputs, now, in_order, record);
        bool const has_allocated = allocations != before;
        bool const ends_month = clock.week(week + 1).months.first_month != now.months.first_month;
        bool const is_ordinary =
            !now.opens_month && !ends_month && market.providers.key.size() == slots && in_force(market) == contracts;
        ordinary += is_ordinary;
        allocating += is_ordinary && has_allocated;
    }
    CHECK(ordinary > 100);
    // A column or a list that reaches a new height grows, by half or more: a few times in three years.
    CHECK(allocating <= 12);
}
