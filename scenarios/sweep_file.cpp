#include "scenarios/sweep_file.hpp"

#include "scenarios/design_file.hpp"
#include "scenarios/file_head.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::string_view required_keys[] = {"experiment", "design"};
constexpr std::string_view optional_keys[] = {"years", "replicates", "outlooks", "strategies", "record", "record_by"};

/// Reads a sweep's file key by key.
class SweepReader
{
public:
    SweepReader(TomlTable const& toml, FileAt const& file, Reading& reading)
        : keys_(toml, "sweep", file.shown, reading.problems), file_(file), reading_(reading)
    {}

    SweepFile read()
    {
        allow_known_keys();
        auto head = head_in(keys_);
        keys_.require(required_keys);
        result_.name = stem_of(file_);
        result_.title = std::move(head.title);
        result_.description = std::move(head.description);
        result_.file = file_.shown;
        if (auto const experiment = keys_.text("experiment"))
            result_.experiment = {*experiment, keys_.find("experiment")->value.at};
        take_run_settings(keys_, {.what = Origin::What::file, .file = file_.shown}, result_.settings);
        result_.outlooks = names("outlooks");
        result_.strategies = names("strategies");
        result_.record.period = keys_.choice<RecordPeriod>("record").value_or(result_.record.period);
        result_.record.space = keys_.choice<RecordSpace>("record_by").value_or(result_.record.space);
        read_design();
        return std::move(result_);
    }

private:
    FileKeys keys_;
    FileAt const& file_;
    Reading& reading_;
    SweepFile result_;

    void allow_known_keys()
    {
        std::vector<std::string> known{std::begin(head_keys), std::end(head_keys)};
        known.insert(known.end(), std::begin(required_keys), std::end(required_keys));
        known.insert(known.end(), std::begin(optional_keys), std::end(optional_keys));
        keys_.allow_only(known);
    }

    std::vector<Reference> names(std::string_view key)
    {
        auto const texts = keys_.texts(key);
        if (!texts)
            return {};
        auto const& items = *keys_.find(key)->value.as<TomlArray>();
        std::vector<Reference> all;
        for (std::size_t i = 0; i < texts->size(); ++i)
            all.push_back({(*texts)[i], items[i].at});
        return all;
    }

    void read_design()
    {
        auto const* entry = keys_.find("design");
        if (!entry)
            return;
        auto const* section = entry->value.as<TomlTable>();
        if (!section)
        {
            keys_.report(entry->value.at, "design", "is a section: write [design]");
            return;
        }
        auto read = design_in(*section, file_, reading_);
        result_.design = std::move(read.design);
        result_.seed = read.seed;
    }
};

} // namespace

SweepFile sweep_file_in(TomlTable const& toml, FileAt const& file, Reading& reading)
{
    if (!toml.entries.empty())
        return SweepReader{toml, file, reading}.read();
    reading.problems.push_back(
        problem_at(file.shown, {}, fmt::format("is empty: a sweep has schema, {}", fmt::join(required_keys, ", "))));
    return {};
}

} // namespace caremarket
