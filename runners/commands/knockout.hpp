#pragma once

#include <string>
#include <vector>

namespace caremarket
{

/// `caremarket knockout`: the model without each of its mechanisms, against the full model.
struct KnockoutRequest
{
    std::string experiment = {};               ///< name or file
    std::string strategy = {};                 ///< against the baseline; empty: the experiment's next
    std::vector<std::string> outlooks = {};    ///< empty: all
    std::vector<std::string> mechanisms = {};  ///< empty: all
    std::string replicates = "10", years = {}; ///< as written; empty: the file's
    int threads = 1;
    bool is_json = false;
};

/// \return the exit code. \throws WrongUse
[[nodiscard]] int knockout(KnockoutRequest const& request);

} // namespace caremarket
