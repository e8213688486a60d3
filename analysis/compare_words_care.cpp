#include "analysis/compare_words.hpp"

#include "analysis/compare_number.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

/// How a unit is said after a number, and what the number is multiplied by first.
struct SpokenUnit
{
    std::string_view unit, words;
    double factor = 1;
};
constexpr SpokenUnit spoken_units[] = {{"share", " percentage points", 100},
                                       {"d", " days"},
                                       {"week", " weeks"},
                                       {"person-week", " person-weeks"},
                                       {"h", " hours"},
                                       {"bed-week", " bed-weeks"},
                                       {"h/week", " hours a week"},
                                       {"bed", " beds"},
                                       {"GBP", " pounds"},
                                       {"GBP/h", " pounds an hour"},
                                       {"GBP/bed-week", " pounds a bed-week"}};

SpokenUnit spoken(std::string_view unit)
{
    for (SpokenUnit const& known : spoken_units)
        if (known.unit == unit)
            return known;
    return {unit, "", 1};
}

std::string_view spoken(WholeRun over)
{
    switch (over)
    {
    case WholeRun::a_year: return " a year";
    case WholeRun::months:
    case WholeRun::quarters:
    case WholeRun::year_ends: return " on average";
    case WholeRun::ratio: return "";
    }
    return "";
}

std::string percentage(MetricDifference const& metric)
{
    auto const relative = metric.relative();
    if (!relative || metric.unit == "share") // per cent of a share would be taken for points
        return "";
    double const percent = *relative * 100, error = metric.difference.half_width() / std::abs(metric.baseline) * 100;
    NumberForm const form({.largest = std::abs(percent), .error = error, .most_digits = 2}, {});
    return fmt::format(", {} %", form.signed_text(percent));
}

/// "+1,200 ± 300 person-weeks a year"
std::string amount(MetricDifference const& metric)
{
    SpokenUnit const unit = spoken(metric.unit);
    double const mean = metric.difference.mean * unit.factor, error = metric.difference.half_width() * unit.factor;
    double const largest = std::fmax(std::abs(mean), error);
    NumberForm const form({.largest = largest, .error = error}, size_for(largest, false));
    std::string const plus_minus = error > 0 ? " ± " + form.error_text(error) : "";
    std::string const words = unit.words.empty() ? " " + std::string(unit.unit) : std::string(unit.words);
    return form.signed_text(mean) + plus_minus + words + std::string(spoken(metric.over));
}

std::string left_out(MetricDifference const& metric)
{
    std::size_t const pairs = metric.difference.left_out;
    return pairs == 0 ? "" : fmt::format("; {} had nothing to divide by", counted(pairs, "pair"));
}

/// "exits: worse (+0.8 ± 0.3 providers a year, +12 %)"
std::string phrase(MetricDifference const& metric)
{
    std::string const name = spoken_name(metric);
    PairedDifference const& d = metric.difference;
    switch (metric.verdict())
    {
    case Verdict::noise:
        return fmt::format("{}: noise at {} ({}; {}{})", name, counted(d.n, "replicate"), amount(metric), settling(d),
                           left_out(metric));
    case Verdict::same: return name + ": no difference";
    case Verdict::unjudged:
        return d.n == 0 ? name + ": nothing to divide by"
                        : fmt::format("{}: {} in the one future", name, amount(metric));
    default: break;
    }
    return fmt::format("{}: {} ({}{}{})", name, name_of(metric.verdict()), amount(metric), percentage(metric),
                       left_out(metric));
}

std::string joined(std::vector<std::string> const& parts, std::string_view separator)
{
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string as_sentence(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text + ".";
}

std::string with_amount(MetricDifference const& metric)
{
    return fmt::format("{} ({}{}{})", spoken_name(metric), amount(metric), percentage(metric), left_out(metric));
}

bool is_among(std::vector<MetricDifference> const& metrics, MetricDifference const& wanted)
{
    return std::ranges::any_of(metrics, [&wanted](MetricDifference const& metric) { return metric.is_of(wanted); });
}

std::string with_settling(MetricDifference const& metric)
{
    return fmt::format("{} ({}{})", spoken_name(metric), settling(metric.difference), left_out(metric));
}

std::string name_alone(MetricDifference const& metric)
{
    return spoken_name(metric);
}

/// "Worse: a (+1), b (+2)." or nothing.
void add_those(std::vector<std::string>& sentences, std::vector<MetricDifference> const& metrics, Verdict verdict,
               std::string_view heading, auto const& say)
{
    std::vector<std::string> parts;
    for (MetricDifference const& metric : metrics)
        if (metric.verdict() == verdict)
            parts.push_back(say(metric));
    if (!parts.empty())
        sentences.push_back(fmt::format("{}: {}.", heading, joined(parts, ", ")));
}

std::string care_in_one_future(StrategyComparison const& item)
{
    std::vector<std::string> parts;
    std::ranges::transform(item.worse_care(), std::back_inserter(parts),
                           [](MetricDifference const* metric) { return with_amount(*metric); });
    return parts.empty() ? "Not to be judged from one replicate; nothing was worse in it."
                         : fmt::format("Not to be judged from one replicate. Worse in it: {}.", joined(parts, ", "));
}

} // namespace

std::string metrics_line(std::vector<MetricDifference> const& metrics)
{
    std::vector<std::string> parts;
    std::ranges::transform(metrics, std::back_inserter(parts), phrase);
    return parts.empty() ? "Not recorded in this file." : as_sentence(joined(parts, "; "));
}

std::string care_line(StrategyComparison const& item)
{
    if (item.care.empty())
        return "Not recorded in this file.";
    if (item.pairs.used == 1)
        return care_in_one_future(item);
    std::vector<std::string> sentences;
    if (item.worse_care().empty())
        sentences.emplace_back("No care measure is worse beyond noise.");
    auto const unless_said = [&item](auto const& say)
    {
        return [&item, say](MetricDifference const& metric)
        {
            bool const is_said = is_among(item.waits, metric) || is_among(item.stability, metric);
            return is_said ? name_alone(metric) : say(metric);
        };
    };
    std::string const noise = "Noise at " + counted(item.pairs.used, "replicate");
    add_those(sentences, item.care, Verdict::worse, "Worse", unless_said(with_amount));
    add_those(sentences, item.care, Verdict::better, "Better", unless_said(with_amount));
    add_those(sentences, item.care, Verdict::noise, noise, unless_said(with_settling));
    add_those(sentences, item.care, Verdict::same, "No difference", name_alone);
    add_those(sentences, item.care, Verdict::unjudged, "Too few pairs with anything to divide by", name_alone);
    add_those(sentences, item.care, Verdict::higher, "Higher", unless_said(with_amount));
    add_those(sentences, item.care, Verdict::lower, "Lower", unless_said(with_amount));
    return joined(sentences, " ");
}

} // namespace caremarket
