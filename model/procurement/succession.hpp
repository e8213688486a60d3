#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

/// What becomes of the people on a contract that ends when other providers have won its volume.
namespace caremarket
{

/// Writes down who is on a contract, that they may go over to its successors.
/// \pre the contract's term ends this week, and it has not been taken out of the book yet
void remember_people(Market& market, Week const& week, ContractId contract);

/// People whose contract has ended go over to contracts for the same locality, service and kind that have begun
/// within a quarter of its end and say so: to places guaranteed and not used, the cheapest first, as far as there are
/// places and both sides agree. In a care home a person moves; at home somebody else comes. Whoever finds no place stays
/// where they are, bought on the spot. Where the contract says so, staff go with the work, at the pay they had.
///
/// A quarter, because volumes are reviewed quarterly: what is let in place of a contract begins within one of its end.
/// Source: Suffolk community services procurement 2016, 14 (TUPE among what bidders are assured on).
void hand_over_people(Market& market, Inputs const& inputs, Week const& week);

/// What the council's people use on contracts of other providers that will have ended by the week in which those of a plan
/// begin, and are succeeded by them [units/week].
[[nodiscard]] double used_by_people_to_come(Market const& market, TenderPlan const& plan, ProviderId provider);

} // namespace caremarket
