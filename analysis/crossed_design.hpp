#pragma once

#include "analysis/sample_axis.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// A sweep seen from one of its factors, the lever: what it takes, in every draw of all that is uncertain.
namespace caremarket
{

struct CrossedDesign
{
    std::size_t lever = 0;                         ///< among the factors of the sweep
    std::vector<std::size_t> moved_with = {};      ///< factors whose value follows from that of the lever
    std::vector<std::size_t> uncertain = {};       ///< all others
    std::vector<std::string> values = {};          ///< of the lever: numbers from the least, choices as they first come
    bool are_numbers = true;                       ///< those values
    std::vector<std::vector<std::size_t>> samples; ///< [draw][value]
};

/// The samples of a sweep, sorted out by the values of one factor and the draws of the others.
/// \throws std::invalid_argument when there is no such factor (names the nearest), when it never moves, and when draws lack
///     some of its values, so that its values would be compared in different futures; says what to do
[[nodiscard]] CrossedDesign crossed_design(SampleAxis const& samples, std::string const& factor);

/// The draws alone, a sample each, with the uncertain factors.
[[nodiscard]] SampleAxis draws_of(SampleAxis const& samples, CrossedDesign const& design);

} // namespace caremarket
