#include "model/phases/delivery.hpp"

#include "model/provider_costs.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

constexpr double days_in_a_week = 7.0;

/// Volume of care: quarters of a unit per week, times days, as units.
double delivered_units(std::int64_t quarter_days)
{
    return static_cast<double>(quarter_days) / (quarters_in_a_unit * days_in_a_week);
}

/// Part of a whole number of a week's flow that falls into its first month; the remainder goes to the later one.
std::int64_t first_month_part(std::int64_t amount, MonthSplit const& split)
{
    return split.days[1] == 0 ? amount : amount * split.days[0] / (split.days[0] + split.days[1]);
}

void prepare(BlockScratch& scratch, Market const& market, MonthSplit const& split)
{
    std::size_t const providers = market.providers.key.size();
    auto const contracts = static_cast<std::size_t>(market.contracts.size());
    scratch.books.add_accounts(market.books.account_count());
    scratch.books.open_week(split);
    scratch.freed.assign(providers, 0);
    scratch.freed_council_spot.assign(providers, 0);
    scratch.freed_self_funded.assign(providers, 0);
    scratch.income.assign(providers, 0);
    scratch.income_elsewhere.assign(providers, 0);
    scratch.quarter_days.assign(providers, 0);
    scratch.quarter_days_elsewhere.assign(providers, 0);
    scratch.freed_contract.assign(contracts, 0);
    scratch.contract_quarter_days.assign(contracts, 0);
}

struct Stay
{
    std::int32_t days = 0; ///< with care this week
    bool ends = false;
};

Stay stay_this_week(People const& people, PersonSlot p, Week const& week)
{
    bool const ends = people.last_day[p] != stays_on;
    std::int32_t const until = ends ? people.last_day[p] : week.days;
    return {std::max(0, until - people.first_day[p]), ends};
}

/// What the person's care costs and who pays it.
void pay_for_person(Market& market, BlockScratch& scratch, std::size_t block, PersonSlot p, std::int32_t days,
                    MonthSplit const& split)
{
    People const& people = market.people[block];
    Service const service = people.service[p];
    auto const locality = static_cast<std::uint16_t>(block);
    auto const provider = static_cast<std::size_t>(people.provider[p]);
    std::int64_t const quarter_days = static_cast<std::int64_t>(people.need[p]) * days;
    ContractId const contract = people.contract[p];
    // On a contract the price is the contract's, which its uplift moves.
    double const unit_price =
        contract == no_contract ? people.price[p] : market.contracts.price[static_cast<std::size_t>(contract)];
    double const price = unit_price * delivered_units(quarter_days);
    Account const to_provider = market.account_of(people.provider[p]);
    Account const council = Market::account_of_commissioner(market.tables.commissioner_of[block]);
    scratch.quarter_days[provider] += quarter_days;

    Pence received = 0;
    switch (people.funding[p])
    {
    case Funding::council:
    {
        bool const is_block = people.contract[p] != no_contract;
        Channel const channel = is_block ? Channel::block : Channel::spot;
        if (is_block)
            scratch.contract_quarter_days[static_cast<std::size_t>(people.contract[p])] += quarter_days;
        else
            received = scratch.books.pay(council, to_provider, {Flow::care_used, service, channel, locality}, price);
        scratch.books.pay(accounts::clients, council, {Flow::contribution, service, channel, locality},
                          std::min(people.charge[p] * days / days_in_a_week, price));
        std::size_t const cell =
            (index_of(service) * count_of<Channel> + index_of(channel)) * market.locality_count() + block;
        std::int64_t const first = first_month_part(quarter_days, split);
        market.counts[0].channels[cell].used_quarter_days += first;
        market.counts[1].channels[cell].used_quarter_days += quarter_days - first;
        break;
    }
    case Funding::self_funder:
    {
        received = scratch.books.pay(accounts::self_funders, to_provider,
                                     {Flow::self_funded, service, Channel::spot, locality}, price);
        std::int64_t const first = first_month_part(quarter_days, split);
        market.counts[0].areas[market.area(service, block)].self_funded_quarter_days += first;
        market.counts[1].areas[market.area(service, block)].self_funded_quarter_days += quarter_days - first;
        break;
    }
    case Funding::other:
        received = scratch.books.pay(accounts::other_buyers, to_provider,
                                     {Flow::other_bought, service, Channel::spot, locality}, price);
        break;
    }
    scratch.income[provider] += received;
    if (people.contract[p] == no_contract)
    {
        scratch.income_elsewhere[provider] += received;
        scratch.quarter_days_elsewhere[provider] += quarter_days;
    }
}

