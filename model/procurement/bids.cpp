#include "model/procurement/bids.hpp"

#include "model/procurement/low_tenders.hpp"
#include "model/procurement/route.hpp"

namespace caremarket
{

EntityKey key_of_bid(Hearing const& hearing, ProviderId provider)
{
    EntityKey const key = hearing.market.providers.key[static_cast<std::size_t>(provider)];
    return key_of(EntityKind::contract, hearing.tender, static_cast<std::uint32_t>(key.value),
                  static_cast<std::uint32_t>(key.value >> 32));
}

std::vector<Bid> bids_for(Hearing const& hearing)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    RouteRules const& route = rules_of(plan.route);
    std::vector<ProviderId> const invited = route.ask(hearing);
    market.counts[0].areas[market.area(plan.service, plan.locality)].asked += static_cast<std::int64_t>(invited.size());
    std::vector<Bid> bids = route.hear(hearing, able_of(hearing, invited));
    reject_too_low(hearing, bids);
    route.choose(hearing, bids);
    return bids;
}

} // namespace caremarket
