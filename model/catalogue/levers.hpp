#pragma once

#include "model/catalogue/rows.hpp"

/// The levers of a service, by subject; `strategy_service_rows()` is all of them.
namespace caremarket
{

inline constexpr std::string_view no_or_yes[] = {"no", "yes"};

/// How the council buys: by which channel, and whom it calls first.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_buying();
/// How contracts are let: by which route, and which offer wins.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_letting();
/// How a list is used.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_lists();
/// How offers are judged, beyond price and quality.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_evaluation();
/// What contracts say.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_terms();
/// What becomes of people, staff and buildings when contracts end and begin, and who holds them together.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_transfer();
/// What the council pays outside contracts.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_rates();
/// What contracts ask for the staff who work under them, and how they are managed.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_management();
/// What is done so that less is needed, or less of it from the council: reablement, technology, families; and for whom
/// care is bought, or looked at again, one by one.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_demand();
/// Payment by results.
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> levers_of_results();

} // namespace caremarket
