#pragma once

#include "scenarios/input_layer.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <set>
#include <string>

/// Shares of one whole, as `strategy_simplexes()` of the catalogue lists them: they add up to 1 on every date.
namespace caremarket
{

/// Completes and checks the simplexes that a strategy's file gives. If exactly one share is missing it is what the others
/// leave, and its origin says so; if more are missing that is a problem.
void complete_simplexes(InputLayer& layer, std::string_view file, Problems& problems);

/// Makes the shares add up to 1 again after some of them were set: the others keep their proportions to each other, or
/// share equally if they were all zero. Their origin says so.
/// \param set paths that were set, at least one
void rescale_simplexes(ResolvedInputs& strategy, std::set<std::string, std::less<>> const& set, Problems& problems);

} // namespace caremarket
