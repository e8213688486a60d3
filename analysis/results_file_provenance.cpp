#include "analysis/results_file_provenance.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_layout.hpp"

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr char const* schema_attribute = "caremarket_schema";
constexpr char const* version_attribute = "caremarket_version";

struct NamedText
{
    char const* attribute;
    std::string Provenance::*text;
};

// Written and read in this order.
constexpr NamedText named_texts[] = {
    {"title", &Provenance::title},
    {"institution", &Provenance::institution},
    {"source", &Provenance::source},
    {"history", &Provenance::history},
    {"references", &Provenance::references},
    {"comment", &Provenance::comment},
    {version_attribute, &Provenance::version},
    {"caremarket_git_revision", &Provenance::git_revision},
    {"caremarket_compiler", &Provenance::compiler},
    {"caremarket_inputs_hash", &Provenance::inputs_hash},
    {"caremarket_experiment", &Provenance::experiment},
    {"caremarket_baseline", &Provenance::baseline},
};

void write_target(hid_t file, SavingsTarget const& target)
{
    if (target.years.empty())
        return;
    std::vector<std::int32_t> years;
    std::vector<double> millions;
    for (SavingsTarget::Year const& year : target.years)
    {
        years.push_back(year.financial_year);
        millions.push_back(year.million_by_its_end);
    }
    put_attribute(file, "caremarket_savings_years", years);
    put_attribute(file, "caremarket_savings_million_pounds", millions);
    if (target.basis)
        put_attribute(file, "caremarket_savings_basis", name_of(*target.basis));
    put_attribute(file, "caremarket_savings_scope", target.scope);
    put_attribute(file, "caremarket_savings_share", target.share);
    put_attribute(file, "caremarket_savings_source", target.source);
}

SavingsTarget read_target(hid_t file)
{
    if (!has_attribute(file, "caremarket_savings_years"))
        return {};
    auto const years = integers_attribute(file, "caremarket_savings_years");
    auto const millions = reals_attribute(file, "caremarket_savings_million_pounds");
    if (years.size() != millions.size())
        throw ResultsFileError(file_of(file) + ": the savings target has other years than values");
    SavingsTarget target;
    for (std::size_t i = 0; i < years.size(); ++i)
        target.years.push_back({.financial_year = years[i], .million_by_its_end = millions[i]});
    if (has_attribute(file, "caremarket_savings_basis"))
        target.basis = named<SavingsTarget::Basis>(text_attribute(file, "caremarket_savings_basis"));
    target.scope = text_attribute(file, "caremarket_savings_scope");
    target.share = real_attribute(file, "caremarket_savings_share");
    target.source = text_attribute(file, "caremarket_savings_source");
    return target;
}

} // namespace

void write_provenance(hid_t file, Provenance const& provenance, std::string_view schema)
{
    put_attribute(file, "Conventions", "CF-1.10");
    put_attribute(file, schema_attribute, schema);
    for (auto const& [attribute, text] : named_texts)
        put_attribute(file, attribute, provenance.*text);
    put_attribute(file, "caremarket_dirty", std::int32_t{provenance.dirty});
    put_attribute(file, "caremarket_seed", provenance.seed);
    put_attribute(file, "caremarket_behaviour_version", std::int32_t{provenance.behaviour_version});
    write_target(file, provenance.savings_target);
}

Provenance read_provenance(hid_t file)
{
    Provenance provenance;
    for (auto const& [attribute, text] : named_texts)
        provenance.*text = text_attribute(file, attribute);
    provenance.dirty = integer_attribute(file, "caremarket_dirty") != 0;
    provenance.seed = integer_attribute(file, "caremarket_seed");
    provenance.behaviour_version = static_cast<int>(integer_attribute(file, "caremarket_behaviour_version"));
    provenance.savings_target = read_target(file);
    return provenance;
}

void expect_results_schema(hid_t file)
{
    if (!has_attribute(file, schema_attribute))
        throw ResultsFileError(file_of(file) + ": an HDF5 file, but not one of caremarket's results");
    std::string const schema = text_attribute(file, schema_attribute);
    if (schema == results_schema)
        return;
    if (schema == reduced_schema)
        throw ResultsFileError(file_of(file) +
                               ": it holds quantiles over replicates, as sweep collect --quantiles makes "
                               "them, and not the runs, which this needs: collect the sweep again "
                               "without --quantiles; quantiles are read with xarray or any other reader "
                               "of netCDF");
    std::string const writer = has_attribute(file, version_attribute) ? text_attribute(file, version_attribute) : "?";
    throw ResultsFileError(file_of(file) + ": its schema is " + schema + " and this program reads " +
                           std::string(results_schema) + ": read it with the version of caremarket that wrote it, " +
                           writer + ", or run the experiment again with this one");
}

} // namespace caremarket
