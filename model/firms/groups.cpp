#include "model/firms/groups.hpp"

#include "model/firms/closing.hpp"
#include "model/firms/each_open.hpp"

#include <vector>

namespace caremarket
{

namespace
{

/// What all homes of each group have left before lenders end it [GBP].
std::vector<double> cash_of_groups(Market const& market, Inputs const& inputs)
{
    std::vector<double> cash(market.groups.has_failed.size(), 0.0);
    Providers const& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               if (all.group[p] != no_group)
                                   cash[static_cast<std::size_t>(all.group[p])] +=
                                       market.cash(provider) +
                                       inputs.behaviour.of[all.service[p]].overdraft * all.weekly_cost[p];
                           });
    return cash;
}

/// Its creditors lose what it owed; a new owner puts in what a newcomer would.
void change_hands(Market& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    double const cash = market.cash(provider);
    double const needed = inputs.behaviour.of[all.service[p]].opening_cash * all.weekly_cost[p];
    if (cash < needed)
        market.books.pay(accounts::owners, market.account_of(provider),
                         {Flow::capital_put_in, all.service[p], Channel::spot, all.locality[p]}, needed - cash);
    ++market.counts[0].areas[market.area(all.service[p], all.locality[p])].changed_hands;
    market.notebook.note(
        {week.number, week.days, DecisionKind::changes_hands, Reason::group_failed, all.key[p], {}, cash, 0.0});
}

} // namespace

void fail_groups(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<double> const cash = cash_of_groups(market, inputs);
    Providers& all = market.providers;
    std::vector<ProviderId> closing;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               if (all.group[p] == no_group || cash[static_cast<std::size_t>(all.group[p])] >= 0.0)
                                   return;
                               market.groups.has_failed[static_cast<std::size_t>(all.group[p])] = 1;
                               all.group[p] = no_group;
                               double const lot = market.draws.uniform(all.key[p], Purpose::ownership, 0, 3);
                               if (lot < inputs.behaviour.all.group_transfer)
                                   change_hands(market, inputs, week, provider);
                               else
                                   closing.push_back(provider);
                           });
    for (double const left : cash)
        market.counts[0].groups_failed += left < 0.0;
    for (ProviderId const provider : closing)
        close_provider(market, week, provider, Reason::group_failed);
}

} // namespace caremarket
