#pragma once

#include "model/clock.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// The members of an alliance share their guarantees: what one of them does beyond its own fills the gap of another, whose
/// empty places are then not paid for. The dearest gap is filled first.
///
/// Reads what each contract's week was; writes what of it is kept free and paid for, and counts what is not.
/// Source: design of alliances: shared risk and capacity (Cambridgeshire procurement strategy 2016, 3.2.4; Suffolk
/// community services procurement 2016, 23-25)
void share_guarantees(Market& market, Week const& week);

} // namespace caremarket
