#include "model/rules/evaluation.hpp"

#include "model/maths.hpp"

namespace caremarket
{

double score_of_bid(double price, double lowest_price, double written_quality, double quality_weight)
{
    double const price_marks = price > 0.0 ? lowest_price / price : 1.0;
    return (1.0 - quality_weight) * price_marks + quality_weight * written_quality;
}

double marks_for_quality(double quality_seen)
{
    return maths::normal_cdf(quality_seen);
}

} // namespace caremarket
