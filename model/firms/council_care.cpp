#include "model/firms/council_care.hpp"

#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

CouncilCare look_at_council_care(Market const& market)
{
    CouncilCare care;
    care.volume.resize(market.people.size());
    care.nhs.resize(market.people.size());
    care.packages.resize(market.providers.key.size());
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        PerService<Quarters>& volume = care.volume[block];
        PerService<Quarters>& nhs = care.nhs[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            // As factors, and several conditions in one: each of them alone is a guess, all together they hold for few.
            Person const& person = people[p];
            int const is_councils = static_cast<int>(person.key.value != 0) &
                                    static_cast<int>(person.funding == Funding::council) &
                                    static_cast<int>(!person.is_apart);
            volume[person.service] += (is_councils & static_cast<int>(!person.has_direct_payment)) * person.need;
            nhs[person.service] +=
                (static_cast<int>(person.key.value != 0) & static_cast<int>(person.funding == Funding::nhs)) *
                person.need;
            bool const is_package = (is_councils & static_cast<int>(person.service == Service::homecare) &
                                     static_cast<int>(people.provider[p] != no_provider) &
                                     static_cast<int>(people.contract[p] == no_contract)) != 0;
            if (is_package)
            {
                Packages& its = care.packages[static_cast<std::size_t>(people.provider[p])];
                its.lowest_price = std::min(its.lowest_price, person.price);
                its.under_notice += person.runs_out != never ? person.need : 0;
            }
        }
    }
    return care;
}

void see_council_volume(Market& market, Inputs const& inputs, CouncilCare const& care, double weeks)
{
    double const learn = 1.0 - maths::exp(-weeks / inputs.behaviour.all.market_memory);
    for (LocalMarket& local : market.local)
    {
        local.council_starts +=
            learn * (static_cast<double>(local.council_started) / quarters_in_a_unit / weeks - local.council_starts);
        local.council_started = 0;
        local.nhs_starts +=
            learn * (static_cast<double>(local.nhs_started) / quarters_in_a_unit / weeks - local.nhs_starts);
        local.nhs_started = 0;
        if (local.began > 0)
            local.usual_wait +=
                learn * (static_cast<double>(local.waited) / static_cast<double>(local.began) - local.usual_wait);
        local.began = 0;
        local.waited = 0;
    }
    for (std::size_t block = 0; block < care.volume.size(); ++block)
        for (Service const service : all_of<Service>())
        {
            LocalMarket& local = market.local[market.area(service, block)];
            local.council_volume += learn * (units(care.volume[block][service]) - local.council_volume);
            local.nhs_volume += learn * (units(care.nhs[block][service]) - local.nhs_volume);
        }
}

} // namespace caremarket
