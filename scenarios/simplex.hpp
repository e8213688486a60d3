#pragma once

#include "scenarios/input_layer.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <set>
#include <string>

/// Shares of one whole, as `strategy_simplexes()` of the catalogue lists them: they add up to 1 on every date.
namespace caremarket
{

/// Completes and checks the simplexes that a strategy's file gives. A single missing share is what the others leave; if
/// more are missing, the one the catalogue calls the rest takes that and the others are 0. Their origins say so.
void complete_simplexes(InputLayer& layer, Problems& problems);

/// Makes the shares add up to 1 again after one of them was set: the others keep their proportions to each other, or
/// the rest takes what is left if they were all zero. Their origin says so. Where several were set, these must be no
/// more than 1, and add up to 1 if the rest is among them, as in a file.
/// \param set paths that were set, at least one
void rescale_simplexes(ResolvedInputs& strategy, std::set<std::string, std::less<>> const& set, Problems& problems);

} // namespace caremarket
