#include "scenarios/wage_known.hpp"

#include "model/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

/// Whether any of a path's values does.
template <class Does>
bool any_value(ResolvedInputs const& inputs, std::string const& path, Does does)
{
    auto const* resolved = find(inputs, path);
    if (!resolved)
        return false;
    if (auto const* steps = std::get_if<DatedScalars>(&resolved->value))
        return std::any_of(steps->begin(), steps->end(),
                           [&](auto const& step) { return does(std::get<double>(step.second)); });
    auto const* number = std::get_if<double>(&resolved->value);
    return number && does(*number);
}

} // namespace

void check_wage_known(ResolvedInputs const& outlook, ResolvedInputs const& strategy, Problems& problems)
{
    std::string const wage = "outlook.all.real_living_wage";
    if (!any_value(outlook, wage, [](double value) { return value <= 0.0; }))
        return;
    for (Service const service : all_of<Service>())
    {
        std::string const path = fmt::format("strategy.{}.pay_floor", name_of(service));
        if (!any_value(strategy, path, [](double value) { return value > 0.0; }))
            continue;
        auto const& origin = find(strategy, path)->origin;
        problems.push_back({.file = origin.file,
                            .line = origin.line,
                            .column = origin.column,
                            .key = path,
                            .message =
                                "asks for the real living wage, which an outlook of the experiment does not know: "
                                "give that outlook a real_living_wage"});
    }
}

} // namespace caremarket
