#include "analysis/compare_words.hpp"

#include "analysis/compare_number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

using Basis = SavingsTarget::Basis;

/// "£0.2m ± £0.3m saved"; of a mean that the digits of its error leave nothing of, "at most £0.3m either way"
std::string within_noise(PairedDifference const& saved)
{
    double const error = saved.half_width();
    if (is_lost_in_error(saved.mean, error))
        return fmt::format("at most {} either way",
                           NumberForm({.largest = error, .error = error}, size_for(error, true), "£").text(error));
    return fmt::format("{} {}", money_text(std::abs(saved.mean), error), saved.mean < 0 ? "dearer" : "saved");
}

/// "saves £1.2m ± £0.3m"
std::string effect(PairedDifference const& saved)
{
    if (saved.is_none())
        return "makes no difference";
    if (saved.is_noise())
        return fmt::format("makes no difference beyond noise at {} ({}; {})", counted(saved.n, "replicate"),
                           within_noise(saved), settling(saved));
    std::string const amount = money_text(std::abs(saved.mean), saved.half_width());
    return saved.mean < 0 ? fmt::format("costs {} more", amount) : fmt::format("saves {}", amount);
}

std::string signed_money(double pounds)
{
    return (pounds < 0 ? "-" : "") + money_text(std::abs(pounds), std::nan(""));
}

/// "homecare £14.2m more", with no more digits than its noise lets stand
std::string part_of_saving(SavingOfService const& part)
{
    PairedDifference const& saved = part.over_the_run;
    if (saved.is_none())
        return part.service + " no difference";
    if (saved.is_noise())
        return part.service + " within noise";
    double const amount = std::abs(saved.mean);
    NumberForm const form({.largest = amount, .error = saved.half_width()}, size_for(amount, true), "£");
    return fmt::format("{} {} {}", part.service, form.text(amount), saved.mean < 0 ? "more" : "saved");
}

/// " (homecare £14.2m more, residential £8.5m more)" when there are services to tell apart.
std::string by_service(Savings const& savings)
{
    if (savings.by_service.size() < 2)
        return "";
    std::vector<std::string> parts;
    std::ranges::transform(savings.by_service, std::back_inserter(parts), part_of_saving);
    return fmt::format(" ({})", fmt::join(parts, ", "));
}

std::string over_the_run(Comparison const& comparison, StrategyComparison const& item)
{
    return fmt::format("{} {} in cash over {}, against the baseline {} and after paying for tenders{}", item.strategy,
                       effect(item.savings.over_the_run()),
                       comparison.years == 1
                           ? "the year " + financial_year_name(comparison.first_year)
                           : fmt::format("the {} years to {}", comparison.years,
                                         financial_year_name(comparison.first_year + comparison.years - 1)),
                       comparison.baseline, by_service(item.savings));
}

/// The cash by the target's last year, unless that is the last of the run.
std::string by_the_target(Savings const& savings)
{
    YearOfSaving const* const horizon = savings.last_target();
    if (!horizon || horizon == &savings.years.back())
        return "";
    return fmt::format("; by the end of {}, the target's last year, it {}",
                       financial_year_name(horizon->financial_year), effect(horizon->cumulative));
}

std::string run_rate(Savings const& savings)
{
    return fmt::format("In the last year, {}, it {}: the recurrent run-rate.",
                       financial_year_name(savings.years.back().financial_year), effect(savings.run_rate()));
}

std::string futures(Savings const& savings)
{
    PairedDifference const& saved = savings.over_the_run();
    if (saved.is_unjudged() || saved.is_none())
        return "";
    std::string text = fmt::format(" Over the run it saves in {} of {} simulated futures", saved.positive, saved.n);
    if (auto const& spread = savings.spread)
        text += fmt::format("; in nine in ten of them the saving lies between {} and {}", signed_money(spread->low),
                            signed_money(spread->high));
    return text + ".";
}

/// "8.4 % of £100m: whole council, all services; in-year cash, added up"
std::string terms(Comparison const& comparison, YearOfSaving const& year)
{
    SavingsTarget const& target = comparison.target;
    std::string text;
    if (target.share != 1)
    {
        NumberForm const form({.largest = target.share * 100, .error = 0}, {});
        text = fmt::format("{} % of {}, the share of the modelled services; ", form.text(target.share * 100),
                           money_text(year.target->amount / target.share, 0));
    }
    text += fmt::format("scope: {}; ", target.scope.empty() ? "not stated" : target.scope);
    if (!target.basis)
        return text + "its source names no basis, so it is held against cash added up, the easier one";
    return text + (*target.basis == Basis::recurrent ? "basis: recurrent, held against the saving of that year"
                                                     : "basis: in-year, held against cash added up since the start");
}

std::string met(TargetTest const& test)
{
    if (test.met.of == 1)
        return test.met.met == 1 ? "is met in the one simulated future" : "is missed in the one simulated future";
    return fmt::format("is met in {} of {} simulated futures (a chance of {:.0f} to {:.0f} %)", test.met.met,
                       test.met.of, test.met.lower * 100, test.met.upper * 100);
}

std::string shortfall(TargetTest const& test)
{
    std::string_view const words = test.met.of == 1 ? "short by" : "expected shortfall";
    return test.expected_shortfall > 0
               ? fmt::format("; {} {}", words, money_text(test.expected_shortfall, test.shortfall_error))
               : "";
}

/// "Met year by year, of 100 futures: 2016/17 40, 2017/18 22." unless the target has a single year.
std::string year_by_year(Savings const& savings)
{
    std::vector<std::string> years;
    for (YearOfSaving const& year : savings.years)
        if (year.target)
            years.push_back(fmt::format("{} {}", financial_year_name(year.financial_year), year.target->met.met));
    if (years.size() < 2 || savings.over_the_run().n < 2)
        return "";
    return fmt::format(" Met year by year, of {}: {}.", counted(savings.over_the_run().n, "future"),
                       fmt::join(years, ", "));
}

std::string outside_the_run(Comparison const& comparison, Savings const& savings)
{
    auto const tested = static_cast<std::size_t>(
        std::ranges::count_if(savings.years, [](YearOfSaving const& year) { return year.target.has_value(); }));
    std::size_t const outside = comparison.target.years.size() - tested;
    return outside == 0 ? "" : fmt::format(" {} of the target outside the run.", counted(outside, "year"));
}

} // namespace

std::string saving_line(Comparison const& comparison, StrategyComparison const& item)
{
    Savings const& savings = item.savings;
    std::string const once = item.pairs.used == 1 ? "In the one simulated future " : "";
    return fmt::format("{}{}{}. {}{} {}", once, over_the_run(comparison, item), by_the_target(savings),
                       run_rate(savings), futures(savings), worse_for_people(item));
}

std::string target_line(Comparison const& comparison, StrategyComparison const& item)
{
    if (comparison.target.years.empty())
        return "No target is set.";
    YearOfSaving const* const last = item.savings.last_target();
    if (!last)
        return "No year of the target lies in the run.";
    return fmt::format("{} by the end of {} ({}) {}{}.{}{}", money_text(last->target->amount, 0),
                       financial_year_name(last->financial_year), terms(comparison, *last), met(*last->target),
                       shortfall(*last->target), year_by_year(item.savings), outside_the_run(comparison, item.savings));
}

} // namespace caremarket
