#include "runners/shard.hpp"

#include "runners/exit_code.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace caremarket;
using Catch::Matchers::Contains;

namespace
{

Environment with(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](char const* name) -> std::optional<std::string>
    {
        auto const found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

std::size_t index_by(std::string_view shard, std::map<std::string, std::string> variables)
{
    return shard_of(shard, with(std::move(variables))).index;
}

/// Whether tasks with these numbers do everything between them, each something else.
void check_cover(char const* variable, std::vector<std::string> const& numbers, std::string_view shard,
                 std::map<std::string, std::string> const& others = {})
{
    INFO(variable);
    std::set<std::size_t> indices;
    for (std::string const& number : numbers)
    {
        auto variables = others;
        variables[variable] = number;
        Shard const found = shard_of(shard, with(variables));
        CHECK(found.count == numbers.size());
        CHECK(found.from == variable);
        indices.insert(found.index);
    }
    CHECK(indices.size() == numbers.size());
}

} // namespace

TEST_CASE("Without anybody's word a sweep is one shard")
{
    Shard const all = shard_of("", with({}));
    CHECK(all.count == 1);
    CHECK(all.from.empty());
    CHECK(all.has(0));
    CHECK(all.has(17));
}

TEST_CASE("K of N is counted from one")
{
    Shard const third = shard_of("3/16", with({{"SLURM_ARRAY_TASK_ID", "7"}}));
    CHECK(third.index == 2);
    CHECK(third.count == 16);
    CHECK(third.from == "--shard");
    CHECK(third.has(18));
    CHECK_FALSE(third.has(3));
    for (char const* const wrong : {"0/4", "5/4", "x/4", "3", "3/", "1/0", "-1/4", "/x", "/0"})
        CHECK_THROWS_AS(shard_of(wrong, with({{"PBS_ARRAY_INDEX", "1"}})), WrongUse);
}

TEST_CASE("Tasks of a batch system's array share the sweep, wherever their numbers begin")
{
    check_cover("SLURM_ARRAY_TASK_ID", {"0", "1", "2"}, "",
                {{"SLURM_ARRAY_TASK_COUNT", "3"}, {"SLURM_ARRAY_TASK_MIN", "0"}});
    check_cover("SLURM_ARRAY_TASK_ID", {"10", "12", "14"}, "",
                {{"SLURM_ARRAY_TASK_COUNT", "3"}, {"SLURM_ARRAY_TASK_MIN", "10"}, {"SLURM_ARRAY_TASK_STEP", "2"}});
    check_cover("AWS_BATCH_JOB_ARRAY_INDEX", {"0", "1"}, "", {{"AWS_BATCH_JOB_ARRAY_SIZE", "2"}});
    check_cover("SGE_TASK_ID", {"1", "3", "5"}, "",
                {{"SGE_TASK_FIRST", "1"}, {"SGE_TASK_LAST", "5"}, {"SGE_TASK_STEPSIZE", "2"}});
    check_cover("JOB_COMPLETION_INDEX", {"0", "1", "2", "3"}, "/4");
    check_cover("PBS_ARRAY_INDEX", {"1", "2", "3"}, "/3");
    CHECK(index_by("", {{"SGE_TASK_ID", "undefined"}}) == 0); // what Grid Engine says outside an array
}

TEST_CASE("Tasks taken out of an array are no array of their own")
{
    std::map<std::string, std::string> const two{{"SLURM_ARRAY_TASK_ID", "7"},
                                                 {"SLURM_ARRAY_TASK_COUNT", "2"},
                                                 {"SLURM_ARRAY_TASK_MIN", "3"},
                                                 {"SLURM_ARRAY_TASK_MAX", "7"},
                                                 {"SLURM_ARRAY_TASK_STEP", "1"}};
    CHECK_THROWS_WITH(shard_of("", with(two)), Contains("not 2 in equal steps"));
    CHECK(index_by("/16", two) == 7);
}

TEST_CASE("Where a batch system does not say how many tasks there are, the user is asked to")
{
    CHECK_THROWS_WITH(shard_of("", with({{"PBS_ARRAY_INDEX", "3"}})), Contains("--shard /N"));
    CHECK_THROWS_WITH(shard_of("/4", with({})), Contains("no batch system"));
}
