#include "model/phases/demand.hpp"

#include "model/population.hpp"

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

/// Which draw of `Purpose::person_traits` a trait is.
enum Trait : std::uint16_t
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

void clear_who_left(People& people)
{
    for (PersonSlot const p : people.leaving)
    {
        if (!people[p].goes_home)
        {
            people.give_back(p);
            continue;
        }
        people[p].service = people[p].assessed;
        people[p].need = people[p].assessed_need;
        people[p].is_temporary = false;
        people[p].goes_home = false;
        people[p].source = Source::community; // has left hospital
        people[p].last_day = stays_on;
        people[p].first_day = 0;
        people.contract[p] = no_contract;
        people[p].undercut = 0;
        people[p].top_up = 0.0;
        people.restate(p);
        people.seek(p);
    }
    people.leaving.clear();
}

/// A week of hazard for everybody: no random numbers, for each person's threshold was drawn on arrival.
void live_through(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    HazardTable const& hazards = market.tables.hazards;
    std::vector<PersonSlot>& ended = market.scratch[block].found;
    float const length = static_cast<float>(week.days) / 7.0F * static_cast<float>(market.world.mortality);
    ended.clear();
    sweep_hazards(people.stay_left, people.hazard_row, people.need_since, week.number, hazards, length, ended);
    for (PersonSlot const p : ended)
    {
        if (people.provider[p] == no_provider)
        {
            people.give_back(p);
            continue;
        }
        float const hazard = hazards.at(people.hazard_row[p], week.number - people.need_since[p]) * length;
        people.leave(p,
                     static_cast<std::uint8_t>(std::min(static_cast<float>(week.days - 1),
                                                        people.stay_left[p] / hazard * static_cast<float>(week.days))));
    }
}

void end_temporary_stay(People& people, Week const& week, PersonSlot p)
{
    if (people.provider[p] == no_provider)
    {
        if (people[p].service == people[p].assessed)
            people.give_back(p); // lost the place on the way
        return;
    }
    if (people[p].last_day != stays_on)
        return;
    // The day of the week on which the stay began; an interim stay ends with the week.
    bool const is_interim = people[p].service != people[p].assessed;
    float const day = is_interim ? static_cast<float>(week.days) : people.stay_left[p];
    people[p].goes_home = is_interim;
    people.leave(p, static_cast<std::uint8_t>(std::min(day, static_cast<float>(week.days)))); // no ninth day in most
}

/// Dates known before. What touches providers outside the block is left for change_payers.
void meet_known_dates(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    std::vector<Event>& met = market.scratch[block].met;
    met.clear();
    for (Event const& event : market.due_in_block[block].take_due(week.number))
    {
        if (people[event.slot].key != event.key)
            continue;
        if (event.kind == EventKind::temporary_stay_ends)
            end_temporary_stay(people, week, event.slot);
        else
            met.push_back(event);
    }
}

/// Where the council looks after a long wait: an interim bed for who waits in hospital to go home with care, a
/// nursing bed for a residential need.
void look_elsewhere(Market& market, Inputs const& inputs, std::size_t block)
{
    People& people = market.people[block];
    for (PersonSlot const p : people.seeking)
    {
        Service const assessed = people[p].assessed;
        if (people[p].funding != Funding::council || people[p].service != assessed || assessed == Service::nursing ||
            people[p].has_direct_payment != 0 || people[p].is_temporary != 0 ||
            people[p].weeks_waiting < inputs.behaviour.of[assessed].diversion_weeks)
            continue;
        bool const to_interim_bed = assessed == Service::homecare;
        if (to_interim_bed && (people[p].source != Source::hospital || people[p].is_displaced != 0))
            continue;
        people[p].service = to_interim_bed ? Service::residential : Service::nursing;
        people[p].need = quarters_in_a_unit;
        people[p].is_temporary = to_interim_bed;
        ++market.counts[0].areas[market.area(assessed, block)].diverted;
    }
}

void arrive(Market& market, Inputs const& inputs, Week const& week, std::size_t block, Service service, AgeBand band,
            Funding funding, Source source, std::uint32_t ordinal)
{
    People& people = market.people[block];
    std::uint32_t const stratum =
        static_cast<std::uint32_t>(index_of(service)) << 24 | static_cast<std::uint32_t>(index_of(band)) << 16 |
        static_cast<std::uint32_t>(index_of(funding)) << 8 | static_cast<std::uint32_t>(index_of(source));
    PersonSlot const p = people.take_slot();
    people[p].key = key_of(EntityKind::person, market.tables.locality_keys[block], stratum,
                           static_cast<std::uint32_t>(week.number), ordinal);
    people[p].service = service;
    people[p].assessed = service;
    people[p].band = band;
    people[p].funding = funding;
    people[p].source = source;
    people.need_since[p] = static_cast<std::int16_t>(week.number + 1);
    people.expose(p);
    people.seek(p);
    draw_traits(market, inputs, static_cast<LocalityId>(block), p, week.days);
}

