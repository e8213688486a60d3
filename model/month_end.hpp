#pragma once

#include "model/market.hpp"
#include "model/record.hpp"

namespace caremarket
{

/// Tells the books how the week's days lie in months.
void open_week(Market& market, Week const& week);

/// At the end of the last week that touches a month: writes the month to the record and begins the next.
/// \param record its first period is the month of `start`; months before it go unrecorded
void close_week(Market& market, Week const& week, Record& record);

} // namespace caremarket
