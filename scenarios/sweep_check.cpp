#include "scenarios/sweep_check.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/overrides.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/set_path.hpp"
#include "scenarios/sweep_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

constexpr std::size_t most_rows = 1'000'000;

Origin origin_at(std::string const& file, Position at)
{
    return {.what = Origin::What::file, .file = file, .line = at.line, .column = at.column};
}

Problem problem_of(Factor const& factor, Position at, std::string message)
{
    auto problem = problem_at(factor.file, at, std::move(message));
    problem.key = factor.path;
    return problem;
}

bool sets_the_run(Factor const& factor)
{
    auto const path = set_path_in(factor.path);
    return path && path->input == "experiment";
}

/// Checks one factor after the other against the experiment.
class FactorCheck
{
public:
    FactorCheck(LoadedExperiment const& loaded, DesignKind kind) : loaded_(loaded), kind_(kind) {}

    Problems problems;

    void check(Factor& factor, std::vector<Factor> const& before)
    {
        if (sets_the_run(factor))
        {
            tell(factor, factor.at,
                 "is no factor: start, years, replicates and seed decide the shape of the results or their random "
                 "numbers, and are the same in every row");
            return;
        }
        factor.what = description_at(loaded_, factor.path, origin_at(factor.file, factor.at), problems);
        if (!factor.what)
            return say_how_to_ignore(factor);
        check_overlap(factor, before);
        if (factor.values.empty())
            check_range(factor);
        else
            check_values(factor);
    }

private:
    LoadedExperiment const& loaded_;
    DesignKind kind_;

    void say_how_to_ignore(Factor const& factor)
    {
        if (kind_ == DesignKind::csv && problems.back().key == factor.path)
            problems.back().message += ": a column that is to set nothing stands in `ignore`";
    }

    void tell(Factor const& factor, Position at, std::string message)
    {
        problems.push_back(problem_of(factor, at, std::move(message)));
    }

    void check_overlap(Factor const& factor, std::vector<Factor> const& before)
    {
        auto const path = set_path_in(factor.path);
        for (auto const& other : before)
            if (&other == &factor)
                return;
            else if (auto const known = set_path_in(other.path); known && overlap(*path, *known))
                tell(factor, factor.at, fmt::format("sets what {} sets, too", other.path));
    }

    void check_range(Factor const& factor)
    {
        auto const& what = *factor.what;
        if (!what.choices.empty())
            return tell(factor, factor.values_at[0],
                        fmt::format("is a choice and has no range: give values of {}", allowed_in_words(what)));
        if (what.is_whole)
            return tell(factor, factor.values_at[0],
                        "is counted in whole numbers and has no range: give them, like values = [4, 8, 13]");
        check_ends(factor);
    }

    /// Each end by itself, then, if that is sound, set in the experiment.
    void check_ends(Factor const& factor)
    {
        auto const& range = *factor.distribution;
        std::pair<double, Position> const ends[] = {{range.low, factor.values_at[0]},
                                                    {range.high, factor.values_at[1]}};
        for (auto const& [end, at] : ends)
        {
            GivenValue const value{factor.path, shortest_text(end), origin_at(factor.file, at)};
            if (checked_value(value, *factor.what, problems))
                append(problems, with_values(loaded_, {value}).problems);
        }
    }

    void check_values(Factor const& factor)
    {
        if (factor.distribution && factor.distribution->kind != DistributionKind::categorical)
            return check_range(factor); // levels of a grid lie between its ends
        Problems wrong;
        for (std::size_t i = 0; i < factor.values.size(); ++i)
        {
            auto const origin = origin_at(factor.file, factor.values_at[i]);
            std::ignore = checked_value({factor.path, factor.values[i], origin}, *factor.what, wrong);
        }
        append(problems, first_told(std::move(wrong), "values of " + factor.path));
    }
};

/// The experiment without what no factor touches: values that nobody sets cannot become wrong, and need not be copied
/// for every row.
LoadedExperiment what_rows_touch(Sweep const& sweep)
{
    auto touched = sweep.loaded;
    auto const is_set = [&](std::string_view input)
    {
        return std::any_of(sweep.design.factors.begin(), sweep.design.factors.end(),
                           [&](Factor const& factor) { return set_path_in(factor.path)->input == input; });
    };
    if (!is_set("place"))
        touched.place.values.clear();
    if (!is_set("strategy"))
        for (auto& strategy : touched.strategies)
            strategy.values.clear();
    for (auto& outlook : touched.outlooks)
        outlook.values.clear();
    touched.behaviour.values.clear();
    touched.inherited.values.clear();
    return touched;
}

/// "row 17: strategy.homecare.mix_block=0.7, strategy.homecare.mix_core=0.6"
std::string row_in_words(Sweep const& sweep, std::size_t row)
{
    std::string words = fmt::format("row {}: ", row + 1);
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f)
        words += fmt::format("{}{}={}", f == 0 ? "" : ", ", sweep.design.factors[f].path, sweep.rows[row][f]);
    return words;
}

Problem too_many_rows(Design const& design)
{
    auto const& factor = design.factors.front();
    return problem_at(factor.file, factor.at, fmt::format("the design has more than {} rows", most_rows));
}

} // namespace

Problems check_factors(LoadedExperiment const& loaded, Design& design)
{
    FactorCheck check{loaded, design.kind};
    for (auto& factor : design.factors)
        check.check(factor, design.factors);
    if (row_count(design) > most_rows)
        check.problems.push_back(too_many_rows(design));
    return each_once(check.problems);
}

Problems problems_of_rows(Sweep const& sweep)
{
    auto const touched = what_rows_touch(sweep);
    Problems wrong; // one a row: the others often follow from it
    for (std::size_t row = 0; row < sweep.rows.size(); ++row)
        if (auto problems = with_values(touched, values_of_row(sweep, row)).problems; !problems.empty())
        {
            auto& problem = wrong.emplace_back(std::move(problems.front()));
            problem.message += " in " + row_in_words(sweep, row);
        }
    return first_told(std::move(wrong), "rows");
}

} // namespace caremarket
