#include "analysis/parts_plan.hpp"

#include "analysis/results_file_on_disk.hpp"
#include "scenarios/sha256.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

Json to_json(ResultsAxes const& axes)
{
    Json localities = Json::array();
    for (std::size_t i = 0; i < axes.locality_codes.size(); ++i)
    {
        localities.push_back({{"code", axes.locality_codes[i]}, {"name", axes.locality_names.at(i)}});
        if (!axes.locality_commissioners.empty())
            localities.back()["commissioner"] = axes.locality_commissioners.at(i);
    }
    Json json{{"outlooks", axes.outlooks},     {"strategies", axes.strategies}, {"replicates", axes.replicates},
              {"first_year", axes.first_year}, {"years", axes.years},           {"localities", localities},
              {"services", axes.services},     {"channels", axes.channels},     {"period", name_of(axes.period)},
              {"space", name_of(axes.space)}};
    if (axes.samples.is_there())
        json["samples"] = {{"design", axes.samples.design},    {"group", axes.samples.group},
                           {"factors", axes.samples.factors},  {"values", axes.samples.values},
                           {"points", axes.samples.points},    {"units", axes.samples.units},
                           {"meanings", axes.samples.meanings}};
    return json;
}

template <class Enum>
Enum named_in(Json const& json, char const* key)
{
    auto const name = json.at(key).get<std::string>();
    if (auto const value = named<Enum>(name))
        return *value;
    throw ResultsFileError(std::string(key) + " is \"" + name + "\", which this program does not know");
}

ResultsAxes axes_from(Json const& json)
{
    ResultsAxes axes;
    json.at("outlooks").get_to(axes.outlooks);
    json.at("strategies").get_to(axes.strategies);
    json.at("replicates").get_to(axes.replicates);
    json.at("first_year").get_to(axes.first_year);
    json.at("years").get_to(axes.years);
    for (Json const& locality : json.at("localities"))
    {
        axes.locality_codes.push_back(locality.at("code").get<std::string>());
        axes.locality_names.push_back(locality.at("name").get<std::string>());
        if (locality.contains("commissioner"))
            axes.locality_commissioners.push_back(locality.at("commissioner").get<std::string>());
    }
    json.at("services").get_to(axes.services);
    json.at("channels").get_to(axes.channels);
    axes.period = named_in<RecordPeriod>(json, "period");
    axes.space = named_in<RecordSpace>(json, "space");
    if (json.contains("samples"))
    {
        Json const& samples = json.at("samples");
        samples.at("design").get_to(axes.samples.design);
        samples.at("group").get_to(axes.samples.group);
        samples.at("factors").get_to(axes.samples.factors);
        samples.at("values").get_to(axes.samples.values);
        samples.at("points").get_to(axes.samples.points);
        axes.samples.units = samples.value("units", std::vector<std::string>{}); // earlier versions did not tell
        axes.samples.meanings = samples.value("meanings", std::vector<std::string>{});
    }
    return axes;
}

Json plain_json(SavingsTarget const& target)
{
    Json years = Json::array();
    for (SavingsTarget::Year const& year : target.years)
        years.push_back({{"financial_year", year.financial_year}, {"million_pounds", year.million_by_its_end}});
    Json json = {{"years", years}, {"scope", target.scope}, {"share", target.share}, {"source", target.source}};
    if (target.basis)
        json["basis"] = name_of(*target.basis);
    return json;
}

SavingsTarget target_from(Json const& json)
{
    SavingsTarget target;
    for (Json const& year : json.at("years"))
        target.years.push_back({.financial_year = year.at("financial_year").get<int>(),
                                .million_by_its_end = year.at("million_pounds").get<double>()});
    if (json.contains("basis"))
        target.basis = named_in<SavingsTarget::Basis>(json, "basis");
    json.at("scope").get_to(target.scope);
    json.at("share").get_to(target.share);
    json.at("source").get_to(target.source);
    return target;
}

struct KeptText
{
    char const* key;
    std::string Provenance::*text;
};

constexpr KeptText kept_texts[] = {
    {"title", &Provenance::title},           {"institution", &Provenance::institution},
    {"source", &Provenance::source},         {"history", &Provenance::history},
    {"references", &Provenance::references}, {"comment", &Provenance::comment},
    {"version", &Provenance::version},       {"git_revision", &Provenance::git_revision},
    {"compiler", &Provenance::compiler},     {"inputs_hash", &Provenance::inputs_hash},
    {"experiment", &Provenance::experiment}, {"baseline", &Provenance::baseline},
};

Json to_json(Provenance const& provenance)
{
    Json json;
    for (auto const& [key, text] : kept_texts)
        json[key] = provenance.*text;
    json["dirty"] = provenance.dirty;
    json["seed"] = provenance.seed;
    json["behaviour_version"] = provenance.behaviour_version;
    json["savings_target"] = plain_json(provenance.savings_target);
    return json;
}

Provenance provenance_from(Json const& json)
{
    Provenance provenance;
    for (auto const& [key, text] : kept_texts)
        json.at(key).get_to(provenance.*text);
    json.at("dirty").get_to(provenance.dirty);
    json.at("seed").get_to(provenance.seed);
    json.at("behaviour_version").get_to(provenance.behaviour_version);
    provenance.savings_target = target_from(json.at("savings_target"));
    return provenance;
}

