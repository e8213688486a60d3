#pragma once

#include "runners/missing_parts.hpp"
#include "runners/shard.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace caremarket
{

/// What to do when a run fails. What it failed of is kept in any case.
enum class OnError : std::uint8_t
{
    skip,   ///< go on with the others
    finish, ///< finish the samples under way
    stop    ///< finish the replicates under way
};
template <>
struct NamesOf<OnError>
{
    static constexpr std::array<std::string_view, 3> names{"skip", "finish", "stop"};
};

/// How a sweep, or a shard of it, is run.
struct SweepRun
{
    Plan const& plan;
    PartStore const& store;
    Shard const& shard;
    int threads = 1;
    ProgressStyle progress = ProgressStyle::none;
    OnError on_error = OnError::skip;
    std::function<void()> is_alive = {}; ///< called now and then, from many threads; may be empty
};

/// How it ended.
struct SweepEnd
{
    EnsembleEnd end = EnsembleEnd::complete;
    std::size_t runs = 0;   ///< of the shard, those there before included
    std::size_t failed = 0; ///< this time
};

/// The parts of a shard, in the order in which they run, each once, though samples share those on which no factor acts:
/// samples that go together are of one shard.
[[nodiscard]] std::vector<PlannedPart> parts_of_shard(Plan const& plan, Shard const& shard);

/// Runs what is missing of a shard, runs that failed before included, until done or interrupted by a signal that an
/// InterruptionWatch saw. Two processes may run the same shard: what both do is the same.
/// \throws ResultsFileError when a part cannot be written; those written before stay
[[nodiscard]] SweepEnd run_sweep(SweepRun const& how);

} // namespace caremarket
