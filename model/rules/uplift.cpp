#include "model/rules/uplift.hpp"

namespace caremarket
{

double cost_growth(double wage_share, double wage_floor_growth, double inflation)
{
    return wage_share * wage_floor_growth + (1.0 - wage_share) * inflation;
}

double uplift(UpliftClause const& clause, double wage_floor_growth, double inflation)
{
    switch (clause.rule)
    {
    case UpliftRule::none: return 0.0;
    case UpliftRule::fixed: return clause.fixed;
    case UpliftRule::cpi: return clause.pass_through * inflation;
    case UpliftRule::wage_weighted:
        return clause.pass_through * cost_growth(clause.wage_share, wage_floor_growth, inflation);
    }
    return 0.0;
}

} // namespace caremarket
