#include "model/phases/provider_strategy.hpp"

#include "model/contract_book.hpp"
#include "model/engine/search.hpp"
#include "model/open_provider.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/cash_path.hpp"
#include "model/rules/entry_and_exit.hpp"

#include <algorithm>
#include <optional>

namespace caremarket
{

namespace
{

template <class Act>
void for_each_open_provider(Market& market, Act&& act)
{
    for (auto const& open : market.providers_of)
        for (ProviderId const provider : open)
            act(provider, static_cast<std::size_t>(provider));
}

// ---- monthly accounts -------------------------------------------------------------------------------------------

void draw_up_accounts(Market& market, Inputs const& inputs)
{
    Providers& all = market.providers;
    double const weeks = market.days_since_accounts / 7.0;
    if (weeks <= 0.0)
        return;
    double const learn = 1.0 - maths::exp(-weeks / inputs.behaviour.all.market_memory);
    for_each_open_provider(
        market,
        [&](ProviderId provider, std::size_t p)
        {
            BehaviourService const& b = inputs.behaviour.of[all.service[p]];
            double const surplus = to_pounds(all.income[p] - all.cost[p]);
            all.margin[p] += learn * (surplus / weeks - all.margin[p]);
            all.weekly_cost[p] += learn * (to_pounds(all.cost[p]) / weeks - all.weekly_cost[p]);
            all.self_funder_starts[p] += learn * (units(all.began_self_funded[p]) / weeks - all.self_funder_starts[p]);
            double const elsewhere = static_cast<double>(all.quarter_days_elsewhere[p]) / (quarters_in_a_unit * 7.0);
            if (elsewhere > 0.0)
                all.earned_elsewhere[p] +=
                    learn * (to_pounds(all.income_elsewhere[p]) / elsewhere - all.earned_elsewhere[p]);
            if (all.service[p] == Service::homecare)
            {
                // An office grows and shrinks with the work; a building does not.
                all.size[p] += learn * (units(all.occupied[p]) - all.size[p]);
                all.overhead[p] = overhead_for(b, all.size[p]);
            }
            if (surplus > 0.0 && market.cash(provider) > b.opening_cash * all.weekly_cost[p])
                market.books.pay(market.account_of(provider), accounts::owners,
                                 {Flow::dividend, all.service[p], Channel::spot, all.locality[p]}, b.payout * surplus);
            all.income[p] = 0;
            all.cost[p] = 0;
            all.income_elsewhere[p] = 0;
            all.quarter_days_elsewhere[p] = 0;
            all.began_self_funded[p] = 0;
        });
    market.days_since_accounts = 0;
}

void see_council_volume(Market& market, Inputs const& inputs, double weeks)
{
    double const learn = 1.0 - maths::exp(-weeks / inputs.behaviour.all.market_memory);
    for (LocalMarket& local : market.local)
    {
        local.council_starts +=
            learn * (static_cast<double>(local.council_started) / quarters_in_a_unit / weeks - local.council_starts);
        local.council_started = 0;
    }
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        PerService<Quarters> volume{};
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (!people.is_empty(p) && people.funding[p] == Funding::council)
                volume[people.service[p]] += people.need[p];
        for (Service const service : all_of<Service>())
        {
            double& seen = market.local[market.area(service, block)].council_volume;
            seen += learn * (units(volume[service]) - seen);
        }
    }
}

// ---- pay --------------------------------------------------------------------------------------------------------

void offer_pay(Market& market, Inputs const& inputs)
{
    Providers& all = market.providers;
    for_each_open_provider(market,
                           [&](ProviderId, std::size_t p)
                           {
                               BehaviourService const& b = inputs.behaviour.of[all.service[p]];
                               double const vacant =
                                   all.posts[p] > 0.0 ? std::max(0.0, 1.0 - all.staff[p] / all.posts[p]) : 0.0;
                               // More pay only where the work still covers its cost.
                               if (vacant > b.vacancy_target && all.margin[p] > 0.0)
                                   all.wage[p] *= 1.0 + inputs.behaviour.all.pay_response * (vacant - b.vacancy_target);
                           });
}

// ---- exit -------------------------------------------------------------------------------------------------------

std::optional<Reason> reason_to_close(Market& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    if (market.cash(provider) < -b.overdraft * all.weekly_cost[p])
        return Reason::out_of_cash;
    all.retirement_left[p] -= static_cast<float>(b.retirement_rate / 12.0);
    if (all.retirement_left[p] <= 0.0F)
        return Reason::owner_retired;
    if (!week.opens_quarter)
        return std::nullopt;
    double const before_capital = all.margin[p] + fixed_cost(market, inputs.behaviour, provider).capital;
    double const carrying_on = value_of_carrying_on(before_capital, market.world.cost_of_capital);
    double const closing = b.closing_value * all.size[p] * market.world.price_level;
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
            if (people.last_day[p] != stays_on)
                continue;
            people.seek(p);
            people.is_displaced[p] = 1;
            people.weeks_waiting[p] = 0;
            people.first_day[p] = 0;
            displaced += people.need[p];
            ++market.counts[0].areas[market.area(people.service[p], block)].displaced;
            market.notebook.note({week.number, week.days, DecisionKind::care_ends, Reason::provider_closed,
                                  people.key[p], key, people.price[p], units(people.need[p])});
        }
    }
    return displaced;
}

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
    // What is left goes to the owners; what is owed is their creditors' loss.
    BookLine const line{cash >= 0.0 ? Flow::dividend : Flow::capital_put_in, all.service[p], Channel::spot,
                        all.locality[p]};
    if (cash >= 0.0)
        market.books.pay(market.account_of(provider), accounts::owners, line, cash);
    else
        market.books.pay(accounts::owners, market.account_of(provider), line, -cash);
    market.labour[all.locality[p]].job_seekers += all.staff[p];
    market.notebook.note(
        {week.number, week.days, DecisionKind::provider_closes, reason, all.key[p], {}, cash, units(displaced)});
    ++market.counts[0].areas[market.area(all.service[p], all.locality[p])].exits;
    std::erase(market.providers_of[market.area(all.service[p], all.locality[p])], provider);
    all.key[p] = {};
    all.staff[p] = 0.0;
    all.posts[p] = 0.0;
    all.capacity[p] = 0;
    all.occupied[p] = 0;
    all.council_spot[p] = 0;
    all.self_funded[p] = 0;
    market.preferences_are_stale = true;
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

