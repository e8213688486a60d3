#pragma once

#include "model/engine/hazard_sweep.hpp"
#include "model/entity_key.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/standing_care.hpp"

#include <cstdint>
#include <vector>

namespace caremarket
{

inline constexpr std::uint8_t stays_on = 255; ///< People::last_day of who does not leave this week
/// Rows of Tables::hazards.
inline constexpr std::uint8_t no_hazard = 0;
[[nodiscard]] constexpr std::uint8_t hazard_row_of(Service service)
{
    return static_cast<std::uint8_t>(1 + index_of(service));
}

inline constexpr std::int32_t never = INT32_MAX; ///< a week that does not come

/// Somebody who needs care.
struct Person
{
    EntityKey key{};    // 0: an empty slot
    Service service{};  // in which a place is held or sought
    Service assessed{}; // which the need was assessed for
    AgeBand band{};
    Funding funding{};
    Source source{};
    std::uint8_t taste = 0;
    bool chooses = false;            // council people: chooses for themselves within the limit
    bool has_direct_payment = false; // council people: buys with the council's money
    bool owns_home = false;          // council people in homes: counts as theirs when the disregard ends
    bool is_displaced = false;       // lost their provider and have not found another
    bool is_temporary = false;
    bool goes_home = false;          // leaves an interim bed to seek what the need was assessed for
    bool has_paid = false;           // council people: paid for themselves until their capital was spent
    bool is_apart = false;           // neither in care nor looking for it: is reabled, or manages without
    bool has_technology = false;     // at home, with telecare
    bool needs_home = false;         // leaves homecare to seek a care home: the family cannot go on
    std::uint8_t first_day = 0;      // first day of this week with care
    std::uint8_t last_day = 0;       // first day of this week without; `stays_on` while the stay goes on
    std::uint16_t weeks_waiting = 0; // since care was last lost or first sought
    Quarters need = 0;               // [quarters of a unit per week] commissioned
    Quarters assessed_need = 0;      // [quarters of a unit of the assessed service per week]
    Quarters family_care = 0;        // [quarters of an hour a week] of it that the family was asked to take on
    double price = 0;                // [GBP/unit] of the placement, family's and NHS's part apart
    Undercut undercut = 0;           // on a contract: how far below its price this placement is paid
    double charge = 0;               // [GBP/week] assessed on income, council people
    double capital = 0;              // [GBP] self-funders: above the upper limit; council people: above the lower
    double income = 0;               // [GBP/week] self-funders: put to the cost before capital
    double family_adds = 0;          // [GBP/week] most a family would add to the council's price
    double top_up = 0;               // [GBP/week] what is added, by family or from a person's own money
    std::int32_t counted = 0;        // [week] in which `capital` was true
    std::int32_t runs_out = never;   // [week] in which capital is spent, or a package given back ends; or `never`
    StandingWeek stands{};           // the whole week that `standing` counts for the person
};

/// Somebody in homecare whose family does part of it, or who has technology.
struct HomeSupport
{
    EntityKey person{}; // whoever acts checks that the key is still there
    PersonSlot slot = 0;
    float strength = 0.0F; // [1] the family's Exp(1) threshold less the strain it has borne
};

/// People of one block: in care, waiting, apart from both, or leaving this week. What is looked at for everybody at once stands in
/// columns; the rest of a person stands together, for it is needed together when something happens to them.
struct People
{
    std::vector<Person> persons;
    std::vector<float> stay_left;         // [1] Exp(1) threshold less the hazard lived through
    std::vector<std::uint8_t> hazard_row; // of Tables::hazards; `no_hazard` for who has an end date, and empty slots
    std::vector<std::int16_t> need_since; // [week] the first lived through whole
    std::vector<ProviderId> provider;     // no_provider: waiting
    std::vector<ContractId> contract;     // no_contract: bought on the spot, or not by the council
    std::vector<PersonSlot> free_slots;
    std::vector<PersonSlot> seeking;      // who waits, in no order; may hold some who do no longer, see drop_settled
    std::vector<PersonSlot> leaving;      // who leaves this week
    std::vector<PersonSlot> changed;      // whose week does not stand as it is
    std::vector<std::uint8_t> is_changed; // in `changed`; a slot's place in the list outlives who had it
    std::vector<HomeSupport> supported;   // at home by family or technology, in order of beginning
    StandingCare standing;

    [[nodiscard]] Person& operator[](PersonSlot p) { return persons[p]; }
    [[nodiscard]] Person const& operator[](PersonSlot p) const { return persons[p]; }
    [[nodiscard]] PersonSlot size() const { return static_cast<PersonSlot>(persons.size()); }
    [[nodiscard]] bool is_empty(PersonSlot p) const { return persons[p].key.value == 0; }
    [[nodiscard]] bool is_waiting(PersonSlot p) const
    {
        return provider[p] == no_provider && !is_empty(p) && !persons[p].is_apart;
    }
    [[nodiscard]] bool is_in_care(PersonSlot p) const { return provider[p] != no_provider && !is_empty(p); }
    /// In care and not leaving this week.
    [[nodiscard]] bool is_staying(PersonSlot p) const { return is_in_care(p) && persons[p].last_day == stays_on; }

    /// A slot for a newcomer, reused if one is free; its columns hold defaults.
    [[nodiscard]] PersonSlot take_slot();
    void give_back(PersonSlot p);

    /// The need ends as the assessed service's hazards say.
    void expose(PersonSlot p) { hazard_row[p] = hazard_row_of(persons[p].assessed); }
    /// The person has no provider.
    void seek(PersonSlot p)
    {
        provider[p] = no_provider;
        seeking.push_back(p);
    }
    /// Takes those off `seeking` who wait no longer. To be called before anybody can seek again from the same slot.
    void drop_settled()
    {
        std::erase_if(seeking, [this](PersonSlot p) { return !is_waiting(p); });
    }
    /// The person leaves care on a day of this week.
    void leave(PersonSlot p, std::uint8_t day)
    {
        persons[p].last_day = day;
        leaving.push_back(p);
        restate(p);
    }

    /// To be called when anything changes that a person's week of care depends on: provider, contract, volume, price,
    /// charge, who pays, or that the week is not whole.
    void restate(PersonSlot p)
    {
        if (persons[p].stands.provider != no_provider)
        {
            standing.remove(persons[p].stands);
            persons[p].stands = {};
        }
        if (is_changed[p] == 0)
        {
            is_changed[p] = 1;
            changed.push_back(p);
        }
    }
};

} // namespace caremarket
