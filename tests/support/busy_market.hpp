#pragma once

#include "tests/support/small_market.hpp"

namespace caremarket::tests
{

/// A small place in which everything happens that can: every way to pay, five channels and direct payments, a sliding
/// scale, capital that is soon spent, homes that begin to count, top-ups, people of the NHS, reviews of packages, work
/// given back, groups, and a council over its budget.
[[nodiscard]] Inputs busy_inputs(int years = 2);

/// The same under two councils that let jointly, and with the NHS.
[[nodiscard]] Inputs busy_inputs_let_jointly(int years = 2);

/// Contracts that ask for the real living wage and guaranteed hours, are visited and reported on, and are hard on what is
/// found wanting.
void manage_contracts_of(StrategyService& levers);

/// The same with councils that have staff paid the real living wage, visit, have providers report, find much wanting and
/// are hard about it.
[[nodiscard]] Inputs busy_inputs_managed(int years = 2);

/// The same with a council that invests to need less, asks families, has care managers buy, and reviews what is dear.
[[nodiscard]] Inputs busy_inputs_of_demand(int years = 2);

} // namespace caremarket::tests
