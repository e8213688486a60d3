#pragma once

#include "model/entity_key.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/lots.hpp"
#include "model/oversight.hpp"
#include "model/rules/sliding_scale.hpp"
#include "model/terms.hpp"

#include <cstdint>
#include <vector>

namespace caremarket
{

/// Contracts in force or awarded. A slot whose key is 0 is empty.
struct Contracts
{
    std::vector<EntityKey> key;
    std::vector<CommissionerId> commissioner;
    std::vector<Service> service;
    std::vector<LocalityId> locality; // where its provider stands
    std::vector<Lot> lot;             // whom it serves, and who pays
    std::vector<ProviderId> provider;
    std::vector<Channel> kind;                   // block, core or framework
    std::vector<double> score;                   // [1] by which it was chosen: frameworks are called in this order
    std::vector<Quarters> guaranteed;            // under a framework mostly 0
    std::vector<Quarters> being_built;           // that it will guarantee besides when its places have been built
    std::vector<Quarters> used;                  // by people on it; beyond the guarantee only under core and framework
    std::vector<std::int64_t> undercut;          // sum of its people's volume × Undercut
    std::vector<double> price;                   // [GBP/unit]
    std::vector<Quarters> full_until;            // volume up to which the full price is paid
    std::vector<double> withheld;                // [share] of the price this quarter, for want of outcome
    std::vector<std::uint8_t> months_below_cost; // in a row, as its provider sees it
    std::vector<std::uint8_t> is_handed_back; // its provider has given notice, or the council for want of performance
    std::vector<std::int32_t> begins;         // week
    std::vector<std::int32_t> ends;           // week
    std::vector<std::uint8_t> is_in_force;
    std::vector<std::int32_t> next_break;      // week in which either side may leave next, if the terms let it
    std::vector<std::uint8_t> provider_leaves; // at a break, and so signs no extension
    std::vector<Terms> terms;
    std::vector<EntityKey> alliance;  // what was let to it together with others; {}: it is in no alliance
    std::vector<Oversight> oversight; // how it stands with the council that manages it

    /// Volume up to which the full price is paid, of a guarantee.
    void set_full_until(ContractId contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        full_until[c] = static_cast<Quarters>(terms[c].full_share * guaranteed[c]);
    }
    /// Locality of its lot as whose somebody living in a block is paid for: theirs; that of its provider where they came
    /// under it from one it does not serve.
    [[nodiscard]] LocalityId served_as(ContractId contract, std::size_t block) const
    {
        auto const c = static_cast<std::size_t>(contract);
        auto const lives = static_cast<LocalityId>(block);
        return lot[c].serves(lives) ? lives : locality[c];
    }
    /// Part of its price that is paid, after what is withheld for want of outcome and as a sanction [share].
    [[nodiscard]] double share_paid(ContractId contract) const
    {
        auto const c = static_cast<std::size_t>(contract);
        return (1.0 - withheld[c]) * (1.0 - oversight[c].sanction);
    }
    /// What a unit at the full price is paid now [GBP/unit].
    [[nodiscard]] double pays(ContractId contract) const
    {
        return price[static_cast<std::size_t>(contract)] * share_paid(contract);
    }
    /// It is in force, nobody has given notice, and the council places people under it.
    [[nodiscard]] bool takes_people(ContractId contract) const
    {
        auto const c = static_cast<std::size_t>(contract);
        return !is_empty(contract) && is_in_force[c] != 0 && is_handed_back[c] == 0 && !oversight[c].is_suspended;
    }
    /// Volume joins the contract, or leaves it if negative, on whatever terms was agreed for the person.
    void count(ContractId contract, Quarters change, Undercut of_person)
    {
        auto const c = static_cast<std::size_t>(contract);
        used[c] += change;
        undercut[c] += std::int64_t{change} * of_person;
    }
    /// What a placement under it is paid [GBP/unit].
    [[nodiscard]] double price_for(ContractId contract, Undercut of_person) const
    {
        return price[static_cast<std::size_t>(contract)] * (1.0 - of_person / whole_price);
    }
    /// Units a week that the council is spared by what people's placements are below the price.
    [[nodiscard]] double units_spared(ContractId contract) const
    {
        return static_cast<double>(undercut[static_cast<std::size_t>(contract)]) / (quarters_in_a_unit * whole_price);
    }
    /// How its price falls with volume.
    [[nodiscard]] SlidingScale scale(ContractId contract) const
    {
        auto const c = static_cast<std::size_t>(contract);
        return {units(full_until[c]), terms[c].discount};
    }

    /// Price of a further unit, when so much is used already [GBP/unit].
    [[nodiscard]] double price_beyond(ContractId contract, Quarters used_already) const
    {
        auto const c = static_cast<std::size_t>(contract);
        return used_already < full_until[c] ? price[c] : price[c] * (1.0 - terms[c].discount);
    }

    [[nodiscard]] ContractId size() const { return static_cast<ContractId>(key.size()); }
    [[nodiscard]] bool is_empty(ContractId c) const { return key[static_cast<std::size_t>(c)].value == 0; }
    [[nodiscard]] ContractId take_slot();
    void give_back(ContractId c) { key[static_cast<std::size_t>(c)] = {}; }
};

} // namespace caremarket
