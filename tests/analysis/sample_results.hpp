#pragma once

#include "analysis/parts_assemble.hpp"
#include "analysis/results_file_layout.hpp"
#include "temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

/// A small experiment with made-up values. Every value differs from its neighbours, and every quantity is a multiple of
/// 1/8 below a thousand, so that its sums are exact even in single precision.
namespace caremarket
{

inline Plan sample_plan()
{
    Plan plan;
    plan.axes = {.outlooks = {"central", "high-wage"},
                 .strategies = {"spot-heavy", "block-heavy"},
                 .replicates = 3,
                 .first_year = 2016,
                 .years = 2,
                 .locality_codes = {"E07000008", "E07000012"},
                 .locality_names = {"Cambridge", "South Cambridgeshire"}};
    plan.provenance = {.title = "Sample of made-up values",
                       .institution = "",
                       .source = "caremarket 0.1.0",
                       .references = "",
                       .comment = "Núcleo, £ and — in UTF-8",
                       .history = "2026-01-31T12:00:00Z caremarket run sample",
                       .version = "0.1.0",
                       .git_revision = "0123456789abcdef",
                       .compiler = "GNU 12.2.0",
                       .dirty = true,
                       .seed = 9'007'199'254'740'993, // not a double
                       .inputs_hash = "feedc0de",
                       .behaviour_version = 1,
                       .experiment = "sample",
                       .baseline = "spot-heavy",
                       .savings_target = {.years = {{2016, 0.25}, {2017, 20.0}},
                                          .basis = SavingsTarget::Basis::recurrent,
                                          .scope = "whole council",
                                          .share = 0.084,
                                          .source = "made up"}};
    plan.inputs = {.files = {{"outlooks/central.toml", "schema = 1\ntitle = \"£ núcleo\"\n", "aa"},
                             {"strategies/spot-heavy.toml", "schema = 1\n", "bb"},
                             {"empty.csv", "", "cc"}},
                   .resolved = {{"place", "place.name = \"Sample\"\n"}, {"outlook central", "outlook.x = 1\n"}}};
    plan.replicates_per_part = 2;
    plan.cell_hashes = {"c0ffee00", "c0ffee01", "c0ffee02", "c0ffee03"};
    return plan;
}

/// The same experiment three times over: two factors, one of which is no number.
inline Plan sample_sweep()
{
    Plan plan = sample_plan();
    plan.axes.samples = {.design = "saltelli",
                         .group = 3,
                         .factors = {"outlook.all.demand_growth", "strategy[block-heavy].homecare.uplift_rule"},
                         .values = {{"0.01", "cpi"}, {"0.025", "none"}, {"-0.5", "wage, weighted"}},
                         .points = {{0.25, 0.5}, {0.5, 0.0}, {1.0, 0.125}},
                         .units = {"share/year", "1"},
                         .meanings = {"growth of need at given age", "what prices are raised by"}};
    for (char const* const hash :
         {"c0ffee04", "c0ffee05", "c0ffee06", "c0ffee07", "c0ffee08", "c0ffee09", "c0ffee0a", "c0ffee0b"})
        plan.cell_hashes.emplace_back(hash);
    return plan;
}

inline RecordShape monthly_shape(ResultsAxes const& axes)
{
    return {.periods = axes.periods(RecordPeriod::month), .localities = axes.locality_codes.size()};
}

/// A whole number below 8000, another one for each (run, metric, period, cell).
inline std::int64_t sample_number(std::size_t run, Recorded id, std::size_t period, std::size_t cell)
{
    std::size_t const mixed = run * 7919 + static_cast<std::size_t>(id) * 104'729 + period * 613 + cell * 31;
    return static_cast<std::int64_t>(mixed % 7993);
}

inline Record sample_record(RecordShape shape, std::size_t run)
{
    Record record(shape);
    for (RecordedMetric const& m : recorded_metrics())
        for (std::size_t period = 0; period < shape.periods; ++period)
            for (std::size_t cell = 0; cell < shape.cells(m.dimensions); ++cell)
            {
                std::int64_t const number = sample_number(run, m.id, period, cell);
                if (m.is_money())
                    record.add_pence(m.id, period, cell, number * 1'000'000'007 - 3'000'000'000'000);
                else
                    record.set(m.id, period, cell, static_cast<double>(number) / 8.0);
            }
    return record;
}

/// Number of a run among all of a plan.
inline std::size_t sample_run(ResultsAxes const& axes, std::size_t outlook, std::size_t strategy, std::size_t replicate,
                              std::size_t sample = 0)
{
    return axes.run_at(sample, outlook, strategy, replicate);
}

inline Part sample_part(Plan const& plan, PlannedPart const& planned)
{
    Part part{.key = planned.key, .version = plan.provenance.version, .shape = monthly_shape(plan.axes), .runs = {}};
    for (std::size_t i = 0; i < planned.key.count; ++i)
    {
        std::size_t const run =
            sample_run(plan.axes, planned.outlook, planned.strategy, planned.key.first_replicate + i, planned.sample);
        part.runs.push_back({.record = sample_record(part.shape, run), .failure = {}});
    }
    return part;
}

inline void write_sample_parts(Plan const& plan, PartStore const& store)
{
    for (PlannedPart const& planned : planned_parts(plan))
        store.write(sample_part(plan, planned));
}

/// The sample assembled in a folder of its own.
struct SampleFile
{
    TemporaryFolder folder;
    Plan plan = sample_plan();
    std::filesystem::path path = folder / "r.h5";

    SampleFile()
    {
        PartStore const store(folder.path());
        write_sample_parts(plan, store);
        assemble(plan, store, path);
    }
};

} // namespace caremarket
