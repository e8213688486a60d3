#pragma once

namespace caremarket
{

/// What a provider weighs when it decides how many of its staff hours to guarantee.
struct GuaranteedHoursChoice
{
    double employed = 0;    ///< of its staff in a week [h], of which a share is guaranteed
    double hours = 0;       ///< of work it expects in a week [h]
    double spread = 0;      ///< standard deviation of that work [h]
    double hour_cost = 0;   ///< [GBP/h]
    double quit_rate = 0;   ///< at `usual` guaranteed hours [1/year]
    double usual = 0;       ///< share guaranteed at which that quit rate holds
    double effect = 0;      ///< on the logarithm of quitting when all hours are guaranteed, without sign
    double leaver_cost = 0; ///< [weeks of pay]
};

/// Share of staff hours a provider guarantees: where paid idle time and the cost of leavers together are least.
///
/// Hours guaranteed beyond the work of a week are paid for nothing: E[(guaranteed - work)+] with normal work. Steadier
/// work makes a guarantee cheaper, so volume that a council promises acts here, through `spread`, and by no other way.
/// In steps of a twentieth; the least share among equals.
/// Source: share on zero-hours contracts and turnover, Skills for Care 2018/19 and 2022/23.
[[nodiscard]] double guaranteed_hours_chosen(GuaranteedHoursChoice const& choice);

/// Pay for hours guaranteed and not worked, of a week [GBP/week].
[[nodiscard]] double idle_cost(GuaranteedHoursChoice const& choice, double share);

/// Factor on quitting of a share of guaranteed hours against the usual share.
[[nodiscard]] double quitting_under_guarantee(double share, double usual, double effect);

} // namespace caremarket
