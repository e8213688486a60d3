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

/// People of one block: in care, waiting, or leaving this week. One column each; a slot whose key is 0 is empty.
struct People
{
    std::vector<EntityKey> key;
    std::vector<float> stay_left;         // [1] Exp(1) threshold less the hazard lived through
    std::vector<std::uint8_t> hazard_row; // of Tables::hazards; `no_hazard` for who has an end date, and empty slots
    std::vector<std::int16_t> need_since; // [week] the first lived through whole
    std::vector<std::uint16_t> weeks_waiting; // since care was last lost or first sought
    std::vector<Service> service;             // in which a place is held or sought
    std::vector<Service> assessed;            // which the need was assessed for
    std::vector<AgeBand> band;
    std::vector<Funding> funding;
    std::vector<Source> source;
    std::vector<std::uint8_t> taste;
    std::vector<std::uint8_t> chooses;            // council people: chooses for themselves within the limit
    std::vector<std::uint8_t> has_direct_payment; // council people: buys with the council's money
    std::vector<std::uint8_t> owns_home;          // council people in homes: counts as theirs when the disregard ends
    std::vector<std::uint8_t> is_displaced;       // lost their provider and have not found another
    std::vector<std::uint8_t> is_temporary;
    std::vector<std::uint8_t> first_day; // first day of this week with care
    std::vector<std::uint8_t> last_day;  // first day of this week without; `stays_on` while the stay goes on
    std::vector<Quarters> need;          // [quarters of a unit per week] commissioned
    std::vector<Quarters> assessed_need; // [quarters of a unit of the assessed service per week]
    std::vector<double> price;           // [GBP/unit] of the placement, family's and NHS's part apart
    std::vector<double> charge;          // [GBP/week] assessed on income, council people
    std::vector<double> capital;         // [GBP] self-funders: above the upper limit; council people: above the lower
    std::vector<double> income;          // [GBP/week] self-funders: put to the cost before capital
    std::vector<std::int32_t> counted;   // [week] in which `capital` was true
    std::vector<std::int32_t> runs_out;  // [week] in which capital is spent, or a package given back ends; or `never`
    std::vector<double> family_adds;     // [GBP/week] most a family would add to the council's price
    std::vector<double> top_up;          // [GBP/week] what is added, by family or from a person's own money
    std::vector<StandingWeek> stands;    // the whole week that `standing` counts for the person
    std::vector<ProviderId> provider;    // no_provider: waiting
    std::vector<ContractId> contract;    // no_contract: bought on the spot, or not by the council
    std::vector<PersonSlot> free_slots;
    std::vector<PersonSlot> seeking;      // who waits, in no order; may hold some who do no longer, see drop_settled
    std::vector<PersonSlot> leaving;      // who leaves this week
    std::vector<PersonSlot> changed;      // whose week does not stand as it is
    std::vector<std::uint8_t> is_changed; // in `changed`; a slot's place in the list outlives who had it
    StandingCare standing;

    [[nodiscard]] PersonSlot size() const { return static_cast<PersonSlot>(key.size()); }
    [[nodiscard]] bool is_empty(PersonSlot p) const { return key[p].value == 0; }
    [[nodiscard]] bool is_waiting(PersonSlot p) const { return key[p].value != 0 && provider[p] == no_provider; }
    [[nodiscard]] bool is_in_care(PersonSlot p) const { return key[p].value != 0 && provider[p] != no_provider; }
    /// In care and not leaving this week.
    [[nodiscard]] bool is_staying(PersonSlot p) const { return is_in_care(p) && last_day[p] == stays_on; }

    /// A slot for a newcomer, reused if one is free; its columns hold defaults.
    [[nodiscard]] PersonSlot take_slot();
    void give_back(PersonSlot p);

    /// The need ends as the assessed service's hazards say.
    void expose(PersonSlot p) { hazard_row[p] = hazard_row_of(assessed[p]); }
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
        last_day[p] = day;
        leaving.push_back(p);
        restate(p);
    }

    /// To be called when anything changes that a person's week of care depends on: provider, contract, volume, price,
    /// charge, who pays, or that the week is not whole.
    void restate(PersonSlot p)
    {
        if (stands[p].provider != no_provider)
        {
            standing.remove(stands[p]);
            stands[p] = {};
        }
        if (is_changed[p] == 0)
        {
            is_changed[p] = 1;
            changed.push_back(p);
        }
    }
};

} // namespace caremarket
