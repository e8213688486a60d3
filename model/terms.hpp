#pragma once

#include "model/rules/outcome_payment.hpp"
#include "model/rules/pay_conditions.hpp"
#include "model/rules/sanctions.hpp"
#include "model/rules/uplift.hpp"

namespace caremarket
{

/// What a contract says. Made once, from the levers of the day on which it is put out to be let; bidders price it, and
/// whoever wins is held to it, and so is the council: levers that change later reach later contracts only.
struct Terms
{
    double years = 1;                 ///< length
    UpliftClause uplift;              ///< how its price moves each 1 April
    double full_share = 1;            ///< [share of the guarantee] up to which the full price is paid
    double discount = 0;              ///< [share] of the price of volume beyond it; 0: a flat price
    double step_up = 0;               ///< [share] of use beyond the guarantee that is added to it each quarter
    OutcomeClause outcome;            ///< part of the price that is paid for outcomes only
    bool takes_over_existing = false; ///< the council's people already with the winner come under it
    double option_years = 0;          ///< that the council may add once at the end
    double break_after = 0;           ///< [years] from the first day, from when either side may leave; 0: never
    double hand_back_notice = 0;      ///< [weeks] that its provider must give; 0: what is usual
    double step_down = 0;             ///< [share] of what is not used that a yearly review takes off the guarantee
    bool moves_existing = false;      ///< people on contracts that end come to it from other providers
    bool takes_staff = false;         ///< and with them the staff who served them
    bool allies_winners = false;      ///< who wins together is one alliance: guarantees are shared
    bool is_merged = false;           ///< let as one with contracts of other services
    PayConditions pay;                ///< of the staff who work under it
    ManagementClause management;      ///< what its provider must show, and what follows if it does not
    friend bool operator==(Terms const&, Terms const&) = default;
};

} // namespace caremarket
