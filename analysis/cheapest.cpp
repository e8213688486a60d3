#include "analysis/cheapest.hpp"

#include "analysis/crossed_design.hpp"
#include "analysis/index_of_name.hpp"
#include "analysis/studied_design.hpp"
#include "analysis/unknown.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/set_path.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace caremarket
{

namespace
{

constexpr double chance_of_error = 0.05; // that the truly cheapest value of a draw is ruled out

using ByValue = std::vector<std::vector<double>>; // [value][replicate]

double mean_of(std::vector<double> const& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> means_of(ByValue const& objective)
{
    std::vector<double> means;
    for (auto const& of_value : objective)
        means.push_back(mean_of(of_value));
    return means;
}

std::size_t place_of_least(std::vector<double> const& numbers)
{
    return static_cast<std::size_t>(std::ranges::min_element(numbers) - numbers.begin());
}

/// Beyond what chance does to the replicates' differences, allowing for as many comparisons as there are other values.
bool is_clearly_dearer(std::vector<double> const& one, std::vector<double> const& other, std::size_t values)
{
    PairedDifference const difference = paired_difference(other, one);
    if (difference.is_unjudged() || difference.mean <= 0)
        return false;
    boost::math::students_t const t(static_cast<double>(difference.n - 1));
    double const bound =
        boost::math::quantile(boost::math::complement(t, chance_of_error / static_cast<double>(values - 1)));
    return difference.mean > bound * difference.standard_error;
}

CheapestAt place_of(std::vector<bool> const& may_be)
{
    bool const lowest = may_be.front(), highest = may_be.back();
    bool const inside = std::find(may_be.begin() + 1, may_be.end() - 1, true) != may_be.end() - 1;
    if (lowest + inside + highest != 1)
        return CheapestAt::untold;
    return lowest ? CheapestAt::lowest : inside ? CheapestAt::inside : CheapestAt::highest;
}

/// Replicates that ran to their end under all values.
ByValue whole_replicates(ByValue const& objective)
{
    ByValue whole(objective.size());
    for (std::size_t replicate = 0; replicate < objective.front().size(); ++replicate)
        if (std::ranges::none_of(objective, [&](auto const& of_value) { return std::isnan(of_value[replicate]); }))
            for (std::size_t value = 0; value < objective.size(); ++value)
                whole[value].push_back(objective[value][replicate]);
    return whole;
}

/// What a value costs more than that which is cheapest in the other replicates, on average over these. NaN with one.
double above_what_others_tell(ByValue const& objective, std::size_t value)
{
    std::size_t const replicates = objective.front().size();
    if (replicates < 2)
        return unknown;
    double sum = 0;
    for (std::size_t left_out = 0; left_out < replicates; ++left_out)
    {
        std::vector<double> others;
        for (auto const& of_value : objective)
            others.push_back(std::accumulate(of_value.begin(), of_value.end(), 0.0) - of_value[left_out]);
        sum += objective[value][left_out] - objective[place_of_least(others)][left_out];
    }
    return sum / static_cast<double>(replicates);
}

/// The known draws of one set of worths.
struct KnownDraws
{
    std::vector<std::size_t> draws;
    std::vector<ByValue> objective;         // [known draw]
    std::vector<std::vector<double>> means; // [known draw][value]
};

/// [known draw] of one value
std::vector<double> column_of(std::vector<std::vector<double>> const& means, std::size_t value)
{
    std::vector<double> column;
    column.reserve(means.size());
    for (auto const& of_draw : means)
        column.push_back(of_draw[value]);
    return column;
}

std::vector<double> least_of(std::vector<std::vector<double>> const& means)
{
    std::vector<double> least;
    least.reserve(means.size());
    for (auto const& of_draw : means)
        least.push_back(std::ranges::min(of_draw));
    return least;
}

void take_choices(KnownDraws const& known, CheapestAnswer& answer)
{
    EnumArray<CheapestAt, std::size_t> count{};
    for (std::size_t i = 0; i < known.draws.size(); ++i)
    {
        DrawChoice& choice = answer.choices.emplace_back(choice_in_draw(known.objective[i]));
        choice.draw = known.draws[i];
        ++count[choice.at];
    }
    for (CheapestAt const at : all_of<CheapestAt>())
        answer.at[at] = chance_of(count[at], answer.choices.size());
}

void take_values(KnownDraws const& known, std::vector<std::string> const& values, CheapestAnswer& answer)
{
    std::vector<double> const least = least_of(known.means);
    std::vector<double> totals, worst;
    for (std::size_t value = 0; value < values.size(); ++value)
    {
        auto const column = column_of(known.means, value);
        FixedValue fixed{.value = values[value],
                         .objective = paired_difference(column),
                         .above_best = {},
                         .regret = paired_difference(least, column)};
        for (std::size_t draw = 0; draw < column.size(); ++draw)
            fixed.worst_regret = std::max(fixed.worst_regret, column[draw] - least[draw]);
        for (DrawChoice const& choice : answer.choices)
        {
            fixed.cheapest += choice.cheapest == value;
            fixed.surely += choice.may_be[value] && std::ranges::count(choice.may_be, true) == 1;
        }
        totals.push_back(fixed.objective.mean);
        worst.push_back(fixed.worst_regret);
        answer.values.push_back(std::move(fixed));
    }
    answer.best = place_of_least(totals);
    answer.least_regret = place_of_least(worst);
    for (std::size_t value = 0; value < values.size(); ++value)
        answer.values[value].above_best =
            paired_difference(column_of(known.means, answer.best), column_of(known.means, value));
    double sum = 0;
    for (ByValue const& objective : known.objective)
        sum += above_what_others_tell(objective, answer.best);
    answer.knowing = {.at_most = answer.values[answer.best].regret.mean,
                      .about = sum / static_cast<double>(known.objective.size())};
}

/// All that is asked, once it has been looked up.
class AnsweringCheapest
{
public:
    AnsweringCheapest(ResultsFile const& file, CheapestQuestion const& question)
        : file_(file),
          samples_(file.axes().samples),
          design_(crossed_design(samples_, question.factor)),
          objective_(file, question.objective),
          strategy_(index_of_name("strategy", strategy_of(file, question), file.axes().strategies)),
          outlook_(question.outlook ? index_of_name("outlook", *question.outlook, file.axes().outlooks) : 0),
          draws_(draws_of(samples_, design_)),
          studied_(studied(draws_))
    {}

    [[nodiscard]] Cheapest answer() const
    {
        Cheapest result{.title = file_.provenance().title,
                        .experiment = file_.provenance().experiment,
                        .design = samples_.design,
                        .strategy = file_.axes().strategies[strategy_],
                        .outlook = file_.axes().outlooks[outlook_],
                        .factor = samples_.factors[design_.lever],
                        .unit = unit(),
                        .values = design_.values,
                        .moved_with = names_of(design_.moved_with),
                        .uncertain = names_of(design_.uncertain),
                        .draw_values = draws_.values,
                        .spend = objective_.spend(),
                        .first_year = file_.axes().first_year,
                        .years = file_.axes().years,
                        .draws = design_.samples.size(),
                        .left_out = 0,
                        .replicates = file_.axes().replicates,
                        .answers = {}};
        for (std::size_t time = 0; time < objective_.times(); ++time)
        {
            KnownDraws const known = known_draws(time);
            result.left_out = result.draws - known.draws.size();
            if (known.draws.empty())
                throw std::invalid_argument("in no draw did a run end under every value: nothing can be compared");
            result.answers.push_back(answer(known, time));
        }
        return result;
    }

private:
    /// The lever is one strategy's, or all have it and then the baseline is as good as any.
    static std::string strategy_of(ResultsFile const& file, CheapestQuestion const& question)
    {
        if (question.strategy)
            return *question.strategy;
        auto const path = set_path_in(question.factor);
        return path && path->input == "strategy" && !path->only.empty() ? path->only : file.provenance().baseline;
    }

    [[nodiscard]] std::string unit() const { return samples_.units.empty() ? "" : samples_.units[design_.lever]; }

    [[nodiscard]] std::vector<std::string> names_of(std::vector<std::size_t> const& factors) const
    {
        std::vector<std::string> names;
        names.reserve(factors.size());
        for (std::size_t const factor : factors)
            names.push_back(samples_.factors[factor]);
        return names;
    }

    [[nodiscard]] KnownDraws known_draws(std::size_t time) const
    {
        KnownDraws known;
        for (std::size_t draw = 0; draw < design_.samples.size(); ++draw)
        {
            ByValue objective;
            for (std::size_t const sample : design_.samples[draw])
                objective.push_back(objective_.of(time, sample, outlook_, strategy_));
            objective = whole_replicates(objective);
            if (objective.front().empty())
                continue;
            known.draws.push_back(draw);
            known.means.push_back(means_of(objective));
            known.objective.push_back(std::move(objective));
        }
        return known;
    }

    [[nodiscard]] CheapestAnswer answer(KnownDraws const& known, std::size_t time) const
    {
        CheapestAnswer result;
        result.worths = objective_.worths(time);
        take_choices(known, result);
        take_values(known, design_.values, result);
        if (design_.uncertain.empty())
            return result;
        result.ends = about_ends(known);
        if (design_.are_numbers)
            result.choice = about_choice(known, result.choices);
        return result;
    }

    [[nodiscard]] SensitivitySetting setting(std::string outcome, std::string unit, std::string strategy) const
    {
        return {.title = file_.provenance().title,
                .experiment = file_.provenance().experiment,
                .design = samples_.design,
                .outcome = std::move(outcome),
                .unit = std::move(unit),
                .strategy = std::move(strategy),
                .outlook = file_.axes().outlooks[outlook_],
                .factors = studied_.factors,
                .resampling = {}};
    }

    /// "mix_block 0.6"
    [[nodiscard]] std::string lever_at(std::string const& value) const
    {
        std::string const& path = samples_.factors[design_.lever];
        return fmt::format("{} {}", path.substr(path.rfind('.') + 1), value);
    }

    /// Runs over the draws, none of them known yet.
    [[nodiscard]] DesignedRuns unknown_runs() const
    {
        std::vector<double> const nothing(design_.samples.size(), unknown);
        return {.factors = studied_.factors,
                .points = studied_.points,
                .values = studied_.values,
                .outcomes = nothing,
                .group = 1,
                .errors = nothing};
    }

    /// The objective at the highest value less that at the lowest.
    [[nodiscard]] Sensitivity about_ends(KnownDraws const& known) const
    {
        std::string const low = lever_at(design_.values.front()), high = lever_at(design_.values.back());
        DesignedRuns runs = unknown_runs();
        std::vector<PairedDifference> differences(design_.samples.size()); // n = 0: missing
        for (std::size_t i = 0; i < known.draws.size(); ++i)
        {
            PairedDifference const difference =
                paired_difference(known.objective[i].front(), known.objective[i].back());
            runs.outcomes[known.draws[i]] = difference.mean;
            runs.errors[known.draws[i]] = difference.standard_error;
            differences[known.draws[i]] = difference;
        }
        ComparedRuns compared{.strategy = high,
                              .other = low,
                              .better = Better::down,
                              .factors = studied_.factors,
                              .points = studied_.points,
                              .values = studied_.values,
                              .group = 1,
                              .outlooks = {file_.axes().outlooks[outlook_]},
                              .differences = {std::move(differences)}};
        return {.setting = setting("objective", "GBP", fmt::format("{} less {}", high, low)),
                .main_effects = main_effects(runs),
                .screening = {},
                .indices = {},
                .ranking = ranking_robustness(compared)};
    }

    [[nodiscard]] Sensitivity about_choice(KnownDraws const& known, std::vector<DrawChoice> const& choices) const
    {
        DesignedRuns runs = unknown_runs();
        for (std::size_t i = 0; i < known.draws.size(); ++i)
            runs.outcomes[known.draws[i]] = *number_in(design_.values[choices[i].cheapest]);
        return {.setting = setting("cheapest value", unit(), ""),
                .main_effects = main_effects(runs),
                .screening = {},
                .indices = {},
                .ranking = {}};
    }

    ResultsFile const& file_;
    SampleAxis const& samples_;
    CrossedDesign design_;
    Objective objective_;
    std::size_t strategy_, outlook_;
    SampleAxis draws_;
    StudiedDesign studied_; ///< of the draws
};

} // namespace

DrawChoice choice_in_draw(std::vector<std::vector<double>> const& objective)
{
    DrawChoice choice;
    choice.cheapest = place_of_least(means_of(objective));
    for (auto const& one : objective)
        choice.may_be.push_back(
            std::ranges::none_of(objective, [&](auto const& other)
                                 { return &one != &other && is_clearly_dearer(one, other, objective.size()); }));
    choice.at = place_of(choice.may_be);
    return choice;
}

Cheapest cheapest(ResultsFile const& file, CheapestQuestion const& question)
{
    return AnsweringCheapest(file, question).answer();
}

} // namespace caremarket
