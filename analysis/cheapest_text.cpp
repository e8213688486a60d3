#include "analysis/cheapest.hpp"
#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/compare_words.hpp"
#include "analysis/results_file_contents.hpp"
#include "analysis/sensitivity_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

constexpr std::size_t few_draws = 30; // the interval of a share is then 36 points or less
constexpr std::size_t value_width = 12, factor_width = 30;

std::string percent_of(Chance const& chance)
{
    return percent_text(static_cast<double>(chance.met) / static_cast<double>(chance.of));
}

std::string pounds_text(double pounds)
{
    return money_text(pounds, 0);
}

/// An amount that is about as uncertain as this regret: with its digits.
std::string regret_text(FixedValue const& value, double pounds)
{
    double const error = value.regret.half_width();
    return NumberForm({.largest = std::fmax(pounds, error), .error = error}, size_for(pounds, true), "£").text(pounds);
}

/// With the digits that its error lets stand, and a mark for what is within noise.
std::string signed_pounds(PairedDifference const& difference)
{
    if (difference.is_none())
        return "- ";
    double const error = difference.half_width();
    NumberForm const form({.largest = std::fmax(std::abs(difference.mean), error), .error = error},
                          size_for(std::abs(difference.mean), true), "£");
    if (difference.is_unjudged())
        return form.signed_text(difference.mean) + "?";
    return fmt::format("{} ± {}{}", form.signed_text(difference.mean), form.error_text(error),
                       difference.is_noise() ? "~" : " ");
}

/// "homecare.waiting_units at £16/h, nursing.waiting_units at £580/bed-week"
std::string worths_in_words(std::vector<WorthInOne> const& worths)
{
    std::vector<std::string> words;
    words.reserve(worths.size());
    for (WorthInOne const& worth : worths)
        words.push_back(fmt::format("{} at {}{}{}", worth.metric, pounds_text(worth.pounds),
                                    worth.unit == "GBP" ? " a pound" : "/", worth.unit == "GBP" ? "" : worth.unit));
    return words.empty() ? "spend alone" : fmt::format("{}", fmt::join(words, ", "));
}

/// How the places of the cheapest value are called, in their order.
std::vector<std::string> places_in_words(Cheapest const& c)
{
    return {"at " + c.values.front(), "between", "at " + c.values.back(), "too close"};
}

std::string opening(Cheapest const& c)
{
    std::string lever = fmt::format("Lever: {}, at {}", c.factor, fmt::join(c.values, ", "));
    if (!c.moved_with.empty())
        lever += fmt::format("; with it {}", listed(c.moved_with));
    return wrapped(c.title.empty() ? c.experiment : c.title) + wrapped(lever + ".") +
           wrapped(
               fmt::format("Objective: {} over the {} years to {}, undiscounted, and the worth stated below. Strategy "
                           "{}, outlook {}. {} of {}, up to {} of each value.",
                           c.spend, c.years, financial_year_name(c.first_year + c.years - 1), c.strategy, c.outlook,
                           counted(c.draws, "draw"), counted(c.uncertain.size(), "uncertain factor"),
                           counted(c.replicates, "replicate")));
}

std::string summary_table(Cheapest const& c)
{
    std::vector<TextTable::Column> columns{{"", value_width}};
    for (std::string const& place : places_in_words(c))
        columns.push_back({place, value_width});
    for (char const* const head : {"best fixed", "its regret", "worst draw"})
        columns.push_back({head});
    TextTable table(std::move(columns));
    for (CheapestAnswer const& answer : c.answers)
    {
        table.add_heading(worths_in_words(answer.worths));
        std::vector<std::string> shares{"  draws"}, intervals{"  95 %"};
        for (Chance const& chance : answer.at)
        {
            shares.push_back(percent_of(chance));
            intervals.push_back(fmt::format("{} to {}", percent_text(chance.lower), percent_text(chance.upper)));
        }
        FixedValue const& best = answer.values[answer.best];
        for (std::string const& cell :
             {best.value, regret_text(best, best.regret.mean), regret_text(best, best.worst_regret)})
        {
            shares.push_back(cell);
            intervals.emplace_back();
        }
        table.add(std::move(shares));
        table.add(std::move(intervals));
    }
    return wrapped("Where the cheapest value lies") + table.text() +
           wrapped(
               "between: inside the range; too close: chance in the replicates leaves values in more than one of these "
               "places; 95 %: exact interval of the share, for draws at random from the ranges; best fixed: the value "
               "that costs least on average over draws; its regret: what it costs above the cheapest value of the "
               "draw.");
}

