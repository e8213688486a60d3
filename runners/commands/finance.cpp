#include "runners/commands/finance.hpp"

#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace caremarket
{

int finance(FinanceRequest const& request)
{
    return ask_results(request.file,
                       [&]
                       {
                           Finance const statement = finance(open_experiment(request.file), request.question);
                           fmt::print("{}", request.is_json ? finance_json(statement).dump(2) + '\n'
                                                            : finance_text(statement));
                           return exit_done;
                       });
}

} // namespace caremarket
