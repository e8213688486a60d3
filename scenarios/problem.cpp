#include "scenarios/problem.hpp"

#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <iterator>

namespace caremarket
{

Problem problem_at(std::string_view file, Position at, std::string message)
{
    return {.file = std::string{file}, .line = at.line, .column = at.column, .message = std::move(message)};
}

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Problems first_told(Problems problems, std::string_view what)
{
    constexpr std::size_t most = 10;
    if (problems.size() <= most)
        return problems;
    auto const more = problems.size() - most;
    problems.resize(most);
    problems.push_back({.file = problems.front().file, .message = fmt::format("{} more {} are not told", more, what)});
    return problems;
}

std::string to_line(Problem const& problem)
{
    std::string line = printable(problem.file, 400);
    if (problem.line > 0)
        line += fmt::format(":{}:{}", problem.line, problem.column);
    if (!line.empty())
        line += ": ";
    if (!problem.key.empty())
        line += printable(problem.key) + ": ";
    line += printable(problem.message, 1000);
    if (!problem.did_you_mean.empty())
        line += fmt::format(" (did you mean {}?)", printable(problem.did_you_mean));
    return line;
}

} // namespace caremarket
