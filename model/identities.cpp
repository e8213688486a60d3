#include "model/identities.hpp"

#include "model/placement_price.hpp"

#include <algorithm>
#include <stdexcept>

namespace caremarket
{

namespace
{

class Findings
{
public:
    void expect(bool holds, std::string const& sentence)
    {
        if (!holds)
            sentences_.push_back(sentence);
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(sentences_); }

private:
    std::vector<std::string> sentences_;
};

/// What the people of all blocks add up to, by provider and contract.
struct Held
{
    std::vector<Quarters> occupied, council_spot, direct_payment, self_funded, nhs_spot, on_contracts; // by provider
    std::vector<Quarters> contract_used;                                                               // by contract
    std::vector<std::int64_t> contract_undercut;                                                       // by contract
};

Held held_by_people(Market const& market)
{
    std::size_t const providers = market.providers.key.size();
    Held held;
    for (auto* column : {&held.occupied, &held.council_spot, &held.direct_payment, &held.self_funded, &held.nhs_spot,
                         &held.on_contracts})
        column->assign(providers, 0);
    held.contract_used.assign(static_cast<std::size_t>(market.contracts.size()), 0);
    held.contract_undercut.assign(held.contract_used.size(), 0);
    for (People const& people : market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (!people.is_in_care(p) || people[p].last_day != stays_on)
                continue; // who left this week has freed the place already
            auto const provider = static_cast<std::size_t>(people.provider[p]);
            Quarters const need = people[p].need;
            held.occupied[provider] += need;
            if (people.contract[p] != no_contract)
            {
                held.on_contracts[provider] += need;
                auto const c = static_cast<std::size_t>(people.contract[p]);
                held.contract_used[c] += need;
                held.contract_undercut[c] += std::int64_t{need} * people[p].undercut;
            }
            else if (people[p].funding == Funding::council)
                held.council_spot[provider] += need;
            else if (people[p].funding == Funding::self_funder)
                held.self_funded[provider] += need;
            else if (people[p].funding == Funding::nhs)
                held.nhs_spot[provider] += need;
            if (people[p].funding == Funding::council && people[p].has_direct_payment)
                held.direct_payment[provider] += need;
        }
    return held;
}

void check_providers(Market const& market, Held const& held, Findings& findings)
{
    Providers const& all = market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
    {
        std::string const who = "provider in slot " + std::to_string(p);
        findings.expect(all.occupied[p] == held.occupied[p], who + ": occupied volume is not the sum over its people");
        findings.expect(all.council_spot[p] == held.council_spot[p],
                        who + ": council spot volume is not the sum over its people");
        findings.expect(all.direct_payment[p] == held.direct_payment[p],
                        who + ": volume bought with direct payments is not the sum over its people");
        findings.expect(all.self_funded[p] == held.self_funded[p],
                        who + ": self-funded volume is not the sum over its people");
        findings.expect(all.nhs_spot[p] == held.nhs_spot[p],
                        who + ": volume that the NHS buys itself is not the sum over its people");
        findings.expect(all.contract_used[p] == held.on_contracts[p],
                        who + ": block volume is not the sum over its people");
        findings.expect(all.staff[p] >= 0.0 && all.capacity[p] >= 0, who + ": negative staff or capacity");
        findings.expect(all.key[p].value == 0 || all.wage[p] >= market.world.wage_floor - 1e-9,
                        who + ": wage under the floor of the date");
    }
}

/// Whoever's week is counted as standing is counted as it would be worked out today; everybody else in care is listed
/// as changed; and the sums are the sums.
void check_standing_care(Market const& market, Findings& findings)
{
    for (People const& people : market.people)
    {
        StandingCare sums;
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            std::string const who = "person in slot " + std::to_string(p);
            bool const is_counted = people[p].stands.provider != no_provider;
            if (is_counted)
                sums.add(people[p].stands);
            findings.expect(!is_counted ||
                                (people.is_staying(p) && people[p].stands == standing_week(market, people, p)),
                            who + ": is paid for at a price of the past");
            findings.expect(is_counted || !people.is_staying(p) || people.is_changed[p] != 0,
                            who + ": is in care and not paid for");
        }
        for (std::size_t p = 0; p < std::max(sums.provider_count(), people.standing.provider_count()); ++p)
        {
            static CareAmounts const nothing{};
            auto const in = [p](StandingCare const& care) -> CareAmounts const&
            { return p < care.provider_count() ? care.with(p) : nothing; };
            findings.expect(in(sums) == in(people.standing), "standing care is not the sum over people");
        }
    }
}

void check_who_waits(Market const& market, Findings& findings)
{
    for (People const& people : market.people)
    {
        std::vector<std::uint8_t> times_listed(people.size(), 0);
        for (PersonSlot const p : people.seeking)
            ++times_listed[p];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            std::string const who = "person in slot " + std::to_string(p);
            findings.expect(times_listed[p] <= 1 && (times_listed[p] == 1 || !people.is_waiting(p)),
                            who + ": waits and is not listed once as seeking");
            bool const has_end_date = people[p].is_temporary != 0 && people[p].service == people[p].assessed &&
                                      (people.provider[p] != no_provider || people[p].is_displaced != 0);
            findings.expect((people.hazard_row[p] == no_hazard) == (people.is_empty(p) || has_end_date),
                            who + ": has an end date and a hazard, or neither");
        }
    }
}

