#include "runners/sweep_plan.hpp"

#include "runners/experiment_plan.hpp"
#include "scenarios/sha256.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace caremarket
{

namespace
{

SampleAxis samples_of(Sweep const& sweep)
{
    SampleAxis samples{.design = std::string(name_of(sweep.design.kind)),
                       .group = rows_that_go_together(sweep.design),
                       .factors = {},
                       .values = sweep.rows,
                       .points = points_of(sweep.design)};
    for (Factor const& factor : sweep.design.factors)
    {
        samples.factors.push_back(factor.path);
        samples.units.emplace_back(factor.what->choices.empty() ? factor.what->unit : "1");
        samples.meanings.emplace_back(factor.what->meaning);
    }
    return samples;
}

} // namespace

Plan plan_of(Sweep const& sweep, std::string const& command)
{
    Plan plan = plan_of(sweep.loaded, sweep.record, command);
    plan.axes.samples = samples_of(sweep);
    plan.inputs.files = sweep.files;
    plan.provenance.title = sweep.title.empty() ? sweep.name : sweep.title;
    plan.provenance.comment = sweep.description;
    plan.cell_hashes.clear();
    std::string all = plan.provenance.inputs_hash;
    for (std::size_t sample = 0; sample < sweep.rows.size(); ++sample)
        for (std::string& hash : cell_hashes_of(loaded_sample(sweep, sample)))
        {
            all += '\n' + hash;
            plan.cell_hashes.push_back(std::move(hash));
        }
    plan.provenance.inputs_hash = sha256_of(all);
    return plan;
}

std::vector<std::size_t> running_order(Plan const& plan)
{
    SampleAxis const& samples = plan.axes.samples;
    std::vector<std::size_t> order(samples.count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::size_t const cells = plan.cell_hashes.size() / samples.count();
    if (!samples.points.empty())
        return order;
    std::vector<std::string> shuffled;
    shuffled.reserve(samples.count());
    for (std::size_t sample = 0; sample < samples.count(); ++sample)
    {
        std::string all;
        for (std::size_t cell = 0; cell < cells; ++cell)
            all += plan.cell_hashes[sample * cells + cell];
        shuffled.push_back(sha256_of(all));
    }
    std::ranges::sort(order, {}, [&](std::size_t sample) { return std::pair{shuffled[sample], sample}; });
    return order;
}

} // namespace caremarket
