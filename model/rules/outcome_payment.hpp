#pragma once

namespace caremarket
{

/// The part of a contract's price that is paid for outcomes only. They are judged each quarter by quality as the council
/// sees it, which is not as it is: below the target the part is withheld for the quarter that follows.
/// Source: Cambridgeshire procurement strategy 2016, 3.2.4 and 3.2.5; Walsall contracting strategy 2016, 4.5. That
/// nothing here acts on quality follows the evidence: the effect of such payment on outcomes is near nothing.
struct OutcomeClause
{
    double share = 0;  ///< [share of the price]
    double target = 0; ///< [sd of quality]
    friend bool operator==(OutcomeClause const&, OutcomeClause const&) = default;
};

/// Whether the outcome counts as reached.
/// \param luck standard normal, of one contract and quarter
/// \param noise error of measurement [sd of quality]
[[nodiscard]] bool is_outcome_reached(OutcomeClause const& clause, double quality, double noise, double luck);

/// The chance of it, as a provider that knows its own quality reckons it.
[[nodiscard]] double chance_of_outcome(OutcomeClause const& clause, double quality, double noise);

/// Part of the price that a provider can expect to be paid, in (0, 1]; 1 without such a clause.
[[nodiscard]] double expected_share_paid(OutcomeClause const& clause, double chance);

/// Variance of a week's cash that comes of it [GBP² per week]: what is withheld is withheld for a quarter at a time.
/// \param pay under the contract if nothing is withheld [GBP/week]
[[nodiscard]] double variance_of_withheld(OutcomeClause const& clause, double chance, double pay);

} // namespace caremarket
