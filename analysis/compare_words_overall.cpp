#include "analysis/compare_words.hpp"

#include "analysis/compare_number.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace caremarket
{

namespace
{

/// What can be said of the money over the run under one outlook.
enum class Effect : std::uint8_t
{
    saves,
    costs_more,
    noise,
    none,
    cheaper_once, ///< in a single future
    dearer_once,
    unknown
};
constexpr std::array<std::string_view, 7> words{"saves money",
                                                "costs more",
                                                "makes no difference beyond noise",
                                                "makes no difference to the money",
                                                "was cheaper in the one future",
                                                "was dearer in the one future",
                                                "could not be compared"};

Effect effect_of(StrategyComparison const& item)
{
    PairedDifference const& saved = item.savings.over_the_run();
    if (saved.n == 0)
        return Effect::unknown;
    if (saved.is_none())
        return Effect::none;
    if (saved.is_unjudged())
        return saved.mean > 0 ? Effect::cheaper_once : Effect::dearer_once;
    if (saved.is_noise())
        return Effect::noise;
    return saved.mean > 0 ? Effect::saves : Effect::costs_more;
}

using Items = std::vector<StrategyComparison const*>;

Items items_of(Comparison const& comparison, std::string const& strategy)
{
    Items items;
    for (StrategyComparison const& item : comparison.items)
        if (item.strategy == strategy)
            items.push_back(&item);
    return items;
}

std::vector<std::string> outlooks_with(Items const& items, Effect effect)
{
    std::vector<std::string> outlooks;
    for (StrategyComparison const* const item : items)
        if (effect_of(*item) == effect)
            outlooks.push_back(item->outlook);
    return outlooks;
}

std::string all_named(std::vector<std::string> const& outlooks)
{
    if (outlooks.size() == 1)
        return "the only outlook, " + outlooks.front();
    return outlooks.size() == 2 ? fmt::format("both outlooks, {}", listed(outlooks))
                                : fmt::format("all {} outlooks, {}", outlooks.size(), listed(outlooks));
}

/// "saves money under central; costs more under high-wage"
std::string by_outlook(Items const& items)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < words.size(); ++i)
    {
        auto const outlooks = outlooks_with(items, static_cast<Effect>(i));
        if (outlooks.size() == items.size())
            return fmt::format("{} under {}", words[i], all_named(outlooks));
        if (!outlooks.empty())
            parts.push_back(fmt::format("{} under {}", words[i], listed(outlooks)));
    }
    bool const differs =
        !outlooks_with(items, Effect::saves).empty() && !outlooks_with(items, Effect::costs_more).empty();
    return fmt::format("{}: {}", fmt::join(parts, "; "),
                       differs ? "the sign differs, so the answer hangs on the outlook"
                               : "not settled under all outlooks");
}

std::string worse_names(StrategyComparison const& item)
{
    std::vector<std::string> names;
    for (MetricDifference const* const metric : item.worse_care())
        names.push_back(spoken_name(*metric));
    return listed(names);
}

/// "Worse for people under central and high-wage: delayed days; under drift: weeks waited."
std::string care(Items const& items)
{
    std::vector<std::string> lists;
    for (StrategyComparison const* const item : items)
        if (std::string const names = worse_names(*item);
            !names.empty() && std::ranges::find(lists, names) == lists.end())
            lists.push_back(names);
    std::vector<std::string> parts;
    for (std::string const& names : lists)
    {
        std::vector<std::string> outlooks;
        for (StrategyComparison const* const item : items)
            if (worse_names(*item) == names)
                outlooks.push_back(item->outlook);
        parts.push_back(fmt::format("under {}: {}", listed(outlooks), names));
    }
    if (!parts.empty())
        return fmt::format("Worse for people {}.", fmt::join(parts, "; "));
    bool const is_judged = std::ranges::all_of(items, [](auto const* item) { return item->pairs.used > 1; });
    return is_judged ? "No care measure is worse beyond noise." : "";
}

std::string few(Items const& items)
{
    bool const enough = std::ranges::all_of(items, [](auto const* item) { return item->pairs.used >= enough_pairs; });
    return enough ? "" : "Too few replicates to judge.";
}

} // namespace

std::vector<std::string> overall(Comparison const& comparison)
{
    std::vector<std::string> seen, sentences;
    for (StrategyComparison const& item : comparison.items)
    {
        if (std::ranges::find(seen, item.strategy) != seen.end())
            continue;
        seen.push_back(item.strategy);
        Items const items = items_of(comparison, item.strategy);
        std::string paragraph = fmt::format("{} {}.", item.strategy, by_outlook(items));
        for (std::string const& sentence : {care(items), few(items)})
            if (!sentence.empty())
                paragraph += " " + sentence;
        sentences.push_back(std::move(paragraph));
    }
    return sentences;
}

} // namespace caremarket
