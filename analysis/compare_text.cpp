#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/compare_tables.hpp"
#include "analysis/compare_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t label_width = 12;

std::string heading_of(StrategyComparison const& item, Comparison const& comparison)
{
    return fmt::format("Outlook {}: {} against {}", item.outlook, item.strategy, comparison.baseline);
}

std::string labelled(std::string_view label, std::string_view text)
{
    return wrapped(fmt::format("  {:<{}}{}", label, label_width - 2, text), label_width);
}

std::string five_lines(Comparison const& comparison, StrategyComparison const& item)
{
    Headlines const lines = headlines(comparison, item);
    std::string text = wrapped(heading_of(item, comparison));
    for (std::string const& caution : cautions(item))
        text += labelled("Caution", caution);
    return text + labelled("Saving", lines.saving) + labelled("Target", lines.target) + labelled("Waits", lines.waits) +
           labelled("Stability", lines.stability) + labelled("Care", lines.care);
}

std::string savings_section(Comparison const& comparison, StrategyComparison const& item)
{
    std::string text = wrapped("Savings by financial year, " + heading_of(item, comparison)) + savings_table(item) +
                       wrapped(worse_for_people(item));
    if (item.savings.last_target())
        text += wrapped(item.savings.counted == SavingsTarget::Basis::recurrent
                            ? "Target: recurrent, so held against what is saved in the year."
                            : "Target: held against what is saved so far.");
    return text;
}

std::string left_out(StrategyComparison const& item)
{
    bool const any =
        std::ranges::any_of(item.metrics, [](auto const& metric) { return metric.difference.left_out > 0; });
    return any ? wrapped("Pairs with nothing to divide by are left out: see n.") : "";
}

std::string metrics_section(Comparison const& comparison, StrategyComparison const& item)
{
    return wrapped("Metrics, " + heading_of(item, comparison)) + metrics_table(item) + left_out(item);
}

std::string opening(Comparison const& comparison)
{
    std::string const last = financial_year_name(comparison.first_year + comparison.years - 1);
    std::string text = wrapped(comparison.title.empty() ? comparison.experiment : comparison.title);
    text += wrapped(fmt::format("Baseline {}; {} to {}; {}.", comparison.baseline,
                                financial_year_name(comparison.first_year), last,
                                counted(comparison.replicates, "replicate"))) +
            "\n";
    for (std::string const& sentence : overall(comparison))
        text += wrapped(sentence);
    for (std::string const& caution : comparison.cautions)
        text += wrapped("Caution: " + caution);
    return text;
}

std::string how_to_read()
{
    return wrapped(
        "How to read it: each future is run under both strategies and the difference taken, so that what they "
        "share cancels. ± is half the 95 % interval of the mean difference over futures: it tells how well "
        "the simulation knows its mean, not how right the model is. Noise: the interval holds 0. Money is "
        "in pounds of the day; cost is gross spend less clients' contributions, plus tenders, commissioning officers "
        "and capital in "
        "own supply; the last two belong to no service.");
}

} // namespace

std::string comparison_text(Comparison const& comparison)
{
    std::string text = opening(comparison);
    if (comparison.items.empty())
        return text + "There is only one strategy: nothing to compare. `caremarket finance` states what it costs.\n";
    for (StrategyComparison const& item : comparison.items)
        text += "\n" + five_lines(comparison, item);
    text += "\n" + how_to_read();
    for (StrategyComparison const& item : comparison.items)
        if (item.pairs.used > 0)
            text += "\n" + savings_section(comparison, item) + "\n" + metrics_section(comparison, item);
    return text;
}

} // namespace caremarket
