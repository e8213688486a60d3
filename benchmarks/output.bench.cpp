#include "cambridgeshire.hpp"

#include "analysis/parts.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <random>
#include <string>

#include <unistd.h>

namespace
{

using namespace caremarket;

/// A part as the ensemble leaves it: ten replicates of ten years of the county, monthly, by locality. The values are
/// noise, which costs what real ones cost, for parts are written raw.
Part ten_replicates()
{
    RecordShape const shape{.periods = 120, .localities = 5};
    std::mt19937_64 noise(1); // a benchmark's data, not a draw of the model
    Part part;
    part.key = {.cell_hash = std::string(64, 'a'), .first_replicate = 0, .count = 10};
    part.version = "benchmark";
    part.shape = shape;
    for (int run = 0; run < 10; ++run)
    {
        Record record(shape);
        for (RecordedMetric const& m : recorded_metrics())
            for (std::size_t period = 0; period < shape.periods; ++period)
                for (std::size_t cell = 0; cell < shape.cells(m.dimensions); ++cell)
                    if (m.is_money())
                        record.add_pence(m.id, period, cell, static_cast<std::int64_t>(noise() % 100000000));
                    else
                        record.set(m.id, period, cell, static_cast<double>(noise() % 100000));
        part.runs.push_back({.record = record, .failure = {}});
    }
    return part;
}

/// Writing a part, fsync and rename included: held against ten_years, the share of output in a run.
void write_part(benchmark::State& state)
{
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("caremarket-benchmark-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    PartStore const store(folder);
    Part const part = ten_replicates();
    for (auto _ : state)
        store.write(part);
    std::filesystem::remove_all(folder);
    state.counters["per run"] =
        benchmark::Counter(10.0, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK(write_part)->Unit(benchmark::kMillisecond);

} // namespace
