#include "model/rules/dispute.hpp"

#include "model/maths.hpp"

namespace caremarket
{

double chance_of_dispute(std::size_t members, double rate, double years)
{
    auto const n = static_cast<double>(members);
    double const pairs = members < 2 ? 0.0 : n * (n - 1.0) / 2.0;
    return 1.0 - maths::exp(-pairs * rate * years);
}

} // namespace caremarket
