#pragma once

#include "analysis/cheapest.hpp"

#include <string>
#include <vector>

namespace caremarket
{

/// `caremarket cheapest`: which value of a lever costs least, draw by draw of a sweep.
struct CheapestRequest
{
    std::string file;
    CheapestQuestion question;       ///< its worths are in `worths`, as written
    std::vector<std::string> worths; ///< "homecare.waiting_units=16,32"
    bool is_json = false;
};

/// \return the exit code. \throws WrongUse
[[nodiscard]] int cheapest(CheapestRequest const& request);

} // namespace caremarket
