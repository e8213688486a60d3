#include "model/procurement/looks.hpp"

#include "model/maths.hpp"

namespace caremarket
{

namespace
{

/// Log-normal with mean 1, from the mean error of several looks.
double factor_of(double error, double spread, std::int32_t looks)
{
    return maths::exp(spread * error - 0.5 * spread * spread / looks);
}

} // namespace

double mean_error(Draws const& draws, EntityKey what, Purpose purpose, std::int32_t looks)
{
    double sum = 0.0;
    for (std::int32_t look = 0; look < looks; ++look)
        sum += draws.normal(what, purpose, static_cast<std::uint32_t>(look));
    return sum / looks;
}

double misjudged_cost(Hearing const& hearing, EntityKey bid)
{
    double const spread = hearing.inputs.behaviour.all.cost_misjudgement;
    if (spread == 0.0)
        return 1.0;
    std::int32_t const looks = hearing.plan.looks;
    return factor_of(mean_error(hearing.market.draws, bid, Purpose::bid, looks), spread, looks);
}

double misjudged_demand(Hearing const& hearing, EntityKey bid)
{
    double const spread = hearing.inputs.behaviour.all.demand_misjudgement;
    if (spread == 0.0)
        return 1.0;
    Draws const& draws = hearing.market.draws;
    double const own = mean_error(draws, bid, Purpose::demand_seen, 1);
    if (!hearing.plan.states_need)
        return factor_of(own, spread, 1);
    double const published = mean_error(draws, hearing.tender, Purpose::demand_seen, 1);
    return factor_of(0.5 * (own + published), spread, 2);
}

double quality_seen(Hearing const& hearing, ProviderId provider, EntityKey bid)
{
    double const noise = hearing.inputs.behaviour.all.written_quality_noise *
                         mean_error(hearing.market.draws, bid, Purpose::written_quality, hearing.plan.looks);
    return hearing.market.providers.quality[static_cast<std::size_t>(provider)] + noise;
}

} // namespace caremarket
