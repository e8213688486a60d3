#pragma once

#include "analysis/compare.hpp"

#include <string>

namespace caremarket
{

/// `caremarket compare`: every strategy of a results file against the baseline.
struct CompareRequest
{
    std::string file;
    ComparisonQuestion question;
    bool is_json = false;
};

/// \return the exit code. \throws WrongUse
[[nodiscard]] int compare(CompareRequest const& request);

} // namespace caremarket
