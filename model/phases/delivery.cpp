#include "model/phases/delivery.hpp"

#include "model/delivery/block_payments.hpp"
#include "model/delivery/care_given.hpp"
#include "model/delivery/contract_weeks.hpp"
#include "model/delivery/provider_weeks.hpp"

namespace caremarket
{

void pay_for_delivery(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block)
{
    market.delivery.income_before = market.providers.income;
    market.delivery.cost_before = market.providers.cost;
    for_each_block(market.people.size(), [&](std::size_t block) { deliver_in_block(market, week, block); });
    pay_for_blocks(market, week);
    pay_contracts(market, week);
    pay_costs(market, inputs, week);
    add_up_income(market, week);
    market.days_since_accounts += week.days;
}

} // namespace caremarket
