#include "runners/commands/compare.hpp"

#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace caremarket
{

int compare(CompareRequest const& request)
{
    return ask_results(request.file,
                       [&]
                       {
                           Comparison const comparison = compare(ResultsFile(request.file), request.question);
                           fmt::print("{}", request.is_json ? comparison_json(comparison).dump(2) + '\n'
                                                            : comparison_text(comparison));
                           return exit_done;
                       });
}

} // namespace caremarket
