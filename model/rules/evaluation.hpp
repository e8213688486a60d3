#pragma once

namespace caremarket
{

/// Marks of a bid, each from 0 to 1.
struct Marks
{
    double price = 0;
    double quality = 0;
    double social = 0;
};

/// What marks count for [share]; price takes what the others leave.
struct MarkWeights
{
    double quality = 0;
    double social = 0;
};

/// Score of a bid [1]; the highest wins. With no weight on anything else the lowest price wins.
[[nodiscard]] double score_of_bid(Marks const& marks, MarkWeights const& weights);

/// Marks for price [1]: in proportion to the lowest.
[[nodiscard]] double marks_for_price(double price, double lowest_price);

/// Marks for quality seen [1]: 0.5 for the usual, from 0 to 1.
/// \param quality_seen [sd]
[[nodiscard]] double marks_for_quality(double quality_seen);

/// What a bidder is to the area in which the contract is.
struct SocialRecord
{
    bool is_owned_nearby = false; ///< a charity, or a firm in no group: what it earns stays
    bool stands_here = false;     ///< in the locality of the contract
    double pay = 0;               ///< above the wage floor [share]
    double usual_pay = 0;         ///< mean of the bidders', above the wage floor [share]
};

/// Marks for social value [1]: a third each for who owns it, where it stands, and pay above the floor, 0.5 of that third
/// for the usual.
///
/// A thin reading of social value: what the market knows of a bidder, and no promise of more.
/// Source: Walsall contracting strategy 2016, appendix 1, objective 4: local labour, pay, third sector, small firms;
/// equal parts are an assumption.
[[nodiscard]] double social_marks(SocialRecord const& record);

} // namespace caremarket
