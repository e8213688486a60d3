#include "model/phases/demand.hpp"

#include "model/population.hpp"

#include <algorithm>

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
    day_trait
};

void clear_who_left(People& people)
{
    for (PersonSlot const p : people.leaving)
        people.give_back(p);
    people.leaving.clear();
}

/// A week of hazard for everybody: no random numbers, for each person's threshold was drawn on arrival.
void live_through(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    HazardTable const& hazards = market.tables.hazards;
    std::vector<PersonSlot>& ended = market.scratch[block].found;
    float const length = static_cast<float>(week.days) / 7.0F;
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

void end_temporary_stays(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    for (Event const& event : market.due_in_block[block].take_due(week.number))
    {
        PersonSlot const p = event.slot;
        if (people.key[p] != event.key)
            continue;
        if (people.provider[p] == no_provider)
            people.give_back(p); // lost the place on the way
        else                     // the day of the week on which the stay began
            people.leave(p, static_cast<std::uint8_t>(
                                std::min(people.stay_left[p], static_cast<float>(week.days)))); // no ninth day in most
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
    people.key[p] = key_of(EntityKind::person, market.tables.locality_keys[block], stratum,
                           static_cast<std::uint32_t>(week.number), ordinal);
    people.service[p] = service;
    people.band[p] = band;
    people.funding[p] = funding;
    people.source[p] = source;
    people.need_since[p] = static_cast<std::int16_t>(week.number + 1);
    people.expose(p);
    people.seek(p);
    draw_traits(market, inputs, static_cast<LocalityId>(block), p);
    double const day = market.draws.uniform(people.key[p], Purpose::person_traits, 0, day_trait);
    people.first_day[p] = static_cast<std::uint8_t>(day * week.days);
}

void welcome_arrivals(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    Date const day = std::max(week.first, market.world.date);
    for (AgeBand const band : all_of<AgeBand>())
    {
        double const people = people_on(inputs.place.localities[block], band, inputs.outlook, day);
        for (Service const service : all_of<Service>())
        {
            PlaceService const& place = inputs.place.of[service];
            double const exposed = people * place.use[band] * market.world.need_level * week.years();
            for (Funding const funding : all_of<Funding>())
                for (Source const source : all_of<Source>())
                {
                    double const share = source == Source::hospital ? place.hospital_share : 1.0 - place.hospital_share;
                    double const mean = exposed * market.tables.arrivals[service][funding] * share;
                    auto const stratum = static_cast<std::uint16_t>(
                        ((index_of(service) * count_of<AgeBand> + index_of(band)) * count_of<Funding> +
                         index_of(funding)) *
                            count_of<Source> +
                        index_of(source));
                    std::uint32_t const count =
                        market.draws.poisson(mean, market.tables.locality_keys[block], Purpose::arrivals,
                                             static_cast<std::uint32_t>(week.number), stratum);
                    for (std::uint32_t ordinal = 0; ordinal < count; ++ordinal)
                        arrive(market, inputs, week, block, service, band, funding, source, ordinal);
                }
        }
    }
}

} // namespace

void draw_traits(Market& market, Inputs const& inputs, LocalityId locality, PersonSlot p)
{
    People& people = market.people[locality];
    Draws const& draws = market.draws;
    EntityKey const key = people.key[p];
    PlaceService const& place = inputs.place.of[people.service[p]];

    double const need =
        draws.log_normal(place.units_per_person, place.units_spread, key, Purpose::person_traits, 0, need_trait);
    people.need[p] = std::max<Quarters>(1, static_cast<Quarters>(maths::round_half_even(need * quarters_in_a_unit)));
    people.taste[p] = static_cast<std::uint8_t>(draws.uniform(key, Purpose::person_traits, 0, taste_trait) *
                                                static_cast<double>(taste_classes));
    people.last_day[p] = stays_on;
    people.stay_left[p] = static_cast<float>(draws.exponential(key, Purpose::stay));
    if (people.funding[p] != Funding::council)
        return;
    people.charge[p] = market.world.price_level * draws.log_normal(place.assessed_charge, place.assessed_charge_spread,
                                                                   key, Purpose::person_traits, 0, charge_trait);
    people.chooses[p] =
        draws.uniform(key, Purpose::person_traits, 0, choice_trait) < inputs.behaviour.all.own_choice_share;
    people.is_temporary[p] = draws.uniform(key, Purpose::person_traits, 0, temporary_trait) <
                             market.tables.temporary_share[people.service[p]];
}

void admit_new_demand(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    clear_who_left(market.people[block]);
    live_through(market, week, block);
    end_temporary_stays(market, week, block);
    market.people[block].drop_settled();
    welcome_arrivals(market, inputs, week, block);
}

} // namespace caremarket
