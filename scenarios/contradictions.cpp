#include "scenarios/contradictions.hpp"

#include "model/catalogue/contradictions.hpp"
#include "scenarios/bind.hpp"
#include "scenarios/iso_date.hpp"

#include <fmt/format.h>

#include <set>

namespace caremarket
{

namespace
{

std::string path_of(Service service, std::string_view lever)
{
    return fmt::format("strategy.{}.{}", name_of(service), lever);
}

/// Every day on which one of the levers changes, and one before them all.
std::set<Date> days_of_change(ResolvedInputs const& strategy, Service service, Contradiction const& contradiction)
{
    std::set<Date> days{Date::min()};
    for (auto const lever : contradiction.levers)
        if (auto const* steps = std::get_if<DatedScalars>(&find(strategy, path_of(service, lever))->value))
            for (auto const& [day, value] : *steps)
                days.insert(day);
    return days;
}

/// Where the message stands: at the first of the levers that somebody has set.
Origin const& origin_of(ResolvedInputs const& strategy, Service service, Contradiction const& contradiction)
{
    for (auto const lever : contradiction.levers)
        if (auto const& origin = find(strategy, path_of(service, lever))->origin;
            origin.what != Origin::What::catalogue)
            return origin;
    return find(strategy, path_of(service, contradiction.levers.front()))->origin;
}

/// "procurement_route = accreditation, posted_block_price = 0"
std::string in_words(ResolvedInputs const& strategy, Service service, Contradiction const& contradiction)
{
    std::string words;
    for (auto const lever : contradiction.levers)
        words += fmt::format("{}{} = {}", words.empty() ? "" : ", ", lever,
                             canonical_text(find(strategy, path_of(service, lever))->value));
    return words;
}

} // namespace

Problems contradictions_of(ResolvedInputs const& strategy)
{
    Strategy const levers = strategy_from(strategy);
    Problems problems;
    for (Service const service : all_of<Service>())
        for (Contradiction const& contradiction : contradictions())
            for (Date const day : days_of_change(strategy, service, contradiction))
            {
                if (!contradiction.holds(levers.of[service], day))
                    continue;
                auto const& origin = origin_of(strategy, service, contradiction);
                auto problem = problem_at(origin.file, {origin.line, origin.column},
                                          fmt::format("{} contradict each other: {}{}",
                                                      in_words(strategy, service, contradiction), contradiction.because,
                                                      day == Date::min() ? "" : " (from " + iso_text(day) + ")"));
                problem.key = path_of(service, contradiction.levers.front());
                problems.push_back(std::move(problem));
                break;
            }
    return problems;
}

} // namespace caremarket
