#include "model/brokerage/preferences.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// How much dearer every person finds a provider than its price [share]: travel, less what its rating is worth. What a
/// taste class sees in it comes besides.
double disfavour(Market const& market, BehaviourAll const& b, ProviderId provider, double minutes)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const steps = static_cast<double>(index_of(all.known_as[p])) - static_cast<double>(index_of(Rating::good));
    return b.distance_aversion * minutes - b.rating_appeal * steps;
}

/// What a provider's price seems to the people of a list.
double seeming_price(Market const& market, BehaviourAll const& b, std::size_t list, ProviderId provider,
                     WithinReach const& seen)
{
    auto const p = static_cast<std::size_t>(provider);
    if (list == price_led_list)
        return market.providers.quote[p] * (1.0 + b.distance_aversion * seen.minutes);
    bool const pays_themselves = list >= first_self_funder_list;
    std::size_t const taste = list - (pays_themselves ? first_self_funder_list : first_chooser_list);
    return (pays_themselves ? market.providers.list_price[p] : market.providers.quote[p]) *
           (1.0 + (seen.disfavour - b.choice_noise * market.providers.liking[p][taste]));
}

bool comes_first(Scored const& a, Scored const& b)
{
    return a.score != b.score ? a.score < b.score : a.key < b.key;
}

void sort_by_insertion(std::vector<Scored>& scored)
{
    for (std::size_t i = 1; i < scored.size(); ++i)
    {
        Scored const moving = scored[i];
        std::size_t at = i;
        for (; at > 0 && comes_first(moving, scored[at - 1]); --at)
            scored[at] = scored[at - 1];
        scored[at] = moving;
    }
}

/// Care at home is given where people live; to homes they go within the market area.
void find_within_reach(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality)
{
    BlockScratch& scratch = market.scratch[locality];
    scratch.within_reach.clear();
    scratch.seen.resize(market.providers.key.size());
    for (Reachable const& reachable : market.tables.geography.market_area(locality))
        if (is_care_home(service) || reachable.locality == locality)
            for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
            {
                auto const p = static_cast<std::size_t>(provider);
                if (market.providers.sector[p] == Sector::in_house)
                    continue;
                scratch.within_reach.push_back(provider);
                double const minutes = market.tables.geography.minutes(locality, market.providers.locality[p]);
                scratch.seen[p] = {minutes, disfavour(market, behaviour, provider, minutes)};
            }
}

/// The list is of those within reach today: as many, and none of them closed.
bool holds_just_the_open(Market const& market, std::vector<ProviderId> const& list, std::size_t within_reach)
{
    return list.size() == within_reach &&
           std::all_of(list.begin(), list.end(), [&](ProviderId p) { return market.providers.is_open(p); });
}

} // namespace

void order_by_preference(Market& market, BehaviourAll const& behaviour, Service service, LocalityId locality)
{
    auto& lists = market.preference[market.area(service, locality)];
    lists.resize(list_count);
    find_within_reach(market, behaviour, service, locality);
    std::vector<ProviderId> const& within_reach = market.scratch[locality].within_reach;
    std::vector<Scored>& scored = market.scratch[locality].scored;
    for (std::size_t list = 0; list < list_count; ++list)
    {
        // From month to month few change places: what was in order is nearly so.
        bool const is_nearly_sorted = holds_just_the_open(market, lists[list], within_reach.size());
        scored.clear();
        for (ProviderId const provider : is_nearly_sorted ? lists[list] : within_reach)
        {
            auto const p = static_cast<std::size_t>(provider);
            scored.push_back({seeming_price(market, behaviour, list, provider, market.scratch[locality].seen[p]),
                              market.providers.key[p], provider});
        }
        if (is_nearly_sorted)
            sort_by_insertion(scored);
        else
            std::sort(scored.begin(), scored.end(), comes_first);
        lists[list].clear();
        for (Scored const& s : scored)
            lists[list].push_back(s.provider);
    }
}

double dislike_beside_price(Market const& market, BehaviourAll const& behaviour, LocalityId locality,
                            ProviderId provider, std::size_t taste)
{
    auto const p = static_cast<std::size_t>(provider);
    double const minutes = market.tables.geography.minutes(locality, market.providers.locality[p]);
    return disfavour(market, behaviour, provider, minutes) - behaviour.choice_noise * market.providers.liking[p][taste];
}

bool is_under_embargo(Providers const& providers, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    return providers.is_rated[p] != 0 && providers.rating[p] == Rating::inadequate;
}

} // namespace caremarket
