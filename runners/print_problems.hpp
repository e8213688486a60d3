#pragma once

#include "scenarios/problem.hpp"

namespace caremarket
{

/// All problems to standard error, one a line. \return exit_wrong_use
int print_problems(Problems const& problems);

} // namespace caremarket
