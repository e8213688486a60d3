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

bool ends_with_its_provider(Decision const& line)
{
    return line.reason == Reason::provider_closed;
}

bool ends_a_contract(Decision const& line)
{
    return line.kind == DecisionKind::leaves_contract || line.kind == DecisionKind::contract_ends;
}

} // namespace

void Register::add(Market const& market)
{
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& in_block = market.people[block];
        for (PersonSlot p = 0; p < in_block.size(); ++p)
            if (!in_block.is_empty(p))
                people[in_block.key[p]] = {block, in_block.service[p], in_block.funding[p]};
    }
    Contracts const& all = market.contracts;
    for (ContractId contract = 0; contract < all.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract); !all.is_empty(contract))
            contracts[all.key[c]] = {all.locality[c], all.service[c]};
}

Bookkeeper::Bookkeeper(Register const& who, std::vector<Decision> const& opening) : who_(who)
{
    for (Decision const& line : opening)
        apply(line);
}

void Bookkeeper::apply(Decision const& line)
{
    switch (line.kind)
    {
    case DecisionKind::care_begins:
        placements_[line.subject] = {
            .price = line.amount, .quarters = std::llround(line.quantity * 4.0), .from = line.day};
        break;
    case DecisionKind::charge_assessed: placements_.at(line.subject).charge = line.amount; break;
    case DecisionKind::price_changed: placements_.at(line.subject).price = line.amount; break;
    case DecisionKind::joins_contract: placements_.at(line.subject).contract = line.object; break;
    case DecisionKind::leaves_contract:
        if (auto const found = placements_.find(line.subject); found != placements_.end())
        {
            found->second.contract = {};
            found->second.price = line.amount;
        }
        break;
    case DecisionKind::care_ends: placements_.at(line.subject).until = line.day; break;
    case DecisionKind::contract_begins:
        contracts_[line.subject] = {line.amount, std::llround(line.quantity * 4.0)};
        break;
    case DecisionKind::contract_price: contracts_.at(line.subject).price = line.amount; break;
    case DecisionKind::contract_ends: contracts_.erase(line.subject); break;
    default: break;
    }
}

void Bookkeeper::pay_week(Week const& week, std::vector<Decision> const& lines)
{
    auto const apply_those = [&](auto&& chosen)
    {
        for (Decision const& line : lines)
            if (chosen(line))
                apply(line);
    };
    // What happened before care was given, in the order of the day: prices of 1 April, contracts that end, contracts
    // that begin, who is placed and who joins them, who will leave. Then the week; then the contracts of who closed.
    apply_those([](Decision const& l)
                { return l.kind == DecisionKind::price_changed || l.kind == DecisionKind::contract_price; });
    apply_those([](Decision const& l) { return ends_a_contract(l) && !ends_with_its_provider(l); });
    apply_those([](Decision const& l)
                { return l.kind == DecisionKind::contract_begins || l.kind == DecisionKind::care_begins; });
    apply_those([](Decision const& l)
                { return l.kind == DecisionKind::joins_contract || l.kind == DecisionKind::charge_assessed; });
    apply_those([](Decision const& l) { return l.kind == DecisionKind::care_ends; });
    used_.clear();
    pay_for_people(week);
    pay_contracts(week, lines);
    apply_those([](Decision const& l) { return ends_a_contract(l) && ends_with_its_provider(l); });
    std::erase_if(placements_, [](auto const& entry) { return entry.second.until >= 0; });
    for (auto& [key, placement] : placements_)
        placement.from = 0;
}

void Bookkeeper::post(Week const& week, Recorded what, Service service, Channel channel, std::size_t locality,
                      double pounds)
{
    ++payments_;
    Pence const total = pence_of(pounds);
    std::int32_t in_first = 0; // days of the week in the month of its first day, counted one by one
    int const month = month_index(week.first);
    for (std::int32_t day = 0; day < week.days; ++day)
        in_first += month_index(week.first + std::chrono::days{day}) == month;
    Pence const first = in_first == week.days ? total : total * in_first / week.days;
    money_[{month, what, service, channel, locality}] += first;
    if (in_first < week.days)
        money_[{month + 1, what, service, channel, locality}] += total - first;
}

void Bookkeeper::pay_for_people(Week const& week)
{
    for (auto const& [key, placement] : placements_)
    {
        std::int32_t const until = placement.until < 0 ? week.days : placement.until;
        std::int32_t const days = until - placement.from;
        if (days <= 0)
            continue;
        Register::Person const& person = who_.people.at(key);
        bool const is_block = placement.contract.value != 0;
        std::int64_t const quarter_days = placement.quarters * days;
        double const price = is_block ? contracts_.at(placement.contract).price : placement.price;
        double const cost = price * units_of(quarter_days);
        auto const post_here = [&](Recorded what, Channel channel, double pounds)
        { post(week, what, person.service, channel, person.locality, pounds); };
        if (person.funding == Funding::self_funder)
            post_here(Recorded::self_funder_spend, Channel::block, cost);
        else if (person.funding == Funding::other)
            post_here(Recorded::other_buyer_spend, Channel::block, cost);
        else
        {
            if (is_block)
                used_[placement.contract] += quarter_days;
            else
                post_here(Recorded::gross_spend, Channel::spot, cost);
            post_here(Recorded::client_contributions, Channel::block, std::min(placement.charge * days / 7.0, cost));
        }
    }
}

void Bookkeeper::pay_contracts(Week const& week, std::vector<Decision> const& lines)
{
    std::map<EntityKey, std::int64_t> held; // [quarters × days]
    for (Decision const& line : lines)
        if (line.kind == DecisionKind::places_held)
            held[line.subject] += std::llround(line.quantity * 28.0);
    for (auto const& [key, terms] : contracts_)
    {
        Register::Contract const& contract = who_.contracts.at(key);
        auto const pay = [&](Recorded what, std::int64_t quarter_days) {
            post(week, what, contract.service, Channel::block, contract.locality, terms.price * units_of(quarter_days));
        };
        if (used_[key] > 0)
            pay(Recorded::gross_spend, used_[key]);
        if (held[key] > std::max<std::int64_t>(0, terms.guaranteed * week.days - used_[key]))
            complaints_.push_back("week " + std::to_string(week.number) + ": voids paid beyond the guarantee");
        if (held[key] > 0)
        {
            ++voids_;
            pay(Recorded::gross_spend, held[key]);
            pay(Recorded::void_spend, held[key]);
        }
    }
    for (auto const& [key, quarter_days] : held)
        if (!contracts_.contains(key))
            complaints_.push_back("week " + std::to_string(week.number) + ": voids paid under no contract in force");
}

} // namespace caremarket::tests
