#include "model/step.hpp"

#include "model/identities.hpp"
#include "model/month_end.hpp"
#include "model/phases/brokerage.hpp"
#include "model/phases/capacity.hpp"
#include "model/phases/contract_management.hpp"
#include "model/phases/delivery.hpp"
#include "model/phases/demand.hpp"
#include "model/phases/invest_to_save.hpp"
#include "model/phases/labour.hpp"
#include "model/phases/payers.hpp"
#include "model/phases/procurement.hpp"
#include "model/phases/provider_strategy.hpp"
#include "model/phases/quality.hpp"
#include "model/phases/world.hpp"

namespace caremarket
{

// Why this order, and why any order of blocks will do.
//
// A phase reads what earlier phases left in the market and writes the columns its header lists. The date comes first,
// for wages and prices change on its first day. People leave and come before staff and capacity are set, so that a
// provider plans for who it has. Contracts begin before people are placed, so that a guarantee can be used from its
// first day. Care is delivered and paid for after placing, with the days of the week on which it began and ended;
// who leaves frees the place for the next week, which is the turnaround. Quality and strategy come last: they answer
// to the week that was.
//
// Phases marked * act on blocks. A block writes only columns of its own people and providers, and its own scratch;
// what crosses blocks is whole numbers in scratch, added up after, or proposals, sorted by a key of their own.
void advance(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block, Record& record)
{
    std::size_t const blocks = market.people.size();
    auto const each_block = [&](auto const& phase)
    { for_each_block(blocks, [&](std::size_t block) { phase(market, inputs, week, block); }); };

    open_week(market, week);
    turn_to(market, inputs, week);                          // 1 wages, prices, rates of the date
    each_block(admit_new_demand);                           // 2 * people leave and come
    invest_to_save(market, inputs, week);                   //     reablement and the like are paid for
    change_payers(market, inputs, week);                    //     capital is spent, homes begin to count
    each_block(hire_and_lose_staff);                        // 3 *
    each_block(set_capacity);                               // 4 *
    let_contracts(market, inputs, week);                    // 5 uplift, tenders, contracts
    place_people(market, inputs, week, for_each_block);     // 6 * propose, then accept
    pay_for_delivery(market, inputs, week, for_each_block); // 7 * care given, every pound
    each_block(care_and_inspect);                           // 8 *
    manage_contracts(market, inputs, week);                 //     what councils see of it, and do
    decide_as_providers(market, inputs, week);              // 9 prices, pay, exit, entry
    close_week(market, week, record);                       //   records at month end
    check_identities(market);                               //   in dev builds
}

} // namespace caremarket
