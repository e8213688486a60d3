#include "model/rules/cash_path.hpp"

#include "model/maths.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

double chance_of_running_out(double cash, double drift, double variance, double weeks)
{
    if (cash <= 0.0)
        return 1.0;
    if (variance <= 0.0)
        return cash + drift * weeks < 0.0 ? 1.0 : 0.0;
    double const spread = std::sqrt(variance * weeks);
    double const direct = maths::normal_cdf((-cash - drift * weeks) / spread);
    double const mirrored = maths::exp(std::min(700.0, -2.0 * drift * cash / variance)) *
                            maths::normal_cdf((-cash + drift * weeks) / spread);
    return std::clamp(direct + mirrored, 0.0, 1.0);
}

double cash_variance(double contribution, double units, double person, double stay)
{
    double const people = std::max(0.0, units) / person;
    double const weekly = contribution * person;
    return 2.0 * weekly * weekly * people * stay;
}

} // namespace caremarket
