#include "model/guarantees.hpp"

#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// A home with 10 beds guaranteed since week 0, of which some are used.
struct Guaranteed
{
    StagedMarket stage = homes_at_600();
    ProviderId provider = stage.provider(home, 0);
    ContractId contract{};
    std::size_t c = 0;

    Guaranteed(int used, double step_down)
    {
        stage.set_capacity(provider, 20);
        contract = stage.add_contract(provider, 10, 600.0);
        c = static_cast<std::size_t>(contract);
        for (int i = 0; i < used; ++i)
            stage.add_resident(0, home, Funding::council, provider, 600.0, contract);
        stage.market.contracts.terms[c].step_down = step_down;
    }
    [[nodiscard]] double beds() const { return units(stage.market.contracts.guaranteed[c]); }
    void review(std::int32_t week)
    {
        stage.week = Clock(2016).week(week);
        review_guarantees(stage.market, stage.week);
        CHECK(stage.market.providers.guaranteed[StagedMarket::at(provider)] == stage.market.contracts.guaranteed[c]);
    }
};

} // namespace

TEST_CASE("A yearly review takes off part of what is not used, and what is left is paid for")
{
    Guaranteed some(4, 0.5);
    for (std::int32_t const week : {0, 13, 26, 39})
        some.review(week);
    CHECK(some.beds() == 10.0); // not in the first year
    some.review(52);
    CHECK(some.beds() == 7.0);
    for (std::int32_t const week : {65, 78, 91})
        some.review(week);
    CHECK(some.beds() == 7.0); // once a year
    some.review(104);
    CHECK(some.beds() == 5.5);

    auto const paid_for_voids = [](double step_down)
    {
        Guaranteed reviewed(4, step_down);
        reviewed.review(52);
        reviewed.stage.week = Clock(2016).week(0);
        deliver(reviewed.stage);
        return reviewed.stage.posted(Flow::care_void, home, Channel::block, 0);
    };
    CHECK(paid_for_voids(0.0) > 0);
    CHECK(2 * paid_for_voids(0.5) == paid_for_voids(0.0));
    CHECK(paid_for_voids(1.0) == 0);
}

TEST_CASE("A contract of which all is used, or that is not reviewed, or handed back, keeps its guarantee")
{
    Guaranteed used(10, 1.0);
    used.review(52);
    CHECK(used.beds() == 10.0);
    Guaranteed unreviewed(4, 0.0);
    unreviewed.review(52);
    CHECK(unreviewed.beds() == 10.0);
    CHECK(unreviewed.stage.take_decisions().empty());
    Guaranteed handed_back(4, 1.0);
    handed_back.stage.market.contracts.is_handed_back[handed_back.c] = 1;
    handed_back.review(52);
    CHECK(handed_back.beds() == 10.0);
    Guaranteed all(4, 1.0);
    all.review(52);
    CHECK(all.beds() == 4.0); // never below what is used
}

TEST_CASE("A contract is reviewed by its own year")
{
    Guaranteed autumn(4, 1.0);
    autumn.stage.market.contracts.begins[autumn.c] = 30;
    for (std::int32_t const week : {39, 52, 65, 78})
        autumn.review(week);
    CHECK(autumn.beds() == 10.0);
    autumn.review(91);
    CHECK(autumn.beds() == 4.0);
}

TEST_CASE(
    "A home that expects voids asks more for a bed when reviews will take them off, and the same when it has none")
{
    auto const asks = [](double used, double step_down)
    {
        Guaranteed some(0, 0.0);
        some.stage.inputs.behaviour.all.risk_aversion = 0.0;
        some.stage.market.providers.occupancy[StagedMarket::at(some.provider)] = 0.0; // no other use for its beds
        LocalMarket& local = some.stage.market.local[some.stage.market.area(home, 0)];
        local.council_volume = 1e6; // more than enough people, of whom so many stay in use
        local.council_starts = used / mean_stay(some.stage.market, home);
        Terms terms;
        terms.years = 4.0;
        terms.step_down = step_down;
        return block_cost(some.stage.market, some.stage.inputs, some.stage.week, some.provider,
                          {.volume = 10.0, .taken_over = used, .sought = 10.0, .terms = terms});
    };
    CHECK(asks(8.0, 0.5) > asks(8.0, 0.0));
    CHECK(asks(8.0, 1.0) > asks(8.0, 0.5));
    CHECK(asks(10.0, 1.0) == asks(10.0, 0.0));
}
