#include "model/start/opening_people.hpp"

#include "model/build.hpp"
#include "model/demand/traits.hpp"
#include "model/maths.hpp"
#include "model/placement_price.hpp"
#include "model/placements.hpp"
#include "model/population.hpp"
#include "model/start/opening_traits.hpp"
#include "model/start/tables.hpp"

#include <algorithm>
#include <numeric>

namespace caremarket
{

namespace
{

using namespace opening;

constexpr std::int32_t start_of_warm_up = -warm_up_years * Clock::weeks_in_a_year;

/// Somebody met in a steady stock has been in care for a number of weeks: chance proportional to the share still in
/// care by then. Cumulative over weeks; the last is the total, with all who are beyond the table.
std::vector<double> cumulative_ages(std::vector<float> const& hazards)
{
    std::vector<double> ages = survival(hazards);
    double const beyond = ages.back() / static_cast<double>(hazards.back());
    ages.pop_back();
    std::partial_sum(ages.begin(), ages.end(), ages.begin());
    ages.back() += beyond;
    return ages;
}

/// Weeks already in care of a person of the opening stock.
std::uint16_t age_in_stock(std::vector<double> const& cumulative, double u)
{
    auto const at = std::lower_bound(cumulative.begin(), cumulative.end(), u * cumulative.back());
    return static_cast<std::uint16_t>(at - cumulative.begin());
}

/// Whole numbers that add up to the rounded total, in proportion: the largest remainders get the odd ones.
std::vector<std::uint32_t> apportion(double total, std::vector<double> const& weights)
{
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::uint32_t> shares(weights.size(), 0);
    if (sum <= 0.0)
        return shares;
    std::vector<std::pair<double, std::size_t>> remainders;
    auto left = static_cast<std::int64_t>(maths::round_half_even(total));
    for (std::size_t i = 0; i < weights.size(); ++i)
    {
        double const exact = total * weights[i] / sum;
        shares[i] = static_cast<std::uint32_t>(exact);
        left -= shares[i];
        remainders.emplace_back(-(exact - shares[i]), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t i = 0; i < remainders.size() && left > 0; ++i, --left)
        ++shares[remainders[i].second];
    return shares;
}

AgeBand band_in_stock(Inputs const& inputs, Service service, LocalityInput const& locality, Date day, double u)
{
    double const total = weighted_people(inputs, service, locality, day);
    double below = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
    {
        below += inputs.place.of[service].use[band] * people_on(locality, band, inputs.outlook, day);
        if (u * total <= below)
            return band;
    }
    return AgeBand::from_85;
}

/// A provider of the market area with room for this person, picked in proportion to its room.
/// \param nearness weight of room in the person's own locality
ProviderId pick_provider(Market const& market, Service service, LocalityId home, Quarters need, double u,
                         double nearness)
{
    std::vector<std::pair<ProviderId, Quarters>> with_room;
    std::int64_t room = 0;
    for (Reachable const& reachable : market.tables.geography.market_area(home))
    {
        bool const is_home = reachable.locality == home;
        if (!is_care_home(service) && !is_home)
            continue;
        for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
        {
            auto const p = static_cast<std::size_t>(provider);
            Quarters const free = market.providers.capacity[p] - market.providers.occupied[p];
            if (free < need)
                continue;
            Quarters const weight = is_home ? static_cast<Quarters>(nearness * free) : free;
            with_room.emplace_back(provider, weight);
            room += weight;
        }
    }
    double at = u * static_cast<double>(room);
    for (auto const& [provider, weight] : with_room)
    {
        at -= weight;
        if (at <= 0.0)
            return provider;
    }
    return no_provider;
}

/// What a self-funder met in care has left: as much as lasted so far, and what a newcomer with at least that would have
/// beyond it.
double capital_left(Market const& market, People const& people, PersonSlot p, PlaceService const& place, double wealth)
{
    double const weeks = static_cast<double>(start_of_warm_up - people.need_since[p]);
    double const spent =
        std::max(0.0, people[p].price * units(people[p].need) - people[p].income) * std::max(0.0, weeks);
    double const mean = place.self_funder_capital * wealth;
    double const spread = place.self_funder_capital_spread;
    double const u = market.draws.uniform(people[p].key, Purpose::opening_care, 0, capital_trait);
    if (spread <= 0.0 || mean <= 0.0)
        return std::max(0.0, mean - spent);
    double const middle = maths::log(mean) - 0.5 * spread * spread;
    double const had_less = spent > 0.0 ? maths::normal_cdf((maths::log(spent) - middle) / spread) : 0.0;
    // The quantile of 0 or 1 is infinite.
    double const at = std::clamp(had_less + u * (1.0 - had_less), 1e-9, 1.0 - 1e-9);
    return std::max(0.0, maths::exp(middle + spread * maths::normal_quantile(at)) - spent);
}

void settle_in(Market& market, Inputs const& inputs, std::size_t locality, PersonSlot person)
{
    People& people = market.people[locality];
    EntityKey const key = people[person].key;
    Service const service = people[person].service;
    Quarters const need = people[person].need;
    ProviderId const provider = pick_provider(market, service, static_cast<LocalityId>(locality), need,
                                              market.draws.uniform(key, Purpose::opening_care, 0, provider_trait),
                                              inputs.behaviour.all.opening_nearness);
    if (provider == no_provider)
        return; // waits
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    people.provider[person] = provider;
    all.count(p, bill_of(market, people, person), need);
    people.restate(person);
    PlaceService const& place = inputs.place.of[service];
    switch (people[person].funding)
    {
    case Funding::council:
        // A direct payment is worth what the council pays for others.
        people[person].price = market.draws.log_normal(place.book_price, place.book_price_spread, key,
                                                       Purpose::opening_care, 0, price_trait);
        break;
    case Funding::self_funder:
        people[person].price = all.list_price[p];
        people[person].capital =
            capital_left(market, people, person, inputs.place.of[service], inputs.place.localities[locality].wealth);
        people[person].counted = start_of_warm_up;
        plan_spending(market, locality, person, start_of_warm_up);
        break;
    case Funding::nhs:
        people[person].price = all.quote[p] + (service == Service::nursing ? market.world.funded_nursing_care : 0.0);
        break;
    case Funding::other: people[person].price = all.quote[p]; break;
    }
}

} // namespace

void fill_with_people(Market& market, Inputs const& inputs)
{
    Date const start = first_of_april(inputs.first_year);
    for (Service const service : all_of<Service>())
    {
        std::vector<double> weights;
        for (LocalityInput const& locality : inputs.place.localities)
            weights.push_back(weighted_people(inputs, service, locality, start));
        EnumArray<Funding, double> const totals = people_in_care(inputs.place.of[service]);
        std::vector<double> const ages = cumulative_ages(market.tables.weekly_hazard[service]);
        for (Funding const funding : all_of<Funding>())
        {
            std::vector<double> local = weights;
            for (std::size_t at = 0; at < local.size(); ++at)
                local[at] *= market.tables.local_arrivals[service][at][funding];
            std::vector<std::uint32_t> const counts = apportion(totals[funding], local);
            for (std::size_t locality = 0; locality < counts.size(); ++locality)
                for (std::uint32_t ordinal = 0; ordinal < counts[locality]; ++ordinal)
                {
                    People& people = market.people[locality];
                    PersonSlot const person = people.take_slot();
                    EntityKey const key = key_of(EntityKind::opening_person, market.tables.locality_keys[locality],
                                                 static_cast<std::uint32_t>(index_of(service)),
                                                 static_cast<std::uint32_t>(index_of(funding)), ordinal);
                    auto const u = [&](Trait trait)
                    { return market.draws.uniform(key, Purpose::opening_care, 0, trait); };
                    people[person].key = key;
                    people[person].service = service;
                    people[person].assessed = service;
                    people[person].funding = funding;
                    people[person].band =
                        band_in_stock(inputs, service, inputs.place.localities[locality], start, u(band_trait));
                    people[person].source = u(source_trait) < inputs.place.of[service].hospital_share
                                                ? Source::hospital
                                                : Source::community;
                    draw_traits(market, inputs, static_cast<LocalityId>(locality), person, 0);
                    people[person].is_temporary = 0;
                    people[person].owns_home = false;
                    if (people[person].funding == Funding::council)
                        people[person].capital = 0.0; // a home of theirs would have begun to count
                    people.need_since[person] = static_cast<std::int16_t>(-warm_up_years * Clock::weeks_in_a_year -
                                                                          age_in_stock(ages, u(age_trait)));
                    people.expose(person);
                    people.seek(person);
                    settle_in(market, inputs, locality, person);
                }
        }
    }
}

} // namespace caremarket