std::string values_table(CheapestAnswer const& answer)
{
    TextTable table({{"", value_width},
                     {"objective "},
                     {"above best fixed "},
                     {"cheapest in"},
                     {"surely"},
                     {"regret"},
                     {"worst draw"}});
    for (FixedValue const& value : answer.values)
        table.add({value.value, money_text(value.objective.mean, value.objective.half_width()) + " ",
                   signed_pounds(value.above_best), fmt::format("{} of {}", value.cheapest, answer.choices.size()),
                   std::to_string(value.surely), regret_text(value, value.regret.mean),
                   regret_text(value, value.worst_regret)});
    return table.text();
}

std::string about_fixed(CheapestAnswer const& answer)
{
    FixedValue const &best = answer.values[answer.best], &careful = answer.values[answer.least_regret];
    std::string text =
        fmt::format("Not knowing the draw, {} costs least on average; it costs {} more than the cheapest "
                    "value of the draw, at worst {}. ",
                    best.value, regret_text(best, best.regret.mean), regret_text(best, best.worst_regret));
    text += answer.best == answer.least_regret ? "No value has a better worst draw."
                                               : fmt::format("The worst draw is best with {}: {}.", careful.value,
                                                             regret_text(careful, careful.worst_regret));
    if (std::isnan(answer.knowing.about))
        return text;
    return text +
           (answer.knowing.about > 0
                ? fmt::format(" Knowing the draw would save about {} on average, and {} at most.",
                              regret_text(best, answer.knowing.about), regret_text(best, answer.knowing.at_most))
                : fmt::format(" Knowing the draw would save nothing that these replicates can tell, and {} at most.",
                              regret_text(best, answer.knowing.at_most)));
}

/// With a mark for what is within noise.
std::string effect_text(OutcomeAmounts const& amounts, FittedEffect const& effect)
{
    return amounts.text(effect) + (effect.is_beyond_noise() ? " " : "~");
}

/// A level by its own name, or by its number where that is long; see `long_levels`.
std::string level_name(MainEffect const& effect, std::size_t level)
{
    std::string const& name = effect.levels[level].level;
    return name.size() <= factor_width ? name : fmt::format("path {}", level + 1);
}

std::string long_levels(MainEffects const& effects)
{
    std::string text;
    for (MainEffect const& effect : effects.factors)
        for (std::size_t level = 0; level < effect.levels.size(); ++level)
            if (effect.levels[level].level.size() > factor_width)
                text +=
                    wrapped(fmt::format("{}, path {}: {}", effect.factor, level + 1, effect.levels[level].level), 2);
    return text;
}

