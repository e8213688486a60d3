#pragma once

#include "scenarios/experiment.hpp"

#include <stdexcept>
#include <string>

namespace caremarket::benchmarks
{

/// The county of the main job: about 5,000 people and 165 providers.
inline LoadedExperiment cambridgeshire()
{
    Library const library{{std::string{CAREMARKET_SOURCE_DIR} + "/scenarios"}};
    Loaded<LoadedExperiment> loaded = load_experiment(library, "cambridgeshire-2016");
    if (!loaded.value)
        throw std::runtime_error("the experiment cambridgeshire-2016 has problems: run `caremarket check` on it");
    return *loaded.value;
}

} // namespace caremarket::benchmarks
