#include "model/population.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

double years_between(Date from, Date to)
{
    return static_cast<double>((to - from).count()) / 365.25;
}

/// Growth factor from one day to a later one along a path of yearly rates.
double growth_along(Dated const& rate, Date from, Date to)
{
    double log_growth = 0.0;
    Date at = from;
    while (at < to)
    {
        auto const next = std::upper_bound(rate.steps().begin(), rate.steps().end(), at,
                                           [](Date d, auto const& step) { return d < step.first; });
        Date const until = next == rate.steps().end() ? to : std::min(to, next->first);
        log_growth += maths::log(1.0 + rate.at(at)) * years_between(at, until);
        at = until;
    }
    return maths::exp(log_growth);
}

} // namespace

double people_on(LocalityInput const& locality, AgeBand band, Outlook const& outlook, Date day)
{
    auto const& points = locality.population[band];
    if (points.empty())
        return 0.0;
    if (day <= points.front().date)
        return points.front().people;
    if (day >= points.back().date)
        return points.back().people * growth_along(outlook.all.population_growth[band], points.back().date, day);
    auto const after = std::upper_bound(points.begin(), points.end(), day,
                                        [](Date d, PopulationPoint const& p) { return d < p.date; });
    auto const before = std::prev(after);
    double const way = years_between(before->date, day) / years_between(before->date, after->date);
    return before->people + way * (after->people - before->people);
}

} // namespace caremarket