Json to_json(StoredInputs const& inputs)
{
    Json files = Json::array(), resolved = Json::array();
    for (InputText const& file : inputs.files)
        files.push_back({{"name", file.name}, {"sha256", file.sha256}, {"text", file.text}});
    for (ResolvedInput const& input : inputs.resolved)
        resolved.push_back({{"name", input.name}, {"text", input.text}});
    return {{"files", files}, {"resolved", resolved}};
}

StoredInputs inputs_from(Json const& json)
{
    StoredInputs inputs;
    for (Json const& file : json.at("files"))
        inputs.files.push_back({.name = file.at("name").get<std::string>(),
                                .text = file.at("text").get<std::string>(),
                                .sha256 = file.at("sha256").get<std::string>()});
    for (Json const& input : json.at("resolved"))
        inputs.resolved.push_back({input.at("name").get<std::string>(), input.at("text").get<std::string>()});
    return inputs;
}

Json to_json(Plan const& plan)
{
    Json cells = Json::array();
    std::size_t const strategies = plan.axes.strategies.size(), outlooks = plan.axes.outlooks.size();
    for (std::size_t i = 0; i < plan.cell_hashes.size(); ++i)
    {
        cells.push_back({{"outlook", plan.axes.outlooks.at(i / strategies % outlooks)},
                         {"strategy", plan.axes.strategies.at(i % strategies)},
                         {"hash", plan.cell_hashes[i]}});
        if (plan.axes.samples.is_there())
            cells.back()["sample"] = i / strategies / outlooks;
    }
    Json json{{"schema", plan_schema},
              {"axes", to_json(plan.axes)},
              {"replicates_per_part", plan.replicates_per_part},
              {"cells", cells},
              {"provenance", to_json(plan.provenance)},
              {"inputs", to_json(plan.inputs)}};
    json["sha256"] = sha256_of(json.dump());
    return json;
}

/// A value changed by hand would label other numbers than those that were run.
void expect_untouched(Json& json)
{
    if (!json.contains("sha256"))
        return; // a plan of an earlier version
    auto const stored = json.at("sha256").get<std::string>();
    json.erase("sha256");
    if (sha256_of(json.dump()) != stored)
        throw ResultsFileError("it is not as it was written: plan again");
}

void expect_schema(Json const& json)
{
    std::string const schema = json.is_object() ? json.value("schema", "none") : "none";
    if (schema != plan_schema)
        throw ResultsFileError("its schema is " + schema + " and this program reads " + std::string(plan_schema) +
                               ": go on with the version of caremarket that made the plan, or plan again");
}

Plan plan_from(Json json)
{
    expect_schema(json);
    expect_untouched(json);
    Plan plan{.axes = axes_from(json.at("axes")),
              .provenance = provenance_from(json.at("provenance")),
              .inputs = inputs_from(json.at("inputs")),
              .replicates_per_part = json.at("replicates_per_part").get<std::size_t>(),
              .cell_hashes = {}};
    for (Json const& cell : json.at("cells"))
        plan.cell_hashes.push_back(cell.at("hash").get<std::string>());
    if (plan.cell_hashes.size() * plan.axes.replicates != plan.axes.run_count() || plan.replicates_per_part == 0)
        throw ResultsFileError("it does not list one cell for every sample, outlook and strategy");
    return plan;
}

std::size_t parts_of_a_cell(Plan const& plan)
{
    return (plan.axes.replicates + plan.replicates_per_part - 1) / plan.replicates_per_part;
}

} // namespace

std::size_t part_count(Plan const& plan)
{
    return plan.cell_hashes.size() * parts_of_a_cell(plan);
}

PlannedPart planned_part(Plan const& plan, std::size_t number)
{
    std::size_t const cell = number / parts_of_a_cell(plan);
    std::size_t const first = number % parts_of_a_cell(plan) * plan.replicates_per_part;
    return {.sample = cell / plan.axes.strategies.size() / plan.axes.outlooks.size(),
            .outlook = cell / plan.axes.strategies.size() % plan.axes.outlooks.size(),
            .strategy = cell % plan.axes.strategies.size(),
            .key = {.cell_hash = plan.cell_hashes[cell],
                    .first_replicate = first,
                    .count = std::min(plan.replicates_per_part, plan.axes.replicates - first)}};
}

std::vector<PlannedPart> planned_parts(Plan const& plan)
{
    std::vector<PlannedPart> parts;
    for (std::size_t number = 0; number < part_count(plan); ++number)
        parts.push_back(planned_part(plan, number));
    return parts;
}

std::filesystem::path plan_path(std::filesystem::path const& folder)
{
    return folder / "plan.json";
}

void write_plan(std::filesystem::path const& path, Plan const& plan)
try
{
    write_whole_file(path, to_json(plan).dump(2) + '\n');
}
catch (Json::exception const& error) // a text that is not UTF-8
{
    throw ResultsFileError(path.string() + ": cannot write the plan: " + error.what());
}

Plan read_plan(std::filesystem::path const& path)
{
    std::string const text = read_whole_file(path);
    try
    {
        return plan_from(Json::parse(text));
    }
    catch (Json::exception const& error)
    {
        throw ResultsFileError(path.string() + ": not a plan this program can read: " + error.what());
    }
    catch (ResultsFileError const& error)
    {
        throw ResultsFileError(path.string() + ": " + error.what());
    }
}

} // namespace caremarket