/// By who pays and where people come from.
constexpr std::size_t ways_in = count_of<Funding> * count_of<Source>;
static_assert(ways_in == block_of_draws);
using Newcomers = std::array<std::uint32_t, ways_in>;

constexpr std::size_t way_in(Funding funding, Source source)
{
    return index_of(funding) * count_of<Source> + index_of(source);
}

/// How many of an age begin to need a service in the week.
/// \param exposed those who use it [people x year]
Newcomers newcomers_of(Market const& market, PlaceService const& place, Week const& week, std::size_t block,
                       Service service, AgeBand band, double exposed)
{
    std::array<double, ways_in> means{};
    World const& world = market.world;
    for (Funding const funding : all_of<Funding>())
        for (Source const source : all_of<Source>())
            means[way_in(funding, source)] =
                world.new_need[service] * (source == Source::hospital ? world.hospital_discharges : 1.0) * exposed *
                market.tables.arrivals[service][funding] * market.tables.local_arrivals[service][block][funding] *
                market.world.buyer_level[funding] *
                (source == Source::hospital ? place.hospital_share : 1.0 - place.hospital_share);
    auto const first = static_cast<std::uint16_t>((index_of(service) * count_of<AgeBand> + index_of(band)) * ways_in);
    return market.draws.poisson_of_eight(means, market.tables.locality_keys[block], Purpose::arrivals,
                                         static_cast<std::uint32_t>(week.number), first);
}

void welcome_arrivals(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    Date const day = std::max(week.first, market.world.date);
    for (Service const service : all_of<Service>())
        market.local[market.area(service, block)].need_index = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
    {
        double const people = people_on(inputs.place.localities[block], band, inputs.outlook, day);
        for (Service const service : all_of<Service>())
        {
            PlaceService const& place = inputs.place.of[service];
            double const need = people * place.use[band] * market.world.need_level;
            market.local[market.area(service, block)].need_index += need;
            Newcomers const newcomers = newcomers_of(market, place, week, block, service, band, need * week.years());
            for (Funding const funding : all_of<Funding>())
                for (Source const source : all_of<Source>())
                    for (std::uint32_t ordinal = 0; ordinal < newcomers[way_in(funding, source)]; ++ordinal)
                        arrive(market, inputs, week, block, service, band, funding, source, ordinal);
        }
    }
}

/// Most of what older people own is a home: it rises with house prices, and what lies above the upper limit of capital
/// falls when the limit is raised.
double capital_of_newcomer(Market const& market, double above_limit_at_start)
{
    World const& world = market.world;
    double const limit_then = world.capital_limit_upper_at_start;
    double const all = (above_limit_at_start + limit_then) * world.house_price_level;
    return std::max(0.0, all - world.capital_limit_upper);
}

} // namespace

void draw_traits(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot p, std::int32_t days)
{
    People& people = market.people[locality];
    Lots const lots(market.draws, people[p].key);
    PlaceService const& place = inputs.place.of[people[p].service];

    double const need = Draws::log_normal_from(lots.of(need_trait), place.units_per_person, place.units_spread);
    people[p].need = std::max<Quarters>(1, static_cast<Quarters>(maths::round_half_even(need * quarters_in_a_unit)));
    people[p].assessed_need = people[p].need;
    people[p].taste = static_cast<std::uint8_t>(lots.of(taste_trait) * static_cast<double>(taste_classes));
    people[p].first_day = static_cast<std::uint8_t>(lots.of(day_trait) * days);
    people[p].last_day = stays_on;
    people.stay_left[p] = static_cast<float>(Draws::exponential_from(lots.of_stay()));
    if (people[p].funding == Funding::nhs || people[p].funding == Funding::other)
        return;
    people[p].charge = market.world.price_level * Draws::log_normal_from(lots.of(charge_trait), place.assessed_charge,
                                                                         place.assessed_charge_spread);
    people[p].capital = capital_of_newcomer(
        market, Draws::log_normal_from(lots.of(capital_trait),
                                       place.self_funder_capital * inputs.place.localities[locality].wealth,
                                       place.self_funder_capital_spread));
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

void admit_new_demand(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    clear_who_left(market.people[block]);
    live_through(market, week, block);
    meet_known_dates(market, week, block);
    market.people[block].drop_settled();
    look_elsewhere(market, inputs, block);
    welcome_arrivals(market, inputs, week, block);
}

} // namespace caremarket
