#include "model/alliance/shared_capacity.hpp"

#include "model/alliance/members.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// What the members did beyond their guarantees [quarters × days].
std::int64_t beyond_guarantees(Market const& market, Week const& week, Alliance const& alliance)
{
    std::int64_t beyond = 0;
    for (ContractId const contract : alliance.members)
    {
        auto const c = static_cast<std::size_t>(contract);
        std::int64_t const guaranteed = static_cast<std::int64_t>(market.contracts.guaranteed[c]) * week.days;
        beyond += std::max<std::int64_t>(0, market.delivery.weeks[c].used.quarter_days - guaranteed);
    }
    return beyond;
}

void count_shared(Market& market, Week const& week, std::size_t contract, std::int64_t quarter_days)
{
    WeekAmount const days = over_months(quarter_days, week.months);
    std::size_t const area = market.area(market.contracts.service[contract], market.contracts.locality[contract]);
    for (std::size_t month = 0; month < 2; ++month)
        market.counts[month].areas[area].shared_quarter_days += month == 0 ? days.first_month : days.next_month();
}

} // namespace

void share_guarantees(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    for (Alliance& alliance : alliances_in_force(market))
    {
        std::int64_t beyond = beyond_guarantees(market, week, alliance);
        std::sort(alliance.members.begin(), alliance.members.end(),
                  [&contracts](ContractId a, ContractId b)
                  {
                      auto const x = static_cast<std::size_t>(a);
                      auto const y = static_cast<std::size_t>(b);
                      return std::tuple{-contracts.price[x], contracts.key[x]} <
                             std::tuple{-contracts.price[y], contracts.key[y]};
                  });
        for (ContractId const contract : alliance.members)
        {
            auto const c = static_cast<std::size_t>(contract);
            std::int64_t& held = market.delivery.weeks[c].held;
            std::int64_t const filled = std::min(held, beyond);
            if (filled == 0)
                continue;
            held -= filled;
            beyond -= filled;
            count_shared(market, week, c, filled);
        }
    }
}

} // namespace caremarket
