#pragma once

#include "analysis/parts_plan.hpp"
#include "runners/work_folder.hpp"
#include "scenarios/experiment.hpp"

#include <cstdint>
#include <filesystem>

namespace caremarket
{

/// What a run may do about what it finds in its place.
enum class IfThere : std::uint8_t
{
    refuse,
    resume, ///< go on with the same inputs
    force   ///< start over
};

/// How a run begins.
enum class RunStart : std::uint8_t
{
    anew,         ///< with an empty work folder
    go_on,        ///< with the parts that are there
    already_there ///< the results file is finished and holds just this
};

/// Judges what is there under the output's name and in its work folder. Writes nothing.
/// \throws WrongUse, with what to do, when the run must not begin
[[nodiscard]] RunStart run_start(std::filesystem::path const& output, WorkFolder const& folder, Plan const& plan,
                                 LoadedExperiment const& loaded, IfThere if_there);

} // namespace caremarket
