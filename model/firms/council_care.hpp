#pragma once

#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <limits>
#include <vector>

namespace caremarket
{

/// Care at home that the council buys from a provider outside contracts.
struct Packages
{
    double lowest_price = std::numeric_limits<double>::infinity(); // [GBP/unit]
    Quarters under_notice = 0;                                     // given back already, and still delivered
};

/// What councils and the NHS support today, found in one look at everybody.
struct CouncilCare
{
    std::vector<PerService<Quarters>> volume; // by locality: of those in care and of those who wait for it
    std::vector<PerService<Quarters>> nhs;    // by locality: likewise, of people whose whole care the NHS pays
    std::vector<Packages> packages;           // by provider
};

[[nodiscard]] CouncilCare look_at_council_care(Market const& market);

/// What councils can forecast from: how much they support, how much begins.
/// \param weeks since this was last done
void see_council_volume(Market& market, Inputs const& inputs, CouncilCare const& care, double weeks);

} // namespace caremarket
