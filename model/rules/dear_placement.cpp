#include "model/rules/dear_placement.hpp"

namespace caremarket
{

ReviewedPrice review_price(double paid, double elsewhere, double reservation)
{
    using Answer = ReviewedPrice::Answer;
    if (elsewhere <= 0.0 || elsewhere >= paid)
        return {Answer::stays, paid};
    return {reservation <= elsewhere ? Answer::repriced : Answer::moves, elsewhere};
}

} // namespace caremarket
