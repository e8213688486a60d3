#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/guaranteed_hours.hpp"
#include "model/rules/pay_conditions.hpp"

namespace caremarket
{

/// What an hour of this provider's care staff is paid, on-costs included [GBP/h].
[[nodiscard]] double paid_hour_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Cost of employing an hour, with what replacing those who leave and filling gaps from agencies lately cost spread
/// over it [GBP/h].
[[nodiscard]] double hour_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Paid staff hours that a unit of care takes, travel and those of absent staff beyond the usual included [h/unit].
[[nodiscard]] double hours_per_unit(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Food, utilities, mileage that a unit of care takes [GBP/unit].
[[nodiscard]] double running_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Cost that a further unit of care brings, paid for as the council pays, less what the NHS puts to its nursing
/// [GBP/unit]: all prices of a nursing home are struck with that contribution in view.
[[nodiscard]] double variable_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// What a further unit costs more under a contract with these conditions than on average [GBP/unit]: its staff's pay is
/// lifted to the contract's floor, and not by other contracts' floors; hours it must guarantee are paid when idle.
/// \param units a week that the contract will have used
[[nodiscard]] double cost_of_conditions(Market const& market, Inputs const& inputs, ProviderId provider,
                                        PayConditions const& pay, double units);

/// How a provider weighs idle time against leavers when it guarantees hours.
[[nodiscard]] GuaranteedHoursChoice hours_choice_of(Market const& market, Inputs const& inputs, ProviderId provider);

/// Overhead of a provider of this size, at start prices [GBP/week].
[[nodiscard]] double overhead_for(BehaviourService const& behaviour, double size);

/// Cost that does not depend on the care delivered [GBP/week].
struct FixedCost
{
    double overhead = 0; ///< office, manager, night cover
    double capital = 0;  ///< rent, or return on the building
    double idle = 0;     ///< staff hours guaranteed and not worked, lately
    [[nodiscard]] double total() const { return overhead + capital + idle; }
};
[[nodiscard]] FixedCost fixed_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// What its office would cost a provider less if this volume came under a contract let as one with those of its owner's
/// other services, as it has to be earned by a price [GBP/week].
/// \param volume [units/week]
[[nodiscard]] double office_shared_by(Market const& market, Behaviour const& behaviour, ProviderId provider,
                                      double volume);

/// Rent of, or return on, a building or office of this size at the date's prices and cost of capital [GBP/week].
[[nodiscard]] double capital_charge_for(Market const& market, BehaviourService const& behaviour, double size);

/// Fixed cost as it has to be earned by a price [GBP/week]: the council pays for a little less than it commissions,
/// and all volumes here are commissioned ones.
[[nodiscard]] double fixed_cost_as_paid(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Part of the charge for capital that is owed in cash whatever happens [share].
[[nodiscard]] double debt_of(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Surplus over all cost that the provider asks for [share]: firms alone ask for one.
[[nodiscard]] double required_surplus(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Volume a provider reckons with when it spreads its fixed cost [units/week]: what it lately filled of its
/// capacity, and at least `least_volume` of its size.
[[nodiscard]] double expected_units(Market const& market, ProviderId provider);

/// Unit cost at that volume [GBP/unit].
[[nodiscard]] double full_unit_cost(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// What its books show to whom they are opened: unit cost at the volume it reckons with, and the surplus it asks for
/// [GBP/unit].
[[nodiscard]] double cost_in_books(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Part of unit cost that moves with pay [share].
[[nodiscard]] double wage_share(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Growth of its unit cost on the last 1 April, as it reckons it [share].
[[nodiscard]] double own_cost_growth(Market const& market, Behaviour const& behaviour, ProviderId provider);

/// Mean length of care [weeks], for a provider's view of how its volume wanders.
[[nodiscard]] double mean_stay(Market const& market, Service service);

/// The provider as its own rules of pricing see it.
[[nodiscard]] FirmAccounts accounts_of(Market const& market, Inputs const& inputs, ProviderId provider);

} // namespace caremarket
