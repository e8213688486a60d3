#include "runners/shard.hpp"

#include "runners/exit_code.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace caremarket
{

namespace
{

/// How an engine numbers the tasks of an array.
struct Engine
{
    char const* index;
    char const* first; ///< number of the first task; null: they are counted on from anywhere, without gaps
    char const* count; ///< how many there are; null: it does not say
    char const* last;  ///< number of the last; null: it does not say
    char const* step;  ///< between numbers; null: 1
};

constexpr Engine engines[] = {
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MAX",
     "SLURM_ARRAY_TASK_STEP"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", nullptr, "AWS_BATCH_JOB_ARRAY_SIZE", nullptr, nullptr},
    {"JOB_COMPLETION_INDEX", nullptr, nullptr, nullptr, nullptr},
    {"PBS_ARRAY_INDEX", nullptr, nullptr, nullptr, nullptr},
    {"SGE_TASK_ID", "SGE_TASK_FIRST", nullptr, "SGE_TASK_LAST", "SGE_TASK_STEPSIZE"},
};

std::optional<std::size_t> number_of(char const* variable, Environment const& environment)
{
    if (variable == nullptr)
        return std::nullopt;
    auto const text = environment(variable);
    return text ? whole_number_in<std::size_t>(*text) : std::nullopt;
}

std::optional<std::size_t> shards_of(Engine const& engine, Environment const& environment)
{
    auto const told = number_of(engine.count, environment);
    auto const last = number_of(engine.last, environment);
    auto const first = number_of(engine.first, environment);
    std::size_t const step = std::max<std::size_t>(number_of(engine.step, environment).value_or(1), 1);
    if (!last || !first || *last < *first)
        return told;
    std::size_t const counted = (*last - *first) / step + 1;
    if (told && *told != counted) // 3 and 7 alone: a part of an array, of which nobody says how many it had
        throw WrongUse(
            fmt::format("{}: the tasks from {} to {} are not {} in equal steps: say --shard K/N, or --shard /N "
                        "if they number all N",
                        engine.index, *first, *last, *told));
    return counted;
}

/// The engine that started this process as one of many, if any did: it says so by a number.
Engine const* engine_in(Environment const& environment)
{
    for (Engine const& engine : engines)
        if (number_of(engine.index, environment))
            return &engine;
    return nullptr;
}

/// Where numbers may have gaps they are counted from the first. Else any `count` numbers in a row are as good as any
/// others, wherever they begin.
Shard shard_by(Engine const& engine, std::size_t count, Environment const& environment)
{
    std::size_t const first = number_of(engine.first, environment).value_or(0);
    std::size_t const step = std::max<std::size_t>(number_of(engine.step, environment).value_or(1), 1);
    std::size_t const number = *number_of(engine.index, environment);
    std::size_t const index = step > 1 && number >= first ? (number - first) / step : number;
    return {.index = index % count, .count = count, .from = engine.index};
}

Shard given_shard(std::string_view text, std::string_view index, std::string_view count)
{
    auto const k = whole_number_in<std::size_t>(index), n = whole_number_in<std::size_t>(count);
    if (!k || !n || *n == 0 || *k < 1 || *k > *n)
        throw WrongUse(fmt::format("--shard {}: must be K/N with K from 1 to N, like 3/16; or /N where the batch "
                                   "system numbers its tasks",
                                   in_quotes(text)));
    return {.index = *k - 1, .count = *n, .from = "--shard"};
}

} // namespace

Shard shard_of(std::string_view shard, Environment const& environment)
{
    auto const slash = shard.find('/');
    if (!shard.empty() && slash != 0)
        return given_shard(shard, shard.substr(0, slash), slash == shard.npos ? "" : shard.substr(slash + 1));
    Engine const* const engine = engine_in(environment);
    if (shard.empty())
    {
        if (engine == nullptr)
            return {};
        auto const count = shards_of(*engine, environment);
        if (!count || *count == 0)
            throw WrongUse(fmt::format("{} is set, but not how many tasks there are: say --shard /N", engine->index));
        return shard_by(*engine, *count, environment);
    }
    auto const count = whole_number_in<std::size_t>(shard.substr(1));
    if (!count || *count == 0)
        return given_shard(shard, "", "");
    if (engine == nullptr)
        throw WrongUse(fmt::format("--shard {}: no batch system has numbered this process: say K/N", shard));
    return shard_by(*engine, *count, environment);
}

std::optional<std::string> environment_of_process(char const* variable)
{
    char const* const text = std::getenv(variable);
    return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

} // namespace caremarket
