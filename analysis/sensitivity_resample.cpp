#include "analysis/sensitivity_resample.hpp"

#include "analysis/nine_in_ten.hpp"
#include "analysis/unknown.hpp"
#include "model/entity_key.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

EntityKey key_of_resample(std::size_t resample)
{
    static EntityKey const resamples = key_of(EntityKind::factor, "resample of a sweep");
    return key_of(EntityKind::factor, resamples, static_cast<std::uint32_t>(resample));
}

} // namespace

Resamples::Resamples(Resampling resampling) : count_(resampling.count), draws_(resampling.seed, 0) {}

std::vector<double> Resamples::times_drawn(std::size_t resample, std::size_t of) const
{
    std::vector<double> times(of, 0.0);
    EntityKey const key = key_of_resample(resample);
    for (std::size_t i = 0; i < of; ++i)
    {
        double const place = draws_.uniform(key, Purpose::design, static_cast<std::uint32_t>(i));
        times[static_cast<std::size_t>(place * static_cast<double>(of))] += 1;
    }
    return times;
}

ResampledInterval percentile_interval(std::vector<double> estimates)
{
    std::erase_if(estimates, [](double estimate) { return std::isnan(estimate); });
    if (estimates.empty())
        return {.lower = unknown, .upper = unknown};
    std::ranges::sort(estimates);
    return {.lower = quantile(estimates, 0.025), .upper = quantile(estimates, 0.975)};
}

} // namespace caremarket
