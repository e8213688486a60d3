#pragma once

#include "model/kinds.hpp"

namespace caremarket
{

/// Where the published judgements begin, in standard deviations of quality.
struct RatingScale
{
    double inadequate_below = 0;
    double good_from = 0;
    double outstanding_from = 0;
};

/// The judgement an inspector publishes who sees this quality [sd].
[[nodiscard]] Rating rating_for(double quality_seen, RatingScale const& scale);

/// Inspections per year of a provider with this rating: risk-led, so poor ones more often.
/// \param usual   at a good rating [1/year]
/// \param at_risk multiple for ratings below good
[[nodiscard]] double inspection_rate(Rating rating, double usual, double at_risk);

/// Expected yearly change of latent quality [sd/year]: back to the provider's own level, up with pay relative to
/// outside, down with turnover above the usual.
[[nodiscard]] double quality_drift(double quality, double level, double return_rate, double pay_effect,
                                   double log_relative_pay, double turnover_effect, double excess_turnover);

} // namespace caremarket
