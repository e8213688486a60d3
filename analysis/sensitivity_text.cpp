#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/sensitivity_words.hpp"
#include "analysis/unknown.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t name_width = 30, amount_width = 9, most_factors_of_an_order = 5;

std::string heading(SensitivitySetting const& s)
{
    return wrapped(s.title.empty() ? s.experiment : s.title) +
           wrapped(fmt::format("Outcome: {}{}. Design: {}, {}.", spoken_outcome(s),
                               s.unit.empty() || s.is_money() ? "" : fmt::format(" [{}]", s.unit), s.design,
                               counted(s.factors.size(), "factor")));
}

/// With a mark for what is within noise.
std::string marked(OutcomeAmounts const& amounts, FittedEffect const& effect)
{
    bool const is_noise = effect.lower <= 0 && effect.upper >= 0 && effect.upper > effect.lower;
    return amounts.text(effect) + (is_noise ? "~" : " ");
}

std::string table_of(SensitivitySetting const& setting, MainEffects const& effects)
{
    OutcomeAmounts const amounts = amounts_of(setting, effects);
    TextTable table({{"", name_width}, {"effect ", amount_width}});
    for (MainEffect const* const effect : effects.by_size())
    {
        table.add({effect->factor, effect->is_categorical() ? "" : marked(amounts, effect->over_range)});
        for (LevelEffect const& level : effect->levels)
            table.add({fmt::format("  {} ({})", level.level, counted(level.samples, "sample")),
                       marked(amounts, level.effect)});
    }
    return wrapped(fmt::format("Main effects on {}", spoken_outcome(setting))) + table.text() +
           wrapped("effect: from the lower to the upper end of the range, or of a level against the average, the "
                   "others at their average, with half its 95 % interval; ~ is within noise.");
}

std::string table_of(SensitivitySetting const& setting, MorrisScreening const& screening)
{
    OutcomeAmounts const amounts = amounts_of(setting, screening);
    TextTable table({{"", name_width},
                     {"mu*", amount_width},
                     {"95 %", amount_width},
                     {"mu", amount_width},
                     {"sigma", amount_width},
                     {"steps"},
                     {"acts"}});
    for (ElementaryEffects const* const effects : screening.by_size())
        table.add({effects->factor, amounts.text(effects->mu_star, unknown), amounts.text(effects->interval),
                   amounts.text(effects->mu, unknown), amounts.text(effects->sigma, unknown),
                   std::to_string(effects->used), manner_text(*effects)});
    return wrapped(fmt::format("Elementary effects on {}", spoken_outcome(setting))) + table.text() +
           wrapped("mu*: mean size of a step's effect, scaled to the whole range, and its 95 % interval; mu: with "
                   "signs; sigma: how far steps differ, which is bends, interactions and noise.");
}

std::string share_text(double share)
{
    return std::isnan(share) ? "-" : fmt::format("{:.2f}", share == 0 ? 0.0 : share);
}

std::string interval_text(VarianceIndex const& index)
{
    return std::isnan(index.interval.lower)
               ? "-"
               : fmt::format("{} to {}", share_text(index.interval.lower), share_text(index.interval.upper));
}

std::string table_of(SensitivitySetting const& setting, SobolIndices const& indices)
{
    TextTable table(
        {{"", name_width}, {"first"}, {"95 %", amount_width}, {"total"}, {"95 %", amount_width}, {"base points"}});
    for (FactorIndices const* const factor : indices.by_total())
        table.add({factor->factor, share_text(factor->first.value), interval_text(factor->first),
                   share_text(factor->total.value), interval_text(factor->total),
                   factor->first.used == factor->total.used
                       ? std::to_string(factor->first.used)
                       : fmt::format("{}, {}", factor->first.used, factor->total.used)});
    return wrapped(fmt::format("Shares of the variance of {}", spoken_outcome(setting))) + table.text() +
           wrapped("first: what would go if the factor alone were known; total: what would stay if all others were, "
                   "so with its interactions. Intervals are 95 %, by resampling base points.");
}

std::string chance_text(Chance const& chance)
{
    if (chance.of == 0)
        return "-";
    return fmt::format("{} of {}", chance.met, chance.of);
}

std::string range_text(Chance const& chance)
{
    return chance.of == 0 ? "-" : fmt::format("{} to {}", percent_text(chance.lower), percent_text(chance.upper));
}

std::string table_of(RankingRobustness const& ranking)
{
    std::string const word = ranking.better == Better::neither ? "higher" : "better";
    TextTable table({{"", name_width}, {word, amount_width}, {"95 %", amount_width}, {"beyond noise"}, {"reverse"}});
    for (RankingUnderOutlook const& under : ranking.outlooks)
    {
        OrderCount const& count = under.count;
        table.add({under.outlook, chance_text(count.better), range_text(count.better),
                   count.judged == 0 ? "-" : std::to_string(count.clearly_better),
                   count.judged == 0 ? "-" : std::to_string(count.clearly_worse)});
        auto const factors = under.by_spread();
        for (std::size_t i = 0; i < std::min(factors.size(), most_factors_of_an_order); ++i)
        {
            table.add(
                {"  " + factors[i]->factor + (factors[i]->turns_order() ? ": turns the order" : ""), "", "", "", ""});
            for (PartOfRange const& part : factors[i]->parts)
                table.add(
                    {"    " + part_text(*factors[i], part), chance_text(part.better), range_text(part.better), "", ""});
        }
    }
    return wrapped(fmt::format("Samples in which {} is {} than {}", ranking.strategy, word, ranking.other)) +
           table.text() +
           wrapped("95 %: exact interval of the share, for samples drawn at random from the ranges; beyond noise: of "
                   "those samples, where the difference is beyond the noise of its replicates; reverse: where the "
                   "opposite is. Factors are those over which the share changes most.");
}

} // namespace

std::string sensitivity_text(Sensitivity const& s)
{
    std::string text = heading(s.setting) + "\n";
    for (std::string const& line : sensitivity_headlines(s))
        text += wrapped(line);
    if (s.ranking)
        text += "\n" + table_of(*s.ranking);
    if (s.indices)
        text += "\n" + table_of(s.setting, *s.indices);
    if (s.screening)
        text += "\n" + table_of(s.setting, *s.screening);
    if (s.main_effects)
        text += "\n" + table_of(s.setting, *s.main_effects);
    std::vector<std::string> const cautions = sensitivity_cautions(s);
    if (!cautions.empty())
        text += "\n";
    for (std::string const& caution : cautions)
        text += wrapped("Caution: " + caution, 2);
    return text;
}

} // namespace caremarket
