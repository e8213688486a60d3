#pragma once

#include "analysis/backtest.hpp"

#include <string>

namespace caremarket
{

/// `caremarket backtest`: a results file against published figures.
struct BacktestRequest
{
    std::string file;
    std::string published; ///< path of a CSV table
    BacktestQuestion question;
    bool is_json = false;
};

/// \return the exit code; a miss is no failure. \throws WrongUse
[[nodiscard]] int backtest(BacktestRequest const& request);

} // namespace caremarket
