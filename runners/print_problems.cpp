#include "runners/print_problems.hpp"

#include "runners/exit_code.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace caremarket
{

int print_problems(Problems const& problems)
{
    for (Problem const& problem : problems)
        fmt::print(stderr, "{}\n", to_line(problem));
    return exit_wrong_use;
}

} // namespace caremarket
