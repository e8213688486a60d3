#include "model/firms/accounts.hpp"

#include "model/firms/each_open.hpp"
#include "model/maths.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/guaranteed_hours.hpp"
#include "model/rules/travel.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

double travel_of(Inputs const& inputs, LocalityId locality, double hours)
{
    BehaviourService const& b = inputs.behaviour.of[Service::homecare];
    double const area = inputs.place.localities[locality].area;
    return travel_at_density(b.travel_share, b.travel_density_weight, b.usual_density, b.longest_travel,
                             std::max(hours, 1.0) / area);
}

void draw_up_accounts(Market& market, Inputs const& inputs)
{
    Providers& all = market.providers;
    double const weeks = market.days_since_accounts / 7.0;
    if (weeks <= 0.0)
        return;
    double const learn = 1.0 - maths::exp(-weeks / inputs.behaviour.all.market_memory);
    for_each_open_provider(
        market,
        [&](ProviderId provider, std::size_t p)
        {
            BehaviourService const& b = inputs.behaviour.of[all.service[p]];
            double const surplus = to_pounds(all.income[p] - all.cost[p]);
            all.margin[p] += learn * (surplus / weeks - all.margin[p]);
            all.weekly_cost[p] += learn * (to_pounds(all.cost[p]) / weeks - all.weekly_cost[p]);
            all.self_funder_starts[p] += learn * (units(all.began_self_funded[p]) / weeks - all.self_funder_starts[p]);
            double const elsewhere = static_cast<double>(all.quarter_days_elsewhere[p]) / (quarters_in_a_unit * 7.0);
            if (elsewhere > 0.0)
                all.earned_elsewhere[p] +=
                    learn * (to_pounds(all.income_elsewhere[p]) / elsewhere - all.earned_elsewhere[p]);
            if (!is_care_home(all.service[p]))
            {
                // An office grows and shrinks with the work; a building does not.
                if (all.sector[p] != Sector::in_house)
                    all.size[p] += learn * (units(all.occupied[p]) - all.size[p]);
                all.overhead[p] = overhead_for(b, all.size[p]);
                all.travel[p] = travel_of(inputs, all.locality[p], units(all.occupied[p]));
            }
            bool const pays_out = all.sector[p] == Sector::independent;
            if (pays_out && surplus > 0.0 && market.cash(provider) > b.opening_cash * all.weekly_cost[p])
                market.books.pay(market.account_of(provider), accounts::owners,
                                 {Flow::dividend, all.service[p], Channel::spot, all.locality[p]}, b.payout * surplus);
            all.income[p] = 0;
            all.cost[p] = 0;
            all.income_elsewhere[p] = 0;
            all.quarter_days_elsewhere[p] = 0;
            all.began_self_funded[p] = 0;
        });
    market.days_since_accounts = 0;
}

void offer_pay(Market& market, Inputs const& inputs)
{
    Providers& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId, std::size_t p)
                           {
                               BehaviourService const& b = inputs.behaviour.of[all.service[p]];
                               double const vacant =
                                   all.posts[p] > 0.0 ? std::max(0.0, 1.0 - all.staff[p] / all.posts[p]) : 0.0;
                               if (all.sector[p] == Sector::in_house)
                                   return; // on the council's scale, which rises with the wage floor alone
                               // More pay only where the work still covers its cost.
                               if (vacant > b.vacancy_target && all.margin[p] > 0.0)
                                   all.wage[p] *= 1.0 + inputs.behaviour.all.pay_response * (vacant - b.vacancy_target);
                           });
}

void guarantee_hours(Market& market, Inputs const& inputs)
{
    Providers& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               double const chosen = guaranteed_hours_chosen(hours_choice_of(market, inputs, provider));
                               all.guaranteed_hours[p] = std::max(chosen, all.hours_floor[p]);
                           });
}

} // namespace caremarket
