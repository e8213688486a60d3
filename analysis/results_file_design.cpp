#include "analysis/results_file_design.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"

#include <limits>

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr char const* kind_attribute = "caremarket_design";
constexpr char const* group_attribute = "caremarket_design_group";

/// Rows one after the other.
template <class T>
std::vector<T> flat(std::vector<std::vector<T>> const& rows)
{
    std::vector<T> all;
    for (std::vector<T> const& row : rows)
        all.insert(all.end(), row.begin(), row.end());
    return all;
}

/// What is said of each factor; nothing by programs that did not know it.
void write_words(hid_t group, char const* name, std::vector<std::string> const& words, char const* long_name)
{
    if (!words.empty())
        put_attribute(create_texts(group, name, {words.size()}, words), "long_name", long_name);
}

std::vector<std::string> read_words(hid_t group, char const* name)
{
    return H5Lexists(group, name, H5P_DEFAULT) > 0 ? read_texts(group, name) : std::vector<std::string>{};
}

template <class T>
std::vector<std::vector<T>> in_rows(std::vector<T> const& all, std::size_t length)
{
    std::vector<std::vector<T>> rows;
    for (std::size_t from = 0; from + length <= all.size(); from += length)
        rows.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(from),
                          all.begin() + static_cast<std::ptrdiff_t>(from + length));
    return rows;
}

} // namespace

void write_design(hid_t file, SampleAxis const& samples)
{
    put_attribute(file, kind_attribute, samples.design);
    put_attribute(file, group_attribute, static_cast<std::int64_t>(samples.group));
    Group const group = create_group(file, "design");
    std::vector<hsize_t> const lengths{samples.count(), samples.factors.size()};
    write_words(group, "factor", samples.factors, "path of the factor");
    write_words(group, "unit", samples.units, "unit of the factor");
    write_words(group, "meaning", samples.meanings, "what the factor is");
    put_attribute(create_texts(group, "value", lengths, flat(samples.values)), "long_name",
                  "value of the factor in the sample, as --set takes it");
    if (samples.points.empty())
        return;
    Dataset const points = create_dataset(group, "point", {.type = H5T_IEEE_F64LE, .lengths = lengths});
    write_all(points, H5T_NATIVE_DOUBLE, flat(samples.points).data());
    put_attribute(points, "long_name", "share of the factor's distribution that lies below the value");
}

SampleAxis read_design(hid_t file)
{
    SampleAxis samples;
    if (!has_attribute(file, kind_attribute))
        return samples;
    samples.design = text_attribute(file, kind_attribute);
    samples.group = static_cast<std::size_t>(integer_attribute(file, group_attribute));
    Group const group = open_group(file, "design");
    samples.factors = read_texts(group, "factor");
    samples.units = read_words(group, "unit");
    samples.meanings = read_words(group, "meaning");
    samples.values = in_rows(read_texts(group, "value"), samples.factors.size());
    if (H5Lexists(group, "point", H5P_DEFAULT) > 0)
    {
        std::vector<double> points(samples.count() * samples.factors.size());
        read_all(open_dataset(group, "point"), H5T_NATIVE_DOUBLE, points.size(), points.data());
        samples.points = in_rows(points, samples.factors.size());
    }
    return samples;
}

} // namespace caremarket
