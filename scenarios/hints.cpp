#include "scenarios/hints.hpp"

#include "model/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

/// Whether the value is ever one of which this is true.
template <class Is>
bool is_ever(InputValue const& value, Is const& is)
{
    if (auto const* number = std::get_if<double>(&value))
        return is(Scalar{*number});
    if (auto const* text = std::get_if<std::string>(&value))
        return is(Scalar{*text});
    auto const& steps = std::get<DatedScalars>(value);
    return std::any_of(steps.begin(), steps.end(), [&](auto const& step) { return is(step.second); });
}

/// A lever of one service, which every strategy has.
InputValue const& lever(ResolvedInputs const& strategy, Service service, std::string_view name)
{
    return find(strategy, fmt::format("strategy.{}.{}", name_of(service), name))->value;
}

bool buys_through(ResolvedInputs const& strategy, Service service, std::string_view share)
{
    return is_ever(lever(strategy, service, share), [](Scalar const& it) { return std::get<double>(it) > 0; });
}

/// Whom to call first is a question only where there is somebody beside guaranteed places and the spot.
void hint_on_call_order(ResolvedInputs const& strategy, Service service, std::vector<std::string>& hints)
{
    auto const& order = lever(strategy, service, "call_order");
    auto const is_called = [&](CallOrder wanted)
    { return is_ever(order, [&](Scalar const& it) { return std::get<std::string>(it) == name_of(wanted); }); };
    bool const has_own = buys_through(strategy, service, "mix_in_house");
    bool const has_others =
        has_own || buys_through(strategy, service, "mix_core") || buys_through(strategy, service, "mix_framework");
    if (is_called(CallOrder::cheapest_first) && !has_others)
        hints.push_back(fmt::format("{}: call_order {} does nothing where all is bought in blocks or on the spot",
                                    name_of(service), name_of(CallOrder::cheapest_first)));
    if (is_called(CallOrder::in_house_first) && !has_own)
        hints.push_back(fmt::format("{}: call_order {} does nothing without a share mix_in_house", name_of(service),
                                    name_of(CallOrder::in_house_first)));
}

} // namespace

std::vector<std::string> hints_on(ResolvedInputs const& inputs, InputKind kind)
{
    std::vector<std::string> hints;
    if (inputs.title.empty())
        hints.emplace_back("it has no title, by which lists and results could tell what it is");
    if (kind == InputKind::strategy)
        for (Service const service : all_of<Service>())
            hint_on_call_order(inputs, service, hints);
    return hints;
}

} // namespace caremarket
