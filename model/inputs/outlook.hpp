#pragma once

#include "model/inputs/dated.hpp"
#include "model/kinds.hpp"

#include <string>

namespace caremarket
{

/// What nobody in the place decides. Every member is a row of the catalogue.
struct OutlookAll
{
    Dated wage_floor;                            // [GBP/h]
    Dated inflation;                             // [share/year] consumer prices, from one 1 April to the next
    Dated outside_wage_growth;                   // [share/year]
    Dated demand_growth;                         // [share/year] of need at given age
    EnumArray<AgeBand, Dated> population_growth; // [share/year] after the last known date
    Dated labour_supply;                         // relative inflow of job seekers
    Dated real_living_wage;                      // [GBP/h]; 0: not known
    Dated employer_on_cost;                      // [share] of pay, statutory
    Dated cost_of_capital;                       // [share/year]
    Dated funded_nursing_care;                   // [GBP/week]
    Dated capital_limit_upper;                   // [GBP]
    Dated capital_limit_lower;                   // [GBP]
    Dated disregard_weeks;                       // [weeks]
    Dated tariff_step;                           // [GBP] of capital that add a pound a week to the charge
    Dated house_price_growth;                    // [share/year]
    Dated nhs_demand;                            // relative to the start
    Dated other_buyer_demand;                    // relative to the start
    Dated home_admissions;                       // relative to the usual
    Dated homecare_starts;                       // relative to the usual
    Dated hospital_discharges;                   // relative to the usual
    Dated mortality;                             // relative to the usual
    Dated staff_absence;                         // [share] beyond the usual
    Dated running_costs;                         // relative to consumer prices
    Dated inspection_frequency;                  // relative to the usual
    Dated inspection_standard;                   // [sd of quality] beyond the usual
    Dated group_failure;                         // [share] of what groups own

    friend bool operator==(OutlookAll const&, OutlookAll const&) = default;
};

struct Outlook
{
    std::string name;
    OutlookAll all;
};

} // namespace caremarket
