#include "runners/command_line_mistakes.hpp"

#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace caremarket
{

namespace
{

/// "caremarket sweep run".
std::string name_of_command(CLI::App const& program)
{
    std::string name = "caremarket";
    for (CLI::App const* app = &program; !app->get_subcommands().empty(); name += " " + app->get_name())
        app = app->get_subcommands().front();
    return name;
}

/// The library blames the flag for what stands in the environment variable.
std::string message_of(CLI::ParseError const& error, std::vector<std::string> const& words)
{
    std::string message = error.what();
    auto const at = message.find(threads_flag);
    if (at != message.npos && !has_threads_flag(words) && std::getenv(threads_variable) != nullptr)
        message.replace(at, threads_flag.size(), threads_variable);
    return message;
}

/// Says which word is not known, with the nearest that is.
std::string unknown_word(CLI::App& program, std::string const& word)
{
    CLI::App& command = command_given(program);
    bool const is_flag = word.starts_with('-');
    bool const is_command = !is_flag && (program.get_subcommands().empty() || command.get_name() == "sweep");
    if (!is_flag && !is_command)
        return fmt::format("one word too many: {}", in_quotes(word));
    std::vector<std::string> known;
    if (is_command)
        for (CLI::App const* one : command.get_subcommands([](CLI::App const*) { return true; }))
            known.push_back(one->get_name());
    else
        for (CLI::Option const* option : command.get_options())
            for (std::string const& name : option->get_lnames())
                known.push_back("--" + name);
    std::string const near = nearest_name(word.substr(0, word.find('=')), known);
    return fmt::format("there is no {} {}{}", is_command ? "command" : "flag", in_quotes(word),
                       near.empty() ? "" : fmt::format(" (did you mean {}?)", near));
}

} // namespace

bool has_threads_flag(std::vector<std::string> const& words)
{
    return std::ranges::any_of(words, [](std::string const& word) { return word.starts_with(threads_flag); });
}

CLI::App& command_given(CLI::App& program)
{
    CLI::App* app = &program;
    for (auto given = app->get_subcommands(); !given.empty(); given = app->get_subcommands())
        app = given.front();
    return *app;
}

std::string what_is_wrong(CLI::App& program, CLI::ParseError const& error, std::vector<std::string> const& words)
{
    std::string const command = name_of_command(program);
    std::vector<std::string> not_expected = program.remaining();
    if (not_expected.empty())
        not_expected = command_given(program).remaining();
    bool const is_unknown = dynamic_cast<CLI::ExtrasError const*>(&error) != nullptr && !not_expected.empty();
    return fmt::format("{}: {}\nsee {} --help\n", command,
                       is_unknown ? unknown_word(program, not_expected.front()) : message_of(error, words), command);
}

} // namespace caremarket
