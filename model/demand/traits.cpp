#include "model/demand/traits.hpp"

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

/// Which draw of `Purpose::person_traits` a trait is.
enum PersonTrait : std::uint16_t
{
    need_trait,
    charge_trait,
    taste_trait,
    choice_trait,
    temporary_trait,
    day_trait,
    capital_trait,
    home_trait,
    family_trait,
    family_amount_trait,
    direct_payment_trait,
    trait_count
};

/// A person's lots, one for each trait and one for the threshold of their stay: the same numbers as drawn one by one,
/// in half the time.
class Lots
{
public:
    Lots(Draws const& draws, EntityKey person)
    {
        for (std::uint16_t trait = 0; trait < trait_count; ++trait)
            Draws::address(blocks_[trait / block_of_draws], trait % block_of_draws, person, Purpose::person_traits, 0,
                           trait);
        Draws::address(blocks_[trait_count / block_of_draws], trait_count % block_of_draws, person, Purpose::stay);
        for (CounterBlock& block : blocks_)
            draws.draw(block);
    }

    /// Uniform on (0, 1).
    [[nodiscard]] double of(std::uint16_t trait) const
    {
        return Draws::uniform_of(blocks_[trait / block_of_draws], trait % block_of_draws);
    }
    [[nodiscard]] double of_stay() const { return of(trait_count); }

private:
    std::array<CounterBlock, trait_count / block_of_draws + 1> blocks_{};
};

/// Most of what older people own is a home: it rises with house prices, and what lies above the upper limit of capital
/// falls when the limit is raised.
double capital_of_newcomer(Market const& market, double above_limit_at_start)
{
    World const& world = market.world;
    double const limit_then = world.capital_limit_upper_at_start;
    double const all = (above_limit_at_start + limit_then) * world.house_price_level;
    return std::max(0.0, all - world.capital_limit_upper);
}

/// \param need of the service [units/week]
void set_need(Person& person, Lots const& lots, PlaceService const& place)
{
    double const need = Draws::log_normal_from(lots.of(need_trait), place.units_per_person, place.units_spread);
    person.need = std::max<Quarters>(1, static_cast<Quarters>(maths::round_half_even(need * quarters_in_a_unit)));
    person.assessed_need = person.need;
}

double charge_of(Market const& market, Lots const& lots, PlaceService const& place)
{
    return market.world.price_level *
           Draws::log_normal_from(lots.of(charge_trait), place.assessed_charge, place.assessed_charge_spread);
}

double capital_of(Market const& market, Inputs const& inputs, LocalityId locality, Lots const& lots,
                  PlaceService const& place)
{
    return capital_of_newcomer(
        market, Draws::log_normal_from(lots.of(capital_trait),
                                       place.self_funder_capital * inputs.place.localities[locality].wealth,
                                       place.self_funder_capital_spread));
}

} // namespace

void draw_traits(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot p, std::int32_t days)
{
    People& people = market.people[locality];
    Lots const lots(market.draws, people[p].key);
    PlaceService const& place = inputs.place.of[people[p].service];

    set_need(people[p], lots, place);
    people[p].taste = static_cast<std::uint8_t>(lots.of(taste_trait) * static_cast<double>(taste_classes));
    people[p].first_day = static_cast<std::uint8_t>(lots.of(day_trait) * days);
    people[p].last_day = stays_on;
    people.stay_left[p] = static_cast<float>(Draws::exponential_from(lots.of_stay()));
    if (people[p].funding == Funding::nhs || people[p].funding == Funding::other)
        return;
    people[p].charge = charge_of(market, lots, place);
    people[p].capital = capital_of(market, inputs, locality, lots, place);
    people[p].income = market.world.price_level * place.self_funder_income;
    if (lots.of(family_trait) < place.top_up_share)
        people[p].family_adds =
            market.world.price_level * place.top_up_mean * Draws::exponential_from(lots.of(family_amount_trait));
    if (people[p].funding != Funding::council)
        return;
    people[p].chooses = lots.of(choice_trait) < inputs.behaviour.all.own_choice_share;
    people[p].has_direct_payment = lots.of(direct_payment_trait) < place.direct_payment_share;
    people[p].is_temporary = lots.of(temporary_trait) < market.tables.temporary_share[people[p].service];
    people[p].owns_home = people[p].is_temporary == 0 && lots.of(home_trait) < place.disregarded_share;
    if (people[p].owns_home == 0)
        people[p].capital = 0.0;
}

void assess_anew(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot p, Service service,
                 std::int32_t week)
{
    People& people = market.people[locality];
    Lots const lots(market.draws, people[p].key);
    PlaceService const& place = inputs.place.of[service];
    people[p].service = service;
    people[p].assessed = service;
    people[p].source = Source::community;
    set_need(people[p], lots, place);
    people[p].charge = charge_of(market, lots, place);
    people[p].income = market.world.price_level * place.self_funder_income;
    people[p].family_adds =
        lots.of(family_trait) < place.top_up_share
            ? market.world.price_level * place.top_up_mean * Draws::exponential_from(lots.of(family_amount_trait))
            : 0.0;
    people[p].owns_home = lots.of(home_trait) < place.disregarded_share;
    people[p].capital = people[p].owns_home ? capital_of(market, inputs, locality, lots, place) : 0.0;
    people.need_since[p] = static_cast<std::int16_t>(week);
    people.expose(p);
}

} // namespace caremarket
