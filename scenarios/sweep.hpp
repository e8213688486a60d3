#pragma once

#include "scenarios/design.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/input_text.hpp"
#include "scenarios/library.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/record_options.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// An experiment that is run once more for every row of a design. Plain value, checked: setting a row cannot fail.
struct Sweep
{
    std::string name; ///< of the file, without folder and ending
    std::string title;
    std::string description;
    std::string file;        ///< as messages call it
    LoadedExperiment loaded; ///< with the sweep's own years, replicates, outlooks and strategies; no row set
    Design design;
    std::optional<int> replicates; ///< of the sweep file; `loaded.experiment.replicates` holds in any case
    RecordOptions record{RecordPeriod::year, RecordSpace::place};
    std::vector<DesignRow> rows;  ///< [sample][factor]
    std::vector<InputText> files; ///< every file read, the experiment's among them, sorted by name
};

/// Reads a sweep, the experiment it names and its design, and checks every row. Of rows that are wrong the first ten
/// are told.
/// \param name_or_path of the library, or a file: ends in `.toml` or holds a `/`
[[nodiscard]] Loaded<Sweep> load_sweep(Library const& library, std::string_view name_or_path);

/// The experiment with the values of a row set; their origins say which row. Its `files` stay empty: they are the sweep's.
/// \pre sample < sweep.rows.size()
[[nodiscard]] LoadedExperiment loaded_sample(Sweep const& sweep, std::size_t sample);

/// Samples × outlooks × strategies × replicates.
[[nodiscard]] std::size_t run_count(Sweep const& sweep);

/// What will be run, in English, a line each: design, every factor with its range, how it is recorded.
[[nodiscard]] std::vector<std::string> plan_in_words(Sweep const& sweep);

} // namespace caremarket
