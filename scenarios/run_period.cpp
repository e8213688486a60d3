#include "scenarios/run_period.hpp"

#include "scenarios/iso_date.hpp"

#include <fmt/format.h>

namespace caremarket
{

void check_begun_by(Date start, ResolvedInputs const& inputs, Problems& problems)
{
    for (auto const& [path, resolved] : inputs.values)
    {
        auto const* steps = std::get_if<DatedScalars>(&resolved.value);
        if (!steps || steps->front().first <= start)
            continue;
        auto const& origin = resolved.origin;
        problems.push_back({.file = origin.file,
                            .line = origin.line,
                            .column = origin.column,
                            .key = path,
                            .message = fmt::format("begins on {}, after the experiment's start on {}",
                                                   iso_text(steps->front().first), iso_text(start))});
    }
}

} // namespace caremarket
