#include "model/alliance/integrator.hpp"

#include "model/alliance/members.hpp"
#include "model/firms/hand_back.hpp"
#include "model/procurement/officers.hpp"
#include "model/rules/dispute.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

/// The member that gets least out of its contract.
ContractId worst_off(Market const& market, Inputs const& inputs, Alliance const& alliance)
{
    auto const lot_of = [&](ContractId contract)
    {
        return std::tuple{contribution_of(market, inputs, contract),
                          market.contracts.key[static_cast<std::size_t>(contract)]};
    };
    return *std::min_element(alliance.members.begin(), alliance.members.end(),
                             [&lot_of](ContractId a, ContractId b) { return lot_of(a) < lot_of(b); });
}

void settle_dispute(Market& market, Inputs const& inputs, Week const& week, Alliance const& alliance,
                    Commissioner& council)
{
    auto const first = static_cast<std::size_t>(alliance.members.front());
    Contracts const& contracts = market.contracts;
    ++market.counts[0].areas[market.area(contracts.service[first], contracts.locality[first])].disputes;
    bool const is_settled = take_officers(council, inputs.behaviour.all.dispute_work);
    market.notebook.note({week.number, week.days, DecisionKind::alliance_dispute, Reason::none, alliance.key,
                          council.key, static_cast<double>(alliance.members.size()), is_settled ? 1.0 : 0.0});
    if (!is_settled)
        give_notice(market, inputs, week, worst_off(market, inputs, alliance), Reason::dispute);
}

} // namespace

void integrate_alliances(Market& market, Inputs const& inputs, Week const& week)
{
    constexpr double month = 1.0 / 12.0; // [years]
    BehaviourAll const& b = inputs.behaviour.all;
    for (Alliance const& alliance : alliances_in_force(market))
    {
        auto const first = static_cast<std::size_t>(alliance.members.front());
        Commissioner& council = market.commissioners[market.contracts.commissioner[first]];
        double const rate =
            take_officers(council, b.integrator_work) ? b.dispute_rate : b.dispute_rate * b.dispute_unattended;
        double const drawn =
            market.draws.uniform(alliance.key, Purpose::dispute, static_cast<std::uint32_t>(week.number));
        if (drawn < chance_of_dispute(alliance.members.size(), rate, month))
            settle_dispute(market, inputs, week, alliance, council);
    }
}

} // namespace caremarket
