#include "tests/support/busy_market.hpp"

namespace caremarket::tests
{

namespace
{

Inputs busy_place(SmallPlace place, int years)
{
    place.nhs_in_nursing = 0.1;
    place.capital = 40'000.0;
    place.council[Service::nursing] = 48.0;
    place.providers[Service::nursing] = 2.0;
    Inputs inputs = small_inputs(place, years);
    for (StrategyService& levers : inputs.strategies.front().of)
    {
        set_mix(levers, {.block = 0.25, .core = 0.15, .framework = 0.15, .in_house = 0.15});
        levers.contract_length = 1.0;
        levers.block_price_limit = 1.5;
        levers.sliding_from = 0.75;
        levers.sliding_discount = 0.2;
        levers.step_up = 0.5;
        levers.outcome_share = 0.2;
    }
    StrategyAll& all = inputs.strategies.front().all;
    all.commissioning_staff = 50.0;
    all.budget_growth = -0.1; // so that there is pressure
    all.response_reviews = 0.5;
    all.response_package = 0.2;
    for (Service const service : {Service::residential, Service::nursing})
    {
        inputs.place.of[service].disregarded_share = 0.4;
        inputs.place.of[service].top_up_share = 0.6;
    }
    for (BehaviourService& b : inputs.behaviour.of)
    {
        b.routes[Route::full_tender].weeks = 8.0;
        b.hand_back_months = 1.0;
        b.diversion_weeks = 2.0;
        b.retirement_rate = 0.05;
    }
    inputs.strategies.assign(inputs.strategies.size(), inputs.strategies.front());
    return inputs;
}

} // namespace

Inputs busy_inputs(int years)
{
    return busy_place({}, years);
}

Inputs busy_inputs_let_jointly(int years)
{
    SmallPlace place;
    place.councils = 2;
    Inputs inputs = busy_place(place, years);
    for (Strategy& strategy : inputs.strategies)
        for (StrategyService& levers : strategy.of)
        {
            levers.lots = static_cast<double>(index_of(LotExtent::joint));
            levers.nhs_joins = 1.0;
        }
    return inputs;
}

void manage_contracts_of(StrategyService& levers)
{
    levers.alliance = 1.0;
    levers.pay_floor = 1.0;
    levers.guaranteed_staff_hours = 0.9;
    levers.monitoring_visits = 6.0;
    levers.monitoring = static_cast<double>(index_of(Monitoring::by_risk));
    levers.self_assessment = 1.0;
    levers.unannounced_visits = 1.0;
    levers.publishes_results = 1.0;
    levers.quality_standard = 0.0;
    levers.least_kpis = 0.4;
    levers.cure_weeks = 4.0;
    levers.management_style = static_cast<double>(index_of(ManagementStyle::punitive));
    levers.sanction_share = 0.1;
    levers.suspends = 1.0;
    levers.decommissions = 1.0;
}

Inputs busy_inputs_managed(int years)
{
    Inputs inputs = busy_inputs(years);
    inputs.outlook.all.real_living_wage = 1.15 * inputs.outlook.all.wage_floor.at(first_of_april(inputs.first_year));
    for (StrategyService& levers : inputs.strategies.front().of)
        manage_contracts_of(levers);
    return inputs;
}

Inputs busy_inputs_of_demand(int years)
{
    Inputs inputs = busy_inputs(years);
    Strategy& strategy = inputs.strategies.front();
    strategy.all.prevention_spend = 40.0;
    strategy.all.outsourced_reviews = 0.5;
    for (StrategyService& levers : strategy.of)
    {
        levers.high_cost_reviews = 6.0;
        levers.high_cost_from = 0.9;
        levers.devolved_share = 0.3;
    }
    StrategyService& care = strategy.of[Service::homecare];
    care.reablement_share = 0.3;
    care.technology_share = 0.4;
    care.family_share = 0.3;
    care.respite_weeks = 3.0;
    care.respite_targeting = static_cast<double>(index_of(RespiteTargeting::by_family_care));
    BehaviourAll& b = inputs.behaviour.all;
    b.reablement_lasts = 26.0;
    b.technology_effect = 0.05;
    b.prevention_effect = 0.005;
    b.prevention_lag = 20.0;
    b.breakdown_rate = 0.1;
    b.placement_review_work = 0.1;
    b.refuses_to_move = 0.3;
    return inputs;
}

} // namespace caremarket::tests
