#include "model/rules/outcome_payment.hpp"

#include "model/clock.hpp"
#include "model/maths.hpp"

namespace caremarket
{

bool is_outcome_reached(OutcomeClause const& clause, double quality, double noise, double luck)
{
    return quality + noise * luck >= clause.target;
}

double chance_of_outcome(OutcomeClause const& clause, double quality, double noise)
{
    if (noise <= 0.0)
        return quality >= clause.target ? 1.0 : 0.0;
    return maths::normal_cdf((quality - clause.target) / noise);
}

double expected_share_paid(OutcomeClause const& clause, double chance)
{
    return 1.0 - clause.share * (1.0 - chance);
}

double variance_of_withheld(OutcomeClause const& clause, double chance, double pay)
{
    double const at_stake = clause.share * pay;
    return Clock::weeks_in_a_quarter * at_stake * at_stake * chance * (1.0 - chance);
}

} // namespace caremarket