// ---- entry ------------------------------------------------------------------------------------------------------

/// What a firm that looks at a service in a locality expects to earn there.
double expected_return(Market const& market, Inputs const& inputs, Service service, LocalityId locality)
{
    BehaviourService const& b = inputs.behaviour.of[service];
    Providers const& all = market.providers;
    double price = 0.0;
    double cost = 0.0;
    Quarters capacity = 0;
    Quarters occupied = 0;
    auto const& open = market.providers_of[market.area(service, locality)];
    for (ProviderId const provider : open)
    {
        auto const p = static_cast<std::size_t>(provider);
        price += all.earned_elsewhere[p] / static_cast<double>(open.size());
        cost +=
            variable_cost(market, inputs.behaviour, provider) / all.efficiency[p] / static_cast<double>(open.size());
        capacity += std::max(all.capacity[p], all.occupied[p]);
        occupied += all.occupied[p];
    }
    if (open.empty())
    {
        // Nobody to learn from: the council's usual rate, and the outside wage.
        price = market.council_of(locality).usual_rate[service];
        cost = hours_per_unit(b) * market.world.outside_wage * (1.0 + b.on_cost + market.world.employer_on_cost) +
               (b.supplies + b.travel_cost) * market.world.price_level;
    }
    double const waiting = market.local[market.area(service, locality)].waiting;
    double const fill = std::min(1.0, (units(occupied) + waiting) / (units(capacity) + b.entrant_size));
    double const volume = fill * b.entrant_size;
    double const overhead = overhead_for(b, b.entrant_size) * market.world.outside_wage_level;
    double const outlay = b.entry_cost * b.entrant_size * market.world.price_level;
    double const earned = return_on_entry(price, cost, overhead, volume, outlay);

    // The same risk, charged by the same parameter, as in bids and quotes.
    double const fixed = overhead + b.capital_charge * b.entrant_size * market.world.price_level;
    double const variance =
        cash_variance(price - cost, volume, market.tables.usual_need[service], market.tables.permanent_stay[service]);
    double const years = inputs.behaviour.all.planning_years;
    double const chance = chance_of_running_out((b.opening_cash + b.overdraft) * (cost * volume + fixed),
                                                (price - cost) * volume - fixed, variance, 52.18 * years);
    double const loss = inputs.behaviour.all.risk_aversion * chance * b.loss_on_failure * fixed;
    return earned - loss / (std::max(outlay, 1.0) * years);
}

void consider_entry(Market& market, Inputs const& inputs, Week const& week, Service service, LocalityId locality)
{
    LocalMarket& local = market.local[market.area(service, locality)];
    BehaviourService const& b = inputs.behaviour.of[service];
    if (local.opens_in_week != never)
        return;
    double const looks =
        market.draws.uniform(market.tables.locality_keys[locality], Purpose::entry,
                             static_cast<std::uint32_t>(week.number), static_cast<std::uint16_t>(index_of(service)));
    if (looks >= b.entrants_considered / 4.0)
        return;
    if (expected_return(market, inputs, service, locality) >= b.entry_hurdle)
        local.opens_in_week = week.number + std::max(1, static_cast<std::int32_t>(b.entry_lead));
}

void open_who_is_due(Market& market, Inputs const& inputs, Week const& week)
{
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
        {
            auto const locality = static_cast<LocalityId>(at);
            LocalMarket& local = market.local[market.area(service, locality)];
            if (week.number < local.opens_in_week)
                continue;
            local.opens_in_week = never;
            EntityKey const key = key_of(EntityKind::entrant, market.tables.locality_keys[locality],
                                         static_cast<std::uint32_t>(index_of(service)), local.entries);
            ++local.entries;
            BehaviourService const& b = inputs.behaviour.of[service];
            double const size = std::max(
                1.0, maths::round_half_even(market.draws.log_normal(b.entrant_size, 0.3, key, Purpose::entry)));
            ProviderId const provider = open_provider(market, inputs, key, service, locality, size);
            equip_provider(market, inputs, provider, 0.3);
            market.providers.occupancy[static_cast<std::size_t>(provider)] = 0.5;
            ++market.counts[0].areas[market.area(service, locality)].entries;
            market.notebook.note({week.number, week.days, DecisionKind::provider_opens, Reason::expected_return, key,
                                  market.tables.locality_keys[locality],
                                  expected_return(market, inputs, service, locality), size});
        }
}

} // namespace

void decide_as_providers(Market& market, Inputs const& inputs, Week const& week)
{
    if (!week.opens_month)
        return;
    see_council_volume(market, inputs, market.days_since_accounts / 7.0);
    draw_up_accounts(market, inputs);
    if (week.opens_quarter)
        offer_pay(market, inputs);
    close_who_must(market, inputs, week);
    open_who_is_due(market, inputs, week);
    if (week.opens_quarter)
        for (Service const service : all_of<Service>())
            for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
                consider_entry(market, inputs, week, service, static_cast<LocalityId>(locality));
    set_prices(market, inputs, week, false);
}

} // namespace caremarket
