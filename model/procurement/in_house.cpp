#include "model/procurement/in_house.hpp"

#include "model/contract_book.hpp"
#include "model/firms/closing.hpp"
#include "model/maths.hpp"
#include "model/open_provider.hpp"
#include "model/procurement/planning.hpp"

#include <algorithm>
#include <utility>

namespace caremarket
{

namespace
{

ProviderId own_provider(Market const& market, Service service, std::size_t locality)
{
    for (ProviderId const provider : market.providers_of[market.area(service, locality)])
        if (market.providers.sector[static_cast<std::size_t>(provider)] == Sector::in_house)
            return provider;
    return no_provider;
}

/// [units/week] the council wants to supply itself, whole units.
double planned_volume(Market const& market, Inputs const& inputs, Week const& week, Service service,
                      LocalityId locality)
{
    double const volume = levers_in(market, inputs, service, locality).mix[Channel::in_house].at(week.first) *
                          market.local[market.area(service, locality)].council_volume;
    return volume < smallest_volume(market, service) ? 0.0 : maths::round_half_even(volume);
}

} // namespace

void plan_own_supply(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
        {
            auto const locality = static_cast<LocalityId>(at);
            LocalMarket& local = market.local[market.area(service, at)];
            double const planned = planned_volume(market, inputs, week, service, locality);
            ProviderId const own = own_provider(market, service, at);
            if (own == no_provider)
            {
                if (planned > 0.0 && local.in_house_opens_in_week == never)
                    local.in_house_opens_in_week =
                        week.number + std::max(1, static_cast<std::int32_t>(inputs.behaviour.of[service].entry_lead));
            }
            else if (planned <= 0.0)
                local.in_house_is_to_close = true;
            else if (!is_care_home(service))
                market.providers.size[static_cast<std::size_t>(own)] = planned; // a building does not grow by decree
        }
}

void close_own_supply(Market& market, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
            if (std::exchange(market.local[market.area(service, at)].in_house_is_to_close, false))
                if (ProviderId const own = own_provider(market, service, at); own != no_provider)
                    close_provider(market, week, own, Reason::planned);
}

void open_own_supply(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
        {
            auto const locality = static_cast<LocalityId>(at);
            LocalMarket& local = market.local[market.area(service, at)];
            if (week.number < local.in_house_opens_in_week)
                continue;
            local.in_house_opens_in_week = never;
            double const size = planned_volume(market, inputs, week, service, locality);
            if (size <= 0.0)
                continue; // the plan has changed
            EntityKey const key =
                key_of(EntityKind::own_supply, market.council_of(at).key, static_cast<std::uint32_t>(index_of(service)),
                       static_cast<std::uint32_t>(market.tables.locality_keys[at].value), local.in_house_opened);
            ++local.in_house_opened;
            ProviderId const provider = open_provider(market, inputs, key, service, locality, size, Sector::in_house);
            equip_provider(market, inputs, provider, inputs.behaviour.all.staffed_at_opening);
            market.notebook.note({week.number, 0, DecisionKind::provider_opens, Reason::planned, key,
                                  market.tables.locality_keys[at], 0.0, size});
        }
}

} // namespace caremarket
