#include "model/phases/demand.hpp"

#include "model/demand/families.hpp"
#include "model/demand/prevention.hpp"
#include "model/demand/reablement.hpp"
#include "model/demand/traits.hpp"
#include "model/population.hpp"

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

/// Who has left one place and looks for another.
void seek_anew(People& people, PersonSlot p)
{
    people[p].last_day = stays_on;
    people[p].first_day = 0;
    people.contract[p] = no_contract;
    people[p].undercut = 0;
    people[p].top_up = 0.0;
    people.restate(p);
    people.seek(p);
}

void go_home(People& people, PersonSlot p)
{
    people[p].service = people[p].assessed;
    people[p].need = people[p].assessed_need;
    people[p].is_temporary = false;
    people[p].goes_home = false;
    people[p].source = Source::community; // has left hospital
    seek_anew(people, p);
}

void clear_who_left(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    for (PersonSlot const p : people.leaving)
        if (people[p].goes_home)
            go_home(people, p);
        else if (people[p].needs_home)
        {
            seek_home(market, inputs, week, block, p);
            seek_anew(people, p);
        }
        else
            people.give_back(p);
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
void meet_known_dates(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    std::vector<Event>& met = market.scratch[block].met;
    met.clear();
    for (Event const& event : market.due_in_block[block].take_due(week.number))
    {
        if (people[event.slot].key != event.key)
            continue;
        switch (event.kind)
        {
        case EventKind::temporary_stay_ends: end_temporary_stay(people, week, event.slot); break;
        case EventKind::reablement_ends: end_reablement(market, inputs, week, block, event.slot); break;
        case EventKind::need_returns: return_to_need(market, block, event.slot); break;
        default: met.push_back(event);
        }
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

/// \param prevented share of new need of council people that prevention spares
void arrive(Market& market, Inputs const& inputs, Week const& week, std::size_t block, Service service, AgeBand band,
            Funding funding, Source source, std::uint32_t ordinal, double prevented)
{
    std::uint32_t const stratum =
        static_cast<std::uint32_t>(index_of(service)) << 24 | static_cast<std::uint32_t>(index_of(band)) << 16 |
        static_cast<std::uint32_t>(index_of(funding)) << 8 | static_cast<std::uint32_t>(index_of(source));
    EntityKey const key = key_of(EntityKind::person, market.tables.locality_keys[block], stratum,
                                 static_cast<std::uint32_t>(week.number), ordinal);
    if (funding == Funding::council && is_prevented(market, key, prevented))
    {
        ++market.counts[0].areas[market.area(service, block)].prevented;
        return;
    }
    People& people = market.people[block];
    PersonSlot const p = people.take_slot();
    people[p].key = key;
    people[p].service = service;
    people[p].assessed = service;
    people[p].band = band;
    people[p].funding = funding;
    people[p].source = source;
    people.need_since[p] = static_cast<std::int16_t>(week.number + 1);
    people.expose(p);
    draw_traits(market, inputs, static_cast<LocalityId>(block), p, week.days);
    if (!begin_reablement(market, inputs, week, block, p))
        people.seek(p);
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
    double const prevented = share_prevented(market, inputs, block);
    market.scratch[block].reabled.clear();
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
                        arrive(market, inputs, week, block, service, band, funding, source, ordinal, prevented);
        }
    }
}

} // namespace

void admit_new_demand(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    clear_who_left(market, inputs, week, block);
    live_through(market, week, block);
    meet_known_dates(market, inputs, week, block);
    live_with_support(market, inputs, week, block);
    market.people[block].drop_settled();
    look_elsewhere(market, inputs, block);
    welcome_arrivals(market, inputs, week, block);
    build_up_prevention(market, inputs, week, block);
}

} // namespace caremarket
