#include "model/rules/entry_and_exit.hpp"

#include "model/clock.hpp"

#include <algorithm>

namespace caremarket
{

double value_of_carrying_on(double margin, double rate)
{
    // Only so that a rate of nothing divides nothing: a margin for ever is worth a thousand years of it.
    return margin * mean_weeks_in_a_year / std::max(rate, 0.001);
}

double return_on_entry(double price, double variable_cost, double fixed_cost, double volume, double cost_of_entry)
{
    // A pound, so that what costs nothing to open has a return that can be compared.
    return ((price - variable_cost) * volume - fixed_cost) * mean_weeks_in_a_year / std::max(cost_of_entry, 1.0);
}

} // namespace caremarket
