#pragma once

#include "model/inputs/inputs.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// Whether a market has settled before anything is recorded: what its last years before week 0 looked like.
namespace caremarket
{
struct Market;
}

namespace caremarket::tests
{

/// What a year looked like, by measure and service: "occupancy of nursing", "exits".
using Year = std::map<std::string, double>;

/// The last two years before week 0 of one future.
[[nodiscard]] std::array<Year, 2> last_years(Inputs const& before, std::uint32_t replicate);

/// How a measure moved from the one year to the next, over futures.
struct Drift
{
    std::string measure;
    double level = 0; ///< mean of both years
    double mean = 0;  ///< one year later so much more
    double t = 0;     ///< against noise between futures
};
[[nodiscard]] std::vector<Drift> drifts(std::vector<std::array<Year, 2>> const& futures);

/// Whether a drift is both more than noise (one in 2,000 at 15 degrees of freedom) and more than this share of the level a
/// year. How many providers there are goes on drifting, and did, so three times as much of them: agencies grew by 3.7 % a
/// year from 2014 to 2018, and twice as many homes closed as opened (Skills for Care and the regulator's register, as in
/// the ODD).
[[nodiscard]] bool is_bearable(Drift const& drift, double share);

} // namespace caremarket::tests
