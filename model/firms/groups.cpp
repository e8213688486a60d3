#include "model/firms/groups.hpp"

#include "model/firms/closing.hpp"
#include "model/firms/each_open.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
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

namespace
{

/// What all homes of each group can hold [units/week].
std::vector<double> sizes_of_groups(Market const& market)
{
    std::vector<double> sizes(market.groups.has_failed.size(), 0.0);
    Providers const& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId, std::size_t p)
                           {
                               if (all.group[p] != no_group)
                                   sizes[static_cast<std::size_t>(all.group[p])] += all.size[p];
                           });
    return sizes;
}

/// The largest groups that have not failed, as many as hold a share of what groups own in all; the last is among them if
/// more than half of it is needed.
std::vector<bool> largest_groups(Market const& market, double share)
{
    std::vector<double> const sizes = sizes_of_groups(market);
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&sizes](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    double left = share * std::accumulate(sizes.begin(), sizes.end(), 0.0);
    std::vector<bool> fails(sizes.size(), false);
    for (std::size_t const group : order)
    {
        if (sizes[group] <= 0.0 || left <= 0.5 * sizes[group])
            break;
        fails[group] = true;
        left -= sizes[group];
    }
    return fails;
}

/// What becomes of the homes of groups that fail: most change hands, the rest close.
void break_up(Market& market, Inputs const& inputs, Week const& week, std::vector<bool> const& fails)
{
    Providers& all = market.providers;
    std::vector<ProviderId> closing;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t p)
                           {
                               if (all.group[p] == no_group || !fails[static_cast<std::size_t>(all.group[p])])
                                   return;
                               market.groups.has_failed[static_cast<std::size_t>(all.group[p])] = 1;
                               all.group[p] = no_group;
                               double const lot = market.draws.uniform(all.key[p], Purpose::ownership, 0, 3);
                               if (lot < inputs.behaviour.all.group_transfer)
                                   change_hands(market, inputs, week, provider);
                               else
                                   closing.push_back(provider);
                           });
    market.counts[0].groups_failed += std::count(fails.begin(), fails.end(), true);
    for (ProviderId const provider : closing)
        close_provider(market, week, provider, Reason::group_failed);
}

} // namespace

void fail_groups(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<double> const cash = cash_of_groups(market, inputs);
    std::vector<bool> fails(cash.size());
    std::transform(cash.begin(), cash.end(), fails.begin(), [](double left) { return left < 0.0; });
    break_up(market, inputs, week, fails);
}

void fail_groups_of_outlook(Market& market, Inputs const& inputs, Week const& week)
{
    double const share = inputs.outlook.all.group_failure.at(week.first);
    double const before = std::exchange(market.world.group_failure, share);
    if (week.number < 0 || share <= before)
        return;
    break_up(market, inputs, week, largest_groups(market, share - before));
}

} // namespace caremarket
