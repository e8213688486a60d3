#include "model/rules/evaluation.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

double marks_for_pay(double above_floor, double usual)
{
    if (usual <= 0.0)
        return 0.5; // everybody pays the floor
    return maths::normal_cdf(above_floor / usual - 1.0);
}

} // namespace

double score_of_bid(Marks const& marks, MarkWeights const& weights)
{
    double const price_weight = std::max(0.0, 1.0 - weights.quality - weights.social);
    return price_weight * marks.price + weights.quality * marks.quality + weights.social * marks.social;
}

double marks_for_price(double price, double lowest_price)
{
    return price > 0.0 ? lowest_price / price : 1.0;
}

double price_as_bid(double price, double)
{
    return price;
}

double price_over_the_term(double price, double expected_use)
{
    return price / expected_use;
}

double marks_for_quality(double quality_seen)
{
    return maths::normal_cdf(quality_seen);
}

double social_marks(SocialRecord const& record)
{
    double const owned_nearby = record.is_owned_nearby ? 1.0 : 0.0;
    double const stands_here = record.stands_here ? 1.0 : 0.0;
    return (owned_nearby + stands_here + marks_for_pay(record.pay, record.usual_pay)) / 3.0;
}

} // namespace caremarket
