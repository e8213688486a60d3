#pragma once

#include "runners/progress.hpp"
#include "runners/sweep_run.hpp"
#include "runners/thread_allocation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// `caremarket sweep plan`: a sweep file to a folder that holds what is to be run.
struct SweepPlanRequest
{
    std::string sweep = {}; ///< name or file
    std::string folder = {};
    int threads = 1;       ///< for which the time is told
    bool has_pilot = true; ///< a few runs are timed
    std::vector<std::string> words = {};
};

/// `caremarket sweep run`: runs what is missing of a planned sweep, or of a shard.
struct SweepRunRequest
{
    std::string folder = {};
    std::string shard = {}; ///< see shard_of
    ThreadCount threads = {};
    OnError on_error = OnError::skip;
    std::optional<ProgressStyle> progress = {}; ///< nothing: as fits standard error
    std::vector<std::string> words = {};
};

/// `caremarket sweep status`: how far it is.
struct SweepStatusRequest
{
    std::string folder = {};
    bool is_json = false;
};

/// `caremarket sweep collect`: all parts to one results file.
struct SweepCollectRequest
{
    std::string folder = {};
    std::string output = {};
    bool writes_over = false;
    bool takes_missing = false;            ///< runs that are missing are marked so
    std::vector<std::string> metrics = {}; ///< names of those that go into the file; empty: all
    std::vector<double> quantiles = {};    ///< to which replicates are reduced, from 0 to 1; empty: every run is kept
};

/// \return the exit code. \throws WrongUse, ResultsFileError
[[nodiscard]] int sweep_plan(SweepPlanRequest const& request);
[[nodiscard]] int sweep_run(SweepRunRequest const& request);
[[nodiscard]] int sweep_status(SweepStatusRequest const& request);
[[nodiscard]] int sweep_collect(SweepCollectRequest const& request);

} // namespace caremarket
