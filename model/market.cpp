#include "model/market.hpp"

namespace caremarket
{

namespace
{

/// Appends a default element to every column, or resets one slot of every column.
template <class... Columns>
void append(Columns&... columns)
{
    (columns.emplace_back(), ...);
}

template <class... Columns>
void reset(std::size_t slot, Columns&... columns)
{
    ((columns[slot] = {}), ...);
}

} // namespace

PersonSlot People::take_slot()
{
    PersonSlot slot = 0;
    if (free_slots.empty())
    {
        slot = size();
        append(persons, stay_left, hazard_row, need_since, provider, contract, is_changed);
    }
    else
    {
        slot = free_slots.back();
        free_slots.pop_back();
        reset(slot, persons, stay_left, hazard_row, need_since);
    }
    provider[slot] = no_provider;
    contract[slot] = no_contract;
    return slot;
}

void People::give_back(PersonSlot p)
{
    persons[p].key = {};
    hazard_row[p] = no_hazard;
    provider[p] = no_provider;
    contract[p] = no_contract;
    free_slots.push_back(p);
}

ProviderId Providers::take_slot()
{
    auto& p = *this;
    auto const with_all = [&p](auto act)
    {
        act(p.key, p.service, p.locality, p.sector, p.group, p.size, p.efficiency, p.overhead, p.wage, p.staff, p.posts,
            p.turnover, p.guaranteed_hours, p.office_shared, p.idle_cost, p.agency_share, p.travel, p.next_leaver,
            p.leavers, p.left, p.quit_pay, p.quit_guaranteed, p.quit_rate, p.pay_appeal, p.appeal, p.capacity,
            p.occupied, p.council_spot, p.direct_payment, p.self_funded, p.nhs_spot, p.guaranteed, p.contract_used,
            p.occupancy, p.self_funder_starts, p.began_self_funded, p.list_price, p.quote, p.risk_charge, p.growth_left,
            p.reservation, p.liking, p.quality, p.quality_level, p.rating, p.is_rated, p.inspection_left, p.inspections,
            p.retirement_left, p.quarters_unviable, p.times_inadequate, p.months_below_cost, p.extension,
            p.extension_opens, p.income, p.cost, p.margin, p.weekly_cost, p.earned_elsewhere, p.income_elsewhere,
            p.quarter_days_elsewhere, p.quarter_days, p.told_price, p.told_in, p.known_as, p.barred_until, p.pay_lift,
            p.living_wage_part, p.hours_floor);
    };
    // Slots of providers that closed are not reused: their accounts stay in the books, which must go on balancing.
    with_all([](auto&... columns) { append(columns...); });
    group.back() = no_group;
    extension_opens.back() = never;
    barred_until.back() = -never;
    return size_of_columns() - 1;
}

void Providers::count(std::size_t p, Bill bill, Quarters change)
{
    occupied[p] += change;
    if (is_contracts(bill))
        contract_used[p] += change;
    else if (is_councils(bill))
        council_spot[p] += change;
    if (bill == Bill::direct_payment)
        direct_payment[p] += change;
    else if (bill == Bill::self_funder)
        self_funded[p] += change;
    else if (bill == Bill::nhs)
        nhs_spot[p] += change;
}

ContractId Contracts::take_slot()
{
    auto& c = *this;
    auto const with_all = [&c](auto act)
    {
        act(c.key, c.commissioner, c.service, c.locality, c.provider, c.kind, c.score, c.guaranteed, c.used, c.undercut,
            c.price, c.full_until, c.withheld, c.months_below_cost, c.is_handed_back, c.begins, c.ends, c.is_in_force,
            c.terms, c.next_break, c.provider_leaves, c.being_built, c.lot, c.alliance, c.oversight);
    };
    for (ContractId slot = 0; slot < size(); ++slot)
        if (is_empty(slot))
        {
            with_all([slot](auto&... columns) { reset(static_cast<std::size_t>(slot), columns...); });
            return slot;
        }
    with_all([](auto&... columns) { append(columns...); });
    return size() - 1;
}

} // namespace caremarket
