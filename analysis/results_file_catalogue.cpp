#include "analysis/results_file_catalogue.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_layout.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr char const* chosen_attribute = "chosen"; // names of metrics, none of which has a space

std::vector<std::string> words_of(std::string const& text)
{
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), {}};
}

/// Writes the columns of one table, all along the dimension `metric`.
class TableWriter
{
public:
    TableWriter(hid_t parent, std::string const& name, std::vector<StoredMetric> const& rows)
        : rows_(rows), group_(create_group(parent, name))
    {
        names_ = create_texts(group_, "metric", {rows.size()}, column([](auto const& m) { return m.name; }));
        put_attribute(names_, "long_name", "name of the metric");
        make_scale(names_, "metric");
    }

    template <class TextOf>
    void texts(char const* name, char const* long_name, TextOf text_of) const
    {
        finish(create_texts(group_, name, {rows_.size()}, column(text_of)), long_name);
    }

    void is_care() const
    {
        std::vector<std::uint8_t> values;
        for (StoredMetric const& m : rows_)
            values.push_back(m.is_care);
        Dataset dataset = create_dataset(group_, "is_care", {.type = H5T_STD_U8LE, .lengths = {rows_.size()}});
        write_all(dataset, H5T_NATIVE_UINT8, values.data());
        put_attribute(dataset, "flag_values", std::vector<std::uint8_t>{0, 1});
        put_attribute(dataset, "flag_meanings", "no yes");
        finish(std::move(dataset), "says how people fare");
    }

    void factor() const
    {
        std::vector<double> values;
        for (StoredMetric const& m : rows_)
            values.push_back(m.factor);
        Dataset dataset = create_dataset(group_, "factor", {.type = H5T_IEEE_F64LE, .lengths = {rows_.size()}});
        write_all(dataset, H5T_NATIVE_DOUBLE, values.data());
        finish(std::move(dataset), "by which the difference or ratio is multiplied, to be in its unit");
    }

private:
    template <class TextOf>
    std::vector<std::string> column(TextOf text_of) const
    {
        std::vector<std::string> texts;
        for (StoredMetric const& m : rows_)
            texts.emplace_back(text_of(m));
        return texts;
    }

    void finish(Dataset dataset, char const* long_name) const
    {
        put_attribute(dataset, "long_name", long_name);
        attach_scale(dataset, names_, 0);
    }

    std::vector<StoredMetric> const& rows_;
    Group group_;
    Dataset names_;
};

void write_common(TableWriter const& table)
{
    table.texts("unit", "unit of the metric", [](auto const& m) { return m.unit; });
    table.texts("meaning", "what the metric says", [](auto const& m) { return m.meaning; });
    table.texts("better", "direction in which the metric is better", [](auto const& m) { return word(m.better); });
    table.is_care();
}

void write_derived(hid_t catalogue, std::vector<StoredMetric> const& rows)
{
    TableWriter const table(catalogue, "derived", rows);
    write_common(table);
    table.texts("form", "difference: (a - b) * factor; ratio: a / b * factor, after a and b have been summed",
                [](auto const& m) { return word(m.form); });
    table.texts("a", "recorded metric a", [](auto const& m) { return m.a; });
    table.texts("b", "recorded metric b", [](auto const& m) { return m.b; });
    table.factor();
}

/// Reads what both tables have.
std::vector<StoredMetric> read_common(hid_t group)
{
    auto const names = read_texts(group, "metric");
    auto const units = read_texts(group, "unit", names.size()), meanings = read_texts(group, "meaning", names.size()),
               better = read_texts(group, "better", names.size());
    std::vector<std::uint8_t> care(names.size());
    read_all(open_dataset(group, "is_care"), H5T_NATIVE_UINT8, care.size(), care.data());

    std::vector<StoredMetric> rows;
    for (std::size_t i = 0; i < names.size(); ++i)
        rows.push_back({.name = names[i],
                        .unit = units[i],
                        .meaning = meanings[i],
                        .better = value_of<Better>(better[i]),
                        .is_care = care[i] != 0,
                        .a = {},
                        .b = {}});
    return rows;
}

std::vector<StoredMetric> read_recorded(hid_t group)
{
    std::vector<StoredMetric> rows = read_common(group);
    auto const dimensions = read_texts(group, "dimensions", rows.size()), over = read_texts(group, "over", rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        rows[i].dimensions = value_of<Dimensions>(dimensions[i]);
        rows[i].over = value_of<Over>(over[i]);
    }
    return rows;
}

std::vector<StoredMetric> read_derived(hid_t group, MetricCatalogue const& catalogue)
{
    std::vector<StoredMetric> rows = read_common(group);
    auto const forms = read_texts(group, "form", rows.size()), as = read_texts(group, "a", rows.size()),
               bs = read_texts(group, "b", rows.size());
    std::vector<double> factors(rows.size());
    read_all(open_dataset(group, "factor"), H5T_NATIVE_DOUBLE, factors.size(), factors.data());
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        StoredMetric const *const a = catalogue.find(as[i]), *const b = catalogue.find(bs[i]);
        if (!a || !b)
            throw ResultsFileError(file_of(group) + ": " + rows[i].name + " is formed from metrics it does not hold");
        rows[i].form = value_of<StoredMetric::Form>(forms[i]);
        rows[i].a = a->name;
        rows[i].b = b->name;
        rows[i].factor = factors[i];
        rows[i].dimensions = std::min(a->dimensions, b->dimensions);
        rows[i].over = a->over;
    }
    return rows;
}

} // namespace

void write_catalogue(hid_t file, MetricCatalogue const& catalogue)
{
    Group const group = create_group(file, "catalogue");
    if (!catalogue.chosen.empty())
        put_attribute(group, chosen_attribute, fmt::format("{}", fmt::join(catalogue.chosen, " ")));
    TableWriter const recorded(group, "recorded", catalogue.recorded);
    write_common(recorded);
    recorded.texts("dimensions", "axes of the metric besides outlook, strategy, replicate and time",
                   [](auto const& m) { return word(m.dimensions); });
    recorded.texts("over", "how periods make longer ones: sum, or the point at their end",
                   [](auto const& m) { return word(m.over); });
    if (!catalogue.derived.empty())
        write_derived(group, catalogue.derived);
}

MetricCatalogue read_catalogue(hid_t file)
{
    Group const group = open_group(file, "catalogue");
    MetricCatalogue catalogue;
    if (has_attribute(group, chosen_attribute))
        catalogue.chosen = words_of(text_attribute(group, chosen_attribute));
    catalogue.recorded = read_recorded(open_group(group, "recorded"));
    if (H5Lexists(group, "derived", H5P_DEFAULT) > 0)
        catalogue.derived = read_derived(open_group(group, "derived"), catalogue);
    return catalogue;
}

} // namespace caremarket
