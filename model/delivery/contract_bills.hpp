#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

/// What a week under a contract costs those who buy it together.
namespace caremarket
{

/// What is paid for under a contract in a week, in units at its full price.
struct DueUnits
{
    double used = 0; ///< less what people's own prices are below the contract's
    double all = 0;  ///< and what is kept free
};

[[nodiscard]] DueUnits units_due(Market const& market, Week const& week, ContractId contract,
                                 ContractWeek const& given);

struct ContractBill
{
    ContractId contract = no_contract;
    ContractWeek given;
    DueUnits due;
};

/// Councils, and the NHS where it joins, pay each for what its own people used, and its part of what was kept free, in
/// proportion to what it sought when the contract was let. A sliding scale counts everybody's volume together, and all
/// have the same part of the discount. In nursing homes the NHS pays, for people whose whole care it pays, besides the
/// contract's price what it puts towards the nursing of others.
/// \returns what the provider receives
[[nodiscard]] Pence pay_bill(Market& market, Week const& week, ContractBill const& bill);

} // namespace caremarket
