#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Contracts that may be prolonged or left by the time a successor could be let are looked at, once each.
///
/// An option: the council prolongs a contract whose volume it still wants and whose price it would not better by letting
/// anew; its provider agrees if it would sign the same terms again for those years. A break: the council leaves when a
/// new contract would be cheaper by more than letting it costs, the provider when it would not sign again for the year
/// to come. Whoever leaves ends the contract as its term would have.
/// Source: Cambridgeshire procurement strategy 2016, 3.2.3; terms such as 5+5, 7+3 and 5+3 years of councils' contracts.
/// \pre a quarter opens, and tenders have not been planned yet
void decide_on_options_and_breaks(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
