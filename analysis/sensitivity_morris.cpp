#include "analysis/sensitivity_morris.hpp"

#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace caremarket
{

namespace
{

struct Step
{
    double effect = 0; ///< per the factor's whole range
    double noise = 0;  ///< standard error of it; NaN: not known

    friend auto operator<=>(Step const&, Step const&) = default;
};

struct Steps
{
    std::vector<Step> used;
    std::size_t left_out = 0;
};

std::size_t factor_moved(DesignedRuns const& runs, std::size_t sample)
{
    auto const& from = runs.points[sample];
    auto const& to = runs.points[sample + 1];
    return static_cast<std::size_t>(std::ranges::mismatch(from, to).in1 - from.begin());
}

/// [factor], from the least effect, so that nothing depends on the order of walks.
std::vector<Steps> steps_by_factor(DesignedRuns const& runs)
{
    std::size_t const walk = runs.factors.size() + 1;
    std::vector<Steps> steps(runs.factors.size());
    for (std::size_t sample = 0; sample + 1 < runs.samples(); ++sample)
    {
        bool const is_end_of_walk = (sample + 1) % walk == 0;
        if (is_end_of_walk)
            continue;
        std::size_t const f = factor_moved(runs, sample);
        if (!runs.is_known(sample) || !runs.is_known(sample + 1))
        {
            ++steps[f].left_out;
            continue;
        }
        double const moved = runs.points[sample + 1][f] - runs.points[sample][f];
        steps[f].used.push_back({.effect = (runs.outcomes[sample + 1] - runs.outcomes[sample]) / moved,
                                 .noise = std::hypot(runs.error(sample), runs.error(sample + 1)) / std::abs(moved)});
    }
    for (Steps& of_factor : steps)
        std::ranges::sort(of_factor.used, {}, &Step::effect);
    return steps;
}

template <class Number>
double mean_over(std::vector<Step> const& steps, Number number)
{
    double sum = 0;
    for (Step const& step : steps)
        sum += number(step);
    return sum / static_cast<double>(steps.size());
}

double size_of(Step const& step)
{
    return std::abs(step.effect);
}

ResampledInterval interval_of_mu_star(std::vector<Step> const& steps, Resamples const& resamples)
{
    std::vector<double> estimates(resamples.count());
    for (std::size_t r = 0; r < estimates.size(); ++r)
    {
        std::vector<double> const times = resamples.times_drawn(r, steps.size());
        double sum = 0;
        for (std::size_t i = 0; i < steps.size(); ++i)
            sum += times[i] * size_of(steps[i]);
        estimates[r] = sum / static_cast<double>(steps.size());
    }
    return percentile_interval(std::move(estimates));
}

ElementaryEffects effects_of(std::string const& factor, Steps const& steps, Resamples const& resamples)
{
    ElementaryEffects result{.factor = factor,
                             .used = steps.used.size(),
                             .left_out = steps.left_out,
                             .mu = unknown,
                             .mu_star = unknown,
                             .sigma = unknown,
                             .interval = {.lower = unknown, .upper = unknown},
                             .noise = unknown};
    if (steps.used.empty())
        return result;
    result.mu = mean_over(steps.used, [](Step const& step) { return step.effect; });
    result.mu_star = mean_over(steps.used, size_of);
    // The mean size of a normal number that is 0 on average.
    result.noise = std::sqrt(2 / std::numbers::pi) * mean_over(steps.used, [](Step const& step) { return step.noise; });
    if (steps.used.size() < 2)
        return result;
    auto const count = static_cast<double>(steps.used.size());
    double const squares =
        count * mean_over(steps.used, [&](Step const& step) { return std::pow(step.effect - result.mu, 2); });
    result.sigma = std::sqrt(squares / (count - 1));
    result.interval = interval_of_mu_star(steps.used, resamples);
    return result;
}

std::size_t whole_walks(DesignedRuns const& runs)
{
    std::size_t const walk = runs.factors.size() + 1;
    std::size_t whole = 0;
    for (std::size_t first = 0; first + walk <= runs.samples(); first += walk)
    {
        bool is_whole = true;
        for (std::size_t sample = first; sample < first + walk; ++sample)
            is_whole = is_whole && runs.is_known(sample);
        whole += is_whole;
    }
    return whole;
}

} // namespace

std::vector<ElementaryEffects const*> MorrisScreening::by_size() const
{
    std::vector<ElementaryEffects const*> sorted;
    for (ElementaryEffects const& effects : factors)
        sorted.push_back(&effects);
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             [](ElementaryEffects const* effects)
                             { return std::isnan(effects->mu_star) ? -1.0 : effects->mu_star; });
    return sorted;
}

MorrisScreening morris_screening(DesignedRuns const& runs, Resampling resampling)
{
    MorrisScreening result{.outcomes = outcomes_of(runs),
                           .walks = runs.samples() / (runs.factors.size() + 1),
                           .whole_walks = whole_walks(runs),
                           .factors = {}};
    std::vector<Steps> const steps = steps_by_factor(runs);
    Resamples const resamples(resampling);
    for (std::size_t f = 0; f < runs.factors.size(); ++f)
        result.factors.push_back(effects_of(runs.factors[f].name, steps[f], resamples));
    return result;
}

} // namespace caremarket
