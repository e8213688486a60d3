#pragma once

#include "model/procurement/bids.hpp"

/// What is let for several localities, councils and the NHS together.
namespace caremarket
{

/// Open providers of the lot's localities, in order of key.
[[nodiscard]] std::vector<ProviderId> providers_there(Market const& market, Service service, Lot const& lot);

/// Whoever seeks something in the lot pays its part of what letting it costs [GBP].
void pay_for_letting(Market& market, TenderPlan const& plan, double pounds);

/// Volume that a provider may still win, for the council lets nobody, its group included, have more than a part of what
/// will be guaranteed there [units/week].
///
/// most = lot_limit × (sought + guaranteed there) − guaranteed to it and its group there
///
/// Source: Cambridgeshire procurement strategy 2016, 3.2.4: monopoly providers, providers "too big to fail"
/// \returns infinity where there is no limit, as for lists
[[nodiscard]] double left_under_limit(Hearing const& hearing, ProviderId provider);

/// The same home, or homes of one group.
[[nodiscard]] bool have_one_owner(Providers const& all, ProviderId a, ProviderId b);

} // namespace caremarket
