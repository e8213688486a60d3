#include "model/rules/entry_and_exit.hpp"

#include "model/clock.hpp"

#include <algorithm>

namespace caremarket
{

double value_of_carrying_on(double margin, double rate)
{
    return margin * mean_weeks_in_a_year / std::max(rate, 0.001);
}

double return_on_entry(double price, double variable_cost, double fixed_cost, double volume, double cost_of_entry)
{
    return ((price - variable_cost) * volume - fixed_cost) * mean_weeks_in_a_year / std::max(cost_of_entry, 1.0);
}

} // namespace caremarket
