#include "model/brokerage/preferences.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// How much dearer a provider seems to a person than its price says [share]: travel, less what its rating and all
/// that a taste class sees in it are worth.
double disfavour(Market const& market, BehaviourAll const& b, ProviderId provider, std::uint16_t taste, double minutes)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const steps =
        all.is_rated[p] ? static_cast<double>(index_of(all.rating[p])) - static_cast<double>(index_of(Rating::good))
                        : 0.0;
    return b.distance_aversion * minutes - b.rating_appeal * steps - b.choice_noise * all.liking[p][taste];
}

/// What a provider's price seems to the people of a list.
double seeming_price(Market const& market, BehaviourAll const& b, std::size_t list, ProviderId provider, double minutes)
{
    auto const p = static_cast<std::size_t>(provider);
    if (list == price_led_list)
        return market.providers.quote[p] * (1.0 + b.distance_aversion * minutes);
    bool const pays_themselves = list >= first_self_funder_list;
    std::size_t const taste = list - (pays_themselves ? first_self_funder_list : first_chooser_list);
    return (pays_themselves ? market.providers.list_price[p] : market.providers.quote[p]) *
           (1.0 + disfavour(market, b, provider, static_cast<std::uint16_t>(taste), minutes));
}

} // namespace

void order_by_preference(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality)
{
    auto& lists = market.preference[market.area(service, locality)];
    lists.resize(list_count);
    std::vector<Scored>& scored = market.scratch[locality].scored;
    for (std::size_t list = 0; list < list_count; ++list)
    {
        scored.clear();
        for (Reachable const& reachable : market.tables.geography.market_area(locality))
        {
            if (!is_care_home(service) && reachable.locality != locality)
                continue; // care at home is given where people live
            for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
                if (market.providers.sector[static_cast<std::size_t>(provider)] != Sector::in_house)
                    scored.push_back({seeming_price(market, behaviour, list, provider, reachable.minutes),
                                      market.providers.key[static_cast<std::size_t>(provider)], provider});
        }
        std::sort(scored.begin(), scored.end(),
                  [](Scored const& a, Scored const& b) {
                      return std::tuple{a.score, a.key} < std::tuple{b.score, b.key};
                  });
        lists[list].clear();
        for (Scored const& s : scored)
            lists[list].push_back(s.provider);
    }
}

bool is_under_embargo(Providers const& providers, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    return providers.is_rated[p] != 0 && providers.rating[p] == Rating::inadequate;
}

} // namespace caremarket
