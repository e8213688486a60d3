#include "model/procurement/lots.hpp"

#include "model/contract_book.hpp"

#include <algorithm>
#include <limits>

namespace caremarket
{

std::vector<ProviderId> providers_there(Market const& market, Service service, Lot const& lot)
{
    std::vector<ProviderId> all;
    for (LotPart const& part : lot.parts)
    {
        std::vector<ProviderId> const& there = market.providers_of[market.area(service, part.locality)];
        all.insert(all.end(), there.begin(), there.end());
    }
    auto const key = [&market](ProviderId provider)
    { return market.providers.key[static_cast<std::size_t>(provider)]; };
    std::sort(all.begin(), all.end(), [&key](ProviderId a, ProviderId b) { return key(a) < key(b); });
    return all;
}

void pay_for_letting(Market& market, TenderPlan const& plan, double pounds)
{
    double const sought = plan.lot.sought();
    for (LotPart const& part : plan.lot.parts)
    {
        Account const council = Market::account_of_commissioner(market.tables.commissioner_of[part.locality]);
        if (part.council > 0.0)
            market.books.pay(council, accounts::suppliers, {Flow::procurement, plan.service, plan.kind, part.locality},
                             pounds * (part.council / sought));
        if (part.nhs > 0.0)
            market.books.pay(accounts::nhs, accounts::suppliers,
                             {Flow::nhs_procurement, plan.service, plan.kind, part.locality},
                             pounds * (part.nhs / sought));
    }
}

bool have_one_owner(Providers const& all, ProviderId a, ProviderId b)
{
    GroupId const group = all.group[static_cast<std::size_t>(a)];
    return a == b || (group != no_group && group == all.group[static_cast<std::size_t>(b)]);
}

double left_under_limit(Hearing const& hearing, ProviderId provider)
{
    auto const& [market, inputs, week, plan, tender] = hearing;
    double const limit = levers_in(market, inputs, plan.service, plan.locality).lot_limit.at(week.first);
    if (limit >= 1.0 || plan.kind == Channel::framework)
        return std::numeric_limits<double>::infinity();
    Contracts const& contracts = market.contracts;
    double has = 0.0;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.service[c] == plan.service && contracts.ends[c] > plan.begins &&
            have_one_owner(market.providers, contracts.provider[c], provider))
            has += units(contracts.guaranteed[c]) * contracts.lot[c].share_of(plan.lot);
    double const there = guaranteed_at(market, plan.service, plan.lot, plan.begins);
    return std::max(0.0, limit * (plan.sought + there) - has);
}

} // namespace caremarket
