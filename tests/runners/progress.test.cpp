#include "runners/progress.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <string>

using namespace caremarket;
using namespace std::chrono_literals;

namespace
{

/// What a Progress writes when runs are told to it.
std::string written(ProgressStyle style, std::size_t total, std::size_t done_before,
                    std::vector<std::size_t> const& adds)
{
    std::FILE* const file = std::tmpfile();
    REQUIRE(file != nullptr);
    {
        Progress progress(style, file, total, done_before);
        for (std::size_t const runs : adds)
            progress.add(runs);
    }
    std::rewind(file);
    std::string text(10'000, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    std::fclose(file);
    return text;
}

} // namespace

TEST_CASE("The rate counts what was done this time only")
{
    ProgressFigures const figures{.done = 60, .total = 100, .done_before = 40, .elapsed = 10s};
    CHECK(rate_of(figures) == 2.0);
    CHECK(time_left(figures) == 20s);
    CHECK(progress_sentence(figures) == "60 of 100 runs (60 %), 2.0 a second, about 20 s left");
}

TEST_CASE("Nothing is foretold before the first run is done")
{
    ProgressFigures const figures{.done = 40, .total = 100, .done_before = 40, .elapsed = 10s};
    CHECK_FALSE(rate_of(figures));
    CHECK_FALSE(time_left(figures));
    CHECK(progress_sentence(figures) == "40 of 100 runs (40 %)");
}

TEST_CASE("Progress is complete with the last run and no sooner")
{
    CHECK(progress_sentence({.done = 999, .total = 1000, .done_before = 999, .elapsed = 1s}) ==
          "999 of 1000 runs (99 %)");
    CHECK(progress_sentence({.done = 8, .total = 8, .done_before = 0, .elapsed = 2s}) ==
          "8 of 8 runs (100 %), 4.0 a second");
    CHECK(progress_sentence({.done = 0, .total = 0, .done_before = 0, .elapsed = 0s}) == "0 of 0 runs (100 %)");
}

TEST_CASE("Slow runs are counted by the minute or hour")
{
    CHECK(progress_sentence({.done = 1, .total = 3, .done_before = 0, .elapsed = 30s}) ==
          "1 of 3 runs (33 %), 2.0 a minute, about 60 s left");
    CHECK(progress_sentence({.done = 1, .total = 3, .done_before = 0, .elapsed = 1800s}) ==
          "1 of 3 runs (33 %), 2.0 an hour, about 60 min left");
}

TEST_CASE("Durations are in the unit a person would use")
{
    CHECK(duration_in_words(0s) == "0 s");
    CHECK(duration_in_words(99s) == "99 s");
    CHECK(duration_in_words(150s) == "3 min");
    CHECK(duration_in_words(2h + 5min) == "2 h 5 min");
}

TEST_CASE("The bar fills from the left")
{
    CHECK(progress_bar({.done = 0, .total = 4, .done_before = 0, .elapsed = 0s}, 4) == "[>   ]");
    CHECK(progress_bar({.done = 2, .total = 4, .done_before = 0, .elapsed = 0s}, 4) == "[==> ]");
    CHECK(progress_bar({.done = 4, .total = 4, .done_before = 0, .elapsed = 0s}, 4) == "[====]");
}

TEST_CASE("Plain progress has no carriage return, and its last line is the last run")
{
    std::string const text = written(ProgressStyle::plain, 12, 4, {4, 4});
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\033") == std::string::npos);
    CHECK(text.starts_with("12 of 12 runs (100 %)"));
    CHECK(text.ends_with("\n"));
}

TEST_CASE("A painted bar ends its line, and no progress is silent")
{
    std::string const text = written(ProgressStyle::bar, 8, 0, {4, 4});
    CHECK(text.starts_with("\r[>"));
    CHECK(text.find("8 of 8 runs (100 %)") != std::string::npos);
    CHECK(text.ends_with("\n"));
    CHECK(written(ProgressStyle::none, 8, 0, {8}).empty());
}
