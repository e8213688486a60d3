#pragma once

#include "model/inputs/behaviour.hpp"
#include "model/inputs/outlook.hpp"
#include "model/inputs/place.hpp"
#include "model/inputs/strategy.hpp"

#include <cstdint>
#include <vector>

namespace caremarket
{

/// All that one run reads. Plain value: two runs with equal Inputs and replicate give equal bits.
struct Inputs
{
    Place place;
    Outlook outlook;
    Behaviour behaviour;
    std::vector<Strategy> strategies; // one per commissioner, in the place's order
    int first_year = 2016;            // calendar year of the first 1 April
    int years = 10;
    std::uint64_t seed = 1; // below 2^63
};

} // namespace caremarket
