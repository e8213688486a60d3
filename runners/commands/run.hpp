#pragma once

#include "runners/experiment_plan.hpp"
#include "runners/progress.hpp"
#include "runners/run_start.hpp"

#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// `caremarket run`: an experiment to its results file.
struct RunRequest
{
    std::string experiment = {};                        ///< name or file
    std::string output = {};                            ///< empty: NAME.h5 in the current folder
    std::vector<std::string> strategies = {};           ///< only these, names or files, and the baseline; empty: all
    std::vector<std::string> outlooks = {};             ///< only these; empty: all
    std::vector<std::string> set = {};                  ///< path=value; see scenarios/overrides.hpp
    std::string replicates = {}, years = {}, seed = {}; ///< as written; empty: the file's
    RecordOptions record = {};
    IfThere if_there = IfThere::refuse;
    bool keeps_events = false;
    int threads = 1;
    std::string threads_from = {};              ///< what said so, if not the user or the machine; see ThreadCount
    std::optional<ProgressStyle> progress = {}; ///< nothing: as fits standard error
    std::vector<std::string> words = {};        ///< of the command line
};

/// \return the exit code. \throws WrongUse, ResultsFileError
[[nodiscard]] int run(RunRequest const& request);

} // namespace caremarket
