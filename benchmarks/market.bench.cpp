#include "cambridgeshire.hpp"

#include "model/build.hpp"
#include "model/step.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace
{

using namespace caremarket;

struct Size
{
    double people = 0;
    double providers = 0;
};

Size size_of(Market const& market)
{
    Size size;
    for (People const& people : market.people)
        size.people += static_cast<double>(std::count_if(people.persons.begin(), people.persons.end(),
                                                         [](Person const& p) { return p.key.value != 0; }));
    for (auto const& open : market.providers_of)
        size.providers += static_cast<double>(open.size());
    return size;
}

/// Ten years of the county under one strategy, from its market of week 0: what a replicate costs.
void ten_years(benchmark::State& state)
{
    LoadedExperiment const county = benchmarks::cambridgeshire();
    Inputs const inputs = inputs_of(county, 0, static_cast<std::size_t>(state.range(0)));
    Market const start = market_at_start(inputs_before_start(county, 0), 0);
    Clock const clock(inputs.first_year);
    std::int32_t const weeks = Clock::weeks_in_a_year * inputs.years;
    Size size;
    for (auto _ : state)
    {
        Market market = start;
        Record record({static_cast<std::size_t>(12 * inputs.years), market.locality_count()});
        for (std::int32_t week = 0; week < weeks; ++week)
            advance(market, inputs, clock.week(week), in_order, record);
        benchmark::DoNotOptimize(record);
        size = size_of(market);
    }
    using benchmark::Counter;
    auto const per_iteration = Counter::kIsIterationInvariantRate | Counter::kInvert;
    state.counters["runs/s"] = Counter(1.0, Counter::kIsIterationInvariantRate);
    state.counters["person-week"] = Counter(size.people * weeks, per_iteration);
    state.counters["provider-week"] = Counter(size.providers * weeks, per_iteration);
}

/// Building and warming up: paid once for each replicate, whatever the number of strategies.
void build_and_warm_up(benchmark::State& state)
{
    LoadedExperiment const county = benchmarks::cambridgeshire();
    Inputs const before = inputs_before_start(county, 0);
    for (auto _ : state)
        benchmark::DoNotOptimize(market_at_start(before, 0));
}

/// A fork: what one more strategy costs before it takes its first step.
void fork_market(benchmark::State& state)
{
    LoadedExperiment const county = benchmarks::cambridgeshire();
    Market const start = market_at_start(inputs_before_start(county, 0), 0);
    for (auto _ : state)
    {
        Market copy = start;
        benchmark::DoNotOptimize(copy);
    }
}

BENCHMARK(ten_years)->Arg(0)->Arg(1)->ArgName("strategy")->Unit(benchmark::kMillisecond);
BENCHMARK(build_and_warm_up)->Unit(benchmark::kMillisecond);
BENCHMARK(fork_market)->Unit(benchmark::kMicrosecond);

} // namespace
