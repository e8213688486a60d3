#pragma once

#include "model/inputs/dated.hpp"
#include "model/kinds.hpp"

#include <string>

namespace caremarket
{

/// The levers of a commissioner for one service. Every member is a row of the catalogue.
struct StrategyService
{
    EnumArray<Channel, Dated> mix; // [share] of forecast volume; a simplex
    Dated block_length;            // [years]
    Dated procurement_lead;        // [weeks] from the decision to buy to the first day of the contract
    Dated procurement_cost;        // [GBP] a tender
    Dated block_price_limit;       // [multiple of the usual rate]
    Dated transfers_existing;      // yes or no
    Dated uplift_rule;             // UpliftRule
    Dated uplift_fixed;            // [share/year]
    Dated uplift_pass_through;     // [share]
    Dated uplift_wage_share;       // [share]
    Dated spot_limit;              // [multiple of the usual rate]
    Dated spot_limit_rise;         // [multiple of the usual rate per week waited]
    Dated posted_block_price;      // [GBP/unit]; 0 = prices are bid
    Dated posted_spot_price;       // [GBP/unit]; 0 = prices are quoted
};

struct Strategy
{
    std::string name;
    PerService<StrategyService> of;
};

} // namespace caremarket