/// One factor after the other, that first which moves the difference between the ends most.
std::string decides_table(Cheapest const& c, CheapestAnswer const& answer)
{
    MainEffects const& ends = *answer.ends->main_effects;
    auto const& orders = answer.ends->ranking->outlooks.front().factors;
    OutcomeAmounts const of_ends = amounts_of(answer.ends->setting, ends);
    auto const choice_of = [&](std::size_t factor, std::optional<std::size_t> level) -> std::string
    {
        if (!answer.choice)
            return "";
        MainEffect const& effect = answer.choice->main_effects->factors[factor];
        return effect_text(amounts_of(answer.choice->setting, *answer.choice->main_effects),
                           level ? effect.levels[*level].effect : effect.over_range);
    };
    auto const share_in = [](PartOfRange const& part)
    { return part.better.of == 0 ? "-" : fmt::format("{} of {}", part.better.met, part.better.of); };

    TextTable table({{"", factor_width},
                     {fmt::format("{} less {} ", c.values.back(), c.values.front())},
                     {"cheapest value "},
                     {"lower"},
                     {"middle"},
                     {"upper"}});
    std::vector<std::size_t> order(ends.factors.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t factor)
                             {
                                 double const size = ends.factors[factor].size();
                                 return std::isnan(size) ? -1.0 : size;
                             });
    for (std::size_t const factor : order)
    {
        MainEffect const& effect = ends.factors[factor];
        auto const& parts = orders[factor].parts;
        if (!effect.is_categorical())
        {
            table.add({effect.factor, effect_text(of_ends, effect.over_range), choice_of(factor, {}),
                       share_in(parts[0]), share_in(parts[1]), share_in(parts[2])});
            continue;
        }
        table.add({effect.factor, "", "", "", "", ""});
        for (std::size_t level = 0; level < effect.levels.size(); ++level)
            table.add({"  " + level_name(effect, level), effect_text(of_ends, effect.levels[level].effect),
                       choice_of(factor, level), share_in(parts[level]), "", ""});
    }
    return table.text();
}

std::string decides(Cheapest const& c, CheapestAnswer const& answer)
{
    std::string text = "\n" + wrapped("What decides");
    for (std::string const& line : sensitivity_headlines(*answer.ends))
        text += wrapped(line);
    if (answer.choice)
        text += wrapped(main_effects_line(answer.choice->setting, *answer.choice->main_effects));
    return text + decides_table(c, answer) + long_levels(*answer.ends->main_effects);
}

std::string how_to_read(Cheapest const& c)
{
    return wrapped(fmt::format(
        "Values: objective, with half the 95 % interval over draws; above best fixed likewise, draw by draw; cheapest "
        "in: "
        "draws in which its mean is lowest; surely: draws in which no other may be cheapest; regret: mean over draws "
        "of "
        "what it costs above the draw's cheapest. What decides: effect on the objective at {} less that at {}, and on "
        "the "
        "cheapest value, from the lower to the upper end of a factor's range, or of a level against the average, the "
        "others at their average; then the draws in which {} is cheaper than {}, by thirds of the range, or of the "
        "level; "
        "~ is within noise.",
        c.values.back(), c.values.front(), c.values.back(), c.values.front()));
}

std::vector<std::string> cautions(Cheapest const& c)
{
    std::vector<std::string> sentences;
    if (c.left_out > 0)
        sentences.push_back(fmt::format("Left out: {} of {}, in which no replicate ran to its end under every value.",
                                        c.left_out, counted(c.draws, "draw")));
    if (c.replicates < 2)
        sentences.emplace_back("With one replicate nothing tells chance from cost: every draw is too close to tell.");
    if (c.draws - c.left_out < few_draws)
        sentences.push_back(fmt::format("Only {}: shares of draws are rough.", counted(c.draws - c.left_out, "draw")));
    sentences.emplace_back(
        "Shares of draws are about the ranges of the sweep: they are chances only if the ranges say how "
        "likely each value is. A regret is overstated by chance in the replicates, of all values alike.");
    return sentences;
}

} // namespace

std::string cheapest_text(Cheapest const& c)
{
    std::string text = opening(c) + "\n" + summary_table(c);
    for (CheapestAnswer const& answer : c.answers)
    {
        text += "\n" + wrapped(worths_in_words(answer.worths)) + values_table(answer) + wrapped(about_fixed(answer));
        if (answer.ends)
            text += decides(c, answer);
    }
    text += "\n" + how_to_read(c);
    for (std::string const& caution : cautions(c))
        text += wrapped("Caution: " + caution, 2);
    return text;
}

} // namespace caremarket
