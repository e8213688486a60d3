#include "analysis/results_file_layout.hpp"

#include "analysis/results_file_error.hpp"

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

template <class Enum>
struct WordsOf;
template <>
struct WordsOf<StoredMetric::Form>
{
    static constexpr std::array<std::string_view, 3> words{"recorded", "difference", "ratio"};
};
template <>
struct WordsOf<Better>
{
    static constexpr std::array<std::string_view, 3> words{"up", "down", "neither"};
};
template <>
struct WordsOf<Over>
{
    static constexpr std::array<std::string_view, 2> words{"sum", "point"};
};
template <>
struct WordsOf<Dimensions>
{
    static constexpr std::array<std::string_view, 3> words{"place", "service locality", "service channel locality"};
};

template <class Enum>
std::string_view word_of(Enum value)
{
    return WordsOf<Enum>::words[static_cast<std::size_t>(value)];
}

std::vector<Axis> axes_of(StoredMetric const& metric, ResultsAxes const& file)
{
    std::vector<Axis> axes = run_axes(file);
    axes.push_back(Axis::period);
    if (metric.has_services())
        axes.push_back(Axis::service);
    if (metric.has_channels())
        axes.push_back(Axis::channel);
    if (metric.has_services() && file.space == RecordSpace::locality)
        axes.push_back(Axis::locality);
    return axes;
}

std::size_t length_of(Axis axis, ResultsAxes const& axes, RecordPeriod period)
{
    switch (axis)
    {
    case Axis::sample: return axes.samples.count();
    case Axis::outlook: return axes.outlooks.size();
    case Axis::strategy: return axes.strategies.size();
    case Axis::replicate: return axes.replicates;
    case Axis::quantile: return axes.quantiles.size();
    case Axis::period: return axes.periods(period);
    case Axis::service: return axes.services.size();
    case Axis::channel: return axes.channels.size();
    case Axis::locality: return axes.locality_codes.size();
    }
    return 0;
}

} // namespace

std::vector<Axis> run_axes(ResultsAxes const& axes)
{
    std::vector<Axis> result{Axis::outlook, Axis::strategy, axes.quantiles.empty() ? Axis::replicate : Axis::quantile};
    if (axes.samples.is_there())
        result.insert(result.begin(), Axis::sample);
    return result;
}

Variable variable_of(StoredMetric const& metric, ResultsAxes const& axes, RecordPeriod length,
                     std::size_t replicates_per_chunk)
{
    Variable variable{.name = metric.name, .axes = axes_of(metric, axes), .lengths = {}, .chunk = {}};
    for (Axis const axis : variable.axes)
        variable.lengths.push_back(length_of(axis, axes, length));
    variable.chunk = variable.lengths;
    std::size_t const replicate = run_axes(axes).size() - 1;
    std::fill_n(variable.chunk.begin(), replicate, 1);
    variable.chunk[replicate] = std::clamp<std::size_t>(replicates_per_chunk, 1, variable.lengths[replicate]);
    return variable;
}

std::vector<RecordPeriod> stored_periods(ResultsAxes const& axes)
{
    if (axes.period == RecordPeriod::year)
        return {RecordPeriod::year};
    return {axes.period, RecordPeriod::year};
}

RecordShape record_shape(ResultsAxes const& axes, RecordPeriod length)
{
    return {.periods = axes.periods(length), .localities = axes.recorded_localities()};
}

std::string group_name(RecordPeriod length)
{
    return std::string(name_of(length)) + "ly";
}

std::string dimension_name(Axis axis, RecordPeriod length)
{
    switch (axis)
    {
    case Axis::sample: return "sample";
    case Axis::outlook: return "outlook";
    case Axis::strategy: return "strategy";
    case Axis::replicate: return "replicate";
    case Axis::quantile: return "quantile";
    case Axis::period: return std::string(name_of(length));
    case Axis::service: return "service";
    case Axis::channel: return "channel";
    case Axis::locality: return "locality";
    }
    return {};
}

std::string cell_methods(StoredMetric const& metric, RecordPeriod length)
{
    return std::string(name_of(length)) + ": " + std::string(word(metric.over));
}

std::string_view word(StoredMetric::Form form)
{
    return word_of(form);
}

std::string_view word(Better better)
{
    return word_of(better);
}

std::string_view word(Over over)
{
    return word_of(over);
}

std::string_view word(Dimensions dimensions)
{
    return word_of(dimensions);
}

template <class Enum>
Enum value_of(std::string_view word)
{
    auto const& words = WordsOf<Enum>::words;
    auto const found = std::ranges::find(words, word);
    if (found == words.end())
        throw ResultsFileError("the catalogue of the file holds a word this program does not know: " +
                               std::string(word));
    return static_cast<Enum>(found - words.begin());
}

template StoredMetric::Form value_of(std::string_view);
template Better value_of(std::string_view);
template Over value_of(std::string_view);
template Dimensions value_of(std::string_view);

} // namespace caremarket
