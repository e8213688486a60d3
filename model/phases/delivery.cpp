#include "model/phases/delivery.hpp"

#include "model/placement_price.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/sliding_scale.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace caremarket
{

namespace
{

constexpr double days_in_a_week = 7.0;

void prepare(BlockScratch& scratch, Market const& market)
{
    for (ProviderId const provider : scratch.gave)
    {
        scratch.given[static_cast<std::size_t>(provider)] = {};
        scratch.is_given[static_cast<std::size_t>(provider)] = 0;
    }
    scratch.gave.clear();
    scratch.given.resize(market.providers.key.size());
    scratch.is_given.resize(market.providers.key.size(), 0);
    scratch.freed_contract.clear();
    scratch.contract_quarter_days.assign(static_cast<std::size_t>(market.contracts.size()), 0);
}

struct Stay
{
    std::int32_t days = 0; ///< with care this week
    bool ends = false;
};

Stay stay_this_week(People const& people, PersonSlot p, Week const& week)
{
    bool const ends = people[p].last_day != stays_on;
    std::int32_t const until = ends ? people[p].last_day : week.days;
    return {std::max(0, until - people[p].first_day), ends};
}

// ---- care of one block ----------------------------------------------------------------------------------------

/// Puts one person's care of some days where it belongs.
void give_care(Market const& market, BlockScratch& scratch, People const& people, PersonSlot p, std::int32_t days)
{
    PlacementPrice const due = price_of_days(market, people, p, days);
    CareGiven& given = scratch.given_by(people.provider[p]);
    Bill const bill = bill_of(market, people, p);
    std::int64_t const quarter_days = static_cast<std::int64_t>(people[p].need) * days;
    given.week.quarter_days[bill] += quarter_days;
    given.week.price[bill] += due.price;
    given.week.charge[bill] += due.charge;
    given.week.top_up += due.top_up;
    given.week.nursing += due.nursing;
    if (people.contract[p] != no_contract)
        scratch.contract_quarter_days[static_cast<std::size_t>(people.contract[p])] += quarter_days;
}

void leave_care(Market& market, BlockScratch& scratch, Week const& week, std::size_t block, PersonSlot p)
{
    People const& people = market.people[block];
    auto const provider = static_cast<std::size_t>(people.provider[p]);
    Quarters const need = people[p].need;
    scratch.given_by(people.provider[p]).freed[bill_of(market, people, p)] += need;
    if (people.contract[p] != no_contract)
        scratch.freed_contract.emplace_back(people.contract[p], need);
    if (people[p].funding == Funding::council)
    {
        MonthSplit const split = months_of(week);
        std::size_t const month = people[p].last_day < split.days[0] || split.days[1] == 0 ? 0 : 1;
        ++market.counts[month].areas[market.area(people[p].service, block)].ends;
    }
    scratch.notebook.note({week.number, people[p].last_day, DecisionKind::care_ends,
                           people[p].goes_home ? Reason::interim_over
                           : people[p].is_temporary && people[p].service == people[p].assessed
                               ? Reason::temporary_stay
                               : Reason::length_of_stay, // in an interim bed, too
                           people[p].key, market.providers.key[provider], people[p].price, units(need)});
}

/// Care of who begins or ends within the week, or of anybody in a week that is longer than others.
void give_part_of_week(Market& market, BlockScratch& scratch, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Stay const stay = stay_this_week(people, p, week);
    if (stay.days > 0)
        give_care(market, scratch, people, p, stay.days);
    if (stay.ends)
        leave_care(market, scratch, week, block, p);
    people[p].first_day = 0;
}

/// A week of seven days: only those are looked at for whom something has changed.
void deliver_what_changed(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    BlockScratch& scratch = market.scratch[block];
    scratch.changed.clear();
    std::swap(scratch.changed, people.changed);
    for (PersonSlot const p : scratch.changed)
        people.is_changed[p] = 0;
    for (PersonSlot const p : scratch.changed)
    {
        if (people.provider[p] == no_provider)
            continue;
        if (people[p].first_day == 0 && people[p].last_day == stays_on)
        {
            people[p].stands = standing_week(market, people, p);
            people.standing.add(people[p].stands);
            continue;
        }
        give_part_of_week(market, scratch, week, block, p);
        people.restate(p); // it will be whole next week, or nobody's
    }
}

void deliver_in_block(Market& market, Week const& week, std::size_t block)
{
    People& people = market.people[block];
    prepare(market.scratch[block], market);
    if (week.days == 7)
    {
        deliver_what_changed(market, week, block);
        return;
    }
    for (PersonSlot p = 0; p < people.size(); ++p)
        if (people.provider[p] != no_provider)
            give_part_of_week(market, market.scratch[block], week, block, p);
}

// ---- what the blocks left -------------------------------------------------------------------------------------

/// Posts what the people of a block, and the council for them, pay one provider for the week: one payment per payer
/// and line, the sum of what each person's care costs in whole pence.
void pay_for_people(Market& market, MonthSplit const& split, std::size_t block, ProviderId provider,
                    CareAmounts const& week)
{
    auto const locality = static_cast<std::uint16_t>(block);
    Service const service = market.providers.service[static_cast<std::size_t>(provider)];
    Account const council = Market::account_of_commissioner(market.tables.commissioner_of[block]);
    Account const payee = market.account_of(provider);
    Books& books = market.books;
    auto const pay = [&](Account payer, Account to, Flow flow, Channel channel, Pence pence)
    {
        if (pence != 0)
            books.pay(payer, to, {flow, service, channel, locality}, over_months(pence, split));
    };
    for (Channel const channel : all_of<Channel>())
    {
        // Contracts are paid as a whole, the council's own supply at its cost.
        if (!is_under_contract(channel) && channel != Channel::in_house)
            pay(council, payee, Flow::care_used, channel, week.price[bill_by(channel)]);
        pay(accounts::clients, council, Flow::contribution, channel, week.charge[bill_by(channel)]);
    }
    pay(accounts::self_funders, payee, Flow::self_funded, Channel::spot, week.price[Bill::self_funder]);
    pay(accounts::nhs, payee, Flow::nhs_bought, Channel::spot, week.price[Bill::nhs]);
    pay(accounts::other_buyers, payee, Flow::other_bought, Channel::spot, week.price[Bill::other_buyer]);
    pay(accounts::clients, payee, Flow::top_up, Channel::spot, week.top_up);
    pay(accounts::nhs, payee, Flow::funded_nursing, Channel::spot, week.nursing);
}

void count_care(Market& market, MonthSplit const& split, std::size_t block, Service service, CareAmounts const& week)
{
    auto const count = [&](Bill bill, auto&& counter_of)
    {
        if (week.quarter_days[bill] == 0)
            return;
        WeekAmount const days = over_months(week.quarter_days[bill], split);
        counter_of(market.counts[0]) += days.first_month;
        counter_of(market.counts[1]) += days.next_month();
    };
    for (Channel const channel : all_of<Channel>())
        count(bill_by(channel),
              [&](MonthCounts& counts) -> std::int64_t&
              {
                  return counts
                      .channels[(index_of(service) * count_of<Channel> + index_of(channel)) * market.locality_count() +
                                block]
                      .used_quarter_days;
              });
    count(Bill::self_funder,
          [&](MonthCounts& counts) -> std::int64_t&
          { return counts.areas[market.area(service, block)].self_funded_quarter_days; });
}

/// Adds a block's care to its provider's week.
void take_over(Providers& all, std::size_t p, CareAmounts const& week)
{
    Pence received = week.top_up + week.nursing;
    for (Bill const bill : all_of<Bill>())
    {
        bool const is_contract = is_councils(bill) && is_under_contract(channel_of(bill));
        if (!is_contract && bill != Bill::in_house)
            received += week.price[bill];
        all.quarter_days[p] += week.quarter_days[bill];
        all.quarter_days_elsewhere[p] += is_contract ? 0 : week.quarter_days[bill];
    }
    all.income[p] += received;
    all.income_elsewhere[p] += received - week.nursing; // prices are struck with the NHS's contribution in view
}

/// Who left frees the place for the next week: the turnaround.
void free_places(Providers& all, std::size_t p, EnumArray<Bill, Quarters> const& freed)
{
    for (Bill const bill : all_of<Bill>())
    {
        bool const is_contract = is_councils(bill) && is_under_contract(channel_of(bill));
        all.occupied[p] -= freed[bill];
        if (is_contract)
            all.contract_used[p] -= freed[bill];
        else if (is_councils(bill))
            all.council_spot[p] -= freed[bill];
    }
    all.self_funded[p] -= freed[Bill::self_funder];
}

/// Adds up what the blocks left. Whole numbers, so the order is of no account.
void merge_blocks(Market& market, Week const& week)
{
    Providers& all = market.providers;
    MonthSplit const split = months_of(week);
    std::fill(all.quarter_days.begin(), all.quarter_days.end(), 0);
    for (std::size_t block = 0; block < market.scratch.size(); ++block)
    {
        BlockScratch& scratch = market.scratch[block];
        StandingCare const& standing = market.people[block].standing;
        for (Decision const& decision : scratch.notebook.take())
            market.notebook.note(decision);
        for (std::size_t p = 0; p < all.key.size(); ++p)
        {
            bool const is_given = scratch.is_given[p] != 0;
            bool const stands = week.days == 7 && standing.has_people(p);
            if (!stands && !is_given)
                continue;
            CareGiven const& given = scratch.given[p];
            CareAmounts both;
            if (stands && is_given)
                (both = standing.with(p)) += given.week;
            CareAmounts const& amounts = !stands ? given.week : is_given ? both : standing.with(p);
            pay_for_people(market, split, block, static_cast<ProviderId>(p), amounts);
            count_care(market, split, block, all.service[p], amounts);
            take_over(all, p, amounts);
            if (is_given)
                free_places(all, p, given.freed);
        }
        for (auto const& [contract, need] : scratch.freed_contract)
            market.contracts.used[static_cast<std::size_t>(contract)] -= need;
    }
}

// ---- contracts ------------------------------------------------------------------------------------------------

/// What each contract's provider gave this week and what it kept free. Nobody pays for a place that is guaranteed but
/// taken by others or not staffed, nor for one into which the council may not place.
void see_contract_weeks(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    Providers const& all = market.providers;
    std::vector<ContractId>& in_force = market.delivery.in_force;
    in_force.clear();
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
    std::vector<std::int64_t>& free = market.delivery.free;
    free.resize(all.key.size());
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        free[p] = static_cast<std::int64_t>(all.capacity[p]) * week.days - all.quarter_days[p];
        if (all.is_rated[p] && all.rating[p] == Rating::inadequate)
            free[p] = 0;
    }
    std::vector<ContractWeek>& weeks = market.delivery.weeks;
    weeks.assign(static_cast<std::size_t>(contracts.size()), ContractWeek{});
    for (ContractId const contract : in_force)
    {
        auto const c = static_cast<std::size_t>(contract);
        auto const p = static_cast<std::size_t>(contracts.provider[c]);
        for (std::size_t block = 0; block < market.scratch.size(); ++block)
        {
            weeks[c].used += market.scratch[block].contract_quarter_days[c];
            if (week.days == 7)
                weeks[c].used += market.people[block].standing.on_contract(c);
        }
        std::int64_t const idle = static_cast<std::int64_t>(contracts.guaranteed[c]) * week.days - weeks[c].used;
        weeks[c].held = std::clamp<std::int64_t>(idle, 0, std::max<std::int64_t>(0, free[p]));
        free[p] -= weeks[c].held;
    }
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
    Channel const channel = contracts.kind[c];
    SlidingScale const scale{units(contracts.full_until[c]) * week.days / 7.0, contracts.discount[c]};
    double const used = full_price_units(delivered_units(given.used) * market.tables.paid[service], scale);
    double const all = full_price_units(
        delivered_units(given.used) * market.tables.paid[service] + delivered_units(given.held), scale);
    Pence received = 0;
    if (given.used > 0)
        received +=
            market.books.pay(council, payee, {Flow::care_used, service, channel, locality}, contracts.price[c] * used);
    if (given.held > 0)
    {
        received += market.books.pay(council, payee, {Flow::care_void, service, channel, locality},
                                     contracts.price[c] * (all - used));
        market.notebook.note({week.number, 0, DecisionKind::places_held, Reason::block_void, contracts.key[c],
                              market.providers.key[provider], contracts.price[c], delivered_units(given.held)});
    }
    market.providers.income[provider] += received;

    WeekAmount const paid = over_months(given.held, months_of(week));
    for (std::size_t month = 0; month < 2; ++month)
        market.counts[month]
            .channels[(index_of(service) * count_of<Channel> + index_of(channel)) * market.locality_count() + locality]
            .void_quarter_days += month == 0 ? paid.first_month : paid.next_month();
}

/// Contracts are paid for what was used, and for what was kept free of the rest of their guarantee.
void pay_contracts(Market& market, Week const& week)
{
    Contracts const& contracts = market.contracts;
    see_contract_weeks(market, week);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        pay_contract(market, week, contract, market.delivery.weeks[c]);
    }
}

