#pragma once

namespace caremarket
{

/// How the review of a dear placement ends.
struct ReviewedPrice
{
    enum class Answer
    {
        stays,    ///< nothing cheaper can be had for this person
        repriced, ///< its provider takes what the other would, rather than lose the person
        moves     ///< its provider would rather have the place for somebody else
    } answer = Answer::stays;
    double price = 0; ///< to the council from now on [GBP/unit]
};

/// What comes of asking a provider for the price of the cheapest other place to which the person would go. A council that
/// has no such place has nothing to ask with.
/// \param paid        [GBP/unit]
/// \param elsewhere   price of the other place; 0: there is none [GBP/unit]
/// \param reservation least that the provider takes for a council-supported person today [GBP/unit]
[[nodiscard]] ReviewedPrice review_price(double paid, double elsewhere, double reservation);

} // namespace caremarket
