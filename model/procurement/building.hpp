#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

/// Places built for a block.
namespace caremarket
{

/// Whole beds that a home would build to promise as much as it may win, when it cannot promise that by itself [beds];
/// 0 where nobody builds, or where they would open too late to be paid for.
/// \param most it may win [beds]
/// \param ready it can promise as it is [beds]
[[nodiscard]] double volume_to_build(Market const& market, Week const& week, Inputs const& inputs,
                                     TenderPlan const& plan, ProviderId provider, double most, double ready);

/// What the beds cost the home a week while the contract pays for them: what building takes beyond the council's grant and
/// beyond what the beds are worth when the contract is over, and the overhead they add [GBP/week].
///
/// A bed is worth what it has cost if without the contract it would earn the hurdle, else in proportion, and no less than
/// what closing brings.
/// \param beds to be built
/// \pre volume_to_build is not 0
[[nodiscard]] double weekly_cost_of_building(Market const& market, Inputs const& inputs, Week const& week,
                                             TenderPlan const& plan, ProviderId provider, double beds);

/// A winner begins to build; the council gives what it has promised to whoever owns the place.
void build_for_contract(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan,
                        ProviderId provider, double beds);

} // namespace caremarket
