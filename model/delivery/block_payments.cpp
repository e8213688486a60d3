#include "model/delivery/block_payments.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Care of one block's people by one provider in the week, being settled.
struct Settlement
{
    Market& market;
    MonthSplit const& split;
    std::size_t block;
    std::size_t provider;
    Service service;
    Account council;
    Account payee;

    /// One payment a payer and line: the sum of what each person's care costs in whole pence.
    void pay(Account payer, Account to, Flow flow, Channel channel, Pence pence) const
    {
        if (pence != 0)
            market.books.pay(payer, to, {flow, service, channel, static_cast<std::uint16_t>(block)},
                             over_months(pence, split));
    }

    /// What the council owes by a channel. Contracts are paid as a whole, the council's own supply at its cost.
    void pay_by_channel(Channel channel, Pence price, Pence charge) const
    {
        if (!is_under_contract(channel) && channel != Channel::in_house)
            pay(council, payee, Flow::care_used, channel, price);
        pay(accounts::clients, council, Flow::contribution, channel, charge);
    }

    void pay_bill(Bill bill, Pence price, Pence charge) const
    {
        switch (bill)
        {
        case Bill::self_funder: pay(accounts::self_funders, payee, Flow::self_funded, Channel::spot, price); break;
        case Bill::nhs: pay(accounts::nhs, payee, Flow::nhs_bought, Channel::spot, price); break;
        case Bill::nhs_contract: break; // contracts are paid as a whole
        case Bill::other_buyer: pay(accounts::other_buyers, payee, Flow::other_bought, Channel::spot, price); break;
        default: pay_by_channel(channel_of(bill), price, charge);
        }
    }

    void count(Bill bill, std::int64_t quarter_days) const
    {
        bool const is_nhs = bill == Bill::nhs || bill == Bill::nhs_contract;
        if (!is_councils(bill) && bill != Bill::self_funder && !is_nhs)
            return;
        WeekAmount const days = over_months(quarter_days, split);
        std::size_t const area = market.area(service, block);
        std::size_t const cell = is_councils(bill) ? market.cell(service, channel_of(bill), block) : 0;
        for (std::size_t month = 0; month < 2; ++month)
        {
            MonthCounts& counts = market.counts[month];
            std::int64_t& counter = is_councils(bill) ? counts.channels[cell].used_quarter_days
                                    : is_nhs          ? counts.areas[area].nhs_quarter_days
                                                      : counts.areas[area].self_funded_quarter_days;
            counter += month == 0 ? days.first_month : days.next_month();
        }
    }

    void settle(CareAmounts const& week) const
    {
        Providers& all = market.providers;
        Pence received = week.top_up + week.nursing;
        for (Bill const bill : all_of<Bill>())
        {
            std::int64_t const quarter_days = week.quarter_days[bill];
            Pence const price = week.price[bill];
            if (quarter_days == 0 && price == 0)
                continue; // and no charge: it is never above the price
            pay_bill(bill, price, week.charge[bill]);
            count(bill, quarter_days);
            all.quarter_days[provider] += quarter_days;
            if (is_contracts(bill))
                continue;
            all.quarter_days_elsewhere[provider] += quarter_days;
            received += bill == Bill::in_house ? 0 : price;
        }
        pay(accounts::clients, payee, Flow::top_up, Channel::spot, week.top_up);
        pay(accounts::nhs, payee, Flow::funded_nursing, Channel::spot, week.nursing);
        all.income[provider] += received;
        all.income_elsewhere[provider] += received - week.nursing; // prices are struck with the NHS's part in view
    }
};

/// Who left frees the place for the next week: the turnaround.
void free_places(Providers& all, std::size_t p, EnumArray<Bill, Quarters> const& freed)
{
    for (Bill const bill : all_of<Bill>())
        all.count(p, bill, -freed[bill]);
}

/// What stands, and what part of a week there was besides.
void settle_provider(Settlement const& settlement, CareGiven const* given, CareAmounts const* standing)
{
    if (given == nullptr)
    {
        settlement.settle(*standing);
        return;
    }
    if (standing == nullptr)
        settlement.settle(given->week);
    else
    {
        CareAmounts both = *standing;
        settlement.settle(both += given->week);
    }
    free_places(settlement.market.providers, settlement.provider, given->freed);
}

void pay_for_block(Market& market, Week const& week, MonthSplit const& split, std::size_t block)
{
    BlockScratch const& scratch = market.scratch[block];
    StandingCare const& standing = market.people[block].standing;
    Account const council = Market::account_of_commissioner(market.tables.commissioner_of[block]);
    for (std::size_t p = 0; p < market.providers.key.size(); ++p)
    {
        bool const stands = week.days == 7 && standing.has_people(p);
        bool const is_given = scratch.is_given[p] != 0;
        if (!stands && !is_given)
            continue;
        settle_provider({.market = market,
                         .split = split,
                         .block = block,
                         .provider = p,
                         .service = market.providers.service[p],
                         .council = council,
                         .payee = market.account_of(static_cast<ProviderId>(p))},
                        is_given ? &scratch.given[p] : nullptr, stands ? &standing.with(p) : nullptr);
    }
    for (FreedVolume const& freed : scratch.freed_contract)
        market.contracts.count(freed.contract, -freed.need, freed.undercut);
}

} // namespace

void pay_for_blocks(Market& market, Week const& week)
{
    MonthSplit const split = week.months;
    std::fill(market.providers.quarter_days.begin(), market.providers.quarter_days.end(), 0);
    for (std::size_t block = 0; block < market.scratch.size(); ++block)
    {
        for (Decision const& decision : market.scratch[block].notebook.take())
            market.notebook.note(decision);
        pay_for_block(market, week, split, block);
    }
}

} // namespace caremarket
