#include "model/open_provider.hpp"

#include "model/firms/accounts.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/rating.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Which draw of `Purpose::provider_traits` a trait is.
enum ProviderTrait : std::uint16_t
{
    efficiency_trait,
    pay_trait,
    level_trait,
    quality_trait
};

/// Which draw of `Purpose::ownership` a trait is.
enum Ownership : std::uint16_t
{
    sector_trait,
    grouped_trait,
    group_trait
};

/// The group a firm's home belongs to, if any.
GroupId group_of_newcomer(Market const& market, Inputs const& inputs, EntityKey key, Service service)
{
    auto const count = static_cast<double>(market.groups.has_failed.size());
    // The share is of all capacity, and charities belong to no group.
    double const firms = 1.0 - inputs.place.of[service].voluntary_share;
    double const share = firms > 0.0 ? inputs.place.of[service].group_share / firms : 0.0;
    if (count == 0.0 || market.draws.uniform(key, Purpose::ownership, 0, grouped_trait) >= share)
        return no_group;
    auto const group = static_cast<std::size_t>(market.draws.uniform(key, Purpose::ownership, 0, group_trait) * count);
    return market.groups.has_failed[group] != 0 ? no_group : static_cast<GroupId>(group);
}

} // namespace

Sector sector_of_newcomer(Market const& market, Inputs const& inputs, EntityKey key, Service service)
{
    bool const is_charity =
        market.draws.uniform(key, Purpose::ownership, 0, sector_trait) < inputs.place.of[service].voluntary_share;
    return is_charity ? Sector::voluntary : Sector::independent;
}

ProviderId open_provider(Market& market, Inputs const& inputs, EntityKey key, Service service, LocalityId locality,
                         double size, Sector sector)
{
    BehaviourService const& b = inputs.behaviour.of[service];
    Draws const& draws = market.draws;
    Providers& all = market.providers;
    ProviderId const provider = all.take_slot();
    auto const p = static_cast<std::size_t>(provider);
    all.key[p] = key;
    all.service[p] = service;
    all.locality[p] = locality;
    all.sector[p] = sector;
    all.group[p] = sector == Sector::independent ? group_of_newcomer(market, inputs, key, service) : no_group;
    all.size[p] = size;
    all.efficiency[p] = draws.log_normal(1.0, b.efficiency_spread, key, Purpose::provider_traits, 0, efficiency_trait);
    all.overhead[p] = overhead_for(b, size);
    all.wage[p] = market.world.wage_floor *
                  (1.0 + b.pay_above_floor * draws.exponential(key, Purpose::provider_traits, 0, pay_trait));
    if (sector == Sector::in_house)
        all.wage[p] = market.world.outside_wage * (1.0 + inputs.behaviour.all.in_house_pay);
    all.guaranteed_hours[p] = b.guaranteed_hours;
    all.travel[p] = is_care_home(service) ? 0.0 : travel_of(inputs, locality, size);
    all.turnover[p] = b.quit_rate;
    all.quality_level[p] = b.quality_level * draws.normal(key, Purpose::provider_traits, 0, level_trait);
    all.quality[p] = all.quality_level[p];
    all.rating[p] = Rating::good;
    all.known_as[p] = Rating::good;
    all.inspection_left[p] = static_cast<float>(draws.exponential(key, Purpose::inspection, 1, 0));
    all.next_leaver[p] = static_cast<float>(draws.exponential(key, Purpose::leavers, 0));
    all.retirement_left[p] = static_cast<float>(draws.exponential(key, Purpose::retirement));
    for (std::uint16_t taste = 0; taste < taste_classes; ++taste)
        all.liking[p][taste] = -maths::log(draws.exponential(key, Purpose::choice, 0, taste)); // Gumbel
    all.occupancy[p] = inputs.behaviour.all.opening_occupancy;
    market.books.add_accounts(market.account_of(provider) + 1);

    auto& open = market.providers_of[market.area(service, locality)];
    open.insert(std::lower_bound(open.begin(), open.end(), provider,
                                 [&all](ProviderId x, ProviderId y) {
                                     return all.key[static_cast<std::size_t>(x)] < all.key[static_cast<std::size_t>(y)];
                                 }),
                provider);
    market.preferences_are_stale[service] = true;
    return provider;
}

void equip_provider(Market& market, Inputs const& inputs, ProviderId provider, double staffed)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    Service const service = all.service[p];
    BehaviourService const& b = inputs.behaviour.of[service];
    all.posts[p] = all.efficiency[p] * hours_per_unit(market, inputs.behaviour, provider) * all.size[p];
    all.staff[p] = staffed * all.posts[p];
    double const full = std::min(1.0, staffed);
    all.capacity[p] = static_cast<Quarters>(full * all.size[p] * quarters_in_a_unit);
    all.weekly_cost[p] = variable_cost(market, inputs.behaviour, provider) * all.size[p] * full +
                         fixed_cost(market, inputs.behaviour, provider).total();
    bool const is_own = all.sector[p] == Sector::in_house;
    market.books.pay(is_own ? Market::account_of_commissioner(market.tables.commissioner_of[all.locality[p]])
                            : accounts::owners,
                     market.account_of(provider),
                     {Flow::capital_put_in, service, is_own ? Channel::in_house : Channel::spot, all.locality[p]},
                     b.opening_cash * all.weekly_cost[p]);
    double const cost = full_unit_cost(market, inputs.behaviour, provider) *
                        (1.0 + required_surplus(market, inputs.behaviour, provider));
    all.list_price[p] = cost;
    all.quote[p] = cost;
    all.earned_elsewhere[p] = cost;
}

} // namespace caremarket
