#pragma once

namespace caremarket
{

/// A provider whose service was found wanting, as it looks at raising pay before looks have consequences: better paid staff
/// stay, and give better care.
struct RemedySought
{
    double quality = 0;      ///< [sd] as it is
    double standard = 0;     ///< [sd] that a look must find
    double noise = 0;        ///< [sd] of what a look sees
    double gain = 0;         ///< [sd] by the last of these looks for each log point of pay
    double pay_bill = 0;     ///< [GBP/week]
    double weeks_of_pay = 0; ///< for which it pays more: pay once raised stays
    double at_stake = 0;     ///< [GBP] that it loses if looks go on failing
    double most = 0;         ///< [log points] it would ever raise pay by at once
};

/// By how much it raises pay [log points], 0 to `most`: what is worth most, in the chance of passing and in what it
/// pays. Nothing where nothing is at stake, or where pay costs more than it saves.
[[nodiscard]] double pay_rise_to_cure(RemedySought const& sought);

/// What a log point of pay, raised now, adds to latent quality after so many years [sd].
/// \param pay_effect      [sd/year per log point]
/// \param turnover_effect [sd/year per unit of turnover]
/// \param turnover_change of a log point of pay [1/year], positive if staff stay
/// \param return_rate     [1/year]
[[nodiscard]] double quality_gained_by_pay(double pay_effect, double turnover_effect, double turnover_change,
                                           double return_rate, double years);

} // namespace caremarket
