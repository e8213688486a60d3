#pragma once

#include <string>

namespace caremarket
{

/// `caremarket rerun`: runs a results file again from the inputs stored in it, and says whether all values agree.
struct RerunRequest
{
    std::string file;
    int threads = 1;
};

/// \return the exit code. \throws WrongUse, ResultsFileError
[[nodiscard]] int rerun(RerunRequest const& request);

} // namespace caremarket
