#pragma once

#include "model/kinds.hpp"

#include <string>

namespace caremarket
{

/// How people and firms act, whatever the service. Every member is a row of the catalogue.
struct BehaviourAll
{
    double risk_aversion = 0;           // multiple of the loss on failure
    double planning_years = 0;          // [years]
    double rival_cost_spread = 0;       // [share]
    double cost_misjudgement = 0;       // [share], standard deviation
    double market_area = 0;             // [min]
    double own_choice_share = 0;        // [share]
    double choice_noise = 0;            // [share of price], scale of the Gumbel
    double distance_aversion = 0;       // [share of price per min]
    double rating_appeal = 0;           // [share of price per step of rating]
    double hires_from_sector = 0;       // [share]
    double search_weeks = 0;            // [weeks]
    double recruit_elasticity = 0;      // of the inflow of job seekers to pay against outside
    double wage_spill_over = 0;         // [share] of a rise of the floor
    double wage_spill_over_reach = 0;   // [share] above the floor
    double pay_response = 0;            // [share per quarter per share of posts vacant above target]
    double inspection_rate = 0;         // [1/year]
    double inspection_risk = 0;         // multiple for poor ratings
    double inspection_noise = 0;        // [standard deviations of quality]
    double inadequate_below = -2;       // [sd of quality] seen
    double good_from = -1;              // [sd of quality] seen
    double outstanding_from = 2;        // [sd of quality] seen
    double give_up_search = 0;          // [1/week]
    double vacancy_horizon = 1;         // [weeks]
    double worker_hours = 0;            // [h/week]; 0: staff leave in fractions
    double leaver_cost = 0;             // [weeks of pay]
    double strain_effect = 0;           // on log quitting, per share of posts vacant beyond the target
    double turnover_renewal = 0;        // [1/year] of a provider's view of its own turnover
    double shed_rate = 0;               // [1/year] of staff beyond posts
    double guaranteed_hours_effect = 0; // on log quitting, without sign
    double person_refuses = 0;          // [share]
    double refusal_per_minute = 0;      // [share/min]
    double refusal_weeks = 1;           // [weeks]
    double outcome_noise = 0;           // [sd of quality]
    double written_quality_noise = 0;   // [sd of quality]
    double in_house_pay = 0;            // [share]
    double sites_per_group = 2;         // [providers]
    double debt_of_groups = 0;          // [share of the charge for capital]
    double debt_of_others = 0;          // [share of the charge for capital]
    double group_transfer = 0;          // [share]
    double inadequate_patience = 1;     // [inspections]
    double wealth_elasticity = 0;       // of the odds of paying for oneself
    double officer_cost = 0;            // [GBP/week] at start prices
    double review_work = 0;             // [person-weeks]
    double review_cut = 0;              // [share]
    double open_book_work = 0;          // [person-weeks] a provider and year
    double forecast_from = 1;           // [days] of the financial year
    double full_pressure = 1;           // [share of budget] over it
    double officer_reserve = 0;         // [weeks of the officers' time]
    double decision_work = 0;           // [share] of the work on a tender
    double left_to_spot = 0;            // [weeks] after a tender without an award
    double least_tender = 0;            // [share of the plan]
    double least_volume = 0;            // [share of size] over which fixed cost is spread
    double list_price_ceiling = 1;      // multiple of full unit cost
    double entrant_size_spread = 0;     // log standard deviation
    double staffed_at_opening = 1;      // [share of posts]
    double entrant_occupancy = 1;       // [share] it reckons with
    double opening_occupancy = 1;       // [share] the others reckon with
    double opening_nearness = 1;        // weight of room near home
    double opening_job_seekers = 0;     // [weeks of leavers]
    double land_share = 0;              // [share]
    double market_memory = 0;           // [weeks] over which agents average what they see
    double tender_threshold = 0;        // [GBP] over a contract's term
    double weeks_to_bid = 0;            // [weeks] between an invitation and the last day for offers
    double bid_preparation = 0;         // [weeks] that a provider takes, mean
    double bid_preparation_spread = 0;  // log standard deviation
    double demand_misjudgement = 0;     // log standard deviation of what a bidder thinks will be needed
    double partial_assurance = 0;       // [sd of quality] below what the council asks for
    double innovation_gain = 0;         // log, mean, of unit cost
    double innovation_spread = 0;       // log standard deviation
    double development_cost = 0;        // [GBP] of a partner, at start prices
    double delayed_day_cost = 0;        // [GBP/day] to the NHS, at start prices
    double visit_work = 0;              // [person-weeks]
    double report_work = 0;             // [person-weeks] on a provider's own report
    double visit_noise = 0;             // [sd of quality]
    double best_face = 0;               // [sd of quality] by which an announced visit sees more than there is
    double own_praise = 0;              // [sd of quality] likewise of a provider's own report
    double monitoring_risk = 1;         // multiple of looks where there is reason to
    double decommission_notice = 1;     // [weeks]
    double barred_after = 0;            // [weeks] after losing a contract
    double merged_office_saving = 0;    // [share] of its office's cost
    double integrator_work = 0;         // [person-weeks] a month for an alliance
    double dispute_rate = 0;            // [1/year] of a pair of members of an alliance
    double dispute_unattended = 1;      // multiple of it where officers have no time for the alliance
    double dispute_work = 0;            // [person-weeks]
    double largest_remedy = 0;          // [share] by which a provider raises pay at once to cure
    double reablement_success = 0;      // [share] who need no homecare after it
    double reablement_reduction = 0;    // [share] of their hours that the others need less
    double reablement_weeks = 6;        // [weeks]
    double reablement_lasts = 0;        // [weeks] for which who needs none manages without
    double reablement_cost = 0;         // [GBP] of an episode, at start prices
    double technology_effect = 0;       // [share] of hours spared
    double technology_cost = 0;         // [GBP/week] of a person, at start prices
    double prevention_effect = 0;       // [share of new need per GBP/year and older person], of the first pound
    double prevention_limit = 1;        // [share] of new need, however much is spent
    double prevention_lag = 1;          // [weeks] in which it builds up and wears off
    double breakdown_rate = 0;          // [1/year per hour a week] that a family was asked to do
    double respite_effect = 0;          // on log breakdown, per week a year, without sign
    double respite_cost = 0;            // [GBP/week] at start prices
    double placement_review_work = 0;   // [person-weeks]
    double refuses_to_move = 0;         // [share]
    double outside_review_cost = 0;     // [GBP] at start prices
};

/// What a route takes.
struct RouteBurden
{
    double weeks = 1;    // [weeks] from the decision to let to the first day of the contract
    double decision = 0; // [weeks] of them until offers are decided on; 0: at once
    double work = 0;     // [person-weeks] of the council's officers
    double cost = 0;     // [GBP] to the council besides, at start prices
    double bid_cost = 0; // [GBP] to whoever makes an offer, at start prices
};

struct BehaviourService
{
    double stay_shape = 1;             // Weibull
    double stay_scale = 1;             // [years]
    double stay_limit = 10;            // [years]
    double temporary_stay = 4;         // [weeks]
    double on_cost = 0;                // [share of pay], holiday, sickness, training, pension
    double travel_share = 0;           // [share of contact time]
    double travel_cost = 0;            // [GBP/unit] at start prices
    double staff_hours = 1;            // [h/unit]
    double supplies = 0;               // [GBP/unit] at start prices
    double overhead = 0;               // [GBP/week] of a provider of usual size, at start prices
    double overhead_elasticity = 0;    // to size
    double usual_size = 1;             // [units]
    double capital_charge = 0;         // [GBP/week per unit of capacity] at start prices
    double efficiency_spread = 0;      // log standard deviation of unit cost
    double required_surplus = 0;       // [share of cost]
    double self_funder_elasticity = 4; // residual elasticity of demand, absolute
    double price_adjustment = 1;       // [share of the gap per month]
    double quit_rate = 0;              // [1/year]
    double quit_pay_elasticity = 0;    //
    double pay_above_floor = 0;        // [share], mean at the start
    double vacancy_target = 0;         // [share of posts]
    double agency_reach = 0;           // [share of own staff]
    double agency_premium = 0;         // [share of pay]
    double opening_cash = 0;           // [weeks of cost]
    double overdraft = 0;              // [weeks of cost]
    double payout = 0;                 // [share of surplus]
    double loss_on_failure = 0;        // [weeks of fixed cost]
    double patience = 1;               // [quarters]
    double retirement_rate = 0;        // [1/year]
    double closing_value = 0;          // [GBP per unit of capacity] at start prices
    double entry_hurdle = 0;           // [share/year]
    double entry_cost = 0;             // [GBP per unit of capacity] at start prices
    double entry_lead = 0;             // [weeks]
    double entrant_size = 1;           // [units]
    double entrants_considered = 0;    // [1/year] potential entrants who look at a locality
    double quality_pay = 0;            // [sd of quality/year per log point of relative pay]
    double quality_turnover = 0;       // [sd of quality/year per unit of turnover above the usual]
    double quality_return = 0;         // [1/year]
    double quality_level = 0;          // [sd] between providers
    double growth_slack = 0;           // [share]
    double spare_people = 0;           // [people]
    double bearable_shortage = 0;      // [share of capacity]
    double quality_noise = 0;          // [sd per square root of a year]
    double absence = 0;                // [share]
    double retainer = 0;               // [share]
    double travel_density_weight = 0;  // [share]
    double longest_travel = 10;        // [1] multiple of the usual
    double usual_density = 1;          // [h/week per km2]
    double nurse_cost = 0;             // [GBP/unit] at start prices
    double least_variable_cost = 0;    // [share of cost before the NHS's contribution]
    double guaranteed_hours = 0;       // [share] at the start
    double provider_declines = 0;      // [share]
    double diversion_weeks = 0;        // [weeks]
    double interim_stay = 1;           // [weeks]
    double hand_back_months = 1;       // [months]
    double hand_back_notice = 1;       // [weeks]
    double expansions_considered = 0;  // [1/year]
    double expansion_step = 0;         // [share of size]
    double expansion_lead = 1;         // [weeks]
    EnumArray<Route, RouteBurden> routes{};
};

struct Behaviour
{
    std::string name;
    BehaviourAll all;
    PerService<BehaviourService> of;
};

} // namespace caremarket
