#include "model/build.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// The small place, its last town under a council of its own.
Inputs two_councils(Inputs inputs)
{
    inputs.place.commissioners.push_back("Town C Council");
    inputs.place.localities.back().commissioner = 1;
    inputs.strategies.push_back(inputs.strategies.front());
    return inputs;
}

/// All series of one locality.
std::vector<double> series_in(Record const& record, std::size_t locality)
{
    std::vector<double> all;
    for (RecordedMetric const& m : recorded_metrics())
    {
        if (m.dimensions == Dimensions::place)
            continue;
        std::size_t const cells = record.shape().cells(m.dimensions);
        for (std::size_t month = 0; month < record.shape().periods; ++month)
            for (Service const service : all_of<Service>())
                for (Channel const channel : all_of<Channel>())
                {
                    std::size_t const at = month * cells + record.cell(m.dimensions, service, channel, locality);
                    all.push_back(m.is_money() ? static_cast<double>(record.pence(m.id)[at]) : record.series(m.id)[at]);
                }
    }
    return all;
}

} // namespace

TEST_CASE("Two councils with the same levers buy what one would: only the name on the bill changes")
{
    // Without tenders: a tender is a council's own, and so are its contracts' keys, which decide between equals.
    Inputs one = small_inputs();
    set_block_share(one, 0.0);
    for (PlaceService& service : one.place.of)
        service.inherited_block_share = 0.0;              // and takes over its own people alone
    one.strategies.front().all.commissioning_staff = 0.0; // nor officers, of whom each council has its own
    Run const together = run_all(one, 1);
    Run const apart = run_all(two_councils(one), 1);
    for (std::size_t locality = 0; locality < one.place.localities.size(); ++locality)
        CHECK(series_in(together.record, locality) == series_in(apart.record, locality));
    Pence const first = apart.market.books.balance(Market::account_of_commissioner(0));
    Pence const second = apart.market.books.balance(Market::account_of_commissioner(1));
    CHECK(first < 0);
    CHECK(second < 0);
    CHECK(first + second == together.market.books.balance(Market::account_of_commissioner(0)));
}

TEST_CASE("A council's levers act in its own localities alone, where no journey links them to others")
{
    Inputs usual = two_councils(small_inputs());
    usual.behaviour.all.market_area = 0.0;
    Inputs changed = usual;
    for (StrategyService& service : changed.strategies[1].of)
    {
        service.mix[Channel::block] = 0.9;
        service.mix[Channel::spot] = 0.1;
        service.spot_limit = 0.8;
        service.uplift_rule = static_cast<double>(UpliftRule::none);
    }
    Market const start = market_at_start(usual, 0);
    Run const before = run_weeks(start, usual, 104);
    Run const after = run_weeks(start, changed, 104);
    CHECK(series_in(before.record, 0) == series_in(after.record, 0));
    CHECK(series_in(before.record, 1) == series_in(after.record, 1));
    CHECK(series_in(before.record, 2) != series_in(after.record, 2));
}
