#include "model/firms/closing.hpp"

#include "model/contract_book.hpp"
#include "model/engine/search.hpp"
#include "model/firms/each_open.hpp"
#include "model/placements.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/entry_and_exit.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace caremarket
{

namespace
{

std::optional<Reason> reason_to_close(Market& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    if (all.sector[p] == Sector::in_house)
        return std::nullopt; // the council's plan decides
    if (all.times_inadequate[p] >= inputs.behaviour.all.inadequate_patience)
        return Reason::forced_by_regulator;
    if (all.group[p] == no_group && market.cash(provider) < -b.overdraft * all.weekly_cost[p])
        return Reason::out_of_cash;
    bool const has_owner = all.sector[p] == Sector::independent && all.group[p] == no_group; // trustees and groups stay
    all.retirement_left[p] -= has_owner ? static_cast<float>(b.retirement_rate / 12.0) : 0.0F;
    if (all.retirement_left[p] <= 0.0F)
        return Reason::owner_retired;
    if (!week.opens_quarter)
        return std::nullopt;
    double const before_capital = all.margin[p] + fixed_cost(market, inputs.behaviour, provider).capital;
    double const carrying_on = value_of_carrying_on(before_capital, market.world.cost_of_capital);
    double const closing = b.closing_value * all.size[p] * market.world.house_price_level;
    all.quarters_unviable[p] = carrying_on < closing ? static_cast<std::uint8_t>(all.quarters_unviable[p] + 1) : 0;
    if (all.quarters_unviable[p] >= b.patience)
        return Reason::worth_more_closed;
    return std::nullopt;
}

/// Its people look for another place, first in line; its staff look for another post.
Quarters displace_people(Market& market, Week const& week, ProviderId provider)
{
    Quarters displaced = 0;
    std::vector<PersonSlot>& found = market.scratch.front().found;
    EntityKey const key = market.providers.key[static_cast<std::size_t>(provider)];
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        found.clear();
        find_equal(people.provider, provider, found);
        for (PersonSlot const p : found)
        {
            if (people[p].last_day != stays_on)
                continue;
            if (people[p].funding == Funding::self_funder)
                count_capital(market, block, p, week.number);
            displaced += people[p].need;
            MonthCounts::Area& counts = market.counts[0].areas[market.area(people[p].service, block)];
            ++counts.displaced;
            counts.council_displaced += people[p].funding == Funding::council;
            market.notebook.note({week.number, week.days, DecisionKind::care_ends, Reason::provider_closed,
                                  people[p].key, key, people[p].price, units(people[p].need)});
            lose_place(market, block, p);
        }
    }
    return displaced;
}

} // namespace

void close_provider(Market& market, Week const& week, ProviderId provider, Reason reason)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    for (ContractId contract = 0; contract < market.contracts.size(); ++contract)
        if (!market.contracts.is_empty(contract) &&
            market.contracts.provider[static_cast<std::size_t>(contract)] == provider)
            end_contract(market, week, contract, Reason::provider_closed);
    double const cash = market.cash(provider);
    Quarters const displaced = displace_people(market, week, provider);
    bool const is_own = all.sector[p] == Sector::in_house;
    Account const owner =
        is_own ? Market::account_of_commissioner(market.tables.commissioner_of[all.locality[p]]) : accounts::owners;
    // What is left goes to the owners, or back to the council; what is owed is their creditors' loss.
    BookLine const line{cash >= 0.0 ? Flow::dividend : Flow::capital_put_in, all.service[p],
                        is_own ? Channel::in_house : Channel::spot, all.locality[p]};
    if (cash >= 0.0)
        market.books.pay(market.account_of(provider), owner, line, cash);
    else
        market.books.pay(owner, market.account_of(provider), line, -cash);
    market.labour[all.locality[p]].job_seekers += all.staff[p];
    market.notebook.note(
        {week.number, week.days, DecisionKind::provider_closes, reason, all.key[p], {}, cash, units(displaced)});
    MonthCounts::Area& counts = market.counts[0].areas[market.area(all.service[p], all.locality[p])];
    ++counts.exits;
    counts.forced_closures += reason == Reason::forced_by_regulator;
    std::erase(market.providers_of[market.area(all.service[p], all.locality[p])], provider);
    all.key[p] = {};
    all.staff[p] = 0.0;
    all.posts[p] = 0.0;
    all.capacity[p] = 0;
    all.occupied[p] = 0;
    all.council_spot[p] = 0;
    all.direct_payment[p] = 0;
    all.self_funded[p] = 0;
    all.nhs_spot[p] = 0;
    market.preferences_are_stale[all.service[p]] = true;
}

void close_who_must(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<std::pair<ProviderId, Reason>> closing;
    for_each_open_provider(market,
                           [&](ProviderId provider, std::size_t)
                           {
                               if (auto const reason = reason_to_close(market, inputs, week, provider))
                                   closing.emplace_back(provider, *reason);
                           });
    for (auto const& [provider, reason] : closing)
        close_provider(market, week, provider, reason);
}

} // namespace caremarket
