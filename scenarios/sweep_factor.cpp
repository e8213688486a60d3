#include "scenarios/sweep_factor.hpp"

#include "scenarios/file_keys.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

constexpr std::string_view known_keys[] = {"range", "values", "distribution", "mean", "spread", "mode", "levels"};

/// Keys that say more about a distribution, and the one they say it of.
struct KeyOfKind
{
    std::string_view key;
    DistributionKind kind;
};
constexpr KeyOfKind keys_of_kinds[] = {
    {"mean", DistributionKind::normal}, {"spread", DistributionKind::normal}, {"mode", DistributionKind::triangular}};

/// Steps from 0 to 0.3 are meant to be 0.1 wide, not 0.09999999999999999.
std::string level_text(Distribution const& distribution, std::size_t level, std::size_t levels)
{
    if (level == 0)
        return shortest_text(distribution.low);
    if (level + 1 == levels)
        return shortest_text(distribution.high);
    auto const value = quantile_of(distribution, static_cast<double>(level) / static_cast<double>(levels - 1));
    return shortest_text(*number_in(fmt::format("{:.12g}", value)));
}

/// Reads one factor key by key.
class FactorReader
{
public:
    FactorReader(TomlEntry const& entry, TomlTable const& table, DesignKind kind, std::string_view file,
                 Problems& problems)
        : entry_(entry), keys_(table, entry.key, file, problems), kind_(kind), problems_(problems)
    {
        factor_.path = entry.key;
        factor_.file = file;
        factor_.at = entry.key_at;
    }

    std::optional<Factor> read()
    {
        auto const before = problems_.size();
        keys_.allow_only(std::vector<std::string>{std::begin(known_keys), std::end(known_keys)});
        bool const has_values = keys_.find("values") != nullptr;
        bool const has_range = keys_.find("range") != nullptr;
        if (has_values && has_range)
            keys_.report(keys_.find("range")->key_at, "range", "stands beside values: one of both");
        else if (has_values)
            read_values();
        else if (kind_ == DesignKind::list)
            keys_.report(entry_.value.at, "values", "is missing: a list has its values row by row");
        else if (has_range)
            read_range();
        else
            keys_.report(entry_.value.at, "range", "is missing: write { range = [0.1, 0.4] }, or { values = [ … ] }");
        if (problems_.size() > before)
            return std::nullopt;
        return std::move(factor_);
    }

private:
    TomlEntry const& entry_;
    FileKeys keys_;
    DesignKind kind_;
    Problems& problems_;
    Factor factor_;

    void read_values()
    {
        refuse_beside_values();
        auto const* list = keys_.find("values")->value.as<TomlArray>();
        if (!list || list->empty())
        {
            keys_.report(keys_.find("values")->value.at, "values", "a list with at least one value is expected");
            return;
        }
        for (auto const& item : *list)
            if (auto text = text_of(item))
            {
                check_once(*text, item.at);
                factor_.values.push_back(std::move(*text));
                factor_.values_at.push_back(item.at);
            }
        if (!is_sampled(kind_))
            return;
        if (list->size() == 1)
            keys_.report(keys_.find("values")->value.at, "values", "one value alone does not vary");
        factor_.distribution = Distribution{.kind = DistributionKind::categorical, .values = factor_.values};
    }

    /// Only a list may come back to a value.
    void check_once(std::string const& text, Position at)
    {
        auto const& values = factor_.values;
        if (kind_ != DesignKind::list && std::find(values.begin(), values.end(), text) != values.end())
            keys_.report(at, "values", fmt::format("{} stands twice", in_quotes(text)));
    }

    void refuse_beside_values()
    {
        auto const* distribution = keys_.find("distribution");
        if (distribution && keys_.choice<DistributionKind>("distribution").value_or(DistributionKind::categorical) !=
                                DistributionKind::categorical)
            keys_.report(distribution->value.at, "distribution", "needs a range, not values");
        for (std::string_view const key : {"mean", "spread", "mode", "levels"})
            if (auto const* entry = keys_.find(key))
                keys_.report(entry->key_at, key, "means nothing beside values");
    }

    /// As `--set` takes it.
    std::optional<std::string> text_of(TomlValue const& value)
    {
        if (auto const* whole = value.as<std::int64_t>())
            return std::to_string(*whole);
        if (auto const* number = value.as<double>())
            return shortest_text(*number);
        if (auto const* yes = value.as<bool>())
            return *yes ? "true" : "false";
        auto const* text = value.as<std::string>();
        if (text && !text->empty())
            return *text;
        if (auto const* table = value.as<TomlTable>())
            if (auto path = text_of(*table))
                return path;
        keys_.report(value.at, "values",
                     fmt::format("a number, a choice or a path like {{ \"2016-04-01\" = 7.2 }} is expected, not {}",
                                 text ? "an empty text" : kind_in_words(value)));
        return std::nullopt;
    }

    /// A path of dated numbers or choices.
    static std::optional<std::string> text_of(TomlTable const& table)
    {
        std::string steps;
        for (auto const& step : table.entries)
        {
            auto const* whole = step.value.as<std::int64_t>();
            auto const* number = step.value.as<double>();
            auto const* word = step.value.as<std::string>();
            if (!date_in(step.key) || (!whole && !number && !word))
                return std::nullopt;
            if (word && word->find_first_not_of("abcdefghijklmnopqrstuvwxyz-_") != word->npos)
                return std::nullopt;
            auto const value = whole ? std::to_string(*whole) : number ? shortest_text(*number) : '"' + *word + '"';
            steps += fmt::format("{}\"{}\" = {}", steps.empty() ? " " : ", ", step.key, value);
        }
        if (steps.empty())
            return std::nullopt;
        return '{' + steps + " }";
    }

