#pragma once

#include "model/kinds.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace caremarket
{

/// The terms of an uplift clause on a date.
struct UpliftClause
{
    UpliftRule rule = UpliftRule::none;
    double fixed = 0;        ///< [share/year]
    double pass_through = 1; ///< [share]
    double wage_share = 0;   ///< [share] weight of the statutory wage
    double pay_share = 0;    ///< [share] weight of pay elsewhere, in a basket
    double deduction = 0;    ///< [share/year] taken off every rise, for efficiency
    friend bool operator==(UpliftClause const&, UpliftClause const&) = default;
};

/// What moved on the last 1 April [share]: published numbers, which a clause can name.
struct YearOfCosts
{
    double wage_floor = 0;  ///< the statutory wage
    double outside_pay = 0; ///< pay in the jobs that care workers could take instead
    double inflation = 0;   ///< consumer prices
};

/// What a provider says of its cost, and what its books show to whom they are opened.
struct ProviderCost
{
    double growth = 0; ///< of its unit cost, see `cost_growth` [share]
    std::optional<double>
        shown; ///< unit cost and surplus today, over its price before the rise [1]; none: nobody looks
};

/// What a rule works out, the same for every price or for each provider's own.
struct UpliftRuleRow
{
    std::string_view name; ///< as in files
    double (*rise)(UpliftClause const& clause, YearOfCosts const& year, ProviderCost const& own);
    bool looks_at_provider = false; ///< else one number serves all prices
};

/// All rules, in the order of `UpliftRule`. To add one: a value and a name in kinds.hpp, a row here.
[[nodiscard]] std::array<UpliftRuleRow, count_of<UpliftRule>> const& uplift_rules();

/// Providers' prices rise by different shares under the clause.
[[nodiscard]] bool looks_at_provider(UpliftClause const& clause);

/// Somebody opens the provider's books under the clause.
[[nodiscard]] bool opens_books(UpliftClause const& clause);

/// Yearly change of a provider's price under the clause [share]: what its rule says, less the deduction.
///
/// With open books the price rises by the provider's own cost growth, and the part `pass_through`, at most all, of what is
/// then between it and what the books show is closed: the price of who is dear falls towards cost, of who is cheap rises.
/// If nobody has time to look into the books, their owner's own figure of growth is taken for it.
/// Source: Cambridgeshire procurement strategy 2016, 3.2.1 (pressures of each organisation rather than one uplift for
/// the sector; the relevant aspects of a provider's costs); Walsall contracting strategy 2016, appendix 1 (deduction).
[[nodiscard]] double uplift(UpliftClause const& clause, YearOfCosts const& year, ProviderCost const& own);

/// The same where nobody looks into books.
/// \param own_growth of the provider's unit cost, see `cost_growth` [share]
[[nodiscard]] double uplift(UpliftClause const& clause, YearOfCosts const& year, double own_growth);

/// The same for a price that is no one provider's, as the usual rate: a provider has the clause's wage share then.
[[nodiscard]] double uplift(UpliftClause const& clause, YearOfCosts const& year);

/// Part of a margin over what its books show that a provider expects to keep on average over a term [share]: all of it,
/// unless the books are opened each April.
[[nodiscard]] double margin_kept(UpliftClause const& clause, double years);

/// Price to ask for at first so that a wanted one is had on average over a term [GBP/unit]: what is taken back each April
/// has been earned before.
/// \param wanted on average [GBP/unit]
/// \param shown  that the provider's books will show: cost and surplus, without a charge for risk [GBP/unit]
[[nodiscard]] double first_price(UpliftClause const& clause, double wanted, double shown, double years);

/// Growth of a provider's own unit cost as it would reckon it: wages by the floor, the rest by consumer prices.
[[nodiscard]] double cost_growth(double wage_share, double wage_floor_growth, double inflation);

} // namespace caremarket
