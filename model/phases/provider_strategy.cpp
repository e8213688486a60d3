#include "model/phases/provider_strategy.hpp"

#include "model/firms/accounts.hpp"
#include "model/firms/closing.hpp"
#include "model/firms/council_care.hpp"
#include "model/firms/entry.hpp"
#include "model/firms/extension.hpp"
#include "model/firms/groups.hpp"
#include "model/firms/hand_back.hpp"
#include "model/procurement/in_house.hpp"
#include "model/provider_prices.hpp"

namespace caremarket
{

void decide_as_providers(Market& market, Inputs const& inputs, Week const& week)
{
    close_own_supply(market, week);
    fail_groups_of_outlook(market, inputs, week);
    if (!week.opens_month)
        return;
    CouncilCare const care = look_at_council_care(market);
    see_council_volume(market, inputs, care, market.days_since_accounts / 7.0);
    draw_up_accounts(market, inputs);
    if (week.opens_quarter)
    {
        offer_pay(market, inputs);
        guarantee_hours(market, inputs);
    }
    fail_groups(market, inputs, week);
    close_who_must(market, inputs, week);
    hand_back_work(market, inputs, week, care.packages);
    open_who_is_due(market, inputs, week);
    open_extensions(market, inputs, week);
    if (week.opens_quarter)
    {
        consider_entries(market, inputs, week);
        consider_extensions(market, inputs, week);
    }
    set_prices(market, inputs, week, false);
}

} // namespace caremarket
