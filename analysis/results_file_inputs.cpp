#include "analysis/results_file_inputs.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"

namespace caremarket
{

using namespace hdf5;

namespace
{

template <class Row>
std::vector<std::string> column(std::vector<Row> const& rows, std::string Row::*member)
{
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (Row const& row : rows)
        texts.push_back(row.*member);
    return texts;
}

Dataset write_names(hid_t group, std::string const& name, std::vector<std::string> const& names, char const* long_name)
{
    Dataset dataset = create_texts(group, name, {names.size()}, names);
    put_attribute(dataset, "long_name", long_name);
    make_scale(dataset, name);
    return dataset;
}

void write_column(hid_t group, std::string const& name, std::vector<std::string> const& texts, char const* long_name,
                  hid_t scale)
{
    Dataset const dataset = create_texts(group, name, {texts.size()}, texts);
    put_attribute(dataset, "long_name", long_name);
    attach_scale(dataset, scale, 0);
}

bool holds(hid_t group, char const* name)
{
    return H5Lexists(group, name, H5P_DEFAULT) > 0;
}

std::vector<InputText> read_files(hid_t group)
{
    auto const paths = read_texts(group, "file");
    auto const texts = read_texts(group, "text", paths.size()), hashes = read_texts(group, "sha256", paths.size());
    std::vector<InputText> files;
    for (std::size_t i = 0; i < paths.size(); ++i)
        files.push_back({paths[i], texts[i], hashes[i]});
    return files;
}

std::vector<ResolvedInput> read_resolved(hid_t group)
{
    auto const names = read_texts(group, "input");
    auto const texts = read_texts(group, "text", names.size());
    std::vector<ResolvedInput> inputs;
    for (std::size_t i = 0; i < names.size(); ++i)
        inputs.push_back({names[i], texts[i]});
    return inputs;
}

} // namespace

void write_inputs(hid_t file, StoredInputs const& inputs)
{
    Group const group = create_group(file, "inputs");
    // A dimension of length 0 is an unlimited one to netCDF: what is empty is left out.
    if (!inputs.files.empty())
    {
        Dataset const names =
            write_names(group, "file", column(inputs.files, &InputText::name), "path of an input file");
        write_column(group, "sha256", column(inputs.files, &InputText::sha256), "SHA-256 of the file", names);
        write_column(group, "text", column(inputs.files, &InputText::text), "the file, byte for byte", names);
    }
    if (!inputs.resolved.empty())
    {
        Group const resolved = create_group(group, "resolved");
        Dataset const names = write_names(resolved, "input", column(inputs.resolved, &ResolvedInput::name),
                                          "which input, after all files and overrides");
        write_column(resolved, "text", column(inputs.resolved, &ResolvedInput::text),
                     "its values and where each is from", names);
    }
}

StoredInputs read_inputs(hid_t file)
{
    Group const group = open_group(file, "inputs");
    StoredInputs inputs;
    if (holds(group, "file"))
        inputs.files = read_files(group);
    if (holds(group, "resolved"))
        inputs.resolved = read_resolved(open_group(group, "resolved"));
    return inputs;
}

} // namespace caremarket
