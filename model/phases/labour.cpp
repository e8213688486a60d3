#include "model/phases/labour.hpp"

#include "model/firms/each_open.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/guaranteed_hours.hpp"
#include "model/rules/staffing.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// A provider's quit rate and its appeal to job seekers by pay and guaranteed hours, worked out anew when either has
/// moved.
void see_terms_of_work(Providers& providers, std::size_t p, Behaviour const& behaviour, double outside_wage)
{
    double const relative_pay = providers.pay(p) / outside_wage;
    double const guaranteed = providers.guaranteed_hours[p];
    if (relative_pay == providers.quit_pay[p] && guaranteed == providers.quit_guaranteed[p])
        return;
    BehaviourService const& b = behaviour.of[providers.service[p]];
    providers.quit_pay[p] = relative_pay;
    providers.quit_guaranteed[p] = guaranteed;
    providers.quit_rate[p] =
        quit_rate(b.quit_rate, relative_pay, b.quit_pay_elasticity) *
        quitting_under_guarantee(guaranteed, b.guaranteed_hours, behaviour.all.guaranteed_hours_effect);
    providers.pay_appeal[p] = maths::pow(relative_pay, behaviour.all.recruit_elasticity);
}

/// Share of its staff that leaves a provider in a year: by pay, by how many of their hours are guaranteed, by strain,
/// and because there are more of them than work.
double leaving_rate(Providers& providers, std::size_t p, Inputs const& inputs, double outside_wage)
{
    BehaviourAll const& all = inputs.behaviour.all;
    BehaviourService const& b = inputs.behaviour.of[providers.service[p]];
    see_terms_of_work(providers, p, inputs.behaviour, outside_wage);
    double const posts = std::max(providers.posts[p], 1.0);
    double const vacant = 1.0 - providers.staff[p] / posts;
    double const spare = providers.staff[p] > posts ? 1.0 - posts / providers.staff[p] : 0.0;
    return providers.quit_rate[p] * quitting_under_strain(vacant, b.vacancy_target, all.strain_effect) +
           all.shed_rate * spare;
}

/// Staff who leave a provider this week [h/week]: worker by worker, each time the hazard has worn down a threshold.
double leavers_of(Market& market, double worker_hours, Week const& week, std::size_t p, double rate)
{
    Providers& providers = market.providers;
    double const mean = providers.staff[p] * std::min(1.0, rate * week.years());
    if (worker_hours <= 0.0)
        return mean;
    double leaving = 0.0;
    providers.next_leaver[p] -= static_cast<float>(mean / worker_hours);
    while (providers.next_leaver[p] <= 0.0F)
    {
        leaving += worker_hours;
        providers.next_leaver[p] +=
            static_cast<float>(market.draws.exponential(providers.key[p], Purpose::leavers, ++providers.leavers[p]));
    }
    return std::min(providers.staff[p], leaving);
}

void lose_staff(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    Providers& providers = market.providers;
    LabourMarket& labour = market.labour[block];
    double const forget = std::min(1.0, 7.0 / 365.25 * inputs.behaviour.all.turnover_renewal);
    for_each_provider(market, block,
                      [&](ProviderId, std::size_t p)
                      {
                          double const rate = leaving_rate(providers, p, inputs, market.world.outside_wage);
                          double const leavers = leavers_of(market, inputs.behaviour.all.worker_hours, week, p, rate);
                          providers.staff[p] -= leavers;
                          providers.left[p] += leavers;
                          providers.turnover[p] += forget * (rate - providers.turnover[p]);
                          labour.job_seekers += leavers * inputs.behaviour.all.hires_from_sector;
                          market.counts[0].areas[market.area(providers.service[p], block)].leavers += leavers;
                      });
}

void renew_job_seekers(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    BehaviourAll const& behaviour = inputs.behaviour.all;
    LabourMarket& labour = market.labour[block];
    double staff = 0.0;
    double pay = 0.0;
    for_each_provider(market, block,
                      [&](ProviderId, std::size_t p)
                      {
                          staff += market.providers.staff[p];
                          pay += market.providers.staff[p] * market.providers.pay(p);
                      });
    labour.average_pay = staff > 0.0 ? pay / staff : market.world.outside_wage;
    double const attraction = maths::pow(labour.average_pay / market.world.outside_wage, behaviour.recruit_elasticity);
    labour.job_seekers += labour.usual_inflow * attraction * market.world.labour_supply * week.years();
    labour.job_seekers -= labour.job_seekers * std::min(1.0, behaviour.give_up_search * week.days / 7.0);
}

void hire(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    BehaviourAll const& behaviour = inputs.behaviour.all;
    Providers& providers = market.providers;
    LabourMarket& labour = market.labour[block];
    double vacancies = 0.0;
    double appeal = 0.0; // vacancies weighted by pay
    for_each_provider(market, block,
                      [&](ProviderId, std::size_t p)
                      {
                          double const vacant = std::max(0.0, providers.posts[p] - providers.staff[p]);
                          providers.appeal[p] = vacant * providers.pay_appeal[p]; // as good as relative to rivals' pay
                          vacancies += vacant;
                          appeal += providers.appeal[p];
                      });
    double const filled =
        posts_filled(labour.job_seekers, vacancies, behaviour.search_weeks) * std::min(1.0, week.days / 7.0);
    if (filled <= 0.0 || appeal <= 0.0)
        return;
    double hired = 0.0;
    for_each_provider(market, block,
                      [&](ProviderId, std::size_t p)
                      {
                          double const vacant = std::max(0.0, providers.posts[p] - providers.staff[p]);
                          double const hires = std::min(vacant, filled * providers.appeal[p] / appeal);
                          providers.staff[p] += hires;
                          hired += hires;
                      });
    labour.job_seekers = std::max(0.0, labour.job_seekers - hired);
}

} // namespace

double wanted_posts(Market const& market, Behaviour const& behaviour, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& providers = market.providers;
    Service const service = providers.service[p];
    double const hours = providers.efficiency[p] * hours_per_unit(market, behaviour, provider);
    if (is_care_home(service))
        return hours * providers.size[p]; // a bed is of use only when it is staffed
    if (providers.sector[p] == Sector::in_house)
        return hours * std::max(providers.size[p], units(providers.occupied[p]));

    // Agencies grow towards the work they see waiting, and promise what they guarantee.
    double const busy = units(providers.occupied[p]);
    double const open = static_cast<double>(market.providers_of[market.area(service, providers.locality[p])].size());
    double const waiting = market.local[market.area(service, providers.locality[p])].waiting / std::max(1.0, open);
    double const person = market.tables.usual_need[service];
    BehaviourService const& b = behaviour.of[service];
    double const wanted = busy + std::max({b.growth_slack * busy, waiting, b.spare_people * person});
    return hours * std::max(wanted, units(providers.guaranteed[p]));
}

void hire_and_lose_staff(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    lose_staff(market, inputs, week, block);
    for_each_provider(market, block,
                      [&](ProviderId provider, std::size_t p)
                      { market.providers.posts[p] = wanted_posts(market, inputs.behaviour, provider); });
    renew_job_seekers(market, inputs, week, block);
    hire(market, inputs, week, block);
}

} // namespace caremarket
