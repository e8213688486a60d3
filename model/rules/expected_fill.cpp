#include "model/rules/expected_fill.hpp"

#include "model/maths.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

double expected_idle(double capacity, double demand, double spread)
{
    if (spread <= 0.0)
        return std::max(0.0, capacity - demand);
    double const z = (capacity - demand) / spread;
    double const density = maths::exp(-0.5 * z * z) * 0.39894228040143267794; // 1 / sqrt(2 pi)
    return (capacity - demand) * maths::normal_cdf(z) + spread * density;
}

double expected_use_while_filling(double at_first, double promised, double starts, double stay, double weeks)
{
    // People come at a steady rate and leave after a mean stay: use heads for starts × stay, and stops at the promise.
    double const heads_for = starts * stay;
    auto const mean_until = [&](double until)
    { return heads_for - (heads_for - at_first) * stay / until * (1.0 - maths::exp(-until / stay)); };
    if (at_first >= promised)
        return promised;
    if (heads_for <= promised)
        return mean_until(weeks);
    double const full_after = stay * maths::log((heads_for - at_first) / (heads_for - promised));
    if (full_after < 1e-6)
        return promised;
    if (full_after >= weeks)
        return mean_until(weeks);
    return (mean_until(full_after) * full_after + promised * (weeks - full_after)) / weeks;
}

double expected_fill(FillProspects const& p)
{
    // All winners of the tender fill together, so the bidder sees itself as its share of it.
    double const at_first = p.taken_over * p.sought / p.volume;
    double const filling = expected_use_while_filling(at_first, p.sought, p.starts, p.stay, p.weeks) / p.sought;
    double const spread = std::sqrt(std::max(0.0, p.demand) * p.person);
    double const wandering =
        p.guaranteed > 0.0 ? 1.0 - expected_idle(p.guaranteed, p.demand, spread) / p.guaranteed : 1.0;
    // Never nothing, as the header promises: a hundredth is too little to move a price.
    return std::clamp(filling * wandering, 0.01, 1.0);
}

} // namespace caremarket
