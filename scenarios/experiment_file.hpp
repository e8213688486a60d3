#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/file_keys.hpp"
#include "scenarios/file_reference.hpp"
#include "scenarios/reading.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// What an experiment's file says, checked as far as it can be without the files it names.
struct ExperimentFile
{
    ResolvedInputs settings; ///< `experiment.years`, `experiment.savings_target.2016/17` …
    Reference place, behaviour;
    std::vector<Reference> outlooks, strategies;
};

/// \param problems what is wrong is appended; then parts of the result may be absent
[[nodiscard]] ExperimentFile experiment_file_in(TomlTable const& toml, FileAt const& file, Problems& problems);

/// Reads those of years, replicates, seed and start that are there; nothing else of `keys`.
/// \param origin of what is read; line and column are filled in
void take_run_settings(FileKeys& keys, Origin origin, ResolvedInputs& settings);
inline constexpr std::string_view run_setting_keys[] = {"start", "years", "replicates", "seed"};

/// The plain value from its settings, with what is missing or unreadable in them.
[[nodiscard]] Loaded<Experiment> experiment_from(ResolvedInputs const& settings, std::string_view file);

} // namespace caremarket
