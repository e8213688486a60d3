#include "model/delivery/contract_bills.hpp"

#include "model/maths.hpp"
#include "model/placement_price.hpp"
#include "model/rules/sliding_scale.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Who pays for a part of a contract.
struct Buyer
{
    LocalityId locality = 0;
    bool is_nhs = false;
    std::int64_t quarter_days = 0; // [quarters × days] its people used
    std::int64_t undercut = 0;     // the same × Undercut of each person
    double share = 0;              // of what is kept free
};

/// Care under the contract of people who count as of one locality of its lot.
ContractCare care_of(Market const& market, Week const& week, ContractBill const& bill, LocalityId locality)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(bill.contract);
    if (contracts.lot[c].parts.size() == 1)
        return bill.given.used;
    ContractCare care;
    for (std::size_t block = 0; block < market.scratch.size(); ++block)
    {
        if (contracts.served_as(bill.contract, block) != locality)
            continue;
        care += market.scratch[block].contract_care[c];
        if (week.days == 7)
            care += market.people[block].standing.on_contract(c);
    }
    return care;
}

template <class Act>
void for_each_buyer(Market const& market, Week const& week, ContractBill const& bill, Act&& act)
{
    Lot const& lot = market.contracts.lot[static_cast<std::size_t>(bill.contract)];
    for (LotPart const& part : lot.parts)
    {
        ContractCare const care = care_of(market, week, bill, part.locality);
        act(Buyer{part.locality, false, care.quarter_days - care.nhs_quarter_days, care.undercut - care.nhs_undercut,
                  lot.council_share_of(part.locality)});
        if (lot.nhs_joins)
            act(Buyer{part.locality, true, care.nhs_quarter_days, care.nhs_undercut, lot.nhs_share_of(part.locality)});
    }
}

/// Units at the full price that one buyer's people used.
double units_used_by(Buyer const& buyer, double share_paid, ContractBill const& bill)
{
    ContractCare const& all = bill.given.used;
    if (buyer.quarter_days == all.quarter_days)
        return bill.due.used;
    auto const spared = [share_paid](std::int64_t undercut)
    { return delivered_units(undercut) / whole_price * share_paid; };
    double const at_scale = bill.due.used + spared(all.undercut);
    double const part = static_cast<double>(buyer.quarter_days) / static_cast<double>(all.quarter_days);
    return at_scale * part - spared(buyer.undercut);
}

/// What a buyer pays besides the contract's price for nursing [GBP].
double nursing_of(Market const& market, Service service, Buyer const& buyer)
{
    if (!buyer.is_nhs || service != Service::nursing)
        return 0.0;
    return market.world.funded_nursing_care * delivered_units(buyer.quarter_days) * market.tables.paid[service];
}

Pence pay_part(Market& market, ContractBill const& bill, Buyer const& buyer)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(bill.contract);
    Service const service = contracts.service[c];
    double const price = contracts.pays(bill.contract);
    Account const payee = market.account_of(contracts.provider[c]);
    Account const payer =
        buyer.is_nhs ? accounts::nhs : Market::account_of_commissioner(market.tables.commissioner_of[buyer.locality]);
    auto const pay = [&](Flow councils, double pounds)
    {
        Flow const flow = buyer.is_nhs ? Flow::nhs_bought : councils;
        return market.books.pay(payer, payee, {flow, service, contracts.kind[c], buyer.locality}, pounds);
    };
    Pence paid = 0;
    if (buyer.quarter_days > 0)
        paid += pay(Flow::care_used, price * units_used_by(buyer, market.tables.paid[service], bill) +
                                         nursing_of(market, service, buyer));
    if (bill.given.held > 0 && buyer.share > 0.0)
        paid += pay(Flow::care_void, price * (bill.due.all - bill.due.used) * buyer.share);
    return paid;
}

/// Whole parts of what is kept free, one for each buyer in turn, that add up to it.
class PartsOfHeld
{
public:
    explicit PartsOfHeld(std::int64_t held) : held_(held), left_(held) {}

    std::int64_t next(double share)
    {
        share_left_ = std::max(0.0, share_left_ - share);
        auto const of_others =
            static_cast<std::int64_t>(maths::round_half_even(static_cast<double>(held_) * share_left_));
        std::int64_t const part = std::max<std::int64_t>(0, left_ - of_others);
        left_ -= part;
        return part;
    }

private:
    std::int64_t held_; // [quarters × days]
    std::int64_t left_; // that nobody has been counted for yet
    double share_left_ = 1.0;
};

void count_void(Market& market, Week const& week, ContractBill const& bill, Buyer const& buyer, std::int64_t part)
{
    if (buyer.is_nhs)
        return;
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(bill.contract);
    WeekAmount const days = over_months(part, week.months);
    std::size_t const cell = market.cell(contracts.service[c], contracts.kind[c], buyer.locality);
    for (std::size_t month = 0; month < 2; ++month)
        market.counts[month].channels[cell].void_quarter_days += month == 0 ? days.first_month : days.next_month();
}

} // namespace

DueUnits units_due(Market const& market, Week const& week, ContractId contract, ContractWeek const& given)
{
    Contracts const& contracts = market.contracts;
    auto const c = static_cast<std::size_t>(contract);
    SlidingScale const scale{units(contracts.full_until[c]) * week.days / 7.0, contracts.terms[c].discount};
    double const share_paid = market.tables.paid[contracts.service[c]];
    double const spared = delivered_units(given.used.undercut) / whole_price * share_paid;
    double const used = delivered_units(given.used.quarter_days) * share_paid;
    return {full_price_units(used, scale) - spared,
            full_price_units(used + delivered_units(given.held), scale) - spared};
}

Pence pay_bill(Market& market, Week const& week, ContractBill const& bill)
{
    Pence paid = 0;
    PartsOfHeld held(bill.given.held);
    for_each_buyer(market, week, bill,
                   [&](Buyer const& buyer)
                   {
                       paid += pay_part(market, bill, buyer);
                       count_void(market, week, bill, buyer, held.next(buyer.share));
                   });
    return paid;
}

} // namespace caremarket
