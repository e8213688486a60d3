#include "runners/commands/backtest.hpp"

#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "runners/print_problems.hpp"
#include "scenarios/text_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace caremarket
{

namespace
{

Loaded<std::vector<PublishedFigure>> read_published(std::string const& path, ResultsFile const& file)
{
    auto const text = read_text_file({path, path});
    if (!text.has_value())
        return {{}, text.problems};
    return published_figures(*text.value, path, BacktestServices(file), file.axes());
}

} // namespace

int backtest(BacktestRequest const& request)
{
    return ask_results(request.file,
                       [&]() -> int
                       {
                           ResultsFile const file = open_experiment(request.file);
                           auto const published = read_published(request.published, file);
                           if (!published.has_value())
                               return print_problems(published.problems);
                           std::string const name = std::filesystem::path(request.published).filename();
                           Backtest const result = backtest(file, *published.value, name, request.question);
                           fmt::print("{}",
                                      request.is_json ? backtest_json(result).dump(2) + '\n' : backtest_text(result));
                           return exit_done;
                       });
}

} // namespace caremarket
