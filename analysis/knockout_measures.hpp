#pragma once

#include "model/enum_array.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <string_view>

/// What is looked at of a run when mechanisms of the model are taken out: a handful of numbers, so that records need not
/// be kept.
namespace caremarket
{

enum class KnockoutMeasure : std::uint8_t
{
    cost,            ///< what care costs the council over the run [GBP]; see council_cost
    weeks_waited,    ///< of people whose care began, on average
    weeks_waiting,   ///< of all people, a year [person-week]
    occupancy,       ///< of care homes, average of months
    placement_price, ///< of new council placements in care homes [GBP/bed-week]
    closed,          ///< providers, a year
    turnover         ///< of care staff [share/year]
};
template <>
struct NamesOf<KnockoutMeasure>
{
    static constexpr std::array<std::string_view, 7> names{
        "cost",  "weeks_waited", "person_weeks_waiting", "care_home_occupancy", "new_placement_price_in_care_homes",
        "exits", "turnover"};
};

/// How a measure is spoken of.
struct MeasureWords
{
    std::string_view head;          ///< of its column
    std::string_view unit;          ///< of its level
    std::string_view meaning;       ///< in a sentence
    bool changes_in_points = false; ///< a share: its change is told in percentage points, all others in per cent
};
[[nodiscard]] MeasureWords const& words_of(KnockoutMeasure measure);

/// The measures of one run; NaN where there is nothing to divide by.
using RunMeasures = EnumArray<KnockoutMeasure, double>;

/// \pre the record is of whole years
[[nodiscard]] RunMeasures measures_of(Record const& record);

/// Those of a run that failed: all NaN.
[[nodiscard]] RunMeasures unknown_measures();

} // namespace caremarket
