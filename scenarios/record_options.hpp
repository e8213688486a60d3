#pragma once

#include "model/enum_array.hpp"

#include <array>
#include <cstdint>
#include <string_view>

/// How finely a run's results are kept: chosen by whoever asks, on the command line or in a sweep file.
namespace caremarket
{

/// How finely time is recorded.
enum class RecordPeriod : std::uint8_t
{
    month,
    quarter,
    year ///< financial year
};
template <>
struct NamesOf<RecordPeriod>
{
    static constexpr std::array<std::string_view, 3> names{"month", "quarter", "year"};
};

/// How finely the ground is recorded.
enum class RecordSpace : std::uint8_t
{
    locality,
    place ///< all localities together
};
template <>
struct NamesOf<RecordSpace>
{
    static constexpr std::array<std::string_view, 2> names{"locality", "place"};
};

/// How finely results are recorded.
struct RecordOptions
{
    RecordPeriod period = RecordPeriod::month;
    RecordSpace space = RecordSpace::locality;

    friend bool operator==(RecordOptions, RecordOptions) = default;
};

} // namespace caremarket
