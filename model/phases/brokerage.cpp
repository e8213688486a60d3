#include "model/phases/brokerage.hpp"

#include "model/brokerage/acceptance.hpp"
#include "model/brokerage/call_plan.hpp"
#include "model/brokerage/preferences.hpp"
#include "model/brokerage/proposals.hpp"

#include <utility>

namespace caremarket
{

namespace
{

constexpr int most_rounds = 100;

void count_refusals(Market& market)
{
    for (std::size_t block = 0; block < market.scratch.size(); ++block)
    {
        BlockScratch& scratch = market.scratch[block];
        market.counts[0].refused_by_people += std::exchange(scratch.refused_by_people, 0);
        market.counts[0].declined_by_providers += std::exchange(scratch.declined_by_providers, 0);
    }
}

void renew_preferences(Market& market, Inputs const& inputs, ForEachBlock const& for_each_block)
{
    PerService<bool> const stale = std::exchange(market.preferences_are_stale, {});
    if (stale == PerService<bool>{})
        return;
    for_each_block(market.people.size(),
                   [&](std::size_t block)
                   {
                       for (Service const service : all_of<Service>())
                           if (stale[service])
                               order_by_preference(market, inputs.behaviour.all, service,
                                                   static_cast<LocalityId>(block));
                   });
}

} // namespace

void place_people(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block)
{
    std::size_t const blocks = market.people.size();
    renew_preferences(market, inputs, for_each_block);
    plan_calls(market, inputs, week);
    for_each_block(blocks, [&](std::size_t block) { gather_seekers(market, week, block); });
    std::vector<Proposal>& proposals = market.matching.proposals;
    int round = 0;
    for (; round < most_rounds; ++round)
    {
        look_for_room(market, market.matching.room);
        for_each_block(blocks, [&](std::size_t block) { propose(market, inputs.behaviour, block); });
        proposals.clear();
        for (BlockScratch const& scratch : market.scratch)
            proposals.insert(proposals.end(), scratch.proposals.begin(), scratch.proposals.end());
        if (proposals.empty())
            break;
        accept_proposals(market, inputs, week);
    }
    market.counts[0].matching_rounds_cut += round == most_rounds;
    for_each_block(blocks, [&](std::size_t block) { count_waiting(market, week, block); });
    see_what_waits(market);
    count_refusals(market);
}

} // namespace caremarket
