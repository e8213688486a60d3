#include "model/rules/offers.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double chance_of_refusal(double nearby, double per_minute, double minutes, double weeks_waited, double patience)
{
    return std::min(1.0, nearby + per_minute * minutes) * maths::exp(-weeks_waited / patience);
}

} // namespace caremarket
