#include "scenarios/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace caremarket
{

namespace
{

/// Edit distance with swaps (optimal string alignment), over bytes; known names are ASCII.
std::size_t edits_between(std::string_view a, std::string_view b)
{
    auto const width = b.size() + 1;
    std::vector<std::size_t> distance((a.size() + 1) * width);
    auto const at = [&](std::size_t i, std::size_t j) -> std::size_t& { return distance[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j)
        {
            if (i == 0 || j == 0)
            {
                at(i, j) = i + j;
                continue;
            }
            auto const replaced = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    return distance.back();
}

template <class Name>
std::string nearest_of(std::string_view written, std::span<Name const> known)
{
    constexpr std::size_t longest_name = 120; // nothing longer is a misspelling of ours
    constexpr std::size_t most_edits = 5;     // two long paths that differ by more have little in common
    if (written.size() > longest_name)
        return {};
    std::string_view nearest;
    auto fewest = longest_name;
    for (std::string_view const name : known)
    {
        auto const edits = edits_between(written, name);
        if (edits < fewest && edits <= std::clamp<std::size_t>(name.size() / 3, 1, most_edits))
        {
            fewest = edits;
            nearest = name;
        }
    }
    return std::string{nearest};
}

} // namespace

std::string nearest_name(std::string_view written, std::span<std::string_view const> known)
{
    return nearest_of(written, known);
}

std::string nearest_name(std::string_view written, std::span<std::string const> known)
{
    return nearest_of(written, known);
}

} // namespace caremarket
