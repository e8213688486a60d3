#include "runners/stored_values.hpp"

#include <fmt/format.h>

#include <cmath>

namespace caremarket
{

namespace
{

constexpr Cells all_cells{Pick::each(), Pick::each(), Pick::each()};

bool are_equal(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}
bool are_equal(std::int64_t a, std::int64_t b)
{
    return a == b;
}

std::string in_words(double value, std::string const& unit)
{
    return std::isnan(value) ? "missing" : fmt::format("{} {}", value, unit);
}
std::string in_words(std::int64_t pence, std::string const&)
{
    return pence == missing_pence ? "missing" : fmt::format("{} pence", pence);
}

/// Walks through two files with the same axes and notes what differs.
class Comparer
{
public:
    Comparer(ResultsFile const& one, ResultsFile const& other, std::size_t shown)
        : one_(one), other_(other), axes_(one.axes()), shown_(shown)
    {}

    ValuesCompared compare()
    {
        compare_states();
        for (StoredMetric const& metric : one_.catalogue().recorded)
            compare_metric(metric);
        return std::move(result_);
    }

private:
    template <class Describe>
    void note(bool is_equal, Describe const& describe)
    {
        ++result_.values;
        if (is_equal)
            return;
        ++result_.different;
        if (result_.first_differences.size() < shown_)
            result_.first_differences.push_back(describe());
    }

    void compare_states()
    {
        for (std::size_t o = 0; o < axes_.outlooks.size(); ++o)
            for (std::size_t s = 0; s < axes_.strategies.size(); ++s)
                for (std::size_t r = 0; r < axes_.replicates; ++r)
                    note(one_.state(o, s, r) == other_.state(o, s, r) &&
                             one_.failure(o, s, r) == other_.failure(o, s, r),
                         [&]
                         {
                             return fmt::format("state of {}: {} in the file, {} now", run_name(o, s, r),
                                                name_of(one_.state(o, s, r)), name_of(other_.state(o, s, r)));
                         });
    }

    void compare_metric(StoredMetric const& m)
    {
        bool const has_periods = axes_.period != RecordPeriod::year;
        if (m.is_money())
        {
            compare_series(m, RecordPeriod::year, one_.yearly_pence(m.name, all_cells),
                           other_.yearly_pence(m.name, all_cells));
            if (has_periods)
                compare_series(m, axes_.period, one_.by_period_pence(m.name, all_cells),
                               other_.by_period_pence(m.name, all_cells));
            return;
        }
        compare_series(m, RecordPeriod::year, one_.yearly(m.name, all_cells), other_.yearly(m.name, all_cells));
        if (has_periods)
            compare_series(m, axes_.period, one_.by_period(m.name, all_cells), other_.by_period(m.name, all_cells));
    }

    template <class T>
    void compare_series(StoredMetric const& metric, RecordPeriod length, SeriesOf<T> const& was, SeriesOf<T> const& is)
    {
        for (std::size_t i = 0; i < was.values.size(); ++i)
            note(are_equal(was.values[i], is.values[i]),
                 [&]
                 {
                     return fmt::format("{}, {}: {} in the file, {} now", metric.name, place_of(length, was, i),
                                        in_words(was.values[i], metric.unit), in_words(is.values[i], metric.unit));
                 });
    }

    [[nodiscard]] std::string run_name(std::size_t outlook, std::size_t strategy, std::size_t replicate) const
    {
        return fmt::format("{}, {}, replicate {}", axes_.outlooks[outlook], axes_.strategies[strategy], replicate);
    }

    template <class T>
    [[nodiscard]] std::string place_of(RecordPeriod length, SeriesOf<T> const& series, std::size_t index) const
    {
        std::size_t const cell = index % series.cells();
        std::size_t rest = index / series.cells();
        std::size_t const period = rest % series.periods;
        rest /= series.periods;
        std::size_t const replicate = rest % series.replicates;
        rest /= series.replicates;
        std::string text = run_name(rest / series.strategies, rest % series.strategies, replicate) + ", " +
                           period_name(axes_, length, period);
        if (series.services > 1)
            text += ", " + axes_.services[cell / series.localities / series.channels];
        if (series.channels > 1)
            text += ", " + axes_.channels[cell / series.localities % series.channels];
        if (series.localities > 1)
            text += ", " + axes_.locality_names[cell % series.localities];
        return text;
    }

    ResultsFile const& one_;
    ResultsFile const& other_;
    ResultsAxes const& axes_;
    std::size_t shown_;
    ValuesCompared result_;
};

} // namespace

ValuesCompared compare_values(ResultsFile const& one, ResultsFile const& other, std::size_t shown)
{
    return Comparer(one, other, shown).compare();
}

} // namespace caremarket
