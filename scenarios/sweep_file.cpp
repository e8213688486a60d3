#include "scenarios/sweep_file.hpp"

#include "scenarios/design_file.hpp"
#include "scenarios/file_head.hpp"

#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::string_view required_of_sweep[] = {"experiment", "design"};
constexpr std::string_view optional_in_sweep[] = {"years",      "replicates", "outlooks",
                                                  "strategies", "record",     "record_by"};

/// Reads a sweep's file key by key.
class SweepReader
{
public:
    SweepReader(TomlTable const& toml, FileAt const& file, Reading& reading)
        : keys_(toml, "sweep", file.shown, reading.problems), file_(file), reading_(reading)
    {}

    SweepFile read()
    {
        auto head = head_in(keys_, required_of_sweep, optional_in_sweep);
        result_.name = stem_of(file_);
        result_.title = std::move(head.title);
        result_.description = std::move(head.description);
        result_.file = file_.shown;
        result_.experiment = reference_in(keys_, "experiment");
        take_run_settings(keys_, {.what = Origin::What::file, .file = file_.shown}, result_.settings);
        result_.outlooks = references_in(keys_, "outlooks");
        result_.strategies = references_in(keys_, "strategies");
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

    void read_design()
    {
        auto const* section = keys_.section("design");
        if (!section)
            return;
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
    reading.problems.push_back(problem_at(
        file.shown, {}, fmt::format("is empty: a sweep has schema, {}", fmt::join(required_of_sweep, ", "))));
    return {};
}

} // namespace caremarket
