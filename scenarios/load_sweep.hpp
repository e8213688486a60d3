#pragma once

#include "scenarios/sweep.hpp"
#include "scenarios/sweep_file.hpp"

/// The steps of load_sweep, for those who have the file, its text or the experiment already.
namespace caremarket
{

[[nodiscard]] Loaded<Sweep> load_sweep_file(Library const& library, FileAt const& file);

/// The sweep that a file states, over an experiment: every factor and row is checked. `files` stay empty.
[[nodiscard]] Loaded<Sweep> sweep_over(LoadedExperiment loaded, SweepFile stated);

} // namespace caremarket
