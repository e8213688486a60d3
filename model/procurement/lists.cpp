#include "model/procurement/lists.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/planning.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

template <class Act>
void for_each_listed(Market const& market, TenderPlan const& plan, Act&& act)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (!contracts.is_empty(contract) && contracts.kind[c] == plan.kind && contracts.service[c] == plan.service &&
            contracts.ends[c] > plan.begins && contracts.lot[c].overlaps(plan.lot))
            act(c);
    }
}

bool is_everybody_listed(Market const& market, TenderPlan const& plan)
{
    std::vector<ProviderId> const there = providers_there(market, plan.service, plan.lot);
    return std::all_of(there.begin(), there.end(),
                       [&](ProviderId provider)
                       {
                           bool const is_councils =
                               market.providers.sector[static_cast<std::size_t>(provider)] == Sector::in_house;
                           return is_councils || is_on_list(market, plan, provider);
                       });
}

} // namespace

double guarantee_to_share(Market const& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    StrategyService const& levers = levers_in(market, inputs, plan.service, plan.locality);
    double const share = levers.listed_guarantee.at(week.first);
    if (plan.kind != Channel::framework || share <= 0.0)
        return 0.0;
    double const promised = volume_in_force_at(market, plan.kind, plan.service, plan.lot, plan.begins);
    return std::max(0.0, share * plan.sought - promised);
}

double part_of_guarantee(Market const& market, TenderPlan const& plan, std::size_t listed)
{
    double const part = listed > 0 ? std::floor(plan.guaranteed / static_cast<double>(listed)) : 0.0;
    return part < smallest_volume(market, plan.service) ? 0.0 : part;
}

double share_guaranteed(TenderPlan const& plan, double part, std::size_t listed)
{
    return std::min(1.0, part * static_cast<double>(listed) / plan.sought);
}

std::optional<std::int32_t> end_of_list_to_open(Market const& market, Inputs const& inputs, Week const& week,
                                                TenderPlan const& plan)
{
    double const years = levers_in(market, inputs, plan.service, plan.locality).list_reopens.at(week.first);
    std::int32_t const opened = market.local[market.area(plan.service, plan.locality)].list_opened;
    if (plan.kind != Channel::framework || years <= 0.0 || week.number - opened < years * Clock::weeks_in_a_year)
        return std::nullopt;
    std::int32_t ends = plan.begins;
    for_each_listed(market, plan, [&](std::size_t c) { ends = std::max(ends, market.contracts.ends[c]); });
    if (ends < plan.begins + Clock::weeks_in_a_quarter || is_everybody_listed(market, plan))
        return std::nullopt;
    return ends;
}

bool is_on_list(Market const& market, TenderPlan const& plan, ProviderId provider)
{
    bool is_listed = false;
    for_each_listed(market, plan, [&](std::size_t c) { is_listed |= market.contracts.provider[c] == provider; });
    return is_listed;
}

double lowest_listed_price(Market const& market, TenderPlan const& plan)
{
    double lowest = 0.0;
    for_each_listed(market, plan,
                    [&](std::size_t c)
                    {
                        double const price = market.contracts.price[c];
                        lowest = lowest == 0.0 ? price : std::min(lowest, price);
                    });
    return lowest;
}

} // namespace caremarket
