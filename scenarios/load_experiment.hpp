#pragma once

#include "scenarios/experiment.hpp"

/// The steps of load_experiment, for those who have the file, or its text, already.
namespace caremarket
{

[[nodiscard]] Loaded<LoadedExperiment> load_experiment_file(Library const& library, FileAt const& file);

/// \param file names of other files are relative to it; it need not exist
[[nodiscard]] Loaded<LoadedExperiment> load_experiment_text(Library const& library, FileAt const& file,
                                                            std::string_view text);

/// What files that are sound by themselves do not say together: whether outlooks and strategies have begun by the
/// experiment's start, and whether outlooks know the wages that strategies name.
[[nodiscard]] Problems problems_together(LoadedExperiment const& loaded);

} // namespace caremarket
