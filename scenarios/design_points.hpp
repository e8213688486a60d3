#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Points of the unit cube at which a sweep looks, one coordinate a factor: what a design is before its factors have
/// ranges.
namespace caremarket
{

using UnitPoint = std::vector<double>; ///< [factor], each from 0 to 1

/// Every factor's range is cut into `count` equal parts and each part is met once. A column depends on seed, `count` and
/// the factor's name alone: a factor more leaves the others' columns as they are; another `count` is another design.
[[nodiscard]] std::vector<UnitPoint> latin_hypercube(std::vector<std::string> const& factors, std::size_t count,
                                                     std::uint64_t seed);

/// The first points of the Sobol sequence (Boost.Random; direction numbers of Joe and Kuo 2008), the origin left out. More
/// points begin with the same ones; a factor added behind the others leaves their columns as they are.
/// \param skipped points of the sequence that are passed over first, besides the origin
/// Source: Sobol 1967; Joe and Kuo 2008.
[[nodiscard]] std::vector<UnitPoint> sobol_points(std::size_t factors, std::size_t count, std::size_t skipped = 0);

/// For indices by variance: for each of `count` base points A and B from a Sobol sequence of twice the dimensions, A,
/// then for every factor A with that factor from B, then B: factors + 2 points, next to each other. More base points
/// begin with the same ones. The sequence begins at its 1,024th point: in the first ones A and B are alike in many a
/// factor, which would waste runs.
/// Source: Saltelli and others 2010, table 2.
[[nodiscard]] std::vector<UnitPoint> saltelli_points(std::size_t factors, std::size_t count);

/// For elementary effects: walks of factors + 1 points on a grid of `levels`, each step of which changes one factor by
/// levels / (2 (levels - 1)). A walk depends on seed and its number alone.
/// \pre levels is even and at least 2
/// Source: Morris 1991.
[[nodiscard]] std::vector<UnitPoint> morris_walks(std::vector<std::string> const& factors, std::size_t walks,
                                                  std::size_t levels, std::uint64_t seed);

} // namespace caremarket
