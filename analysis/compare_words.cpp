#include "analysis/compare_words.hpp"

#include "analysis/compare_number.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t most_replicates_worth_running = 10'000;

} // namespace

Headlines headlines(Comparison const& comparison, StrategyComparison const& item)
{
    if (item.pairs.used == 0)
    {
        std::string const nothing = "Nothing to compare: no replicate ran to its end under both strategies.";
        return {nothing, nothing, nothing, nothing, nothing};
    }
    return {.saving = saving_line(comparison, item),
            .target = target_line(comparison, item),
            .waits = metrics_line(item.waits),
            .stability = metrics_line(item.stability),
            .care = care_line(item)};
}

std::vector<std::string> cautions(StrategyComparison const& item)
{
    std::vector<std::string> result;
    Pairing const& pairs = item.pairs;
    if (pairs.used == 1)
        result.emplace_back("One replicate: there are no intervals, and nothing here can be told from chance.");
    else if (pairs.used > 1 && pairs.used < enough_pairs)
        result.push_back(
            fmt::format("Only {} replicates, too few to judge: run at least {} before relying on any of it.",
                        pairs.used, enough_pairs));
    if (std::size_t const left_out = pairs.failed + pairs.missing; left_out > 0)
        result.push_back(fmt::format("Left out: {} of {}, which failed ({}) or never ran ({}) under one strategy or "
                                     "both; the answer is about the others, which may differ from them.",
                                     left_out, counted(left_out + pairs.used, "replicate"), pairs.failed,
                                     pairs.missing));
    return result;
}

std::string worse_for_people(StrategyComparison const& item)
{
    std::vector<MetricDifference const*> const worse = item.worse_care();
    bool const is_judged = item.pairs.used > 1;
    if (worse.empty())
        return is_judged ? "No care measure is worse beyond noise." : "No care measure was worse in it.";
    std::vector<std::string> names;
    std::ranges::transform(worse, std::back_inserter(names),
                           [](MetricDifference const* metric) { return spoken_name(*metric); });
    return fmt::format("{}: {}.", is_judged ? "Worse for people" : "Worse for people in it", listed(names));
}

std::string spoken_name(MetricDifference const& metric)
{
    std::string name = metric.service.empty() ? metric.name : metric.service + " " + metric.name;
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string settling(PairedDifference const& difference)
{
    auto const needed = difference.replicates_to_settle;
    if (!needed || *needed > most_replicates_worth_running)
        return "no number of replicates worth running would settle it";
    return fmt::format("about {} replicates would settle it", rough_count(*needed));
}

std::string listed(std::vector<std::string> const& words)
{
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i)
        result += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return result;
}

} // namespace caremarket
