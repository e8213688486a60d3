#include "analysis/leftover_files.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace caremarket;
using namespace std::chrono_literals;

namespace
{

/// Process 7 of the machine "here" is alive.
OtherWriters const made_up{.machine = "here", .is_alive = [](int process) { return process == 7; }};

} // namespace

TEST_CASE("Left over is what a process of this machine that is gone was writing")
{
    CHECK(is_left_over("a.part.h5.tmp-here.8-0", 0s, made_up));
    CHECK_FALSE(is_left_over("a.part.h5.tmp-here.7-0", 0s, made_up));
    CHECK_FALSE(is_left_over("a.part.h5.tmp-there.8-0", 1h, made_up)); // nobody here can tell
    CHECK_FALSE(is_left_over("a.part.h5", 1000h, made_up));
}

TEST_CASE("What a writer elsewhere did not write to for a day is left over; who is alive here may go on")
{
    CHECK(is_left_over("a.part.h5.tmp-there.8-0", 24h, made_up));
    CHECK_FALSE(is_left_over("a.part.h5.tmp-here.7-0", 240h, made_up));
    CHECK(is_left_over("a.part.h5.tmp-12345-0", 25h, made_up)); // of a version that did not name the machine
    CHECK_FALSE(is_left_over("a.part.h5.tmp-12345-0", 23h, made_up));
    for (char const* const odd : {"a.tmp-", "a.tmp-here.", "a.tmp-here.x-0", "a.tmp-here.-8-0", "a.tmp-here.8"})
        CHECK_FALSE(is_left_over(odd, 0s, made_up));
}

TEST_CASE("A file being written by this process is named so that nobody takes it for left over")
{
    TemporaryFolder const folder;
    TemporaryFile file(folder / "a.part.h5");
    std::string const name = file.path().filename().string();
    CHECK_FALSE(is_left_over(name, 0s, other_writers()));
    CHECK(is_left_over(name, 0s, {.machine = name_of_machine(), .is_alive = [](int) { return false; }}));
    auto const any = [](std::string_view) { return true; };
    CHECK(remove_leftovers(folder / ".", any) == 0);
    CHECK(std::filesystem::exists(file.path()));
    file.commit();
}

TEST_CASE("Only what is asked for is removed, and a folder that is not there has nothing left over")
{
    TemporaryFolder const folder;
    for (char const* const name :
         {"a.part.h5.tmp-here.8-0", "b.part.h5.tmp-here.7-0", "mine.tmp-here.8-0", "a.part.h5"})
        std::ofstream(folder / name) << "x";
    auto const is_part = [](std::string_view name) { return name.ends_with(".part.h5"); };
    CHECK(remove_leftovers(folder / ".", is_part, made_up) == 1);
    CHECK_FALSE(std::filesystem::exists(folder / "a.part.h5.tmp-here.8-0"));
    CHECK(std::filesystem::exists(folder / "b.part.h5.tmp-here.7-0"));
    CHECK(std::filesystem::exists(folder / "mine.tmp-here.8-0"));
    CHECK(remove_leftovers(folder / "nowhere", is_part, made_up) == 0);
}
