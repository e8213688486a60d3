#include "scenarios/toml_input_value.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

/// Reads one value, and says of everything wrong in it where it stands.
class ValueReader
{
public:
    ValueReader(Description const& what, std::string_view path, std::string_view file, Problems& problems)
        : what_(what), path_(path), file_(file), problems_(problems)
    {}

    std::optional<ResolvedValue> read(TomlValue const& toml)
    {
        auto const before = problems_.size();
        Origin origin{
            .what = Origin::What::file, .file = std::string{file_}, .line = toml.at.line, .column = toml.at.column};
        auto const* table = toml.as<TomlTable>();
        auto value = table && !has_dates(*table) ? annotated(*table, origin) : scalar_or_dated(toml);
        if (!value || problems_.size() > before)
            return std::nullopt;
        return ResolvedValue{std::move(*value), std::move(origin)};
    }

private:
    Description const& what_;
    std::string_view path_;
    std::string_view file_;
    Problems& problems_;

    void report(Position at, std::string message, std::string did_you_mean = {})
    {
        problems_.push_back(
            {std::string{file_}, at.line, at.column, std::string{path_}, std::move(message), std::move(did_you_mean)});
    }

    /// A table whose keys begin like dates is meant as a path of dated values.
    static bool has_dates(TomlTable const& table)
    {
        if (table.entries.empty())
            return false;
        auto const& key = table.entries.front().key;
        return !key.empty() && key.front() >= '0' && key.front() <= '9';
    }

    std::optional<InputValue> annotated(TomlTable const& table, Origin& origin)
    {
        static constexpr std::array<std::string_view, 3> keys{"value", "source", "certainty"};
        for (auto const& entry : table.entries)
            if (std::find(keys.begin(), keys.end(), std::string_view{entry.key}) == keys.end())
                report(entry.key_at,
                       fmt::format("unknown key {}; a value with its source has value, source, certainty",
                                   in_quotes(entry.key)),
                       nearest_name(entry.key, keys));
        if (auto const* source = table.find("source"))
            origin.source = text_in(source->value, "source");
        if (auto const* certainty = table.find("certainty"))
            origin.certainty = certainty_in(certainty->value);
        auto const* value = table.find("value");
        if (!value)
        {
            report({origin.line, origin.column}, "a table stands here, but without `value`");
            return std::nullopt;
        }
        origin.line = value->value.at.line;
        origin.column = value->value.at.column;
        return scalar_or_dated(value->value);
    }

    std::string text_in(TomlValue const& toml, std::string_view key)
    {
        auto const* text = toml.as<std::string>();
        if (!text || text->empty())
            report(toml.at, fmt::format("{} must be a text", key));
        return text ? *text : std::string{};
    }

    std::optional<Certainty> certainty_in(TomlValue const& toml)
    {
        auto const name = text_in(toml, "certainty");
        for (std::size_t i = 0; i < std::size(certainty_names); ++i)
            if (certainty_names[i] == name)
                return static_cast<Certainty>(i);
        if (!name.empty())
            report(toml.at,
                   fmt::format("certainty {} is not one of {}", in_quotes(name), fmt::join(certainty_names, ", ")),
                   nearest_name(name, certainty_names));
        return std::nullopt;
    }

    std::optional<InputValue> scalar_or_dated(TomlValue const& toml)
    {
        if (auto const* table = toml.as<TomlTable>())
            return dated(*table, toml.at);
        auto scalar = scalar_in(toml);
        if (!scalar)
            return std::nullopt;
        return std::visit([](auto& it) { return InputValue{std::move(it)}; }, *scalar);
    }

    std::optional<InputValue> dated(TomlTable const& table, Position at)
    {
        if (!what_.may_be_dated)
        {
            report(at, "may not change over time: give one value");
            return std::nullopt;
        }
        if (table.entries.empty())
            report(at, "holds no dates");
        DatedScalars steps;
        for (auto const& entry : table.entries)
            add_step(entry, steps);
        return steps;
    }

    void add_step(TomlEntry const& entry, DatedScalars& steps)
    {
        auto const day = date_in(entry.key);
        auto scalar = scalar_in(entry.value);
        if (!day)
            report(entry.key_at, fmt::format("{} is no date of the form 2016-04-01", in_quotes(entry.key)));
        else if (!steps.empty() && steps.back().first >= *day)
            report(entry.key_at, fmt::format("the dates are not in order: {} stands behind {}", iso_text(*day),
                                             iso_text(steps.back().first)));
        else if (scalar)
            steps.emplace_back(*day, std::move(*scalar));
    }

    std::optional<Scalar> scalar_in(TomlValue const& toml)
    {
        auto scalar = scalar_of_kind(toml);
        if (!scalar)
        {
            report(toml.at, fmt::format("{} is expected ({}), not {}", what_.choices.empty() ? "a number" : "a choice",
                                        allowed_in_words(what_), kind_in_words(toml)));
            return std::nullopt;
        }
        if (auto fault = fault_of(what_, *scalar))
        {
            report(toml.at, std::move(fault->message), std::move(fault->did_you_mean));
            return std::nullopt;
        }
        return scalar;
    }

    /// The scalar, if it is of the kind that the catalogue wants. `true` and `false` stand for yes and no.
    std::optional<Scalar> scalar_of_kind(TomlValue const& toml) const
    {
        if (what_.choices.empty())
        {
            if (auto const* whole = toml.as<std::int64_t>())
                return static_cast<double>(*whole);
            auto const* number = toml.as<double>();
            return number ? std::optional<Scalar>{*number} : std::nullopt;
        }
        auto const* yes = toml.as<bool>();
        if (yes && what_.choices.size() == 2 && what_.choices[0] == "no" && what_.choices[1] == "yes")
            return std::string{*yes ? "yes" : "no"};
        auto const* choice = toml.as<std::string>();
        return choice ? std::optional<Scalar>{*choice} : std::nullopt;
    }
};

} // namespace

std::optional<ResolvedValue> input_value_in(TomlValue const& toml, Description const& what, std::string_view path,
                                            std::string_view file, Problems& problems)
{
    return ValueReader{what, path, file, problems}.read(toml);
}

} // namespace caremarket