void check_contracts(Market const& market, Held const& held, Findings& findings)
{
    Contracts const& contracts = market.contracts;
    std::vector<Quarters> guaranteed(market.providers.key.size(), 0);
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract))
            continue;
        std::string const which = "contract in slot " + std::to_string(c);
        findings.expect(contracts.used[c] == held.contract_used[c], which + ": use is not the sum over its people");
        findings.expect(contracts.undercut[c] == held.contract_undercut[c],
                        which + ": what is spared is not the sum over its people");
        findings.expect(contracts.kind[c] != Channel::block || contracts.used[c] <= contracts.guaranteed[c],
                        which + ": used beyond its guarantee");
        if (contracts.is_in_force[c])
            guaranteed[static_cast<std::size_t>(contracts.provider[c])] += contracts.guaranteed[c];
    }
    for (std::size_t p = 0; p < guaranteed.size(); ++p)
        findings.expect(guaranteed[p] == market.providers.guaranteed[p],
                        "provider in slot " + std::to_string(p) + ": guarantee is not the sum over its contracts");
}

void check_keys(Market const& market, Findings& findings)
{
    std::vector<EntityKey> keys;
    for (People const& people : market.people)
        for (Person const& person : people.persons)
            if (person.key.value != 0)
                keys.push_back(person.key);
    for (EntityKey const key : market.providers.key)
        if (key.value != 0)
            keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    findings.expect(std::adjacent_find(keys.begin(), keys.end()) == keys.end(), "two entities share a key");
}

void check_money(Market const& market, Findings& findings)
{
    for (std::size_t month = 0; month < 2; ++month)
        findings.expect(market.books.sum_posted(month) == 0, "money paid is not money received");
    for (LabourMarket const& labour : market.labour)
        findings.expect(labour.job_seekers >= 0.0, "negative number of job seekers");
}

} // namespace

std::vector<std::string> broken_identities(Market const& market)
{
    Findings findings;
    Held const held = held_by_people(market);
    check_providers(market, held, findings);
    check_standing_care(market, findings);
    check_who_waits(market, findings);
    check_contracts(market, held, findings);
    check_keys(market, findings);
    check_money(market, findings);
    return findings.take();
}

void check_identities([[maybe_unused]] Market const& market)
{
#if defined(CAREMARKET_CHECK_IDENTITIES) && CAREMARKET_CHECK_IDENTITIES
    std::vector<std::string> const broken = broken_identities(market);
    if (!broken.empty())
        throw std::logic_error("a market identity is broken: " + broken.front());
#endif
}

} // namespace caremarket
