#include "scenarios/design_file.hpp"

#include "scenarios/file_keys.hpp"
#include "scenarios/named_file.hpp"
#include "scenarios/sweep_csv.hpp"
#include "scenarios/sweep_factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <span>

namespace caremarket
{

namespace
{

constexpr std::string_view all_keys[] = {"kind", "samples", "seed", "levels", "file", "ignore", "factors", "crossed"};
constexpr std::size_t most_factors = 1000; // Boost's Sobol sequence has 3,667 dimensions, and Saltelli takes two each

/// Keys of a design besides `kind`: those it must have, and those it may.
struct KeysOfKind
{
    std::vector<std::string_view> needed, allowed;
};

KeysOfKind keys_of(DesignKind kind)
{
    switch (kind)
    {
    case DesignKind::grid: return {{"factors"}, {}};
    case DesignKind::list: return {{"factors"}, {"crossed"}};
    case DesignKind::csv: return {{"file"}, {"ignore", "crossed"}};
    case DesignKind::latin_hypercube: return {{"samples", "factors"}, {"seed", "crossed"}};
    case DesignKind::sobol: return {{"samples", "factors"}, {"crossed"}};
    case DesignKind::saltelli: return {{"samples", "factors"}, {}};
    case DesignKind::morris: return {{"samples", "factors"}, {"levels", "seed"}};
    }
    return {};
}

bool holds(std::span<std::string_view const> keys, std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Reads a design key by key.
class DesignReader
{
public:
    DesignReader(TomlTable const& section, FileAt const& file, Reading& reading)
        : keys_(section, "sweep.design", file.shown, reading.problems), file_(file), reading_(reading)
    {}

    DesignSection read()
    {
        constexpr std::string_view kind_key[] = {"kind"};
        keys_.allow_only(std::vector<std::string>{std::begin(all_keys), std::end(all_keys)});
        keys_.require(kind_key);
        auto const kind = keys_.choice<DesignKind>("kind");
        if (!kind) // what else there must be cannot be told
            return {};
        result_.design.kind = *kind;
        check_keys();
        read_numbers();
        if (*kind == DesignKind::csv)
            read_table();
        else
            read_factors();
        read_crossed();
        return std::move(result_);
    }

private:
    FileKeys keys_;
    FileAt const& file_;
    Reading& reading_;
    DesignSection result_;

    void check_keys()
    {
        auto const kind = result_.design.kind;
        auto const [needed, allowed] = keys_of(kind);
        keys_.require(needed);
        for (std::string_view const key : all_keys)
            if (auto const* entry = keys_.find(key);
                entry && key != "kind" && !holds(needed, key) && !holds(allowed, key))
                keys_.report(entry->key_at, key, why_not(key, kind));
    }

    static std::string why_not(std::string_view key, DesignKind kind)
    {
        if (key == "levels" && kind == DesignKind::grid)
            return "stands with each factor of a grid: { range = [0.1, 0.4], levels = 4 }";
        if (key == "factors")
            return "means nothing in a csv design: its factors are the columns of its file";
        if (key == "crossed" && kind == DesignKind::grid)
            return "means nothing in a grid design: all of its factors are crossed";
        if (key == "crossed")
            return fmt::format(
                "means nothing in a {} design, whose rows go together in another way: sample by sobol or "
                "latin-hypercube",
                name_of(kind));
        if (key == "seed")
            return fmt::format("means nothing in a {} design: it draws no random numbers", name_of(kind));
        return fmt::format("means nothing in a {} design", name_of(kind));
    }

    void read_numbers()
    {
        constexpr std::int64_t most_samples = 1'000'000, most_levels = 1000;
        if (auto const samples = keys_.whole_number("samples", 1, most_samples))
            result_.design.samples = static_cast<std::size_t>(*samples);
        if (auto const seed = keys_.whole_number("seed", 0, std::numeric_limits<std::int64_t>::max()))
            result_.seed = static_cast<std::uint64_t>(*seed);
        auto const levels = keys_.whole_number("levels", 2, most_levels);
        if (levels && *levels % 2 != 0)
            keys_.report(
                keys_.find("levels")->value.at, "levels",
                fmt::format("{} is odd: steps of the walks go over half of an even number of levels", *levels));
        if (levels)
            result_.design.levels = static_cast<std::size_t>(*levels);
    }

    void read_table()
    {
        auto const at = named_file(keys_, "file", file_);
        auto const text = at ? named_text(reading_, keys_, "file", *at, "the sweep") : std::nullopt;
        auto const table = text ? reading_.take(read_csv(*text, at->shown)) : std::nullopt;
        if (!table)
            return;
        result_.design.file = at->shown;
        result_.design.factors = factors_of(*table, ignored_columns(*table), reading_.problems);
        check_number_of_factors(keys_.find("file")->value.at, "file");
    }

    std::vector<std::string> ignored_columns(CsvTable const& table)
    {
        auto names = keys_.texts("ignore").value_or(std::vector<std::string>{});
        if (names.empty())
            return {};
        auto const& items = *keys_.find("ignore")->value.as<TomlArray>();
        for (std::size_t i = 0; i < names.size(); ++i)
            if (auto problem = problem_of_ignored(table, names[i]))
                keys_.report(items[i].at, "ignore", problem->message, problem->did_you_mean);
        return names;
    }

    void read_factors()
    {
        auto const* section = keys_.section("factors", "design.factors");
        if (!section)
            return;
        auto const before = reading_.problems.size();
        for (auto const& item : section->entries)
            if (auto factor = factor_in(item, result_.design.kind, file_.shown, reading_.problems))
                result_.design.factors.push_back(std::move(*factor));
        if (reading_.problems.size() > before)
            return;
        check_number_of_factors(keys_.find("factors")->value.at, "factors");
        if (result_.design.kind == DesignKind::list)
            check_lengths(result_.design.factors, "a list goes row by row");
    }

    /// The factors with which every row of the others is repeated, put behind these.
    void read_crossed()
    {
        if (!keys_.find("crossed"))
            return;
        auto const* section = keys_.section("crossed", "design.crossed");
        auto const before = reading_.problems.size();
        std::vector<Factor> crossed;
        for (std::size_t i = 0; section && i < section->entries.size(); ++i)
            if (auto factor = crossed_factor_in(section->entries[i]))
                crossed.push_back(std::move(*factor));
        if (reading_.problems.size() > before)
            return;
        auto const at = keys_.find("crossed")->value.at;
        if (crossed.empty())
            return keys_.report(at, "crossed", "holds no factor: nothing would be crossed");
        check_lengths(crossed, "crossed factors go together, value by value");
        check_alternatives(crossed);
        auto& factors = result_.design.factors;
        result_.design.crossed = crossed.size();
        std::ranges::move(crossed, std::back_inserter(factors));
        check_number_of_factors(at, "crossed");
    }

    /// It has values in their order, like a factor of a list.
    std::optional<Factor> crossed_factor_in(TomlEntry const& entry)
    {
        auto const* table = entry.value.as<TomlTable>();
        if (table && table->find("range") && !table->find("values"))
        {
            auto problem =
                problem_at(file_.shown, table->find("range")->key_at,
                           "is of a sampled factor: a crossed one has values, like { values = [0, 0.5, 1] }");
            problem.key = entry.key;
            reading_.problems.push_back(std::move(problem));
            return std::nullopt;
        }
        return factor_in(entry, DesignKind::list, file_.shown, reading_.problems);
    }

    /// What crossed factors are set to together is worth its runs only once.
    void check_alternatives(std::vector<Factor> const& crossed)
    {
        auto const& first = crossed.front();
        if (first.values.size() < 2)
            return report(first, "one value alone does not vary");
        std::set<std::vector<std::string>> met;
        for (std::size_t time = 0; time < first.values.size(); ++time)
        {
            std::vector<std::string> values;
            values.reserve(crossed.size());
            for (auto const& factor : crossed)
                values.push_back(time < factor.values.size() ? factor.values[time] : std::string{});
            if (!met.insert(std::move(values)).second)
                report(first, fmt::format("value {} of the crossed factors is there before", time + 1));
        }
    }

    void report(Factor const& factor, std::string message)
    {
        reading_.problems.push_back({.file = factor.file,
                                     .line = factor.at.line,
                                     .column = factor.at.column,
                                     .key = factor.path,
                                     .message = std::move(message)});
    }

    void check_number_of_factors(Position at, std::string_view key)
    {
        auto const count = result_.design.factors.size();
        if (count == 0 && reading_.problems.empty())
            keys_.report(at, key, "holds no factor: nothing would vary");
        if (count > most_factors)
            keys_.report(at, key, fmt::format("{} factors are more than {}", count, most_factors));
    }

    void check_lengths(std::vector<Factor> const& factors, std::string_view why)
    {
        for (auto const& factor : factors)
            if (factor.values.size() != factors.front().values.size())
                report(factor, fmt::format("has {} values, {} has {}: {}", factor.values.size(), factors.front().path,
                                           factors.front().values.size(), why));
    }
};

} // namespace

DesignSection design_in(TomlTable const& section, FileAt const& file, Reading& reading)
{
    return DesignReader{section, file, reading}.read();
}

} // namespace caremarket
