#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace caremarket
{

/// The samples of a sweep: the same experiment once more for every row of a design. Without factors there is no such
/// axis, and one experiment.
struct SampleAxis
{
    std::string design;    ///< its kind: "sobol", "grid" …
    std::size_t group = 1; ///< samples next to each other that go together: a base point of Saltelli, a walk of Morris
    std::vector<std::string> factors;             ///< paths, as `--set` has them
    std::vector<std::vector<std::string>> values; ///< [sample][factor], as `--set` takes them
    std::vector<std::vector<double>> points;      ///< [sample][factor] in the unit cube; empty: the design has none
    std::vector<std::string> units = {};          ///< by factor; of choices "1". Empty: not known, in older files
    std::vector<std::string> meanings = {};       ///< by factor, a line each. Empty: not known, in older files

    [[nodiscard]] bool is_there() const { return !factors.empty(); }
    [[nodiscard]] std::size_t count() const { return is_there() ? values.size() : 1; }
    friend bool operator==(SampleAxis const&, SampleAxis const&) = default;
};

} // namespace caremarket
