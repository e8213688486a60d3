#include "analysis/results_file_coordinates.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_datasets.hpp"
#include "analysis/results_file_design.hpp"
#include "scenarios/number_text.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace caremarket
{

using namespace hdf5;

namespace
{

constexpr char const* period_attribute = "caremarket_record_period";
constexpr char const* space_attribute = "caremarket_record_space";
constexpr char const* locality_label = "locality_name";
constexpr char const* commissioner_label = "locality_commissioner";
constexpr char const* year_label = "year_name";

std::vector<std::int32_t> counted_from(int first, std::size_t count)
{
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

std::vector<std::string> year_names(ResultsAxes const& axes)
{
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(axes.years));
    for (int year = 0; year < axes.years; ++year)
        names.push_back(financial_year_name(axes.first_year + year));
    return names;
}

std::vector<std::int32_t> first_days(ResultsAxes const& axes)
{
    std::vector<std::int32_t> days;
    for (std::size_t p = 0; p < axes.periods(axes.period); ++p)
        days.push_back(static_cast<std::int32_t>(first_day(axes, axes.period, p).time_since_epoch().count()));
    return days;
}

/// Nothing when one of them is no number.
std::optional<std::vector<double>> as_numbers(std::vector<std::string> const& texts)
{
    std::vector<double> numbers;
    for (std::string const& text : texts)
    {
        auto const number = number_in(text);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

template <class Enum>
Enum named_in(hid_t file, char const* attribute)
{
    std::string const name = text_attribute(file, attribute);
    if (auto const value = named<Enum>(name))
        return *value;
    throw ResultsFileError(file_of(file) + ": " + attribute + " is \"" + name + "\", which this program does not know");
}

std::vector<std::int32_t> read_numbers(hid_t file, std::string const& name)
{
    Dataset const dataset = open_dataset(file, name);
    auto const lengths = lengths_of(dataset);
    std::vector<std::int32_t> numbers(lengths.size() == 1 ? lengths[0] : 0);
    if (numbers.empty())
        throw ResultsFileError(file_of(file) + ": coordinate " + name + " is empty");
    read_all(dataset, H5T_NATIVE_INT32, numbers.size(), numbers.data());
    return numbers;
}

} // namespace

Coordinates::Coordinates(hid_t file, ResultsAxes const& axes) : file_(file)
{
    put_attribute(file, period_attribute, name_of(axes.period));
    put_attribute(file, space_attribute, name_of(axes.space));

    if (axes.samples.is_there())
        add_samples(axes.samples);
    add_texts("outlook", axes.outlooks, "outlook: what nobody here decides");
    add_texts("strategy", axes.strategies, "commissioning strategy");
    last_of_runs_ = dimension_name(run_axes(axes).back(), axes.period);
    if (axes.quantiles.empty())
    {
        add_numbers("replicate", counted_from(0, axes.replicates),
                    "replicate: the same chance events in every strategy");
        put_attribute(datasets_["replicate"], "standard_name", "realization");
        put_attribute(datasets_["replicate"], "units", "1");
    }
    else
        add_quantiles(axes.quantiles);
    if (axes.period != RecordPeriod::year)
        add_period(axes);
    add_numbers("year", counted_from(axes.first_year, static_cast<std::size_t>(axes.years)),
                "financial year, by the calendar year of its 1 April");
    put_attribute(datasets_["year"], "units", "1");
    add_labels(year_label, "year", year_names(axes), "financial year");
    add_texts("service", axes.services, "line of care");
    add_texts("channel", axes.channels, "how the council buys care");
    add_texts("locality", axes.locality_codes, "locality, by its code in the place's tables");
    add_labels(locality_label, "locality", axes.locality_names, "name of the locality");
    std::vector<std::string> commissioners = axes.locality_commissioners;
    commissioners.resize(axes.locality_codes.size()); // an empty name: not known
    add_labels(commissioner_label, "locality", commissioners, "council answerable for the locality");
}

Dataset& Coordinates::add(std::string const& name, Dataset dataset, char const* long_name)
{
    put_attribute(dataset, "long_name", long_name);
    return datasets_[name] = std::move(dataset);
}

void Coordinates::add_texts(std::string const& name, std::vector<std::string> const& texts, char const* long_name)
{
    make_scale(add(name, create_texts(file_, name, {texts.size()}, texts), long_name), name);
}

void Coordinates::add_numbers(std::string const& name, std::vector<std::int32_t> const& numbers, char const* long_name)
{
    Dataset dataset = create_dataset(file_, name, {.type = H5T_STD_I32LE, .lengths = {numbers.size()}});
    write_all(dataset, H5T_NATIVE_INT32, numbers.data());
    make_scale(add(name, std::move(dataset), long_name), name);
}

void Coordinates::add_period(ResultsAxes const& axes)
{
    std::string const name{name_of(axes.period)};
    add_numbers(name, first_days(axes), (name + ", by its first day").c_str());
    Dataset const& period = datasets_[name];
    put_attribute(period, "standard_name", "time");
    put_attribute(period, "units", "days since 1970-01-01");
    put_attribute(period, "calendar", "standard");
    put_attribute(period, "axis", "T");
}

void Coordinates::add_labels(std::string const& name, std::string const& of, std::vector<std::string> const& texts,
                             char const* long_name)
{
    attach_scale(add(name, create_texts(file_, name, {texts.size()}, texts), long_name), datasets_[of], 0);
}

void Coordinates::add_quantiles(std::vector<double> const& probabilities)
{
    Dataset dataset = create_dataset(file_, "quantile", {.type = H5T_IEEE_F64LE, .lengths = {probabilities.size()}});
    write_all(dataset, H5T_NATIVE_DOUBLE, probabilities.data());
    put_attribute(dataset, "units", "1");
    put_attribute(dataset, "definition",
                  "Hyndman and Fan (1996) type 7, as numpy.quantile by default: at place (n - 1) p of the n sorted "
                  "values, counted from 0, straight between neighbours");
    make_scale(add("quantile", std::move(dataset), "quantile over the replicates that did not fail"), "quantile");
}

void Coordinates::add_samples(SampleAxis const& samples)
{
    add_numbers("sample", counted_from(0, samples.count()), "sample: a row of the sweep's design");
    put_attribute(datasets_["sample"], "units", "1");
    for (std::size_t factor = 0; factor < samples.factors.size(); ++factor)
    {
        std::string const& name = samples.factors[factor];
        char const* const meaning = samples.meanings.empty() ? "factor of the sweep" : samples.meanings[factor].c_str();
        std::vector<std::string> column;
        for (std::vector<std::string> const& row : samples.values)
            column.push_back(row[factor]);
        if (auto const numbers = as_numbers(column))
        {
            Dataset dataset = create_dataset(file_, name, {.type = H5T_IEEE_F64LE, .lengths = {column.size()}});
            write_all(dataset, H5T_NATIVE_DOUBLE, numbers->data());
            attach_scale(add(name, std::move(dataset), meaning), datasets_["sample"], 0);
        }
        else
            add_labels(name, "sample", column, meaning);
        if (!samples.units.empty())
            put_attribute(datasets_[name], "units", samples.units[factor]);
    }
    factors_ = samples.factors;
}

void Coordinates::link_into(hid_t group, RecordPeriod length) const
{
    std::vector<std::string> names{"outlook", "strategy", last_of_runs_, std::string(name_of(length))};
    if (!factors_.empty())
    {
        names.emplace_back("sample");
        names.insert(names.end(), factors_.begin(), factors_.end());
    }
    if (length == RecordPeriod::year)
        names.emplace_back(year_label);
    names.insert(names.end(), {"service", "channel", "locality", locality_label, commissioner_label});
    link_into(group, names);
}

void Coordinates::link_into(hid_t group, std::vector<std::string> const& names) const
{
    for (std::string const& name : names)
        if (H5Lcreate_hard(file_, name.c_str(), group, name.c_str(), H5P_DEFAULT, H5P_DEFAULT) < 0)
            fail(file_, "link coordinate", name);
}

void Coordinates::attach(hid_t dataset, std::span<Axis const> axes, RecordPeriod length) const
{
    for (std::size_t i = 0; i < axes.size(); ++i)
        attach_scale(dataset, datasets_.at(dimension_name(axes[i], length)), i);
}

std::string Coordinates::labels_of(std::vector<Axis> const& axes, RecordPeriod length) const
{
    std::string labels = length == RecordPeriod::year ? year_label : "";
    for (std::string const& factor : factors_)
        labels += (labels.empty() ? "" : " ") + factor;
    if (axes.back() == Axis::locality)
        labels += (labels.empty() ? "" : " ") + std::string(locality_label) + " " + commissioner_label;
    return labels;
}

ResultsAxes read_axes(hid_t file)
{
    std::vector<std::int32_t> const years = read_numbers(file, "year");
    std::vector<std::string> commissioners = read_texts(file, commissioner_label);
    if (std::all_of(commissioners.begin(), commissioners.end(), [](std::string const& name) { return name.empty(); }))
        commissioners.clear();
    return {.outlooks = read_texts(file, "outlook"),
            .strategies = read_texts(file, "strategy"),
            .replicates = read_numbers(file, "replicate").size(),
            .first_year = years.front(),
            .years = static_cast<int>(years.size()),
            .locality_codes = read_texts(file, "locality"),
            .locality_names = read_texts(file, locality_label),
            .locality_commissioners = std::move(commissioners),
            .period = named_in<RecordPeriod>(file, period_attribute),
            .space = named_in<RecordSpace>(file, space_attribute),
            .services = read_texts(file, "service"),
            .channels = read_texts(file, "channel"),
            .samples = read_design(file)};
}

} // namespace caremarket
