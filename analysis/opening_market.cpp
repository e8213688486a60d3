#include "analysis/opening_market.hpp"

#include "analysis/index_of_name.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace caremarket
{

namespace
{

constexpr double worth_saying = 0.1; // [share]

/// A quantity of the place's tables, and the metric that measures it.
struct OpeningQuantity
{
    char const* metric;
    char const* words;
    double (*in_tables)(Place const&, Service);
};

double providers_in(Place const& place, Service service)
{
    double sum = 0.0;
    for (LocalityInput const& locality : place.localities)
        sum += locality.supply[service].providers;
    return sum;
}

double capacity_in(Place const& place, Service service)
{
    double sum = 0.0;
    for (LocalityInput const& locality : place.localities)
        sum += locality.supply[service].capacity;
    return sum;
}

double council_people_in(Place const& place, Service service)
{
    return place.of[service].council_people;
}

constexpr OpeningQuantity opening_quantities[] = {
    {"providers", "providers", providers_in},
    {"capacity", "units of capacity a week", capacity_in},
    {"council_people", "council-supported people in care", council_people_in}};

/// Mean over futures at the end of the first month; nothing if none ran or the file does not hold it.
std::optional<double> at_opening(ResultsFile const& file, OpeningQuantity const& quantity, std::size_t service,
                                 std::size_t strategy)
{
    if (file.catalogue().find(quantity.metric) == nullptr)
        return std::nullopt;
    Series const series = file.by_period(quantity.metric, {.service = Pick::one(service)});
    double sum = 0.0;
    std::size_t futures = 0;
    for (std::size_t replicate = 0; replicate < series.replicates; ++replicate)
        if (double const value = series(0, strategy, replicate, 0); std::isfinite(value))
        {
            sum += value;
            ++futures;
        }
    return futures == 0 ? std::nullopt : std::optional(sum / static_cast<double>(futures));
}

} // namespace

std::vector<std::string> cautions_about_opening(ResultsFile const& file, Place const& place)
{
    std::vector<std::string> cautions;
    ResultsAxes const& axes = file.axes();
    if (axes.period != RecordPeriod::month)
        return cautions;
    std::size_t const strategy = index_of_name("strategy", file.provenance().baseline, axes.strategies);
    for (Service const service : all_of<Service>())
    {
        auto const at = std::ranges::find(axes.services, name_of(service));
        if (at == axes.services.end())
            continue;
        for (OpeningQuantity const& quantity : opening_quantities)
        {
            double const told = quantity.in_tables(place, service);
            auto const found =
                at_opening(file, quantity, static_cast<std::size_t>(at - axes.services.begin()), strategy);
            if (found && told > 0.0 && std::abs(*found / told - 1.0) > worth_saying)
                cautions.push_back(fmt::format("The runs begin with {:.0f} {} in {}, where the place's tables have "
                                               "{:.0f} ({:+.0f} %).",
                                               *found, quantity.words, name_of(service), told,
                                               100.0 * (*found / told - 1.0)));
        }
    }
    return cautions;
}

} // namespace caremarket
