#include "scenarios/experiment_file.hpp"

#include "scenarios/file_head.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace caremarket
{

namespace
{

constexpr std::string_view required_of_experiment[] = {"place", "outlooks", "strategies", "baseline",
                                                       "start", "years",    "replicates", "seed"};
constexpr std::string_view optional_in_experiment[] = {"behaviour", "savings_target"};
constexpr std::string_view keys_of_target[] = {"basis", "scope", "share", "source"};
constexpr std::string_view usual_behaviour = "central";

void set(ResolvedInputs& settings, std::string_view key, InputValue value, Origin origin, Position at)
{
    origin.line = at.line;
    origin.column = at.column;
    settings.values.insert_or_assign("experiment." + std::string{key},
                                     ResolvedValue{std::move(value), std::move(origin)});
}

std::string name_in(Reference const& reference)
{
    return name_of_file(reference.name_or_path);
}

std::vector<std::string> names_of(std::vector<Reference> const& references)
{
    std::vector<std::string> names;
    std::transform(references.begin(), references.end(), std::back_inserter(names), name_in);
    return names;
}

/// Reads an experiment's file key by key.
class ExperimentReader
{
public:
    ExperimentReader(TomlTable const& toml, FileAt const& file, Problems& problems)
        : keys_(toml, "experiment", file.shown, problems), file_(file), problems_(problems)
    {
        origin_.what = Origin::What::file;
        origin_.file = file.shown;
    }

    ExperimentFile read()
    {
        auto head = head_in(keys_, required_of_experiment, optional_in_experiment);
        result_.settings.name = stem_of(file_);
        result_.settings.title = std::move(head.title);
        result_.settings.description = std::move(head.description);
        read_references();
        take_run_settings(keys_, origin_, result_.settings);
        read_baseline();
        read_target();
        return std::move(result_);
    }

private:
    FileKeys keys_;
    FileAt const& file_;
    Problems& problems_;
    Origin origin_;
    ExperimentFile result_;

    void read_references()
    {
        result_.place = one_reference("place");
        result_.outlooks = references("outlooks");
        result_.strategies = references("strategies");
        if (keys_.find("behaviour"))
            result_.behaviour = one_reference("behaviour");
        else
        {
            result_.behaviour.name_or_path = usual_behaviour;
            set(result_.settings, "behaviour", std::string{usual_behaviour}, {.what = Origin::What::catalogue}, {});
        }
    }

    Reference one_reference(std::string_view key)
    {
        auto reference = reference_in(keys_, key);
        if (!reference.name_or_path.empty())
            set(result_.settings, key, name_in(reference), origin_, reference.at);
        return reference;
    }

    std::vector<Reference> references(std::string_view key)
    {
        auto all = references_in(keys_, key);
        std::vector<std::string> names;
        for (auto const& reference : all)
        {
            check_name(key, name_in(reference), names, reference.at);
            names.push_back(name_in(reference));
        }
        if (!names.empty())
            set(result_.settings, key, joined_names(names), origin_, keys_.find(key)->value.at);
        return all;
    }

    void check_name(std::string_view key, std::string const& name, std::vector<std::string> const& before, Position at)
    {
        if (!can_be_listed(name))
            keys_.report(at, key, in_quotes(name) + " holds a semicolon or a control character");
        if (std::find(before.begin(), before.end(), name) != before.end())
            keys_.report(at, key,
                         fmt::format("two files are called {}: results could not be told apart", in_quotes(name)));
    }

    void read_baseline()
    {
        auto const baseline = keys_.text("baseline");
        if (!baseline)
            return;
        auto const at = keys_.find("baseline")->value.at;
        auto const known = names_of(result_.strategies);
        if (!known.empty() && std::find(known.begin(), known.end(), *baseline) == known.end())
            keys_.report(at, "baseline", fmt::format("{} is not one of the strategies", in_quotes(*baseline)),
                         nearest_name(*baseline, known));
        set(result_.settings, "baseline", *baseline, origin_, at);
    }

    void read_target()
    {
        auto const* table = keys_.section("savings_target");
        if (!table)
            return;
        FileKeys target{*table, "experiment.savings_target", file_.shown, problems_};
        read_texts_of_target(target);
        auto const before = problems_.size();
        bool has_years = false;
        for (auto const& item : table->entries)
            if (std::find(std::begin(keys_of_target), std::end(keys_of_target), item.key) == std::end(keys_of_target))
                has_years |= read_target_year(target, item);
        if (!has_years && problems_.size() == before)
            keys_.report(keys_.find("savings_target")->value.at, "savings_target",
                         "holds no year: write \"2016/17\" = 20.0");
    }

    void read_texts_of_target(FileKeys& target)
    {
        if (auto const share = target.number("share", 0.0, 1.0))
            set_of_target(target, "share", *share);
        for (auto const key : {"scope", "source"})
            if (auto const text = target.text(key))
                set_of_target(target, key, *text);
        if (auto const basis = target.text("basis"))
        {
            if (!named<SavingsTarget::Basis>(*basis))
            {
                auto const& names = NamesOf<SavingsTarget::Basis>::names;
                target.report(target.find("basis")->value.at, "basis",
                              fmt::format("{} is not one of {}", in_quotes(*basis), fmt::join(names, ", ")),
                              nearest_name(*basis, names));
            }
            set_of_target(target, "basis", *basis);
        }
    }

    void set_of_target(FileKeys& target, std::string_view key, InputValue value)
    {
        set(result_.settings, "savings_target." + std::string{key}, std::move(value), origin_,
            target.find(key)->value.at);
    }

    bool read_target_year(FileKeys& target, TomlEntry const& entry)
    {
        auto const year = financial_year_in(entry.key);
        if (!year)
        {
            target.report(entry.key_at, entry.key, "neither a financial year like \"2016/17\" nor a known key",
                          nearest_name(entry.key, keys_of_target));
            return false;
        }
        if (!is_inside_run(*year))
            target.report(entry.key_at, entry.key, "is outside the years of the experiment");
        constexpr double largest = 1e6; // GBP million: more than public spending
        auto const million = target.number(entry.key, 0.0, largest);
        if (million)
            set_of_target(target, entry.key, *million);
        return million.has_value();
    }

    /// True when start or years are not known: then something else is wrong.
    bool is_inside_run(int financial_year) const
    {
        auto const* start = caremarket::find(result_.settings, "experiment.start");
        auto const* years = caremarket::find(result_.settings, "experiment.years");
        if (!start || !years)
            return true;
        auto const first = financial_year_of(*date_in(std::get<std::string>(start->value)));
        return financial_year >= first && financial_year < first + static_cast<int>(std::get<double>(years->value));
    }
};

} // namespace

void take_run_settings(FileKeys& keys, Origin origin, ResolvedInputs& settings)
{
    auto const take = [&](std::string_view key, InputValue value)
    { set(settings, key, std::move(value), origin, keys.find(key)->value.at); };

    constexpr std::int64_t most_years = 50, most_replicates = 1'000'000;
    if (auto const years = keys.whole_number("years", 1, most_years))
        take("years", static_cast<double>(*years));
    if (auto const replicates = keys.whole_number("replicates", 1, most_replicates))
        take("replicates", static_cast<double>(*replicates));
    if (auto const seed = keys.whole_number("seed", 0, std::numeric_limits<std::int64_t>::max()))
        take("seed", std::to_string(*seed)); // a text: a number would lose digits above 2^53
    if (auto const start = keys.date("start"))
    {
        constexpr int first_year = 1950, last_year = 2150;
        auto const year = financial_year_of(*start);
        if (*start != first_of_april(year))
            keys.report(keys.find("start")->value.at, "start",
                        fmt::format("{} is not the first day of a financial year, 1 April", iso_text(*start)));
        else if (year < first_year || year > last_year)
            keys.report(keys.find("start")->value.at, "start",
                        fmt::format("{} is outside {}–{}", iso_text(*start), first_year, last_year));
        else
            take("start", iso_text(*start));
    }
}

ExperimentFile experiment_file_in(TomlTable const& toml, FileAt const& file, Problems& problems)
{
    if (!toml.entries.empty())
        return ExperimentReader{toml, file, problems}.read();
    problems.push_back(
        problem_at(file.shown, {},
                   fmt::format("is empty: an experiment has schema, {}", fmt::join(required_of_experiment, ", "))));
    return {};
}

} // namespace caremarket
