#include "analysis/compare.hpp"
#include "analysis/compare_number.hpp"
#include "analysis/compare_words.hpp"
#include "analysis/knockout.hpp"

#include <cmath>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

constexpr std::size_t most_mechanisms_named = 3;

using Effects = std::vector<MechanismEffect const*>;

std::string amount_of(PairedDifference const& difference)
{
    return money_text(std::abs(difference.mean), difference.half_width());
}

std::string_view dearer_or_cheaper(double mean)
{
    return mean > 0 ? "dearer" : "cheaper";
}

bool is_clear(PairedDifference const& difference)
{
    return !difference.is_unjudged() && !difference.is_none() && !difference.is_noise();
}

std::string full_model(Knockout const& k)
{
    PairedDifference const& d = k.difference.all;
    std::string const last = financial_year_name(k.setting.first_year + k.setting.years - 1);
    std::string const over =
        k.setting.years == 1 ? "in " + last : fmt::format("over the {} years to {}", k.setting.years, last);
    if (d.n == 0)
        return "No future ran to its end under both strategies and every outlook: nothing can be said.";
    if (d.is_none() || is_lost_in_error(d.mean, d.half_width()))
        return fmt::format("In the full model {} costs the council as much as {} {}{}.", k.setting.strategy,
                           k.setting.baseline, over, d.is_none() ? "" : ", within noise");
    return fmt::format("In the full model {} costs the council {} {} than {} {}{}.", k.setting.strategy, amount_of(d),
                       d.mean > 0 ? "more" : "less", k.setting.baseline, over,
                       d.is_noise() ? ", which is within noise" : "");
}

/// "without self-funders (£3.1m ± £0.4m cheaper)", "with fear-at-4 (…)"
std::string then(MechanismEffect const& effect)
{
    PairedDifference const& d = effect.difference.all;
    return fmt::format("{} {} ({} {})", effect.is_removed ? "without" : "with", effect.name, amount_of(d),
                       dearer_or_cheaper(d.mean));
}

std::vector<std::string> each(Effects const& effects, std::string (*words)(MechanismEffect const&))
{
    std::vector<std::string> texts;
    for (MechanismEffect const* const effect : effects)
        texts.push_back(words(*effect));
    return texts;
}

Effects with_sign(Knockout const& k, SignThen sign)
{
    Effects result;
    for (MechanismEffect const* const effect : k.by_move())
        if (effect->sign == sign)
            result.push_back(effect);
    return result;
}

std::string signs(Knockout const& k)
{
    auto const turned = with_sign(k, SignThen::turned), lost = with_sign(k, SignThen::lost),
               settled = with_sign(k, SignThen::settled);
    bool const was_clear = is_clear(k.difference.all);
    std::string text = !turned.empty() ? fmt::format("The sign turns {}.", listed(each(turned, then)))
                                       : std::string(was_clear ? "Nothing here turns the sign." : "");
    auto const name = [](MechanismEffect const& effect) { return effect.name; };
    if (!lost.empty())
        text += fmt::format(" It can no longer be told from noise once {} {} changed.", listed(each(lost, name)),
                            lost.size() == 1 ? "is" : "are");
    if (!settled.empty())
        text += fmt::format("It is clear {}.", listed(each(settled, then)));
    return text;
}

/// What was removed and, while it was there, made the strategy dearer (or cheaper), the farthest first.
Effects that_make_it(Knockout const& k, bool dearer)
{
    Effects result;
    for (MechanismEffect const* const effect : k.by_move())
        if (effect->is_removed && is_clear(effect->moved.all) && effect->makes_dearer() == dearer &&
            result.size() < most_mechanisms_named)
            result.push_back(effect);
    return result;
}

std::string by_how_much(MechanismEffect const& effect)
{
    return fmt::format("{} ({})", effect.name, amount_of(effect.moved.all));
}

std::string movers(Knockout const& k)
{
    auto const dearer = that_make_it(k, true), cheaper = that_make_it(k, false);
    std::string text;
    if (!dearer.empty())
        text = fmt::format("What makes {} dearer against {}, most of all: {}.", k.setting.strategy, k.setting.baseline,
                           listed(each(dearer, by_how_much)));
    if (!cheaper.empty())
        text += fmt::format("{}What makes {} cheaper{}: {}.", text.empty() ? "" : " ",
                            text.empty() ? k.setting.strategy : "it",
                            text.empty() ? fmt::format(" against {}, most of all", k.setting.baseline) : "",
                            listed(each(cheaper, by_how_much)));
    return text;
}

std::string the_rest(Knockout const& k)
{
    std::size_t noise = 0;
    for (MechanismEffect const& effect : k.effects)
        noise += !is_clear(effect.moved.all);
    return noise == 0 ? ""
                      : fmt::format("{} of {} move the difference by no more than noise.", noise, k.effects.size());
}

std::string caution(Knockout const& k)
{
    std::size_t const n = k.difference.all.n;
    if (n == 1)
        return "Caution: one future has no interval, and nothing here can be told from chance.";
    if (n > 1 && n < enough_pairs)
        return fmt::format("Caution: only {} futures, too few to judge: run at least {} before relying on any of it.",
                           n, enough_pairs);
    return "";
}

} // namespace

std::vector<std::string> knockout_sentences(Knockout const& k)
{
    std::vector<std::string> sentences;
    for (std::string const& sentence : {full_model(k), signs(k), movers(k), the_rest(k), caution(k)})
        if (!sentence.empty())
            sentences.push_back(sentence);
    return sentences;
}

} // namespace caremarket
