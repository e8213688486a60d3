#pragma once

#include <string_view>
#include <vector>

namespace caremarket
{

/// A service's financial year, as far as its gross spend is to be explained.
struct YearOfSpend
{
    double gross = 0;                                 ///< [GBP]
    double units = 0;                                 ///< paid for
    double people = 0;                                ///< council-supported in care, mean of month ends
    double package = 0;                               ///< units a week commissioned for one of them, mean
    double once_paid = 0;                             ///< units a week of people who paid for themselves before, mean
    double need = 0;                                  ///< older people weighted by use, times need at given age, mean
    double uplift = 0;                                ///< what 1 April added to a week of the book [GBP/week]
    std::vector<double> channel_gross, channel_units; ///< by channel
};

/// Why gross spend differs from the year before, in this order; the steps add up to the difference.
struct Bridge
{
    double inflation = 0;  ///< uplift of 1 April on the book of that day, for a year
    double demography = 0; ///< more or fewer older people, and need at given age, at last year's price
    double wealth = 0;     ///< people whose capital was spent, at last year's price
    double complexity = 0; ///< larger or smaller packages, at last year's price
    double volume = 0;     ///< all other change of volume: waits, lengths of care, voids
    double mix = 0;        ///< channels, at last year's prices
    double price = 0;      ///< the rest: new placements against old ones, tenders, limits
    [[nodiscard]] double total() const { return inflation + demography + wealth + complexity + volume + mix + price; }
};

/// \pre both years have as many channels
[[nodiscard]] Bridge bridge_between(YearOfSpend const& before, YearOfSpend const& now);

} // namespace caremarket
