#include "tests/support/staged_tender.hpp"

#include "model/contract_book.hpp"
#include "model/phases/procurement.hpp"
#include "model/provider_prices.hpp"

namespace caremarket::tests
{

namespace
{

SmallPlace alike(std::size_t homes, std::size_t towns, std::size_t councils)
{
    SmallPlace place;
    place.localities = towns;
    place.councils = councils;
    place.providers[StagedTender::service] = static_cast<double>(homes);
    return place;
}

} // namespace

StagedTender::StagedTender(std::size_t homes, std::size_t towns, std::size_t councils)
    : StagedMarket(alike(homes, towns, councils))
{
    inputs.behaviour.all.risk_aversion = 0.0;
    inputs.behaviour.of[service].capital_charge = 0.0;
    for (StrategyService& one : inputs.strategies.front().of)
        set_mix(one, {});
    seek(service, lot / 0.4, {.block = 0.4});

    set_prices(service, 0.0, 0.0, 0.0);
    Providers& all = market.providers;
    for (std::size_t town = 0; town < towns; ++town)
        for (std::size_t n = 0; n < homes; ++n)
        {
            ProviderId const one = provider(service, town, n);
            set_capacity(one, 20);
            std::size_t const p = at(one);
            all.wage[p] = 1.04 * market.world.wage_floor;
            all.efficiency[p] = 1.0;
            all.turnover[p] = 0.3;
            all.quality[p] = 0.0;
            all.overhead[p] = 0.0;
            all.agency_share[p] = 0.0;
            all.idle_cost[p] = 0.0;
        }
}

void StagedTender::agree()
{
    inputs.strategies.assign(inputs.strategies.size(), inputs.strategies.front());
}

void StagedTender::let()
{
    let_contracts(market, inputs, week);
}

ProviderId StagedTender::winner() const
{
    return market.contracts.size() == 0 ? no_provider : market.contracts.provider.back();
}

double StagedTender::price() const
{
    return market.contracts.size() == 0 ? 0.0 : market.contracts.price.back();
}

double StagedTender::cost(ProviderId home) const
{
    return block_cost(market, inputs, week, home,
                      {.volume = lot,
                       .taken_over = 0.0,
                       .sought = lot,
                       .in_force = 0.0,
                       .terms = terms_on(inputs.strategies.front().of[service], Channel::block, week.first)});
}

} // namespace caremarket::tests
