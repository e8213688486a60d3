#include "runners/commands/finance.hpp"

#include "runners/exit_code.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace caremarket
{

int finance(FinanceRequest const& request)
try
{
    Finance const statement = finance(ResultsFile(request.file), request.question);
    fmt::print("{}", request.is_json ? finance_json(statement).dump(2) + '\n' : finance_text(statement));
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
