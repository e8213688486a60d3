#include "runners/sweep_experiments.hpp"

#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"
#include "scenarios/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr char plan_again[] = "plan the sweep again with this version of caremarket";

LoadedExperiment base_of(Plan const& plan)
{
    auto loaded = experiment_of(plan.inputs, "plan.json");
    if (!loaded.has_value())
        throw WrongUse(fmt::format("{}: {}", to_line(loaded.problems.front()), plan_again));
    return std::move(*loaded.value);
}

} // namespace

SweepExperiments::SweepExperiments(Plan const& plan, std::size_t kept)
    : plan_(plan), base_(base_of(plan)), kept_(std::max<std::size_t>(kept, 1))
{}

std::shared_ptr<BoundExperiment const> SweepExperiments::of(std::size_t sample)
{
    std::lock_guard const lock(mutex_);
    auto const found = std::ranges::find(bound_, sample, &decltype(bound_)::value_type::first);
    if (found != bound_.end())
        return found->second;
    auto experiment = std::make_shared<BoundExperiment const>(loaded(sample));
    if (bound_.size() == kept_)
        bound_.pop_front();
    bound_.emplace_back(sample, experiment);
    return experiment;
}

LoadedExperiment SweepExperiments::loaded(std::size_t sample) const
{
    SampleAxis const& samples = plan_.axes.samples;
    std::vector<GivenValue> values;
    for (std::size_t factor = 0; factor < samples.factors.size(); ++factor)
        values.push_back({samples.factors[factor],
                          samples.values[sample][factor],
                          {.what = Origin::What::file, .file = "plan.json", .note = fmt::format("sample {}", sample)}});
    auto loaded = with_values(base_, values);
    if (!loaded.has_value())
        throw WrongUse(fmt::format("{}: {}", to_line(loaded.problems.front()), plan_again));
    std::vector<std::string> const hashes = cell_hashes_of(*loaded.value);
    if (!std::equal(hashes.begin(), hashes.end(),
                    plan_.cell_hashes.begin() + static_cast<std::ptrdiff_t>(sample * hashes.size())))
        throw WrongUse(fmt::format("sample {} is not what was planned: {}", sample, plan_again));
    return std::move(*loaded.value);
}

} // namespace caremarket
