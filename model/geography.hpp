#pragma once

#include "model/ids.hpp"
#include "model/inputs/place.hpp"

#include <vector>

namespace caremarket
{

/// A locality within reach of another.
struct Reachable
{
    LocalityId locality = 0;
    double minutes = 0; // [min] along the shortest path; 0 to itself
};

/// Shortest journeys between localities and the market areas they make. Market areas overlap.
class Geography
{
public:
    Geography() = default;

    /// \param limit longest journey within a market area [min]
    Geography(Place const& place, double limit);

    /// Localities within the limit, itself included, in order of their ids.
    [[nodiscard]] std::vector<Reachable> const& market_area(LocalityId locality) const { return areas_[locality]; }

    /// Shortest journey between two localities [min]; 0 to itself.
    [[nodiscard]] double minutes(std::size_t from, std::size_t to) const { return minutes_[from][to]; }

private:
    std::vector<std::vector<Reachable>> areas_;
    std::vector<std::vector<double>> minutes_;
};

} // namespace caremarket
