#include "runners/commands/compare.hpp"

#include "runners/exit_code.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace caremarket
{

int compare(CompareRequest const& request)
try
{
    Comparison const comparison = compare(ResultsFile(request.file), request.question);
    fmt::print("{}", request.is_json ? comparison_json(comparison).dump(2) + '\n' : comparison_text(comparison));
    return exit_done;
}
catch (ResultsFileError const& error)
{
    throw WrongUse(error.what());
}
catch (std::invalid_argument const& error)
{
    throw WrongUse(fmt::format("{}: {}", request.file, error.what()));
}

} // namespace caremarket
