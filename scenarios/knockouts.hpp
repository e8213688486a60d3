#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/library.hpp"
#include "scenarios/position.hpp"
#include "scenarios/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The mechanisms of the model and what takes each of them out: the rows of `knockouts.toml` of a library.
namespace caremarket
{

/// A row: something the model does, and the changes of inputs after which it no longer does it.
struct Mechanism
{
    /// `behaviour.all.risk_aversion=0`, `place.supply.*.nursing.capacity *= 1 - place.nursing.self_funder_share`
    struct Change
    {
        std::string text;
        Position at = {};
        friend bool operator==(Change const&, Change const&) = default;
    };

    std::string name;       ///< "fear-of-failing"
    std::string meaning;    ///< what is removed, or to what it is moved, in one line
    bool is_removed = true; ///< false: it is moved over its range, and still there
    std::vector<Change> changes;
    std::string file = {}; ///< where it stands, for messages
    Position at = {};

    friend bool operator==(Mechanism const&, Mechanism const&) = default;
};

/// The mechanisms in a text, in its order. \param file name to show in problems
[[nodiscard]] Loaded<std::vector<Mechanism>> mechanisms_in(std::string_view text, std::string_view file);

/// Those of the library: of the first root that has a file `knockouts.toml`.
[[nodiscard]] Loaded<std::vector<Mechanism>> mechanisms_of(Library const& library);

/// These of the mechanisms, in their own order; none named: all.
[[nodiscard]] Loaded<std::vector<Mechanism>> with_names(std::vector<Mechanism> mechanisms,
                                                        std::vector<std::string> const& names);

/// The experiment with the changes of a mechanism made. Problems, of a path that does not exist or a value out of range,
/// are told where the change stands, under the mechanism's name.
[[nodiscard]] Loaded<LoadedExperiment> without(LoadedExperiment const& full, Mechanism const& mechanism);

} // namespace caremarket
