#pragma once

#include <stdexcept>

namespace caremarket
{

/// What the program answers the shell with; part of the contract of the command line.
enum ExitCode : int
{
    exit_done = 0,
    exit_failed = 1,      ///< a run failed, or a file could not be written
    exit_wrong_use = 2,   ///< wrong usage or bad input; nothing was written
    exit_interrupted = 3, ///< `--resume` continues
    exit_difference = 4   ///< `rerun` found one
};

/// Wrong usage or bad input: `what()` is for the user and says what to do. Ends the program with exit_wrong_use.
class WrongUse : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace caremarket
