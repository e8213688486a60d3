#include "scenarios/file_reference.hpp"

namespace caremarket
{

Reference reference_in(FileKeys& keys, std::string_view key)
{
    auto const text = keys.text(key);
    return text ? Reference{*text, keys.find(key)->value.at} : Reference{};
}

std::vector<Reference> references_in(FileKeys& keys, std::string_view key)
{
    auto const texts = keys.texts(key);
    if (!texts)
        return {};
    auto const& items = *keys.find(key)->value.as<TomlArray>();
    std::vector<Reference> all;
    for (std::size_t i = 0; i < texts->size(); ++i)
        all.push_back({(*texts)[i], items[i].at});
    return all;
}

std::optional<FileAt> referenced_file(Reading& reading, InputKind kind, Reference const& reference,
                                      FileAt const& named_in, std::string_view key)
{
    if (reference.name_or_path.empty())
        return std::nullopt;
    if (auto file = find_file(reading.library, kind, reference.name_or_path, named_in))
        return file;
    auto problem = unknown_name(reading.library, kind, reference.name_or_path);
    problem.file = named_in.shown;
    problem.line = reference.at.line;
    problem.column = reference.at.column;
    problem.key = key;
    reading.problems.push_back(std::move(problem));
    return std::nullopt;
}

} // namespace caremarket
