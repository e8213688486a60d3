#pragma once

#include "benchmarks/reduced_market/reduced_market.hpp"

namespace caremarket::reduced
{

/// What the world costs in step t, and the step's shares of monthly and yearly rates.
struct Paths
{
    double wage = 0;       // [GBP/h]
    double head_cost = 0;  // [GBP per head and step]
    double place_cost = 0; // [GBP per place and step]
    double hours = 0;      // [h per step] of one weekly hour
    double months = 1;     // length of the step
    double noise = 1;      // [1] of quality, relative to a month's
    double entry = 0;      // [1] chance that an empty slot fills
    bool opens_month = true;
    bool opens_year = true;
    std::int32_t patience = 3; // [steps] in the red before a provider goes
    std::size_t heads = 0;     // recipients of every locality after the step
};

[[nodiscard]] Paths paths_of(Size const& size, std::int32_t t);

} // namespace caremarket::reduced
