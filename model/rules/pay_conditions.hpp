#pragma once

namespace caremarket
{

/// What a contract says about the staff who work under it.
/// Source: Walsall contracting and procurement strategy 2016, 4.2 (the living wage among what bidders are asked for);
/// councils' homecare contracts with a wage floor (Islington 2014-15, Brent 2019) or guaranteed hours (Wigan 2017-25).
struct PayConditions
{
    double floor = 0;            ///< [multiple of the real living wage]; 0: the law's floor alone
    double guaranteed_hours = 0; ///< [share] of their hours that are paid whether there is work or not
    friend bool operator==(PayConditions const&, PayConditions const&) = default;
};

/// What an hour under the contract is paid [GBP/h].
/// \param wage             that the provider offers [GBP/h]
/// \param real_living_wage of the day [GBP/h]; 0: not known
[[nodiscard]] double pay_under(PayConditions const& conditions, double wage, double real_living_wage);

} // namespace caremarket
