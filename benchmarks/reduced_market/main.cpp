// The reduced care market on the engine's parts: simulates replicates, prints their statistics and the time they took
// as JSON. Other implementations of the same specification have the same command line and output.

#include "benchmarks/reduced_market/reduced_market.hpp"
#include "runners/parallel_blocks.hpp"
#include "runners/parallel_for.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <oneapi/tbb/global_control.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace
{

using namespace caremarket;

struct Options
{
    std::string size = "county";
    std::string form = "monthly";
    std::size_t replicates = 1;
    std::uint64_t seed = 1;
    std::size_t threads = 1;
};

/// "county", "england", or localities x provider slots x recipients.
std::string size_problem(std::string const& text)
{
    std::istringstream parts(text);
    long localities = 0, slots = 0, recipients = 0;
    char x = 0, y = 0;
    bool const is_named = text == "county" || text == "england";
    bool const is_given = parts >> localities >> x >> slots >> y >> recipients && parts.eof() && x == 'x' && y == 'x';
    bool const is_possible =
        localities >= 3 && slots >= 1 && slots <= 10000 && recipients >= localities && recipients / localities <= 50000;
    return is_named || (is_given && is_possible) ? ""
                                                 : "must be county, england, or LxPxN such as 5x40x20000: localities "
                                                   "(3 or more), provider slots in each, "
                                                   "recipients (up to 50000 in each)";
}

reduced::Size size_of(Options const& options)
{
    reduced::Size size;
    if (options.size == "england")
        size = {.localities = 1500, .slots = 10, .recipients = 1500000};
    else if (options.size != "county")
    {
        std::istringstream parts(options.size);
        char x = 0;
        parts >> size.localities >> x >> size.slots >> x >> size.recipients;
    }
    size.is_weekly = options.form == "weekly";
    return size;
}

/// Highest use of memory so far [MB].
double peak_megabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    return 0.0;
}

reduced::Statistics simulate(Options const& options, std::size_t replicate, ForEachBlock const& for_each_block)
{
    reduced::Market market =
        reduced::build(size_of(options), options.seed, static_cast<std::uint32_t>(replicate), for_each_block);
    for (std::int32_t t = 0; t < market.size.steps(); ++t)
        reduced::advance(market, t, for_each_block);
    return reduced::statistics_of(market);
}

/// Replicates side by side if they keep all threads busy, else one after another with blocks in parallel.
std::vector<reduced::Statistics> simulate_all(Options const& options)
{
    std::vector<reduced::Statistics> statistics(options.replicates);
    if (options.replicates >= options.threads)
        parallel_for(options.replicates, [&](std::size_t r) { statistics[r] = simulate(options, r, in_order); });
    else
        for (std::size_t r = 0; r < options.replicates; ++r)
            statistics[r] = simulate(options, r, parallel_blocks());
    return statistics;
}

nlohmann::ordered_json to_json(reduced::Statistics const& s)
{
    return {{"exit1000", s.exit1000}, {"price", s.price}, {"occ", s.occ},   {"wait1000", s.wait1000},
            {"spendpc", s.spendpc},   {"pexit", s.pexit}, {"qual", s.qual}, {"meanage", s.meanage}};
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App app{"The reduced care market on caremarket's engine"};
    app.add_option("--size", options.size)->check(size_problem);
    app.add_option("--form", options.form)->check(CLI::IsMember({"monthly", "weekly"}));
    app.add_option("--replicates", options.replicates)->check(CLI::Range(1, 1000000));
    app.add_option("--seed", options.seed);
    app.add_option("--threads", options.threads)->check(CLI::Range(1, 1024));
    try
    {
        app.parse(argc, argv);
    }
    catch (CLI::ParseError const& error)
    {
        return app.exit(error) == 0 ? 0 : 2;
    }

    tbb::global_control const limit(tbb::global_control::max_allowed_parallelism, options.threads);
    auto const begun = std::chrono::steady_clock::now();
    std::vector<reduced::Statistics> const statistics = simulate_all(options);
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();

    reduced::Size const size = size_of(options);
    nlohmann::ordered_json report{{"program", "engine"},
                                  {"localities", size.localities},
                                  {"slots", size.slots},
                                  {"recipients", size.recipients},
                                  {"form", options.form},
                                  {"threads", options.threads},
                                  {"seconds", seconds},
                                  {"peak_megabytes", peak_megabytes()},
                                  {"replicates", nlohmann::json::array()}};
    for (reduced::Statistics const& one : statistics)
        report["replicates"].push_back(to_json(one));
    std::cout << report << "\n";
}
