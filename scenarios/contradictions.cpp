#include "scenarios/contradictions.hpp"

#include "model/catalogue/contradictions.hpp"
#include "scenarios/bind.hpp"
#include "scenarios/iso_date.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace caremarket
{

namespace
{

std::string path_of(Service service, std::string_view lever)
{
    return fmt::format("strategy.{}.{}", name_of(service), lever);
}

/// A lever of the contradiction with its value.
struct Setting
{
    std::string_view lever;
    ResolvedValue const* value;
};

/// Those of the contradiction's levers that the service has: home care has no buildings.
std::vector<Setting> settings_of(ResolvedInputs const& strategy, Service service, Contradiction const& contradiction)
{
    std::vector<Setting> settings;
    settings.reserve(contradiction.levers.size());
    for (auto const lever : contradiction.levers)
        if (auto const* value = find(strategy, path_of(service, lever)))
            settings.push_back({lever, value});
    return settings;
}

/// Every day on which one of the levers changes, and one before them all.
std::set<Date> days_of_change(std::vector<Setting> const& settings)
{
    std::set<Date> days{Date::min()};
    for (Setting const& setting : settings)
        if (auto const* steps = std::get_if<DatedScalars>(&setting.value->value))
            for (auto const& [day, value] : *steps)
                days.insert(day);
    return days;
}

/// Where the message stands: at the first of the levers that somebody has set.
Origin const& origin_of(std::vector<Setting> const& settings)
{
    for (Setting const& setting : settings)
        if (setting.value->origin.what != Origin::What::catalogue)
            return setting.value->origin;
    return settings.front().value->origin;
}

/// "procurement_route = accreditation, posted_block_price = 0"
std::string in_words(std::vector<Setting> const& settings)
{
    std::string words;
    for (Setting const& setting : settings)
        words +=
            fmt::format("{}{} = {}", words.empty() ? "" : ", ", setting.lever, canonical_text(setting.value->value));
    return words;
}

} // namespace

Problems contradictions_of(ResolvedInputs const& strategy)
{
    Strategy const levers = strategy_from(strategy);
    Problems problems;
    for (Service const service : all_of<Service>())
        for (Contradiction const& contradiction : contradictions())
        {
            auto const settings = settings_of(strategy, service, contradiction);
            for (Date const day : days_of_change(settings))
            {
                if (settings.empty() || !contradiction.holds(levers.of[service], day))
                    continue;
                auto const& origin = origin_of(settings);
                auto problem =
                    problem_at(origin.file, {origin.line, origin.column},
                               fmt::format("{} contradict each other: {}{}", in_words(settings), contradiction.because,
                                           day == Date::min() ? "" : " (from " + iso_text(day) + ")"));
                problem.key = path_of(service, settings.front().lever);
                problems.push_back(std::move(problem));
                break;
            }
        }
    return problems;
}

} // namespace caremarket
