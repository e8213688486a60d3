#pragma once

#include "model/inputs/dated.hpp"
#include "model/kinds.hpp"

#include <string>

namespace caremarket
{

/// The levers of a commissioner over all services. Every member is a row of the catalogue.
struct StrategyAll
{
    Dated commissioning_staff; // [FTE]
    Dated extension_weeks;     // [weeks]
    Dated budget_growth;       // [share/year] beyond consumer prices
    Dated response_delay;      // [weeks] when well over budget
    Dated response_package;    // [share] the same
    Dated response_reviews;    // [share/year] the same
    Dated outsourced_reviews;  // [share] of reviews for which officers have no time
    Dated response_spot;       // [share] the same
    Dated merged_services;     // MergedServices
    Dated prevention_spend;    // [GBP/year] for each older person, at start prices
};

/// The levers of a commissioner for one service. Every member is a row of the catalogue.
struct StrategyService
{
    EnumArray<Channel, Dated> mix; // [share] of forecast volume; a simplex, direct payments apart
    Dated contract_length;         // [years]
    Dated procurement_route;       // Route
    Dated quality_weight;          // [share]
    Dated block_price_limit;       // [multiple of the usual rate]
    Dated sliding_from;            // [share of the guaranteed volume]
    Dated sliding_discount;        // [share of the price]
    Dated core_providers;          // [providers]
    Dated step_up;                 // [share]
    Dated transfers_existing;      // yes or no
    Dated uplift_rule;             // UpliftRule
    Dated uplift_fixed;            // [share/year]
    Dated uplift_pass_through;     // [share]
    Dated uplift_wage_share;       // [share]
    Dated call_order;              // CallOrder
    Dated usual_rate;              // [multiple of the inherited rate]
    Dated top_ups;                 // yes or no
    Dated direct_payment_rate;     // [multiple of the usual rate]
    Dated spot_limit;              // [multiple of the usual rate]
    Dated spot_limit_rise;         // [multiple of the usual rate per week waited]
    Dated posted_block_price;      // [GBP/unit]; 0 = prices are bid
    Dated posted_spot_price;       // [GBP/unit]; 0 = prices are quoted
    Dated outcome_share;           // [share of the price]
    Dated outcome_target;          // [sd of quality]
    Dated social_value_weight;     // [share]
    Dated evaluated_cost;          // EvaluatedCost
    Dated low_tender_test;         // LowTenderTest
    Dated low_tender_line;         // [multiple] of what the test compares with
    Dated feedback;                // yes or no
    Dated uplift_pay_share;        // [share]
    Dated efficiency_deduction;    // [share/year]
    Dated placement_uplift;        // PlacementUplift
    Dated fee_freeze;              // yes or no
    Dated option_years;            // [years]
    Dated break_after;             // [years]; 0 = no break
    Dated hand_back_notice;        // [weeks]; 0 = usual
    Dated step_down;               // [share]
    Dated existing_people;         // ExistingPeople
    Dated staff_transfer;          // yes or no
    Dated alliance;                // yes or no
    Dated letting_cycle;           // [years]; 0 = by their own length
    Dated build_for_block;         // yes or no
    Dated building_grant;          // [share] of the cost of building
    Dated listing_route;           // 0: as contracts; else the Route after it
    Dated ring_fence;              // RingFence
    Dated shortlist;               // [providers]
    Dated failed_tender;           // FailedTender
    Dated rounds;                  // [rounds]
    Dated assurance;               // [sd of quality]
    Dated pre_tender_lead;         // [weeks]
    Dated position_statement;      // yes or no
    Dated lots;                    // LotExtent
    Dated lot_limit;               // [share]; 1 = none
    Dated nhs_joins;               // yes or no
    Dated call_off;                // CallOff
    Dated demand_cap;              // [share of the planned list volume]; 1 = none
    Dated listed_guarantee;        // [share of the planned list volume]
    Dated list_reopens;            // [years]; 0 = not before its end
    Dated pay_floor;               // [multiple of the real living wage]; 0 = the law's alone
    Dated guaranteed_staff_hours;  // [share] of the hours that staff work under a contract
    Dated monitoring_visits;       // [1/year] to each contract's provider
    Dated monitoring;              // Monitoring
    Dated unannounced_visits;      // yes or no
    Dated self_assessment;         // yes or no
    Dated publishes_results;       // yes or no
    Dated quality_standard;        // [sd of quality]
    Dated least_kpis;              // [share] of indicators
    Dated cure_weeks;              // [weeks]
    Dated management_style;        // ManagementStyle
    Dated sanction_share;          // [share of the price]
    Dated suspends;                // yes or no
    Dated decommissions;           // yes or no
    Dated reablement_share;        // [share] of new council people
    Dated technology_share;        // [share] of new packages
    Dated family_share;            // [share] of the hours of new packages
    Dated respite_weeks;           // [weeks/year] for each family that does more
    Dated respite_targeting;       // RespiteTargeting
    Dated high_cost_reviews;       // [share/year] of dear placements
    Dated high_cost_from;          // [multiple of the usual rate]
    Dated devolved_share;          // [share] of new people
};

struct Strategy
{
    std::string name;
    StrategyAll all;
    PerService<StrategyService> of;
};

} // namespace caremarket
