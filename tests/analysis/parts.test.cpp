#include "analysis/parts.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace caremarket;

namespace
{

Part a_part()
{
    Plan const plan = sample_plan();
    return sample_part(plan, planned_parts(plan)[0]);
}

template <class Act>
std::string message_of(Act act)
{
    try
    {
        act();
        return "no error";
    }
    catch (std::exception const& error)
    {
        return error.what();
    }
}

/// The message of the error that `act` ends with in a process whose files may not grow beyond `bytes`, and of what
/// happens when it tries again once they may.
template <class Act>
std::string error_with_files_limited_to(rlim_t bytes, Act act)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    pid_t const child = ::fork();
    if (child == 0)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{bytes, RLIM_INFINITY}, no_limit{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::string message = message_of(act);
        ::setrlimit(RLIMIT_FSIZE, &no_limit);
        message += "; then: " + message_of(act);
        ssize_t const sent = ::write(ends[1], message.data(), message.size());
        ::_exit(sent == static_cast<ssize_t>(message.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    char text[4096];
    ssize_t const length = ::read(ends[0], text, sizeof text);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    return {text, static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

std::size_t files_in(std::filesystem::path const& folder)
{
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

} // namespace

TEST_CASE("A part reads back to the same bits")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Part part = a_part();
    part.runs[0].record.set(Recorded::starts, 3, 1, 0.1); // no multiple of a power of two
    part.runs[1] = {.record = {}, .failure = "week 3: £ fell below 0"};
    store.write(part);

    PartRead const read = store.read(part.key);
    INFO(read.problem);
    REQUIRE(read.part);
    CHECK(*read.part == part);
    CHECK(store.has(part.key, part.shape));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("The name of a part depends on its runs alone")
{
    PartStore const store("folder");
    PartKey const key{.cell_hash = "ab12", .first_replicate = 30, .count = 10};
    CHECK(store.path_of(key) == "folder/ab12-from30-count10.part.h5");
}

TEST_CASE("A part that is not there is a problem, not an error")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    PartKey const key{.cell_hash = "ab12", .first_replicate = 0, .count = 10};
    CHECK_FALSE(store.has(key, {.periods = 12, .localities = 1}));
    CHECK_THAT(store.read(key).problem, Catch::Contains("ab12-from0") && Catch::Contains("No such file"));
}

TEST_CASE("A part cut short anywhere is recognised")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Part const part = a_part();
    store.write(part);
    auto const path = store.path_of(part.key);
    std::string const whole = read_whole_file(path);
    for (std::size_t twentieth = 0; twentieth < 20; ++twentieth)
    {
        std::ofstream(path, std::ios::binary) << whole.substr(0, whole.size() * twentieth / 20);
        INFO(twentieth);
        CHECK_FALSE(store.has(part.key, part.shape));
        CHECK_FALSE(store.read(part.key).problem.empty());
    }
    std::ofstream(path, std::ios::binary) << whole.substr(0, whole.size() - 1);
    CHECK_FALSE(store.has(part.key, part.shape));
}

TEST_CASE("A part with a flipped bit is recognised, wherever it is")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Part const part = a_part();
    store.write(part);
    auto const path = store.path_of(part.key);
    std::string const whole = read_whole_file(path);

    for (std::size_t at = 0; at < whole.size(); at += 997)
    {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        std::ofstream(path, std::ios::binary) << damaged;
        INFO("byte " << at);
        CHECK_THAT(store.read(part.key).problem, Catch::Contains("checksum"));
    }
}

TEST_CASE("A part under the name of another is recognised")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Part const part = a_part();
    store.write(part);
    PartKey other = part.key;
    other.first_replicate = 2;
    std::filesystem::rename(store.path_of(part.key), store.path_of(other));
    CHECK_THAT(store.read(other).problem, Catch::Contains("other runs"));
}

TEST_CASE("Parts are written by several threads at once")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Plan const plan = sample_plan();
    auto const parts = planned_parts(plan);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 4; ++t)
            threads.emplace_back(
                [&]
                {
                    for (PlannedPart const& planned : parts) // all of them: two writers of a part do no harm
                        store.write(sample_part(plan, planned));
                });
    }
    for (PlannedPart const& planned : parts)
        CHECK(store.read(planned.key).part == sample_part(plan, planned));
    CHECK(files_in(folder.path()) == parts.size());
}

TEST_CASE("A full disk is told with the path and the reason, leaves nothing behind, and can be got over")
{
    TemporaryFolder const folder;
    PartStore const store(folder.path());
    Part const part = a_part();
    std::string const message = error_with_files_limited_to(10'000,
                                                            [&]
                                                            {
                                                                store.write(part);
                                                                CHECK(store.has(part.key, part.shape));
                                                            });
    CHECK_THAT(message,
               Catch::Contains(store.path_of(part.key).string()) && Catch::Contains("File too large; then: no error"));
    CHECK(files_in(folder.path()) == 1); // of the second try
}

TEST_CASE("A folder that is not there is told with the reason")
{
    PartStore const store("/nowhere/at/all");
    CHECK_THROWS_WITH(store.write(a_part()), Catch::Contains("/nowhere/at/all") && Catch::Contains("No such file"));
}

TEST_CASE("A disk that fills up while results are assembled is told with the reason, and can be got over")
{
    TemporaryFolder const folder;
    Plan const plan = sample_plan();
    PartStore const store(folder.path());
    write_sample_parts(plan, store);
    std::size_t const before = files_in(folder.path());
    for (rlim_t const bytes : {0UL, 1'000UL, 20'000UL, 150'000UL, 300'000UL})
    {
        std::string const message = error_with_files_limited_to(bytes, [&] { assemble(plan, store, folder / "r.h5"); });
        INFO(bytes);
        CHECK_THAT(message, Catch::Contains("r.h5") && Catch::Contains("File too large; then: no error"));
        CHECK(files_in(folder.path()) == before + 1); // of the second try
        std::filesystem::remove(folder / "r.h5");
    }
}
