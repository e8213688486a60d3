#include "model/procurement/reviewers.hpp"

#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A council with people to review, and so much of officers' time.
struct Reviews
{
    StagedMarket stage = homes_at_600();
    std::vector<PersonSlot> people;

    explicit Reviews(double officer_weeks, double outsourced)
    {
        for (int n = 0; n < 200; ++n)
            people.push_back(stage.add_resident(0, home, Funding::council, stage.provider(home, 0), 600.0));
        stage.market.commissioners.front().officer_weeks = officer_weeks;
        stage.inputs.strategies.front().all.outsourced_reviews = outsourced;
        stage.inputs.behaviour.all.outside_review_cost = 100.0;
    }
    int done()
    {
        int count = 0;
        for (PersonSlot const person : people)
            count += find_reviewer(stage.market, stage.inputs, stage.week, 0, person, 0.5);
        return count;
    }
    [[nodiscard]] Pence paid() const { return stage.posted(Flow::officers, Service::homecare, Channel::spot, 0); }
    [[nodiscard]] std::int64_t outside() const
    {
        return stage.market.counts[0].areas[stage.market.area(home, 0)].outside_reviews;
    }
};

} // namespace

TEST_CASE("Officers review as long as they have time, and nobody is paid for it besides")
{
    Reviews enough(100.0, 1.0);
    Pence const before = enough.paid();
    CHECK(enough.done() == 200);
    CHECK(enough.outside() == 0);
    CHECK(enough.paid() == before);

    Reviews short_of_time(20.0, 0.0);
    CHECK(short_of_time.done() == 40);
    CHECK(short_of_time.outside() == 0);
}

TEST_CASE("What they have no time for is bought from outside, as far as the strategy says, at the price of pay")
{
    Reviews all(20.0, 1.0);
    Pence const before = all.paid();
    all.stage.market.world.outside_wage_level = 1.5;
    CHECK(all.done() == 200);
    CHECK(all.outside() == 160);
    CHECK(all.paid() - before == 160 * 15'000);

    Reviews half(0.0, 0.5);
    int const done = half.done();
    CHECK(done > 70);
    CHECK(done < 130);
    CHECK(half.outside() == done);
}
