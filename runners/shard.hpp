#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// Every `count`-th of the things to do, from number `index` on: what one of many processes does of a sweep.
struct Shard
{
    std::size_t index = 0, count = 1; ///< index < count
    std::string from = {};            ///< what said so: "--shard", "SLURM_ARRAY_TASK_ID"; empty: nobody, it is all

    [[nodiscard]] bool has(std::size_t number) const { return number % count == index; }
};

/// What the environment says of a variable; nothing if it is not set.
using Environment = std::function<std::optional<std::string>(char const*)>;

/// \param shard "K/N" with K from 1 to N; or "/N", K as the engine that started this process numbers it; or empty: the
///     engine's numbers both, as Slurm, AWS Batch and Grid Engine give them, or all
/// Engines: Slurm, Kubernetes (indexed jobs), AWS Batch, PBS, Grid Engine.
/// \throws WrongUse when it cannot be told which shard is meant
[[nodiscard]] Shard shard_of(std::string_view shard, Environment const& environment);

/// The environment of this process.
[[nodiscard]] std::optional<std::string> environment_of_process(char const* variable);

} // namespace caremarket
