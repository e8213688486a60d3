#include "model/rules/rating.hpp"

namespace caremarket
{

Rating rating_for(double quality_seen, RatingScale const& scale)
{
    if (quality_seen < scale.inadequate_below)
        return Rating::inadequate;
    if (quality_seen < scale.good_from)
        return Rating::requires_improvement;
    return quality_seen < scale.outstanding_from ? Rating::good : Rating::outstanding;
}

double inspection_rate(Rating rating, double usual, double at_risk)
{
    return rating < Rating::good ? usual * at_risk : usual;
}

double quality_drift(double quality, double level, double return_rate, double pay_effect, double log_relative_pay,
                     double turnover_effect, double excess_turnover)
{
    return return_rate * (level - quality) + pay_effect * log_relative_pay - turnover_effect * excess_turnover;
}

} // namespace caremarket
