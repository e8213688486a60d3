#include "scenarios/library.hpp"

#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <set>
#include <system_error>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view ending = ".toml";

/// Last folder of a root, whatever way it was given: "scenarios".
fs::path name_of_root(fs::path const& root)
{
    std::error_code error;
    auto whole = fs::absolute(root, error).lexically_normal();
    return whole.has_filename() ? whole.filename() : whole.parent_path().filename();
}

FileAt file_inside(fs::path const& root, fs::path const& inside)
{
    return {root / inside, (name_of_root(root) / inside).generic_string()};
}

FileAt file_in(fs::path const& root, InputKind kind, std::string_view name)
{
    return file_inside(root, fs::path{folder_of(kind)} / (std::string{name} + std::string{ending}));
}

} // namespace

bool is_path(std::string_view name_or_path)
{
    return name_or_path.ends_with(ending) || name_or_path.find('/') != name_or_path.npos;
}

std::string name_of_file(std::string_view name_or_path)
{
    return is_path(name_or_path) ? fs::path{name_or_path}.stem().string() : std::string{name_or_path};
}

std::string stem_of(FileAt const& file)
{
    return file.path.stem().string();
}

std::vector<std::string> names_in(Library const& library, InputKind kind)
{
    std::set<std::string> names;
    for (auto const& root : library.roots)
    {
        std::error_code error; // a root without such a folder has no names
        for (fs::directory_iterator entry{root / folder_of(kind), error}, end; !error && entry != end;
             entry.increment(error))
            if (entry->path().extension() == ending)
                names.insert(entry->path().stem().string());
    }
    return {names.begin(), names.end()};
}

std::optional<FileAt> find_file(Library const& library, InputKind kind, std::string_view name_or_path,
                                FileAt const& beside)
{
    if (is_path(name_or_path))
    {
        fs::path const shown = fs::path{beside.shown}.parent_path() / name_or_path;
        return FileAt{beside.path.parent_path() / name_or_path, shown.lexically_normal().generic_string()};
    }
    for (auto const& root : library.roots)
    {
        auto file = file_in(root, kind, name_or_path);
        std::error_code error;
        if (fs::exists(file.path, error))
            return file;
    }
    return std::nullopt;
}

std::optional<FileAt> find_at_root(Library const& library, std::string_view file)
{
    for (auto const& root : library.roots)
    {
        std::error_code error;
        if (fs::exists(root / file, error))
            return file_inside(root, file);
    }
    return std::nullopt;
}

Problem unknown_name(Library const& library, InputKind kind, std::string_view name)
{
    auto const known = names_in(library, kind);
    return {.message = fmt::format("there is no {} {}", name_of(kind), in_quotes(name)),
            .did_you_mean = nearest_name(name, known)};
}

Library library_around(Library library, FileAt const& file, InputKind kind)
{
    std::error_code error;
    auto const folder = fs::absolute(file.path, error).lexically_normal().parent_path();
    if (folder.filename() == folder_of(kind))
        library.roots.insert(library.roots.begin(), folder.parent_path());
    return library;
}

} // namespace caremarket