    void read_range()
    {
        auto const before = problems_.size();
        Distribution distribution;
        if (keys_.find("distribution"))
            distribution.kind = keys_.choice<DistributionKind>("distribution").value_or(distribution.kind);
        if (distribution.kind == DistributionKind::categorical)
            keys_.report(keys_.find("distribution")->value.at, "distribution", "needs values, not a range");
        read_ends(distribution);
        read_shape(distribution);
        if (problems_.size() == before)
            check(distribution);
        if (problems_.size() == before)
            factor_.distribution = distribution;
        read_levels();
    }

    void read_ends(Distribution& distribution)
    {
        auto const& range = keys_.find("range")->value;
        auto const* ends = range.as<TomlArray>();
        auto const low = ends && ends->size() == 2 ? finite_number((*ends)[0]) : std::nullopt;
        auto const high = ends && ends->size() == 2 ? finite_number((*ends)[1]) : std::nullopt;
        if (!low || !high)
        {
            keys_.report(range.at, "range", "two numbers are expected, like [0.1, 0.4]");
            return;
        }
        if (*low >= *high)
            keys_.report(range.at, "range",
                         fmt::format("{} is not below {}", readable_text(*low), readable_text(*high)));
        distribution.low = *low;
        distribution.high = *high;
        factor_.values_at = {(*ends)[0].at, (*ends)[1].at};
    }

    static std::optional<double> finite_number(TomlValue const& value)
    {
        if (auto const* whole = value.as<std::int64_t>())
            return static_cast<double>(*whole);
        auto const* number = value.as<double>();
        return number && std::isfinite(*number) ? std::optional{*number} : std::nullopt;
    }

    void read_shape(Distribution& distribution)
    {
        for (auto const& [key, kind] : keys_of_kinds)
        {
            auto const* entry = keys_.find(key);
            if (entry && kind != distribution.kind)
                keys_.report(entry->key_at, key,
                             fmt::format("means nothing without distribution = \"{}\"", name_of(kind)));
            else if (!entry && kind == distribution.kind)
                keys_.report(entry_.value.at, key,
                             fmt::format("is missing: a {} distribution needs it", name_of(kind)));
            else if (entry)
                read_number(*entry, key == "mean"     ? distribution.mean
                                    : key == "spread" ? distribution.spread
                                                      : distribution.mode);
        }
    }

    void read_number(TomlEntry const& entry, double& into)
    {
        if (auto const number = finite_number(entry.value))
            into = *number;
        else
            keys_.report(entry.value.at, entry.key,
                         fmt::format("a finite number is expected, not {}", kind_in_words(entry.value)));
    }

    void check(Distribution const& d)
    {
        if (d.kind == DistributionKind::log_uniform && d.low <= 0)
            keys_.report(
                factor_.values_at[0], "range",
                fmt::format("{} is not above 0: a log-uniform factor has only positive values", readable_text(d.low)));
        if (d.kind == DistributionKind::triangular && (d.mode < d.low || d.mode > d.high))
            keys_.report(keys_.find("mode")->value.at, "mode",
                         fmt::format("{} is outside the range", readable_text(d.mode)));
        if (d.kind != DistributionKind::normal)
            return;
        if (d.spread <= 0)
            keys_.report(keys_.find("spread")->value.at, "spread",
                         fmt::format("{} is not above 0", readable_text(d.spread)));
        else if (constexpr double quarter = 0.25; quantile_of(d, quarter) >= quantile_of(d, 1.0 - quarter))
            keys_.report(keys_.find("range")->value.at, "range",
                         "lies so far from the mean that nothing of the distribution is in it");
    }

    void read_levels()
    {
        auto const* entry = keys_.find("levels");
        if (entry && kind_ != DesignKind::grid)
            keys_.report(entry->key_at, "levels", "belongs to a factor of a grid");
        if (kind_ != DesignKind::grid)
            return;
        if (!entry)
            keys_.report(entry_.value.at, "levels",
                         "is missing: how many values a grid takes of the range, its ends among them");
        constexpr std::int64_t fewest = 2, most = 100'000;
        auto const levels = keys_.whole_number("levels", fewest, most);
        if (!levels || !factor_.distribution)
            return;
        auto const count = static_cast<std::size_t>(*levels);
        for (std::size_t level = 0; level < count; ++level)
            factor_.values.push_back(level_text(*factor_.distribution, level, count));
    }
};

/// `outlook.all.demand_growth = { … }` without quotes is a table in a table in a table.
bool is_path_without_quotes(TomlTable const& table)
{
    return std::none_of(table.entries.begin(), table.entries.end(),
                        [](TomlEntry const& entry) {
                            return std::find(std::begin(known_keys), std::end(known_keys), entry.key) !=
                                   std::end(known_keys);
                        }) &&
           std::any_of(table.entries.begin(), table.entries.end(),
                       [](TomlEntry const& entry) { return entry.value.as<TomlTable>() != nullptr; });
}

} // namespace

std::optional<Factor> factor_in(TomlEntry const& entry, DesignKind kind, std::string_view file, Problems& problems)
{
    auto const report = [&](Position at, std::string message)
    {
        auto problem = problem_at(file, at, std::move(message));
        problem.key = entry.key;
        problems.push_back(std::move(problem));
    };
    auto const* table = entry.value.as<TomlTable>();
    if (!table)
        report(entry.value.at,
               fmt::format("a factor like {{ range = [0.1, 0.4] }} is expected, not {}", kind_in_words(entry.value)));
    else if (is_path_without_quotes(*table))
        report(entry.key_at, "write the whole path in quotes: \"outlook.all.demand_growth\" = { range = [0, 0.04] }");
    else
        return FactorReader{entry, *table, kind, file, problems}.read();
    return std::nullopt;
}

} // namespace caremarket
