#include "scenarios/distribution.hpp"

#include "model/maths.hpp"
#include "scenarios/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

double normal_between(Distribution const& d, double u)
{
    double const below = maths::normal_cdf((d.low - d.mean) / d.spread);
    double const above = maths::normal_cdf((d.high - d.mean) / d.spread);
    double const within = below + u * (above - below);
    constexpr double far_out = 1e-15; // there the quantile is no number any more
    if (within <= far_out)
        return d.low;
    if (within >= 1.0 - far_out)
        return d.high;
    return d.mean + d.spread * maths::normal_quantile(within);
}

double triangular_quantile(Distribution const& d, double u)
{
    double const width = d.high - d.low;
    double const up = (d.mode - d.low) / width;
    if (u < up)
        return d.low + std::sqrt(u * width * (d.mode - d.low));
    return d.high - std::sqrt((1.0 - u) * width * (d.high - d.mode));
}

} // namespace

double quantile_of(Distribution const& d, double u)
{
    double value = d.low;
    switch (d.kind)
    {
    case DistributionKind::uniform: value = d.low + u * (d.high - d.low); break;
    case DistributionKind::log_uniform:
        value = maths::exp(maths::log(d.low) + u * (maths::log(d.high) - maths::log(d.low)));
        break;
    case DistributionKind::normal: value = normal_between(d, u); break;
    case DistributionKind::triangular: value = triangular_quantile(d, u); break;
    case DistributionKind::categorical: break;
    }
    return std::clamp(value, d.low, d.high); // rounding leads out of the range by a last bit
}

std::string value_at(Distribution const& d, double u)
{
    if (d.kind != DistributionKind::categorical)
        return shortest_text(quantile_of(d, u));
    auto const count = static_cast<double>(d.values.size());
    auto const which = static_cast<std::size_t>(std::min(u * count, count - 1.0));
    return d.values[which];
}

} // namespace caremarket
