#include "runners/commands/compare.hpp"

#include "analysis/council_cost.hpp"
#include "analysis/opening_market.hpp"
#include "analysis/sweep_answers.hpp"
#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "runners/experiment_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
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

/// The outcomes that a sweep is asked about: nothing stands for what care costs the council. A file of chosen metrics
/// that cannot tell that cost is asked about each of them instead.
std::vector<std::optional<std::string>> outcomes_asked(CompareRequest const& request, ResultsFile const& file)
{
    std::vector<std::string> const& metrics = request.question.metrics;
    if (metrics.size() > 1)
        throw std::invalid_argument("a sweep is asked about one metric at a time");
    if (!metrics.empty())
        return {metrics.front()};
    std::vector<std::string> const absent = costs_left_out(file.catalogue());
    if (absent.empty())
        return {std::nullopt};
    std::vector<std::string> const& chosen = file.catalogue().chosen;
    fmt::print(stderr,
               "caremarket: {}: left out: cost to the council over the run, for the file was collected without {}; "
               "instead, what it was collected with: {}\n",
               request.file, fmt::join(absent, ", "), fmt::join(chosen, ", "));
    return {chosen.begin(), chosen.end()};
}

/// What the difference between strategies hangs on, over all samples.
std::string about_factors(CompareRequest const& request, ResultsFile const& file)
{
    ComparisonQuestion const& asked = request.question;
    std::string text;
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (auto const& metric : outcomes_asked(request, file))
        for (Sensitivity const& answer : sweep_answers(file, {.baseline = asked.baseline,
                                                             .strategies = asked.strategies,
                                                             .outlooks = asked.outlooks,
                                                             .metric = metric}))
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
