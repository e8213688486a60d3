#include "runners/commands/compare.hpp"

#include "analysis/opening_market.hpp"
#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

/// A file of a version with other inputs is compared without.
std::vector<std::string> cautions_about_opening(std::string const& name, ResultsFile const& file)
{
    auto const loaded = experiment_of(file.inputs(), name);
    if (!loaded.has_value())
        return {};
    return caremarket::cautions_about_opening(file, inputs_before_start(*loaded.value, 0).place);
}

} // namespace

int compare(CompareRequest const& request)
{
    return ask_results(request.file,
                       [&]
                       {
                           ResultsFile const file(request.file);
                           Comparison comparison = compare(file, request.question);
                           comparison.cautions = cautions_about_opening(request.file, file);
                           fmt::print("{}", request.is_json ? comparison_json(comparison).dump(2) + '\n'
                                                            : comparison_text(comparison));
                           return exit_done;
                       });
}

} // namespace caremarket
