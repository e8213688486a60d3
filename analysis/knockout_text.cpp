#include "analysis/compare_layout.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/compare_words.hpp"
#include "analysis/knockout.hpp"

#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr double million = 1e6;
constexpr std::size_t measure_width = 22, effect_width = 10, headline_width = 16;

/// The number with the digits that its error lets stand, and a mark: `~` within noise, `?` nothing to judge by.
std::string marked(PairedDifference const& difference)
{
    if (difference.n == 0)
        return "- ";
    if (difference.is_none())
        return "0 ";
    NumberForm const form({.largest = std::abs(difference.mean), .error = difference.half_width()}, {});
    return form.signed_text(difference.mean) + (difference.is_unjudged() ? "?" : difference.is_noise() ? "~" : " ");
}

std::string level_text(KnockoutMeasure measure, PairedDifference const& level)
{
    bool const is_share = words_of(measure).changes_in_points;
    double const scale = is_share ? 100.0 : 1.0;
    double const value = level.mean * scale;
    NumberForm::Asked const asked{.largest = std::abs(value), .error = level.half_width() * scale};
    switch (measure)
    {
    case KnockoutMeasure::cost: return NumberForm(asked, size_for(value, true), "£").text(value) + " ";
    case KnockoutMeasure::placement_price: return NumberForm(asked, {}, "£").text(value) + " ";
    default: return NumberForm(asked, {}).text(value) + (is_share ? "%" : " ");
    }
}

std::string effects_table(Knockout const& k)
{
    std::vector<TextTable::Column> columns{{"", measure_width}};
    std::vector<std::string> units{""}, levels{"full model"};
    for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
    {
        MeasureWords const& words = words_of(measure);
        columns.push_back({std::string(words.head) + " ", effect_width});
        units.emplace_back(words.changes_in_points ? "points " : "% ");
        levels.push_back(level_text(measure, k.full[measure]));
    }
    TextTable table(std::move(columns));
    table.add(std::move(levels));
    table.add(std::move(units));
    for (MechanismEffect const& effect : k.effects)
    {
        std::vector<std::string> cells{effect.name};
        for (PairedDifference const& change : effect.under_baseline)
            cells.push_back(marked(change));
        table.add(std::move(cells));
    }
    return table.text();
}

std::string how_to_read_effects()
{
    std::string meanings;
    for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
        meanings +=
            fmt::format("{}{}: {}", meanings.empty() ? "" : "; ", words_of(measure).head, words_of(measure).meaning);
    return wrapped("Columns. " + meanings +
                   ". Changes are in % of the full model, or in percentage points of shares; ~ is within noise: the "
                   "95 % interval of the paired difference holds 0.");
}

/// "+22.2 ± 0.5" in millions.
std::string millions(PairedDifference const& difference)
{
    if (difference.n == 0)
        return "-";
    double const mean = difference.mean / million, half_width = difference.half_width() / million;
    NumberForm const form({.largest = std::fmax(std::abs(mean), half_width), .error = half_width}, {});
    return difference.is_unjudged() || difference.is_none()
               ? form.signed_text(mean)
               : fmt::format("{} ± {}", form.signed_text(mean), form.error_text(half_width));
}

/// Whether it makes the strategy dearer or cheaper, and what becomes of the sign.
std::string verdict(MechanismEffect const& effect)
{
    PairedDifference const& moved = effect.moved.all;
    if (moved.is_unjudged())
        return "unjudged";
    if (moved.is_none())
        return "neither";
    if (moved.is_noise())
        return "noise";
    std::string text = effect.makes_dearer() ? "dearer" : "cheaper";
    switch (effect.sign)
    {
    case SignThen::as_before: return text;
    case SignThen::turned: return text + ", turns the sign";
    case SignThen::lost: return text + ", decides the sign";
    case SignThen::settled: return text + ", hides the sign";
    }
    return text;
}

std::string headline_table(Knockout const& k)
{
    TextTable table(
        {{""}, {"difference", headline_width}, {"moved by", headline_width}, {"it makes " + k.setting.strategy}});
    table.add({"full model", millions(k.difference.all), "", ""});
    for (MechanismEffect const* const effect : k.by_move())
        table.add({effect->name, millions(effect->difference.all), millions(effect->moved.all), verdict(*effect)});
    return table.text();
}

std::string opening(KnockoutSetting const& s)
{
    std::string text = wrapped(s.title.empty() ? s.experiment : s.title);
    return text + wrapped(fmt::format("{} and {}; {} to {}; {} under {}: {}.", s.baseline, s.strategy,
                                      financial_year_name(s.first_year),
                                      financial_year_name(s.first_year + s.years - 1), counted(s.replicates, "future"),
                                      counted(s.outlooks.size(), "outlook"), listed(s.outlooks)));
}

std::string what_the_names_mean(Knockout const& k)
{
    std::string text = "What is changed\n";
    for (MechanismEffect const& effect : k.effects)
        text += wrapped(fmt::format("  {}: {}.", effect.name, effect.meaning), 4);
    return text;
}

} // namespace

std::string knockout_text(Knockout const& k)
{
    std::string text = opening(k.setting) + "\n" +
                       wrapped(fmt::format("The model without each mechanism, under {}: change against the full model",
                                           k.setting.baseline)) +
                       effects_table(k) + how_to_read_effects() + "\n" +
                       wrapped(fmt::format("Cost to the council of {} less {} over the run [GBP million]: without each "
                                           "mechanism, and how far that has moved",
                                           k.setting.strategy, k.setting.baseline)) +
                       headline_table(k) + "\n";
    for (std::string const& sentence : knockout_sentences(k))
        text += wrapped(sentence);
    return text + "\n" + what_the_names_mean(k);
}

} // namespace caremarket