/// A provider's week of work.
struct WorkDone
{
    double volume = 0; // [units] delivered
    double own = 0;    // [h] its staff's
    double idle = 0;   // [h] guaranteed to staff, and not worked
    double agency = 0; // [h]
};

WorkDone work_done(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    WorkDone work;
    work.volume = delivered_units(all.quarter_days[p]) * market.tables.delivered[all.service[p]];
    double const hours = all.efficiency[p] * work.volume * hours_per_unit(market, inputs.behaviour, provider);
    double const employed = all.staff[p] * week.days / days_in_a_week;
    work.own = std::min(hours, employed);
    work.idle = std::max(0.0, all.guaranteed_hours[p] * employed - work.own);
    work.agency = hours - work.own;
    return work;
}

/// What a provider owes for its week, and pays. Capital that it does not owe to anybody is not paid while it is short
/// of cash; it is a cost all the same.
Pence pay_provider_costs(Market& market, Inputs const& inputs, Week const& week, ProviderId provider,
                         WorkDone const& work)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    Service const service = all.service[p];
    BehaviourService const& b = inputs.behaviour.of[service];
    FixedCost const fixed = fixed_cost(market, inputs.behaviour, provider);
    double const weeks = week.days / days_in_a_week;
    Account const payer = market.account_of(provider);
    auto const line = [&](Flow flow) { return BookLine{flow, service, Channel::spot, all.locality[p]}; };

    double const hour = paid_hour_cost(market, inputs.behaviour, provider);
    double const nurses = all.efficiency[p] * work.volume * b.nurse_cost * market.world.outside_wage_level;
    double const replacing = all.left[p] * inputs.behaviour.all.leaver_cost * hour;
    all.left[p] = 0.0;
    Pence cost = market.books.pay(payer, accounts::workers, line(Flow::staff),
                                  hour * (work.own + work.idle + work.agency * (1.0 + b.agency_premium)) + nurses);
    cost += market.books.pay(payer, accounts::suppliers, line(Flow::supplies),
                             all.efficiency[p] * work.volume * running_cost(market, inputs.behaviour, provider) +
                                 fixed.overhead * weeks + replacing);
    double const owed = std::min(1.0, debt_of(market, inputs.behaviour, provider)) * fixed.capital * weeks;
    double const own = fixed.capital * weeks - owed;
    cost += market.books.pay(payer, accounts::owners, line(Flow::capital), owed);
    if (market.cash(provider) > 0.0)
        cost += market.books.pay(payer, accounts::owners, line(Flow::capital), own);
    else
        cost += to_pence(own);
    all.cost[p] += cost;
    return cost;
}

