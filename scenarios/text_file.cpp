#include "scenarios/text_file.hpp"

#include "scenarios/position.hpp"
#include "scenarios/utf8.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace caremarket
{

namespace
{

Loaded<std::string> refused(FileAt const& file, std::string why)
{
    return {{}, {problem_at(file.shown, {}, std::move(why))}};
}

} // namespace

Loaded<std::string> read_text_file(FileAt const& file)
{
    namespace fs = std::filesystem;
    std::error_code error;
    auto const status = fs::status(file.path, error);
    if (status.type() == fs::file_type::not_found)
        return refused(file, "there is no such file");
    if (error)
        return refused(file, "cannot be read: " + error.message());
    if (fs::is_directory(status))
        return refused(file, "is a folder, not a file");
    if (!fs::is_regular_file(status))
        return refused(file, "is not a regular file");
    auto const size = fs::file_size(file.path, error);
    if (error)
        return refused(file, "cannot be read: " + error.message());
    if (size > largest_file)
        return refused(file, fmt::format("is larger than {} MB", largest_file >> 20));

    std::ifstream stream{file.path, std::ios::binary};
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!stream || !stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return refused(file, fmt::format("cannot be read: {}", std::strerror(errno)));
    return {std::move(text), {}};
}

Problems problems_of_encoding(std::string_view text, std::string_view file)
{
    auto const bad = first_bad_byte(text);
    if (!bad)
        return {};
    auto const at = position_of(text, *bad);
    auto const byte = static_cast<unsigned char>(text[*bad]);
    auto const message =
        byte == 0 ? std::string{"a NUL byte: this is no text file"} : fmt::format("byte 0x{:02x} is not UTF-8", byte);
    return {problem_at(file, at, message)};
}

} // namespace caremarket
