#include "analysis/paired_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace caremarket
{

using Json = nlohmann::ordered_json;

Json known_json(double number)
{
    return std::isnan(number) ? Json(nullptr) : Json(number);
}

Json difference_json(PairedDifference const& difference)
{
    auto const& needed = difference.replicates_to_settle;
    return {{"n", difference.n},
            {"mean", known_json(difference.mean)},
            {"standard_error", known_json(difference.standard_error)},
            {"lower", known_json(difference.lower)},
            {"upper", known_json(difference.upper)},
            {"share_positive", known_json(difference.share_positive())},
            {"replicates_to_settle", needed ? Json(*needed) : Json(nullptr)}};
}

} // namespace caremarket
