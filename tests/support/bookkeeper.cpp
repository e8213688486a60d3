#include "tests/support/bookkeeper.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket::tests
{

namespace
{

double units_of(std::int64_t quarter_days)
{
    return static_cast<double>(quarter_days) / 28.0; // quarters of a unit a week, times days
}

/// Half-even, by hand.
Pence pence_of(double pounds)
{
    double const scaled = pounds * 100.0;
    double const below = std::floor(scaled);
    double const over = scaled - below;
    bool const is_odd = std::fmod(below, 2.0) != 0.0;
    return static_cast<Pence>(over > 0.5 || (over == 0.5 && is_odd) ? below + 1.0 : below);
}

bool is(Decision const& line, DecisionKind kind)
{
    return line.kind == kind;
}

bool ends_a_contract(Decision const& line)
{
    return is(line, DecisionKind::leaves_contract) || is(line, DecisionKind::contract_ends);
}

/// The person lost the place before the week's care was given, and may have found another for it.
bool loses_the_place(Decision const& line)
{
    return is(line, DecisionKind::care_ends) && line.day == 0 &&
           (line.reason == Reason::no_price_agreed || line.reason == Reason::handed_back ||
            line.reason == Reason::decommissioned || line.reason == Reason::transfer ||
            line.reason == Reason::dear_placement);
}

/// Top-ups and charges that come with a change of payer, before anything else in the week.
bool comes_with_a_new_payer(Decision const& line)
{
    return line.reason == Reason::council_rate || line.reason == Reason::topped_up || line.reason == Reason::above_rate;
}

/// Full price up to a volume, less a discount beyond it: in units at the full price.
double at_full_price(double volume, double full_until, double discount)
{
    if (discount <= 0.0 || volume <= full_until)
        return volume;
    return full_until + (volume - full_until) * (1.0 - discount);
}

} // namespace

Terms terms_of(Inputs const& inputs)
{
    Terms terms;
    for (Service const service : all_of<Service>())
    {
        BehaviourService const& b = inputs.behaviour.of[service];
        terms.paid[service] = 1.0 - b.absence * (1.0 - b.retainer);
        terms.sliding_from[service] = inputs.strategies.front().of[service].sliding_from.at({});
    }
    terms.funded_nursing_care = inputs.outlook.all.funded_nursing_care;
    return terms;
}

Bookkeeper::Bookkeeper(Register const& who, Terms terms, std::vector<Decision> const& opening)
    : who_(who), terms_(std::move(terms))
{
    for (Decision const& line : opening)
        apply(line);
}

void Bookkeeper::apply(Decision const& line)
{
    // Lines of the week are put in order by the caller: what they are about is there, or has gone for good.
    auto const with_placement = [&](auto&& act)
    {
        if (auto const found = placements_.find(line.subject); found != placements_.end())
            act(found->second);
    };
    auto const quarters = std::llround(line.quantity * 4.0);
    switch (line.kind)
    {
    case DecisionKind::care_begins:
        placements_[line.subject] = {
            .provider = line.object, .price = line.amount, .quarters = quarters, .from = line.day};
        break;
    case DecisionKind::charge_assessed: with_placement([&](Placement& p) { p.charge = line.amount; }); break;
    case DecisionKind::price_changed: placements_.at(line.subject).price = line.amount; break;
    case DecisionKind::top_up_agreed: with_placement([&](Placement& p) { p.top_up = line.amount; }); break;
    case DecisionKind::package_changes: placements_.at(line.subject).quarters = quarters; break;
    case DecisionKind::payer_changes:
        funding_[line.subject] = line.reason == Reason::disregard_ended ? Funding::self_funder : Funding::council;
        with_placement(
            [&](Placement& p)
            {
                p.price = line.amount;
                p.contract = {};
                p.top_up = 0.0;
            });
        break;
    case DecisionKind::joins_contract:
    {
        Placement& placement = placements_.at(line.subject);
        placement.contract = line.object;
        // Off a list the price is the person's own; under other contracts all share the contract's.
        bool const is_own = who_.contracts.at(line.object).kind == Channel::framework;
        placement.spared = is_own ? std::llround(1e6 * (1.0 - line.amount / contracts_.at(line.object).price)) : 0;
        placement.top_up = 0.0; // the contract's price is the whole price
        people_below_price_ += placement.spared > 0;
        break;
    }
    case DecisionKind::leaves_contract:
        with_placement(
            [&](Placement& p)
            {
                p.contract = {};
                p.price = line.amount;
            });
        break;
    case DecisionKind::care_ends:
        if (line.reason == Reason::no_price_agreed)
            funding_[line.subject] = Funding::council; // whose capital is spent
        if (loses_the_place(line))
            placements_.erase(line.subject);
        else
            placements_.at(line.subject).until = line.day;
        break;
    case DecisionKind::contract_begins: contracts_[line.subject] = {line.amount, quarters}; break;
    case DecisionKind::contract_price: contracts_.at(line.subject).price = line.amount; break;
    case DecisionKind::contract_guarantee: contracts_.at(line.subject).guaranteed = quarters; break;
    case DecisionKind::outcome_judged: contracts_.at(line.subject).share_paid = line.amount; break;
    case DecisionKind::contract_ends: contracts_.erase(line.subject); break;
    default: break;
    }
}

template <class Chosen>
void Bookkeeper::apply_those(std::vector<Decision> const& lines, Chosen chosen)
{
    for (Decision const& line : lines)
        if (chosen(line))
            apply(line);
}

/// What happened before care was given, in the order of the day: who pays, prices of 1 April, contracts that end,
/// contracts that begin, packages reviewed, who is placed and who joins contracts, who will leave.
void Bookkeeper::settle_before_care(std::vector<Decision> const& lines)
{
    using enum DecisionKind;
    apply_those(lines, [](Decision const& l) { return is(l, payer_changes); });
    apply_those(lines, [](Decision const& l)
                { return comes_with_a_new_payer(l) && (is(l, top_up_agreed) || is(l, charge_assessed)); });
    apply_those(lines, [](Decision const& l)
                { return l.reason == Reason::uplift && !is(l, contract_begins) && !ends_a_contract(l); });
    apply_those(lines, [](Decision const& l) { return ends_a_contract(l) && l.day == 0; });
    apply_those(lines, [](Decision const& l) { return loses_the_place(l); });
    apply_those(lines, [](Decision const& l) { return is(l, contract_begins); });
    // Who goes over to another provider has a place with it at once.
    apply_those(lines, [](Decision const& l) { return is(l, care_begins) && l.reason == Reason::transfer; });
    apply_those(lines, [](Decision const& l) { return is(l, charge_assessed) && l.reason == Reason::transfer; });
    apply_those(lines,
                [](Decision const& l)
                {
                    return (is(l, contract_guarantee) && l.day == 0) || (is(l, outcome_judged) && l.day == 0) ||
                           (is(l, joins_contract) && l.reason == Reason::transfer);
                });
    apply_those(lines, [](Decision const& l) { return l.reason == Reason::over_budget; });
    apply_those(lines, [](Decision const& l) { return is(l, price_changed) && l.reason == Reason::dear_placement; });
    apply_those(lines, [](Decision const& l) { return is(l, care_begins) && l.reason != Reason::transfer; });
    apply_those(lines, [](Decision const& l) { return is(l, joins_contract) && l.reason != Reason::transfer; });
    std::map<EntityKey, bool> began;
    for (Decision const& line : lines)
        if (is(line, care_begins))
            began[line.subject] = true;
    apply_those(lines,
                [&](Decision const& l)
                {
                    return began.contains(l.subject) && ((is(l, charge_assessed) && l.reason == Reason::none) ||
                                                         (is(l, top_up_agreed) && l.reason == Reason::topped_up));
                });
    apply_those(lines, [](Decision const& l) { return is(l, care_ends) && !loses_the_place(l); });
}

void Bookkeeper::pay_week(Week const& week, std::vector<Decision> const& lines)
{
    settle_before_care(lines);
    used_.clear();
    pay_for_people(week);
    pay_contracts(week, lines);
    meet_costs(week, lines);
    apply_those(lines,
                [](Decision const& l)
                {
                    return (is(l, DecisionKind::contract_guarantee) || is(l, DecisionKind::outcome_judged)) &&
                           l.day != 0;
                });                                                                         // from the next week on
    apply_those(lines, [](Decision const& l) { return ends_a_contract(l) && l.day != 0; }); // of who closed
    std::erase_if(placements_, [](auto const& entry) { return entry.second.until >= 0; });
    for (auto& [key, placement] : placements_)
        placement.from = 0;
}

void Bookkeeper::post(Week const& week, Recorded what, Service service, Channel channel, std::size_t locality,
                      Pence total)
{
    std::int32_t in_first = 0; // days of the week in the month of its first day, counted one by one
    int const month = month_index(week.first);
    for (std::int32_t day = 0; day < week.days; ++day)
        in_first += month_index(week.first + std::chrono::days{day}) == month;
    Pence const first = in_first == week.days ? total : total * in_first / week.days;
    money_[{month, what, service, channel, locality}] += first;
    if (in_first < week.days)
        money_[{month + 1, what, service, channel, locality}] += total - first;
}

Bill Bookkeeper::bill_of(EntityKey key, Placement const& placement) const
{
    Register::Person const& person = who_.people.at(key);
    auto const changed = funding_.find(key);
    switch (changed == funding_.end() ? person.funding : changed->second)
    {
    case Funding::council: break;
    case Funding::self_funder: return Bill::self_funder;
    case Funding::nhs: return placement.contract.value != 0 ? Bill::nhs_contract : Bill::nhs;
    case Funding::other: return Bill::other_buyer;
    }
    if (placement.contract.value != 0)
        return bill_by(who_.contracts.at(placement.contract).kind);
    if (person.has_direct_payment)
        return Bill::direct_payment;
    return who_.providers.at(placement.provider).is_in_house ? Bill::in_house : Bill::spot;
}

void Bookkeeper::pay_for(Week const& week, EntityKey key, Placement const& placement, std::map<Sum, Pence>& sums)
{
    std::int32_t const days = (placement.until < 0 ? week.days : placement.until) - placement.from;
    if (days <= 0)
        return;
    Register::Person const& person = who_.people.at(key);
    Service const service = who_.providers.at(placement.provider).service;
    Bill const bill = bill_of(key, placement);
    ++weeks_of_care_[bill];
    std::int64_t const quarter_days = placement.quarters * days;
    double const unit_price = placement.contract.value != 0 ? contracts_.at(placement.contract).price *
                                                                  (1.0 - static_cast<double>(placement.spared) / 1e6)
                                                            : placement.price;
    double const cost = unit_price * units_of(quarter_days) * terms_.paid[service];
    double const weeks = days / 7.0;
    auto const due = [&](Recorded what, Channel channel, double pounds) {
        sums[{placement.provider, person.locality, what, channel, bill}] += pence_of(pounds);
    };
    switch (bill)
    {
    case Bill::self_funder: due(Recorded::self_funder_spend, Channel::block, cost); break;
    case Bill::nhs: due(Recorded::nhs_spend, Channel::block, cost); break;
    case Bill::other_buyer: due(Recorded::other_buyer_spend, Channel::block, cost); break;
    case Bill::spot:
    case Bill::direct_payment: due(Recorded::gross_spend, channel_of(bill), cost); break;
    case Bill::in_house: break; // at its cost
    case Bill::block:
    case Bill::core:
    case Bill::framework:
    case Bill::nhs_contract:
    {
        Register::Contract const& contract = who_.contracts.at(placement.contract);
        bool const is_served = contract.lot.serves(static_cast<LocalityId>(person.locality));
        Used& used =
            used_[placement.contract][{is_served ? person.locality : contract.locality, bill == Bill::nhs_contract}];
        used.quarter_days += quarter_days;
        used.spared += quarter_days * placement.spared;
        break;
    }
    }
    if (is_councils(bill))
        due(Recorded::client_contributions, Channel::block, std::min(placement.charge * weeks, cost));
    // These are each one sum for all of a provider's people of a locality.
    auto const besides = [&](Recorded what, double pounds) {
        sums[{placement.provider, person.locality, what, Channel::block, Bill::block}] += pence_of(pounds);
    };
    besides(Recorded::top_ups, placement.top_up * weeks);
    if (service == Service::nursing && bill != Bill::nhs && bill != Bill::nhs_contract)
        besides(Recorded::funded_nursing_care, terms_.funded_nursing_care.at(week.first) * weeks);
}

void Bookkeeper::pay_for_people(Week const& week)
{
    std::map<Sum, Pence> sums;
    for (auto const& [key, placement] : placements_)
        pay_for(week, key, placement, sums);
    for (auto const& [sum, pence] : sums)
    {
        auto const& [provider, locality, what, channel, bill] = sum;
        post(week, what, who_.providers.at(provider).service, channel, locality, pence);
    }
}

/// What the council, or the NHS, pays for the people of one locality, and for its part of the voids: units at the full
/// price.
void Bookkeeper::pay_buyer(Week const& week, Register::Contract const& contract, Contract const& terms,
                           Buyer const& buyer, double units, double voids)
{
    auto const& [locality, is_nhs] = buyer;
    auto const pay = [&](Recorded what, Channel channel, double pounds)
    { post(week, what, contract.service, channel, locality, pence_of(pounds)); };
    double const price = terms.price * terms.share_paid;
    if (units > 0.0)
    {
        double const quarter_days = static_cast<double>(used_[contract.key][buyer].quarter_days);
        bool const is_nursed = is_nhs && contract.service == Service::nursing;
        double const nursing =
            is_nursed ? terms_.funded_nursing_care.at(week.first) * quarter_days / 28.0 * terms_.paid[contract.service]
                      : 0.0;
        pay(is_nhs ? Recorded::nhs_spend : Recorded::gross_spend, is_nhs ? Channel::block : contract.kind,
            price * units + nursing);
    }
    if (voids <= 0.0)
        return;
    if (is_nhs)
        return pay(Recorded::nhs_spend, Channel::block, price * voids);
    pay(Recorded::gross_spend, contract.kind, price * voids);
    pay(Recorded::void_spend, Channel::block, price * voids);
}

void Bookkeeper::pay_contract(Week const& week, EntityKey key, Contract const& terms, std::int64_t held)
{
    Register::Contract const& contract = who_.contracts.at(key);
    std::int64_t const full_quarters =
        static_cast<std::int64_t>(terms_.sliding_from[contract.service] * static_cast<double>(terms.guaranteed));
    double const full_until = static_cast<double>(full_quarters) / 4.0 * week.days / 7.0;
    Used all;
    for (auto const& [buyer, used] : used_[key])
    {
        all.quarter_days += used.quarter_days;
        all.spared += used.spared;
    }
    double const paid_units = units_of(all.quarter_days) * terms_.paid[contract.service];
    double const at_full = at_full_price(paid_units, full_until, contract.discount);
    double const with_held = at_full_price(paid_units + units_of(held), full_until, contract.discount);
    auto const spared = [&](std::int64_t of) { return units_of(of) / 1e6 * terms_.paid[contract.service]; };
    double const sought = contract.lot.sought();
    for (LotPart const& part : contract.lot.parts)
        for (bool const is_nhs : {false, true})
        {
            Buyer const buyer{part.locality, is_nhs};
            Used const& used = used_[key][buyer];
            double const share = (is_nhs ? part.nhs : part.council) / sought;
            double const of_all = all.quarter_days > 0
                                      ? static_cast<double>(used.quarter_days) / static_cast<double>(all.quarter_days)
                                      : 0.0;
            double const units = at_full * of_all - spared(used.spared);
            pay_buyer(week, contract, terms, buyer, units, held > 0 ? (with_held - at_full) * share : 0.0);
        }
    if (held > std::max<std::int64_t>(0, terms.guaranteed * week.days - all.quarter_days))
        complaints_.push_back("week " + std::to_string(week.number) + ": voids paid beyond the guarantee");
    voids_ += held > 0;
}

void Bookkeeper::pay_contracts(Week const& week, std::vector<Decision> const& lines)
{
    std::map<EntityKey, std::int64_t> held; // [quarters × days]
    for (Decision const& line : lines)
        if (is(line, DecisionKind::places_held))
            held[line.subject] += std::llround(line.quantity * 28.0);
    for (auto const& [key, terms] : contracts_)
        pay_contract(week, key, terms, held[key]);
    for (auto const& [key, quarter_days] : held)
        if (!contracts_.contains(key))
            complaints_.push_back("week " + std::to_string(week.number) + ": voids paid under no contract in force");
}

void Bookkeeper::meet_costs(Week const& week, std::vector<Decision> const& lines)
{
    for (Decision const& line : lines)
        if (is(line, DecisionKind::cost_met))
        {
            Register::Provider const& own = who_.providers.at(line.subject);
            post(week, Recorded::gross_spend, own.service, Channel::in_house, own.locality, pence_of(line.amount));
        }
        else if (is(line, DecisionKind::support_paid))
            post(week, Recorded::invest_to_save, Service::homecare, Channel::block, 0, pence_of(line.amount));
}

} // namespace caremarket::tests