void leave_care(Market& market, BlockScratch& scratch, Week const& week, std::size_t block, PersonSlot p)
{
    People const& people = market.people[block];
    auto const provider = static_cast<std::size_t>(people.provider[p]);
    Quarters const need = people.need[p];
    scratch.freed[provider] += need;
    if (people.contract[p] != no_contract)
        scratch.freed_contract[static_cast<std::size_t>(people.contract[p])] += need;
    else if (people.funding[p] == Funding::council)
        scratch.freed_council_spot[provider] += need;
    else if (people.funding[p] == Funding::self_funder)
        scratch.freed_self_funded[provider] += need;
    if (people.funding[p] == Funding::council)
    {
        std::size_t const month = people.last_day[p] < months_of(week).days[0] ? 0 : 1;
        ++market.counts[month].areas[market.area(people.service[p], block)].ends;
    }
    scratch.notebook.note({week.number, people.last_day[p], DecisionKind::care_ends,
                           people.is_temporary[p] != 0 ? Reason::temporary_stay : Reason::length_of_stay, people.key[p],
                           market.providers.key[provider], people.price[p], units(need)});
}

void deliver_in_block(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    BlockScratch& scratch = market.scratch[block];
    MonthSplit const split = months_of(week);
    prepare(scratch, market, split);
    for (PersonSlot p = 0; p < people.size(); ++p)
    {
        if (!people.is_in_care(p))
            continue;
        Stay const stay = stay_this_week(people, p, week);
        if (stay.days > 0)
            pay_for_person(market, scratch, block, p, stay.days, split);
        if (stay.ends)
            leave_care(market, scratch, week, block, p);
        people.first_day[p] = 0;
    }
}

/// Adds up what the blocks left. Whole numbers, so the order is of no account.
void merge_blocks(Market& market)
{
    Providers& all = market.providers;
    for (BlockScratch& scratch : market.scratch)
    {
        market.books.take_over(scratch.books);
        for (Decision const& decision : scratch.notebook.take())
            market.notebook.note(decision);
        for (std::size_t p = 0; p < all.key.size(); ++p)
        {
            all.occupied[p] -= scratch.freed[p];
            all.council_spot[p] -= scratch.freed_council_spot[p];
            all.self_funded[p] -= scratch.freed_self_funded[p];
            all.income[p] += scratch.income[p];
            all.income_elsewhere[p] += scratch.income_elsewhere[p];
            all.quarter_days_elsewhere[p] += scratch.quarter_days_elsewhere[p];
        }
        for (std::size_t c = 0; c < scratch.freed_contract.size(); ++c)
        {
            market.contracts.used[c] -= scratch.freed_contract[c];
            if (scratch.freed_contract[c] != 0)
                all.block_used[static_cast<std::size_t>(market.contracts.provider[c])] -= scratch.freed_contract[c];
        }
    }
}

struct ContractWeek
{
    std::int64_t used = 0; // [quarters × days]
    std::int64_t held = 0; // [quarters × days] guaranteed, not used, and kept free
};

/// What each contract's provider gave this week and what it kept free. Nobody pays for a place that is guaranteed but
/// taken by others or not staffed, nor for one into which the council may not place.
std::vector<ContractWeek> contract_weeks(Market const& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    Providers const& all = market.providers;
    std::vector<ContractId> in_force;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (!contracts.is_empty(contract) && contracts.is_in_force[static_cast<std::size_t>(contract)])
            in_force.push_back(contract);
    std::sort(
        in_force.begin(), in_force.end(),
        [&contracts](ContractId a, ContractId b)
        {
            auto const x = static_cast<std::size_t>(a);
            auto const y = static_cast<std::size_t>(b);
            return std::tuple{contracts.price[x], contracts.key[x]} < std::tuple{contracts.price[y], contracts.key[y]};
        });

    // Places free in the whole week: of capacity, what nobody used.
    std::vector<std::int64_t> free(all.key.size());
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        free[p] = static_cast<std::int64_t>(all.capacity[p]) * week.days;
        for (BlockScratch const& scratch : market.scratch)
            free[p] -= scratch.quarter_days[p];
        if (all.is_rated[p] && all.rating[p] == Rating::inadequate)
            free[p] = 0;
    }
    std::vector<ContractWeek> weeks(static_cast<std::size_t>(contracts.size()));
    for (ContractId const contract : in_force)
    {
        auto const c = static_cast<std::size_t>(contract);
        auto const p = static_cast<std::size_t>(contracts.provider[c]);
        for (BlockScratch const& scratch : market.scratch)
            weeks[c].used += scratch.contract_quarter_days[c];
        std::int64_t const idle = static_cast<std::int64_t>(contracts.guaranteed[c]) * week.days - weeks[c].used;
        weeks[c].held = std::clamp<std::int64_t>(idle, 0, std::max<std::int64_t>(0, free[p]));
        free[p] -= weeks[c].held;
    }
    return weeks;
}

