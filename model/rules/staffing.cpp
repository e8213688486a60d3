#include "model/rules/staffing.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

double quit_rate(double usual, double relative_pay, double elasticity)
{
    return usual * maths::pow(relative_pay, -elasticity);
}

double quitting_under_strain(double vacant, double usual, double effect)
{
    return maths::exp(effect * std::max(0.0, vacant - usual));
}

double posts_filled(double job_seekers, double vacancies, double search_weeks)
{
    if (job_seekers <= 0.0 || vacancies <= 0.0)
        return 0.0;
    double const both = job_seekers * vacancies / (job_seekers + vacancies);
    return both * std::min(1.0, 2.0 / search_weeks);
}

double pay_after_floor_rise(double pay, double old_floor, double new_floor, double spill_over, double reach)
{
    double const rise = std::max(0.0, new_floor - old_floor);
    double const lifted = pay <= new_floor * (1.0 + reach) ? pay + spill_over * rise : pay;
    return std::max(new_floor, lifted);
}

} // namespace caremarket
