#pragma once

namespace caremarket
{

/// Score of a bid [1]; the highest wins. Price marks are in proportion to the lowest price, quality marks to the
/// written quality on a scale from 0 to 1.
/// \param quality_weight [share]; 0: the lowest price wins
[[nodiscard]] double score_of_bid(double price, double lowest_price, double written_quality, double quality_weight);

/// Marks for quality seen [1]: 0.5 for the usual, from 0 to 1.
/// \param quality_seen [sd]
[[nodiscard]] double marks_for_quality(double quality_seen);

} // namespace caremarket
