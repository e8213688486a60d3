#pragma once

namespace caremarket
{

/// Share of staff that leaves in a year [1/year].
///
/// \param usual      at outside pay [1/year]
/// \param relative_pay pay over outside pay [1]
/// \param elasticity without sign
/// Source: Vadean and Saloniki (2023): 10 % more pay, 3 points fewer separations of about 30 a year.
[[nodiscard]] double quit_rate(double usual, double relative_pay, double elasticity);

/// Factor on quitting of the strain that vacancies put on those who stay [1].
/// \param vacant share of posts vacant; \param usual share at which the usual quit rate holds
/// Source: vacancies and turnover go together in English care homes (sign read, size not): `effect` is an assumption.
[[nodiscard]] double quitting_under_strain(double vacant, double usual, double effect);

/// Hours of vacancies that job seekers fill in a week [h/week].
///
/// Both sides must be there: seekers × vacancies / (seekers + vacancies), so the scarcer side sets the pace, and
/// never more than either.
/// \param search_weeks weeks the match takes when there is one of each
[[nodiscard]] double posts_filled(double job_seekers, double vacancies, double search_weeks);

/// Pay after a rise of the wage floor [GBP/h]: nobody below the floor; pay up to `reach` above the new floor rises
/// by a part of the floor's rise.
[[nodiscard]] double pay_after_floor_rise(double pay, double old_floor, double new_floor, double spill_over,
                                          double reach);

} // namespace caremarket