/// The council bears whatever its own supply costs.
void meet_own_cost(Market& market, Week const& week, ProviderId provider, Pence cost)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    auto const locality = static_cast<std::uint16_t>(all.locality[p]);
    Account const council = Market::account_of_commissioner(market.tables.commissioner_of[locality]);
    all.income[p] += market.books.pay(council, market.account_of(provider),
                                      {Flow::care_used, all.service[p], Channel::in_house, locality}, to_pounds(cost));
    market.notebook.note(
        {week.number, 0, DecisionKind::cost_met, Reason::in_house, all.key[p], {}, to_pounds(cost), 1.0});
}

void pay_costs(Market& market, Inputs const& inputs, Week const& week)
{
    double const first = static_cast<double>(months_of(week).days[0]) / week.days;
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
            {
                WorkDone const work = work_done(market, inputs, week, provider);
                Pence const cost = pay_provider_costs(market, inputs, week, provider, work);
                if (market.providers.sector[static_cast<std::size_t>(provider)] == Sector::in_house)
                    meet_own_cost(market, week, provider, cost);
                std::size_t const area = market.area(service, locality);
                market.counts[0].areas[area].agency += work.agency * first;
                market.counts[1].areas[area].agency += work.agency * (1.0 - first);
            }
}

/// What providers received and what was left of it, by month and where they stand.
void add_up_income(Market& market, Week const& week)
{
    Providers const& all = market.providers;
    std::vector<Pence> const& income_before = market.delivery.income_before;
    std::vector<Pence> const& cost_before = market.delivery.cost_before;
    MonthSplit const split = months_of(week);
    for (std::size_t p = 0; p < income_before.size(); ++p)
    {
        WeekAmount const income = over_months(all.income[p] - income_before[p], split);
        WeekAmount const surplus = over_months(income.total - (all.cost[p] - cost_before[p]), split);
        std::size_t const area = market.area(all.service[p], all.locality[p]);
        market.income[0][area] += income.first_month;
        market.income[1][area] += income.next_month();
        market.surplus[0][area] += surplus.first_month;
        market.surplus[1][area] += surplus.next_month();
    }
}

} // namespace

void pay_for_delivery(Market& market, Inputs const& inputs, Week const& week, ForEachBlock const& for_each_block)
{
    market.delivery.income_before = market.providers.income;
    market.delivery.cost_before = market.providers.cost;
    for_each_block(market.people.size(), [&](std::size_t block) { deliver_in_block(market, week, block); });
    merge_blocks(market, week);
    pay_contracts(market, week);
    pay_costs(market, inputs, week);
    add_up_income(market, week);
    market.days_since_accounts += week.days;
}

} // namespace caremarket
