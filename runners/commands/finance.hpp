#pragma once

#include "analysis/finance.hpp"

#include <string>

namespace caremarket
{

/// `caremarket finance`: the statements that finance checks first.
struct FinanceRequest
{
    std::string file;
    FinanceQuestion question;
    bool is_json = false;
};

/// \return the exit code. \throws WrongUse
[[nodiscard]] int finance(FinanceRequest const& request);

} // namespace caremarket
