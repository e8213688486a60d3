#include "model/phases/procurement.hpp"

#include "model/guarantees.hpp"
#include "model/procurement/contract_dates.hpp"
#include "model/procurement/dear_placements.hpp"
#include "model/procurement/in_house.hpp"
#include "model/procurement/letting.hpp"
#include "model/procurement/merging.hpp"
#include "model/procurement/officers.hpp"
#include "model/procurement/options_and_breaks.hpp"
#include "model/procurement/outcomes.hpp"
#include "model/procurement/tenders.hpp"
#include "model/procurement/uplift_day.hpp"
#include "model/staff_conditions.hpp"

namespace caremarket
{

namespace
{

void set_usual_rates(Market& market, Inputs const& inputs, Week const& week)
{
    for (std::size_t c = 0; c < market.commissioners.size(); ++c)
        for (Service const service : all_of<Service>())
            market.commissioners[c].usual_rate[service] = market.commissioners[c].inherited_rate[service] *
                                                          inputs.strategies[c].of[service].usual_rate.at(week.first);
}

} // namespace

void let_contracts(Market& market, Inputs const& inputs, Week const& week)
{
    if (week.opens_year && week.number > 0)
        uplift_prices(market, inputs, week);
    set_usual_rates(market, inputs, week);
    forecast_outturn(market, inputs, week);
    staff_the_office(market, inputs, week);
    advance_procurements(market, inputs, week);
    act_on_contract_dates(market, inputs, week);
    open_own_supply(market, inputs, week);
    if (week.opens_quarter)
    {
        judge_outcomes(market, inputs, week);
        review_guarantees(market, week);
        step_up_guarantees(market, week);
        plan_own_supply(market, inputs, week);
        decide_on_options_and_breaks(market, inputs, week);
        review_volumes(market, inputs, week);
    }
    if (week.opens_month)
    {
        review_packages(market, inputs, week);
        review_dear_placements(market, inputs, week);
        share_offices(market, inputs);
    }
    meet_staff_conditions(market);
}

} // namespace caremarket
