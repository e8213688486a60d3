#include "model/brokerage/agreement.hpp"

#include "model/rules/offers.hpp"

namespace caremarket
{

Agreement agreement_between(Market const& market, Behaviour const& behaviour, std::size_t block, PersonSlot person,
                            ProviderId provider, bool person_may_refuse)
{
    auto const p = static_cast<std::size_t>(provider);
    Person const& who = market.people[block][person];
    auto const with = static_cast<std::uint32_t>(market.providers.key[p].value);
    auto const [lot_of_provider, lot_of_person] = market.draws.two_uniform(who.key, Purpose::offer, with);
    if (lot_of_provider < behaviour.of[who.service].provider_declines)
        return Agreement::declined_by_provider;
    BehaviourAll const& b = behaviour.all;
    if (!person_may_refuse || b.person_refuses + b.refusal_per_minute <= 0.0)
        return Agreement::reached;
    double const minutes = market.tables.geography.minutes(block, market.providers.locality[p]);
    double const refuses =
        chance_of_refusal(b.person_refuses, b.refusal_per_minute, minutes, who.weeks_waiting, b.refusal_weeks);
    return lot_of_person < refuses ? Agreement::refused_by_person : Agreement::reached;
}

} // namespace caremarket
