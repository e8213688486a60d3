#include "analysis/parts_checksum.hpp"

#include "analysis/results_file_on_disk.hpp"

#include <fmt/format.h>
#include <string_view>
#include <zlib.h>

namespace caremarket
{

namespace
{

/// What stands at the start of a file whose other bytes are `content`.
std::string checksum_line(std::string_view content)
{
    uLong const sum = crc32_z(0, reinterpret_cast<Bytef const*>(content.data()), content.size());
    std::string line =
        fmt::format("CRC-32 of the {} bytes after byte {}: {:08x}\n", content.size(), checksum_room, sum);
    line.resize(checksum_room, '\0');
    return line;
}

} // namespace

void put_checksum(TemporaryFile& file)
{
    std::string const bytes = read_whole_file(file.path());
    file.write(checksum_line(std::string_view(bytes).substr(checksum_room)), 0);
}

std::optional<std::string> problem_with_checksum(std::filesystem::path const& path)
{
    std::string const bytes = read_whole_file(path);
    std::string_view const all = bytes;
    if (all.size() < checksum_room || all.substr(0, checksum_room) != checksum_line(all.substr(checksum_room)))
        return path.string() + ": damaged or cut short: its checksum does not match its content";
    return std::nullopt;
}

} // namespace caremarket
