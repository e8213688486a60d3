#include "scenarios/named_file.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace caremarket
{

std::optional<FileAt> named_file(FileKeys& keys, std::string_view key, FileAt const& named_in)
{
    auto const path = keys.text(key);
    if (!path)
        return std::nullopt;
    if (std::filesystem::path{*path}.is_absolute())
    {
        keys.report(keys.find(key)->value.at, key, "must be a path relative to this file");
        return std::nullopt;
    }
    auto const shown = std::filesystem::path{named_in.shown}.parent_path() / *path;
    return FileAt{named_in.path.parent_path() / *path, shown.lexically_normal().generic_string()};
}

std::optional<std::string> named_text(Reading& reading, FileKeys const& keys, std::string_view key, FileAt const& file,
                                      std::string_view what)
{
    auto const before = reading.problems.size();
    auto text = reading.text_of(file);
    for (auto i = before; i < reading.problems.size(); ++i)
        reading.problems[i].message += fmt::format(" (named in line {} of {})", keys.find(key)->value.at.line, what);
    return text;
}

} // namespace caremarket
