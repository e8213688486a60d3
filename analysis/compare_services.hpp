#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Hours of homecare and weeks in a bed are not to be added. A results file says so in its units: one written "A or B"
/// is A for the file's first service and B for its second and all after it.
namespace caremarket
{

/// {"h", "bed-week"} of "h or bed-week", {"GBP"} of "GBP".
[[nodiscard]] std::vector<std::string_view> units_by_service(std::string_view unit);

/// One of the file's services; nothing: all of them together.
using WhichService = std::optional<std::size_t>;

/// What a metric is taken of: each service alone, when its values or those of a part it is formed from must not be
/// added over services; all services together otherwise.
/// \throws ResultsFileError when the file does not keep such a metric by service, or has more units than services
[[nodiscard]] std::vector<WhichService> services_apart(ResultsFile const& file, StoredMetric const& metric);

[[nodiscard]] std::string unit_of(StoredMetric const& metric, WhichService service);
[[nodiscard]] std::string name_of(ResultsFile const& file, WhichService service); ///< empty: all together
[[nodiscard]] Cells cells_of(WhichService service);

} // namespace caremarket
