#pragma once

#include "model/build.hpp"
#include "model/step.hpp"
#include "scenarios/experiment.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

/// A scene is a tiny market of tests/scenes/library in which theory says what must happen.
namespace caremarket::scenes
{

inline LoadedExperiment load(std::string const& name, Overrides const& overrides = {})
{
    Library const library{{std::string{CAREMARKET_SOURCE_DIR} + "/tests/scenes/library",
                           std::string{CAREMARKET_SOURCE_DIR} + "/scenarios"}};
    Loaded<LoadedExperiment> loaded = load_experiment(library, name, overrides);
    for (Problem const& problem : loaded.problems)
        UNSCOPED_INFO(to_line(problem));
    REQUIRE(loaded.value);
    return *loaded.value;
}

/// Records of all replicates of one strategy, under the first outlook.
inline std::vector<Record> run(LoadedExperiment const& scene, std::size_t strategy)
{
    Inputs const before = inputs_before_start(scene, 0);
    Inputs const inputs = inputs_of(scene, 0, strategy);
    Clock const clock(inputs.first_year);
    std::vector<Record> records;
    for (int replicate = 0; replicate < scene.experiment.replicates; ++replicate)
    {
        Market market = market_at_start(before, static_cast<std::uint32_t>(replicate));
        Record record({static_cast<std::size_t>(12 * inputs.years), market.locality_count()});
        for (std::int32_t week = 0; week < Clock::weeks_in_a_year * inputs.years; ++week)
            advance(market, inputs, clock.week(week), in_order, record);
        records.push_back(record);
    }
    return records;
}

/// Sum of a money metric over a run [GBP].
inline double total_pounds(Record const& record, Recorded id)
{
    double sum = 0.0;
    for (Pence const pence : record.pence(id))
        sum += to_pounds(pence);
    return sum;
}

/// Sum of a metric over a run.
inline double total(Record const& record, Recorded id)
{
    double sum = 0.0;
    for (double const value : record.series(id))
        sum += value;
    return sum;
}

} // namespace caremarket::scenes
