#pragma once

#include "model/enum_array.hpp"
#include "scenarios/read_toml.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// A table of a TOML file while its keys are read one by one. What is wrong is appended to the problems, with the place;
/// a wrong value reads as nothing.
class FileKeys
{
public:
    /// \param prefix path of the table, for messages: "experiment", "experiment.savings_target"
    FileKeys(TomlTable const& table, std::string_view prefix, std::string_view file, Problems& problems)
        : table_(table), prefix_(prefix), file_(file), problems_(problems)
    {}

    [[nodiscard]] TomlEntry const* find(std::string_view key) const { return table_.find(key); }
    [[nodiscard]] TomlTable const& table() const { return table_; }

    /// Of keys that may be absent.
    std::optional<std::string> text(std::string_view key);
    std::optional<double> number(std::string_view key, double lower, double upper);
    std::optional<std::int64_t> whole_number(std::string_view key, std::int64_t lower, std::int64_t upper);
    std::optional<Date> date(std::string_view key);
    /// One of the names of an enumeration.
    template <class Enum>
    std::optional<Enum> choice(std::string_view key)
    {
        auto const index = index_among(NamesOf<Enum>::names, key);
        return index ? std::optional{static_cast<Enum>(*index)} : std::nullopt;
    }
    /// Not empty, no text twice.
    std::optional<std::vector<std::string>> texts(std::string_view key);
    /// One text, or several which become lines.
    std::optional<std::string> lines(std::string_view key);

    /// A table of its own; null when absent or something else.
    /// \param heading what stands in the brackets over it: "design.factors"
    TomlTable const* section(std::string_view key, std::string_view heading);
    TomlTable const* section(std::string_view key) { return section(key, key); }

    /// Says of each of these keys that is absent that it is missing.
    void require(std::span<std::string_view const> keys);
    /// Says of every key that is not one of these that it is unknown, with the nearest known.
    void allow_only(std::span<std::string const> keys);

    void report(Position at, std::string_view key, std::string message, std::string did_you_mean = {});

private:
    TomlTable const& table_;
    std::string prefix_;
    std::string_view file_;
    Problems& problems_;

    void expect(TomlEntry const& entry, std::string_view what);
    std::optional<std::size_t> index_among(std::span<std::string_view const> names, std::string_view key);
};

} // namespace caremarket
