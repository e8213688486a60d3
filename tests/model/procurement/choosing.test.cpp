#include "model/rules/evaluation.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <utility>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// Two homes, neither of which asks for a surplus; care costs the second more by a share.
StagedTender two_homes(double dearer)
{
    StagedTender stage(2);
    stage.inputs.behaviour.of[StagedTender::service].required_surplus = 0.0;
    stage.inputs.behaviour.all.rival_cost_spread = 0.0;
    stage.market.providers.efficiency[StagedMarket::at(stage.home(1))] = 1.0 + dearer;
    return stage;
}

/// The first home belongs to a group, the second to a charity.
StagedTender group_and_charity(double dearer)
{
    StagedTender stage = two_homes(dearer);
    stage.market.groups.has_failed.resize(1);
    stage.market.providers.group[StagedMarket::at(stage.home(0))] = 0;
    stage.market.providers.sector[StagedMarket::at(stage.home(1))] = Sector::voluntary;
    return stage;
}

/// What a home offers for a second lot, a quarter after the first.
double second_offer(StagedTender stage, bool feedback, std::size_t home)
{
    stage.levers().feedback = feedback ? 1.0 : 0.0;
    stage.let();
    REQUIRE(stage.winner() == stage.home(0));
    (void)stage.take_decisions();
    stage.market.local[stage.market.area(StagedTender::service, 0)].council_volume *= 2.0;
    stage.week = Clock(2016).week(13);
    stage.let();
    for (Decision const& line : stage.take_decisions())
        if (line.kind == DecisionKind::bid_made &&
            line.subject == stage.market.providers.key[StagedMarket::at(stage.home(home))])
            return line.amount;
    return 0.0;
}

} // namespace

TEST_CASE("With weight on social value a charity wins against a group's home, up to a price that the weight is worth")
{
    // A third of a tenth of the marks against nine tenths for price: worth 0.0333 / 0.9, so 3.8 % of the price. The cheaper
    // of two bidders shades its offer half way to their mean, so offers differ by three quarters of what costs do.
    for (auto const& [dearer, charity_wins] : {std::pair{0.04, true}, std::pair{0.07, false}})
    {
        StagedTender stage = group_and_charity(dearer);
        stage.levers().social_value_weight = 0.1;
        stage.let();
        INFO("costs differ by " << dearer);
        CHECK((stage.winner() == stage.home(1)) == charity_wins);
    }
    StagedTender by_price = group_and_charity(0.04);
    by_price.let();
    CHECK(by_price.winner() == by_price.home(0));
}

TEST_CASE("Weight on social value moves nothing among homes of one record, and pay above the others' is seen")
{
    StagedTender by_price = two_homes(0.02);
    by_price.let();
    StagedTender weighed = two_homes(0.02);
    weighed.levers().social_value_weight = 0.5;
    weighed.let();
    CHECK(weighed.winner() == by_price.winner());
    CHECK(weighed.price() == by_price.price());

    StagedTender pays_more = two_homes(0.0);
    pays_more.levers().social_value_weight = 0.5;
    pays_more.market.providers.wage[StagedMarket::at(pays_more.home(1))] *= 1.02;
    pays_more.let();
    CHECK(pays_more.winner() == pays_more.home(1));
}

TEST_CASE("Compared over the term, a home in which the council's people live already beats one a little cheaper")
{
    auto const let_by = [](EvaluatedCost way, double dearer, int people)
    {
        StagedTender stage = two_homes(dearer);
        stage.levers().evaluated_cost = static_cast<double>(index_of(way));
        stage.market.local[stage.market.area(StagedTender::service, 0)].council_starts = 0.1; // a bed every ten weeks
        for (int person = 0; person < people; ++person)
            stage.add_resident(0, StagedTender::service, Funding::council, stage.home(1), 500.0);
        stage.let();
        return stage;
    };
    StagedTender const by_bid = let_by(EvaluatedCost::bid, 0.0, 8);
    StagedTender const over_term = let_by(EvaluatedCost::whole_life, 0.0, 8);
    CHECK(by_bid.winner() == by_bid.home(0)); // who fills up slowly expects to spend less, and asks for less
    CHECK(over_term.winner() == over_term.home(1));
    CHECK(over_term.price() > by_bid.price());

    // Nobody there yet: the same volume fills alike in both, and the cheaper wins at the same price.
    StagedTender const empty_by_bid = let_by(EvaluatedCost::bid, 0.02, 0);
    StagedTender const empty_over_term = let_by(EvaluatedCost::whole_life, 0.02, 0);
    CHECK(empty_over_term.winner() == empty_over_term.home(0));
    CHECK(empty_by_bid.winner() == empty_over_term.winner());
    CHECK(empty_by_bid.price() == empty_over_term.price());
}

TEST_CASE("A home told by how much it lost comes down in the next round; without feedback it asks what it asked")
{
    StagedTender stage = two_homes(0.05);
    stage.inputs.behaviour.all.rival_cost_spread = 0.24;
    double const untold = second_offer(stage, false, 1);
    double const told = second_offer(stage, true, 1);
    REQUIRE(told > 0.0);
    CHECK(told < untold);
    CHECK(second_offer(stage, true, 0) == second_offer(stage, false, 0)); // who has won is told nothing
    // Nor does it change what a home asks that bid at its cost already.
    StagedTender at_cost = two_homes(0.05);
    REQUIRE(second_offer(at_cost, true, 1) > 0.0);
    CHECK(second_offer(at_cost, true, 1) == second_offer(at_cost, false, 1));
}
