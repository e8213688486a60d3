#include "tests/support/last_years.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// A place large enough for exits and entries to happen every year: six towns, some 1,500 people, 100 providers.
Inputs six_towns()
{
    SmallPlace place;
    place.localities = 6;
    place.council = {{600.0, 330.0, 180.0}};
    place.providers = {{10.0, 6.0, 4.0}};
    return small_inputs(place);
}

} // namespace

TEST_CASE("The market has settled by week 0: exits, entries, occupancy and prices of its last two years agree",
          "[slow]")
{
    Inputs const inputs = six_towns();
    std::vector<std::array<Year, 2>> futures;
    for (std::uint32_t replicate = 0; replicate < 16; ++replicate)
        futures.push_back(last_years(inputs, replicate));
    for (Drift const& drift : drifts(futures))
    {
        INFO(drift.measure << ": about " << drift.level << ", one year later " << drift.mean
                           << " more, t = " << drift.t);
        CHECK(is_bearable(drift, 0.02));
    }
}
