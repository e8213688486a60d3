#pragma once

#include "model/calendar.hpp"
#include "model/decisions.hpp"
#include "model/matching.hpp"
#include "model/money.hpp"
#include "model/standing_care.hpp"

#include <cstdint>
#include <utility>
#include <vector>

/// What a week works with. It stands in `Market` only so that no week has to allocate it anew.
namespace caremarket
{

/// Care one provider gave to people of one block in a part of a week, or in a longer one: besides what stands.
struct CareGiven
{
    CareAmounts week;
    EnumArray<Bill, Quarters> freed; // by who left
};

/// Volume that somebody who left frees on a contract.
struct FreedVolume
{
    ContractId contract = no_contract;
    Quarters need = 0;
    Undercut undercut = 0;
};

/// What the week's people left in one block, merged after the blocks are done, and room to work in.
struct BlockScratch
{
    Notebook notebook;
    std::vector<CareGiven> given;            // by provider
    std::vector<ProviderId> gave;            // whose `given` is not empty
    std::vector<std::uint8_t> is_given;      // by provider: in `gave`
    std::vector<ContractCare> contract_care; // by contract, besides what stands
    std::vector<FreedVolume> freed_contract; // by who left
    std::vector<Event> met;                  // of this week, about people, for all blocks together
    std::vector<EntityKey> reabled;          // who began reablement this week
    std::int32_t with_technology = 0;        // people at home, this week
    std::int32_t with_family = 0;            // people at home whose families do more, this week
    std::int64_t refused_by_people = 0;      // offers, this week
    std::int64_t declined_by_providers = 0;  // people, this week
    std::vector<PersonSlot> found;           // of searches, until the next
    std::vector<PersonSlot> changed;         // people looked at by delivery
    std::vector<Scored> scored;
    std::vector<ProviderId> within_reach; // of one service
    std::vector<WithinReach> seen;        // by provider: of those within reach
    std::vector<Seeker> seekers;
    std::vector<Proposal> proposals;
    std::vector<ContractId> turns; // of seekers who go down a list in an order of their own

    CareGiven& given_by(ProviderId provider)
    {
        auto const p = static_cast<std::size_t>(provider);
        if (is_given[p] == 0)
        {
            is_given[p] = 1;
            gave.push_back(provider);
        }
        return given[p];
    }
};

/// What one contract's provider gave in a week.
struct ContractWeek
{
    ContractCare used;
    std::int64_t held = 0; // [quarters × days] guaranteed, not used, and kept free
};

/// What the delivery of a week works with; it stands in `Market` only so that no week has to allocate it anew.
struct Delivery
{
    std::vector<ContractId> in_force;
    std::vector<std::int64_t> free;                // by provider [quarters × days]
    std::vector<ContractWeek> weeks;               // by contract
    std::vector<Pence> income_before, cost_before; // by provider
};

} // namespace caremarket
