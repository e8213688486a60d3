#pragma once

#include "model/procurement/bids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

/// What is let as a list: frameworks and accredited providers.
namespace caremarket
{

/// Volume of what is planned for a list that those listed are to be guaranteed, beyond what they are already in a week
/// [units/week].
[[nodiscard]] double guarantee_to_share(Market const& market, Inputs const& inputs, Week const& week,
                                        TenderPlan const& plan);

/// What each of so many listed is guaranteed, in equal parts, whole units [units/week]. A part that no usual person
/// would fill is none.
[[nodiscard]] double part_of_guarantee(Market const& market, TenderPlan const& plan, std::size_t listed);

/// Share of what one of so many listed can expect to be called for that such a part is, at most 1.
[[nodiscard]] double share_guaranteed(TenderPlan const& plan, double part, std::size_t listed);

/// Week in which the list that stands there ends, if today it is to be opened to newcomers: so many years have gone
/// since it was last put out, it goes on for at least a quarter beyond their first day, and somebody is not on it.
[[nodiscard]] std::optional<std::int32_t> end_of_list_to_open(Market const& market, Inputs const& inputs,
                                                              Week const& week, TenderPlan const& plan);

/// A provider has a contract on the list of the plan's kind, service and localities that lasts beyond the plan's first
/// day.
[[nodiscard]] bool is_on_list(Market const& market, TenderPlan const& plan, ProviderId provider);

/// The lowest price on that list [GBP/unit]; 0: there is none.
[[nodiscard]] double lowest_listed_price(Market const& market, TenderPlan const& plan);

} // namespace caremarket
