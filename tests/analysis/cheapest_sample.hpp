#pragma once

#include "analysis/parts_assemble.hpp"
#include "analysis/results_file.hpp"
#include "analysis/results_file_layout.hpp"
#include "temporary_folder.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

/// Sweeps of made-up numbers: one outlook, spot-heavy and block-heavy, one year.
namespace caremarket
{

/// What a run under block-heavy gives. Under spot-heavy nothing costs anything.
struct MadeRun
{
    double pounds = 0;    ///< gross spend
    double bed_weeks = 0; ///< without nursing, waited for
    bool fails = false;
};

struct MadeSweep
{
    using Run = std::function<MadeRun(std::size_t sample, std::size_t replicate)>;
    TemporaryFolder folder;
    Plan plan;

    MadeSweep(SampleAxis samples, std::size_t replicates, Run const& run)
    {
        plan.axes = {.outlooks = {"central"},
                     .strategies = {"spot-heavy", "block-heavy"},
                     .replicates = replicates,
                     .first_year = 2016,
                     .years = 1,
                     .locality_codes = {"E07000008"},
                     .locality_names = {"Cambridge"},
                     .period = RecordPeriod::year,
                     .space = RecordSpace::place};
        plan.axes.samples = std::move(samples);
        plan.provenance.title = "Made up";
        plan.provenance.baseline = "spot-heavy";
        for (std::size_t cell = 0; cell < 2 * plan.axes.samples.count(); ++cell)
            plan.cell_hashes.push_back("cell" + std::to_string(cell));
        PartStore const store(folder.path());
        RecordShape const shape = record_shape(plan.axes, RecordPeriod::year);
        for (PlannedPart const& planned : planned_parts(plan))
        {
            Part part{.key = planned.key, .version = "0", .shape = shape, .runs = {}};
            for (std::size_t i = 0; i < planned.key.count; ++i)
                part.runs.push_back(planned.strategy == 0
                                        ? result_of({}, shape)
                                        : result_of(run(planned.sample, planned.key.first_replicate + i), shape));
            store.write(part);
        }
        assemble(plan, store, folder / "sweep.h5");
    }

    [[nodiscard]] ResultsFile file() const { return ResultsFile(folder / "sweep.h5"); }

private:
    static RunResult result_of(MadeRun const& run, RecordShape const& shape)
    {
        if (run.fails)
            return {.record = {}, .failure = "the well ran dry"};
        RunResult result{.record = Record(shape), .failure = {}};
        result.record.add_pence(Recorded::gross_spend, 0, 0, static_cast<std::int64_t>(100 * run.pounds));
        auto const cell =
            result.record.cell(metric(Recorded::waiting_units).dimensions, Service::residential, Channel::block, 0);
        result.record.set(Recorded::waiting_units, 0, cell, run.bed_weeks);
        return result;
    }
};

/// Five draws of fear of failing, each with a share of block of 0, a half and 1 in homes without and, likewise, with nursing.
inline SampleAxis five_draws()
{
    SampleAxis samples{.design = "list",
                       .group = 3,
                       .factors = {"behaviour.all.risk_aversion", "strategy[block-heavy].residential.mix_block",
                                   "strategy[block-heavy].nursing.mix_block"},
                       .values = {},
                       .points = {},
                       .units = {"1", "share", "share"},
                       .meanings = {"fear", "block", "block"}};
    for (char const* const draw : {"0", "1", "2", "3", "4"})
        for (char const* const block : {"0", "0.5", "1"})
            samples.values.push_back({draw, block, block});
    return samples;
}

} // namespace caremarket