void pay_contract(Market& market, Week const& week, ContractId contract, ContractWeek const& given)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    Service const service = contracts.service[c];
    LocalityId const locality = contracts.locality[c];
    auto const provider = static_cast<std::size_t>(contracts.provider[c]);
    Account const council = Market::account_of_commissioner(contracts.commissioner[c]);
    Account const payee = market.account_of(contracts.provider[c]);
    Pence received = 0;
    if (given.used > 0)
        received += market.books.pay(council, payee, {Flow::care_used, service, Channel::block, locality},
                                     contracts.price[c] * delivered_units(given.used));
    if (given.held > 0)
    {
        received += market.books.pay(council, payee, {Flow::care_void, service, Channel::block, locality},
                                     contracts.price[c] * delivered_units(given.held));
        market.notebook.note({week.number, 0, DecisionKind::places_held, Reason::block_void, contracts.key[c],
                              market.providers.key[provider], contracts.price[c], delivered_units(given.held)});
    }
    market.providers.income[provider] += received;

    MonthSplit const split = months_of(week);
    std::size_t const area = market.area(service, locality);
    std::int64_t const first = first_month_part(given.used + given.held, split);
    market.counts[0].areas[area].paid_quarter_days += first;
    market.counts[1].areas[area].paid_quarter_days += given.used + given.held - first;
}

/// Contracts are paid for what was used, and for what was kept free of the rest of their guarantee.
void pay_contracts(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    std::vector<ContractWeek> const weeks = contract_weeks(market, week);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        pay_contract(market, week, contract, weeks[c]);
    }
}

void pay_costs(Market& market, Inputs const& inputs, Week const& week)
{
    Providers& all = market.providers;
    World const& world = market.world;
    MonthSplit const split = months_of(week);
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
            {
                auto const p = static_cast<std::size_t>(provider);
                BehaviourService const& b = inputs.behaviour.of[service];
                std::int64_t quarter_days = 0;
                for (BlockScratch const& scratch : market.scratch)
                    quarter_days += scratch.quarter_days[p];
                double const volume = delivered_units(quarter_days);
                double const hours = all.efficiency[p] * volume * hours_per_unit(b);
                double const own_hours = std::min(hours, all.staff[p] * week.days / days_in_a_week);
                double const agency_hours = hours - own_hours;
                double const hour = hour_cost(market, inputs.behaviour, provider);
                FixedCost const fixed = fixed_cost(market, inputs.behaviour, provider);
                auto const at = static_cast<std::uint16_t>(locality);
                Account const payer = market.account_of(provider);
                Pence cost = market.books.pay(payer, accounts::workers, {Flow::staff, service, Channel::spot, at},
                                              hour * (own_hours + agency_hours * (1.0 + b.agency_premium)));
                cost += market.books.pay(payer, accounts::suppliers, {Flow::supplies, service, Channel::spot, at},
                                         all.efficiency[p] * volume * (b.supplies + b.travel_cost) * world.price_level +
                                             fixed.overhead * week.days / days_in_a_week);
                cost += market.books.pay(payer, accounts::owners, {Flow::capital, service, Channel::spot, at},
                                         fixed.capital * week.days / days_in_a_week);
                all.cost[p] += cost;
                double const first = static_cast<double>(split.days[0]) / week.days;
                market.counts[0].areas[market.area(service, locality)].agency += agency_hours * first;
                market.counts[1].areas[market.area(service, locality)].agency += agency_hours * (1.0 - first);
            }
}

/// What providers received and what was left of it, by month and where they stand.
void add_up_income(Market& market, Week const& week, std::vector<Pence> const& income_before,
                   std::vector<Pence> const& cost_before)
{
    Providers const& all = market.providers;
    MonthSplit const split = months_of(week);
    for (std::size_t p = 0; p < income_before.size(); ++p)
    {
        Pence const income = all.income[p] - income_before[p];
        Pence const surplus = income - (all.cost[p] - cost_before[p]);
        std::size_t const area = market.area(all.service[p], all.locality[p]);
        market.income[0][area] += first_month_part(income, split);
        market.income[1][area] += income - first_month_part(income, split);
        market.surplus[0][area] += first_month_part(surplus, split);
        market.surplus[1][area] += surplus - first_month_part(surplus, split);
    }
}

} // namespace

void pay_for_delivery(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block)
{
    std::vector<Pence> const income_before = market.providers.income;
    std::vector<Pence> const cost_before = market.providers.cost;
    for_each_block(market.people.size(), [&](std::size_t block) { deliver_in_block(market, week, block); });
    merge_blocks(market);
    pay_contracts(market, week);
    pay_costs(market, inputs, week);
    add_up_income(market, week, income_before, cost_before);
    market.days_since_accounts += week.days;
}

} // namespace caremarket
