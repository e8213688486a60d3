#include "model/rules/uplift.hpp"

#include "model/rules/rows_in_order.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

using Clause = UpliftClause;
using Year = YearOfCosts;

double no_rise(Clause const&, Year const&, double)
{
    return 0.0;
}

double fixed_rise(Clause const& clause, Year const&, double)
{
    return clause.fixed;
}

double with_prices(Clause const& clause, Year const& year, double)
{
    return clause.pass_through * year.inflation;
}

double with_wages_and_prices(Clause const& clause, Year const& year, double)
{
    return clause.pass_through * cost_growth(clause.wage_share, year.wage_floor, year.inflation);
}

/// Consumer prices have the weight that the two kinds of pay leave, if they leave any.
double with_the_basket(Clause const& clause, Year const& year, double)
{
    double const prices = std::max(0.0, 1.0 - clause.wage_share - clause.pay_share);
    return clause.pass_through *
           (clause.wage_share * year.wage_floor + clause.pay_share * year.outside_pay + prices * year.inflation);
}

double with_own_cost(Clause const& clause, Year const&, double own_growth)
{
    return clause.pass_through * own_growth;
}

constexpr std::array<UpliftRuleRow, count_of<UpliftRule>> rules{{{"none", no_rise},
                                                                 {"fixed", fixed_rise},
                                                                 {"cpi", with_prices},
                                                                 {"wage-weighted", with_wages_and_prices},
                                                                 {"basket", with_the_basket},
                                                                 {"provider-specific", with_own_cost, true}}};

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

double uplift(UpliftClause const& clause, YearOfCosts const& year, double own_growth)
{
    return rules[index_of(clause.rule)].rise(clause, year, own_growth) - clause.deduction;
}

double uplift(UpliftClause const& clause, YearOfCosts const& year)
{
    return uplift(clause, year, cost_growth(clause.wage_share, year.wage_floor, year.inflation));
}

double cost_growth(double wage_share, double wage_floor_growth, double inflation)
{
    return wage_share * wage_floor_growth + (1.0 - wage_share) * inflation;
}

} // namespace caremarket
