#include "runners/shell_words.hpp"

#include <algorithm>
#include <vector>

namespace caremarket
{

namespace
{

bool is_plain(std::string_view word)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
    return !word.empty() && word.find_first_not_of(plain) == word.npos;
}

std::string in_quotes_of_the_shell(std::string_view word)
{
    if (is_plain(word))
        return std::string(word);
    std::string text = "'";
    for (char const letter : word)
        letter == '\'' ? text.append("'\\''") : text.append(1, letter);
    return text + "'";
}

} // namespace

std::string shell_line(std::span<std::string const> words)
{
    std::string line;
    for (std::string const& word : words)
        line += (line.empty() ? "" : " ") + in_quotes_of_the_shell(word);
    return line;
}

std::string shell_line_with(std::span<std::string const> words, std::string_view without, std::string_view with)
{
    std::vector<std::string> changed(words.begin(), words.end());
    std::erase(changed, without);
    if (std::ranges::find(changed, with) == changed.end())
        changed.emplace_back(with);
    return shell_line(changed);
}

} // namespace caremarket
