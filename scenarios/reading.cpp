#include "scenarios/reading.hpp"

#include "scenarios/sha256.hpp"
#include "scenarios/text_file.hpp"

#include <algorithm>
#include <set>

namespace caremarket
{

std::optional<std::string> Reading::text_of(FileAt const& file)
{
    auto const at = std::lower_bound(files.begin(), files.end(), file.shown,
                                     [](InputText const& read, std::string const& name) { return read.name < name; });
    if (at != files.end() && at->name == file.shown)
        return at->text;
    auto text = take(read_text_file(file));
    if (text)
        files.insert(at, {file.shown, *text, sha256_of(*text)});
    return text;
}

std::optional<TomlTable> Reading::toml_of(FileAt const& file)
{
    auto const text = text_of(file);
    if (!text)
        return std::nullopt;
    return take(read_toml(*text, file.shown));
}

Problems each_once(Problems const& problems)
{
    std::set<std::string> said;
    Problems result;
    for (auto const& problem : problems)
        if (said.insert(to_line(problem)).second)
            result.push_back(problem);
    return result;
}

} // namespace caremarket
