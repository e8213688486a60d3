#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace caremarket
{

/// Hazards by age, in rows: what somebody whose row is `r` lives through in one step at age `a` (in steps) stands at
/// `r * ages + min(a, ages - 1)`. Row 0 is for empty slots and for whoever no hazard acts upon: all zero.
struct HazardTable
{
    std::vector<float> hazard; // [1] per step
    std::int32_t ages = 1;     // columns of a row

    [[nodiscard]] float at(std::uint8_t row, std::int32_t age) const
    {
        std::int32_t const column = age < ages ? age : ages - 1;
        return hazard[static_cast<std::size_t>(row) * static_cast<std::size_t>(ages) +
                      static_cast<std::size_t>(column)];
    }
};

/// One step of hazard for everybody, without a random number: each has an Exp(1) threshold drawn on arrival, and leaves
/// in the step in which what is left of it is lived through. Who leaves keeps what was left, for the time within the
/// step, and is appended to `ended` in order of slots.
/// \param left [1] threshold less the hazard lived through
/// \param row of the table, by slot
/// \param since step in which age 0 was \pre now - since >= 0 wherever row is not 0
/// \param length [1] of this step, relative to the table's
void sweep_hazards(std::span<float> left, std::span<std::uint8_t const> row, std::span<std::int16_t const> since,
                   std::int32_t now, HazardTable const& table, float length, std::vector<std::uint32_t>& ended);

/// The same, one slot after another: what the vector code is held to.
void sweep_hazards_one_by_one(std::span<float> left, std::span<std::uint8_t const> row,
                              std::span<std::int16_t const> since, std::int32_t now, HazardTable const& table,
                              float length, std::vector<std::uint32_t>& ended);

} // namespace caremarket
