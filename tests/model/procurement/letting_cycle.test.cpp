#include "model/procurement/planning.hpp"

#include "tests/support/fingerprint.hpp"
#include "tests/support/staged_phases.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr std::int32_t tender_weeks = 8;

/// A lot sought by a council that lets contracts of two years, or in a cycle of so many.
StagedTender council_with_cycle(double years)
{
    StagedTender stage(3);
    for (RouteBurden& burden : stage.inputs.behaviour.of[StagedTender::service].routes)
        burden = {.weeks = tender_weeks, .work = 0.0};
    stage.levers().contract_length = 2.0;
    stage.levers().letting_cycle = years;
    return stage;
}

TenderPlan plan_in(StagedTender& stage, std::int32_t week)
{
    return planned_procurement(stage.market, stage.inputs, Clock(2016).week(week), Channel::block,
                               StagedTender::service, {0})
        .front();
}

} // namespace

TEST_CASE("Without a cycle a contract lasts as long as its length says, whenever it begins")
{
    StagedTender stage = council_with_cycle(0.0);
    for (std::int32_t const week : {0, 13, 65, 91})
    {
        TenderPlan const plan = plan_in(stage, week);
        CHECK(plan.begins == week + tender_weeks);
        CHECK(plan.ends == plan.begins + 104);
        CHECK(plan.terms.years == 2.0);
    }
}

TEST_CASE("In a cycle contracts end on common dates: who is let in between gets what is left")
{
    StagedTender stage = council_with_cycle(3.0);
    for (std::int32_t const week : {0, 26, 104})
    {
        TenderPlan const plan = plan_in(stage, week);
        CHECK(plan.begins == week + tender_weeks);
        CHECK(plan.ends == 156);
        CHECK(plan.terms.years == Approx((156 - plan.begins) / 52.0));
    }
    TenderPlan const next = plan_in(stage, 143); // could begin in 151, five weeks before the old contracts end
    CHECK(next.begins == 156);
    CHECK(next.ends == 312);
    CHECK(next.terms.years == 3.0);
}

TEST_CASE("What would end before its successor could begin is let to the end of the next cycle")
{
    StagedTender stage = council_with_cycle(1.0);
    stage.inputs.behaviour.of[StagedTender::service].routes[Route::full_tender].weeks = 30.0;
    CHECK(plan_in(stage, 0).ends == 104); // begins in 30, 22 weeks before the common date
    stage.inputs.behaviour.of[StagedTender::service].routes[Route::full_tender].weeks = 20.0;
    CHECK(plan_in(stage, 0).ends == 52);
}

TEST_CASE("The contract that is awarded ends on the common date, in which its successor begins")
{
    StagedTender stage = council_with_cycle(1.0);
    stage.let();
    REQUIRE(stage.winner() != no_provider);
    CHECK(stage.market.contracts.begins.back() == tender_weeks);
    CHECK(stage.market.contracts.ends.back() == 52);
    for (std::int32_t week = 1; week <= 52; ++week)
    {
        stage.market.local[stage.market.area(StagedTender::service, 0)].council_volume = 20.0;
        let_in(stage, week);
    }
    Contracts const& contracts = stage.market.contracts;
    std::vector<std::int32_t> begun;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (!contracts.is_empty(contract))
            begun.push_back(contracts.begins[static_cast<std::size_t>(contract)]);
    REQUIRE(begun.size() == 1);
    CHECK(begun.front() == 52);
}

TEST_CASE("A bidder prices the term that is left of a cycle as it would the same number of years")
{
    StagedTender cycle = council_with_cycle(2.0);
    StagedTender length = council_with_cycle(0.0);
    length.levers().contract_length = (104.0 - tender_weeks) / 52.0;
    for (StagedTender* stage : {&cycle, &length})
    {
        stage->levers().uplift_rule = static_cast<double>(index_of(UpliftRule::none)); // so that a long term is dear
        stage->market.world.wage_floor_growth = 0.05;
        stage->let();
    }
    CHECK(cycle.price() == length.price());
    StagedTender longer = council_with_cycle(6.0);
    longer.levers().uplift_rule = static_cast<double>(index_of(UpliftRule::none));
    longer.market.world.wage_floor_growth = 0.05;
    longer.let();
    CHECK(longer.price() > cycle.price());
}
