#include "model/build.hpp"
#include "scenarios/load_any.hpp"
#include "tests/support/last_years.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <map>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr std::uint32_t replicates = 16;
/// A year [share]: more than of a place made in code, for tables from many publishers contradict each other a little.
constexpr double bearable = 0.03;

Library packaged()
{
    return {{std::filesystem::path{CAREMARKET_SOURCE_DIR} / "scenarios"}};
}

/// Before its start, as an experiment runs it; of the experiments with one place the last by name.
std::map<std::string, Inputs> places_before_start()
{
    std::map<std::string, Inputs> places;
    Library const library = packaged();
    for (auto const& name : names_in(library, InputKind::experiment))
    {
        auto const loaded = load_experiment(library, name);
        REQUIRE(loaded.has_value());
        places[loaded.value->experiment.place] = standing_still(inputs_before_start(*loaded.value, 0));
    }
    return places;
}

std::vector<std::array<Year, 2>> futures_of(Inputs const& before)
{
    std::vector<std::array<Year, 2>> futures;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate)
        futures.push_back(last_years(before, replicate));
    return futures;
}

double mean_of(std::vector<std::array<Year, 2>> const& futures, std::string const& measure)
{
    double sum = 0.0;
    for (auto const& years : futures)
        sum += years[1].at(measure);
    return sum / static_cast<double>(futures.size());
}

} // namespace

TEST_CASE("Every place that the program brings along has an experiment")
{
    auto const places = places_before_start();
    for (auto const& name : names_in(packaged(), InputKind::place))
        CHECK(places.contains(name));
}

TEST_CASE("Every packaged place has settled by its start, near what its file says", "[slow]")
{
    for (auto const& [place, before] : places_before_start())
    {
        auto const futures = futures_of(before);
        for (Drift const& drift : drifts(futures))
        {
            INFO(place << ", " << drift.measure << ": about " << drift.level << ", one year later " << drift.mean
                       << " more, t = " << drift.t);
            CHECK(is_bearable(drift, bearable));
        }
        for (Service const service : all_of<Service>())
        {
            std::string const of = " of " + std::string{name_of(service)};
            PlaceService const& file = before.place.of[service];
            double const occupancy = mean_of(futures, "occupancy" + of);
            double const people = mean_of(futures, "council people" + of);
            double const waiting = mean_of(futures, "council people waiting" + of);
            double const price = mean_of(futures, "council's price" + of);
            INFO(place << of << ": occupancy " << occupancy << ", council people " << people << " of "
                       << file.council_people << ", waiting " << waiting << ", price " << price << " of "
                       << file.book_price);
            CHECK(occupancy > 0.80);
            CHECK(occupancy < 0.96);
            CHECK(std::abs(people / file.council_people - 1.0) < 0.20);
            CHECK(waiting < 0.08 * people);
            CHECK(std::abs(price / file.book_price - 1.0) < 0.12);
        }
    }
}
