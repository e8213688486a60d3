#include "model/rules/uplift.hpp"

#include "model/rules/rows_in_order.hpp"
#include "model/rules/term.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

using Clause = UpliftClause;
using Year = YearOfCosts;
using Own = ProviderCost;

double no_rise(Clause const&, Year const&, Own const&)
{
    return 0.0;
}

double fixed_rise(Clause const& clause, Year const&, Own const&)
{
    return clause.fixed;
}

double with_prices(Clause const& clause, Year const& year, Own const&)
{
    return clause.pass_through * year.inflation;
}

double with_wages_and_prices(Clause const& clause, Year const& year, Own const&)
{
    return clause.pass_through * cost_growth(clause.wage_share, year.wage_floor, year.inflation);
}

/// Consumer prices have the weight that the two kinds of pay leave, if they leave any.
double with_the_basket(Clause const& clause, Year const& year, Own const&)
{
    double const prices = std::max(0.0, 1.0 - clause.wage_share - clause.pay_share);
    return clause.pass_through *
           (clause.wage_share * year.wage_floor + clause.pay_share * year.outside_pay + prices * year.inflation);
}

double with_own_cost(Clause const& clause, Year const&, Own const& own)
{
    return clause.pass_through * own.growth;
}

/// Part of the gap to what the books show that is closed in a year [share].
double part_closed(Clause const& clause)
{
    return std::min(1.0, clause.pass_through);
}

double towards_what_books_show(Clause const& clause, Year const&, Own const& own)
{
    return own.shown ? own.growth + part_closed(clause) * (*own.shown - (1.0 + own.growth)) : own.growth;
}

constexpr std::array<UpliftRuleRow, count_of<UpliftRule>> rules{{{"none", no_rise},
                                                                 {"fixed", fixed_rise},
                                                                 {"cpi", with_prices},
                                                                 {"wage-weighted", with_wages_and_prices},
                                                                 {"basket", with_the_basket},
                                                                 {"provider-specific", with_own_cost, true},
                                                                 {"open-book", towards_what_books_show, true}}};

/// Files name a rule by `NamesOf`, the model finds it by its place.
static_assert(stand_in_order<UpliftRule>(rules));

} // namespace

std::array<UpliftRuleRow, count_of<UpliftRule>> const& uplift_rules()
{
    return rules;
}

bool looks_at_provider(UpliftClause const& clause)
{
    return rules[index_of(clause.rule)].looks_at_provider;
}

bool opens_books(UpliftClause const& clause)
{
    return clause.rule == UpliftRule::open_book;
}

double uplift(UpliftClause const& clause, YearOfCosts const& year, ProviderCost const& own)
{
    return rules[index_of(clause.rule)].rise(clause, year, own) - clause.deduction;
}

double uplift(UpliftClause const& clause, YearOfCosts const& year, double own_growth)
{
    return uplift(clause, year, ProviderCost{.growth = own_growth, .shown = std::nullopt});
}

double uplift(UpliftClause const& clause, YearOfCosts const& year)
{
    return uplift(clause, year, cost_growth(clause.wage_share, year.wage_floor, year.inflation));
}

double margin_kept(UpliftClause const& clause, double years)
{
    return opens_books(clause) ? mean_left(part_closed(clause), years) : 1.0;
}

double first_price(UpliftClause const& clause, double wanted, double shown, double years)
{
    return opens_books(clause) ? shown + (wanted - shown) / margin_kept(clause, years) : wanted;
}

double cost_growth(double wage_share, double wage_floor_growth, double inflation)
{
    return wage_share * wage_floor_growth + (1.0 - wage_share) * inflation;
}

} // namespace caremarket
