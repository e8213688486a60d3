#include "runners/commands/compare.hpp"

#include "analysis/opening_market.hpp"
#include "analysis/sweep_answers.hpp"
#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>

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

std::string about_strategies(CompareRequest const& request, ResultsFile const& file)
{
    Comparison comparison = compare(file, request.question);
    comparison.cautions = cautions_about_opening(request.file, file);
    return request.is_json ? comparison_json(comparison).dump(2) + '\n' : comparison_text(comparison);
}

/// What the difference between strategies hangs on, over all samples.
std::string about_factors(CompareRequest const& request, ResultsFile const& file)
{
    ComparisonQuestion const& asked = request.question;
    if (asked.metrics.size() > 1)
        throw std::invalid_argument("a sweep is asked about one metric at a time");
    auto const answers =
        sweep_answers(file, {.baseline = asked.baseline,
                             .strategies = asked.strategies,
                             .outlooks = asked.outlooks,
                             .metric = asked.metrics.empty() ? std::nullopt : std::optional(asked.metrics.front())});
    std::string text;
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (Sensitivity const& answer : answers)
    {
        text += (text.empty() ? "" : "\n") + sensitivity_text(answer);
        items.push_back(sensitivity_json(answer));
    }
    return request.is_json ? items.dump(2) + '\n' : text;
}

} // namespace

int compare(CompareRequest const& request)
{
    return ask_results(request.file,
                       [&]
                       {
                           ResultsFile const file(request.file);
                           fmt::print("{}", file.axes().samples.is_there() ? about_factors(request, file)
                                                                           : about_strategies(request, file));
                           return exit_done;
                       });
}

} // namespace caremarket
