#include "analysis/opening_market.hpp"

#include "compare_sample.hpp"

using namespace caremarket;
using Catch::Matchers::Contains;

namespace
{

Place place_with(double agencies, double hours)
{
    Place place;
    place.localities.resize(2);
    for (LocalityInput& locality : place.localities)
        locality.supply[Service::homecare] = {.providers = agencies / 2.0, .capacity = hours / 2.0};
    return place;
}

/// Two futures that begin with 60 agencies on average.
Results sixty_agencies(RecordPeriod period)
{
    Results results({"spot-heavy"}, 2, {"central"}, period, 1);
    for (std::size_t replicate = 0; replicate < 2; ++replicate)
    {
        Record& record = results.run(0, replicate).record;
        std::size_t const homecare = record.cell(Dimensions::service_locality, Service::homecare, Channel::block, 0);
        record.set(Recorded::providers, 0, homecare, replicate == 0 ? 50.0 : 70.0);
        record.set(Recorded::capacity, 0, homecare, 1000.0);
    }
    return results;
}

} // namespace

TEST_CASE("A market that begins with other providers than the place's tables is told of, with both numbers")
{
    Results results = sixty_agencies(RecordPeriod::month);
    auto const cautions = cautions_about_opening(results.file(), place_with(100.0, 1050.0));
    REQUIRE(cautions.size() == 1); // the hours are near enough
    CHECK_THAT(cautions.front(), Contains("60 providers in homecare") && Contains("100 (-40 %)"));
    CHECK(cautions_about_opening(results.file(), place_with(64.0, 1050.0)).empty());
}

TEST_CASE("Where a first year hides the opening, nothing is said of it")
{
    Results results = sixty_agencies(RecordPeriod::year);
    CHECK(cautions_about_opening(results.file(), place_with(100.0, 1050.0)).empty());
}
