#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr double best = 0.9;  // the unit cost of the most efficient home there can be, against the usual
constexpr double worst = 1.1; // and of the least
constexpr std::size_t lots = 400;

/// Efficiency of every home in every lot: each home meets every part of the range equally often, in an order of its own.
std::vector<std::vector<double>> drawn_efficiency(std::size_t homes)
{
    std::mt19937_64 random{homes};
    std::vector<std::vector<double>> of_home(homes, std::vector<double>(lots));
    for (std::vector<double>& of_lot : of_home)
    {
        std::vector<std::size_t> stratum(lots);
        std::iota(stratum.begin(), stratum.end(), std::size_t{0});
        for (std::size_t last = lots - 1; last > 0; --last)
            std::swap(stratum[last], stratum[random() % (last + 1)]);
        for (std::size_t n = 0; n < lots; ++n)
            of_lot[n] = best + (worst - best) * (static_cast<double>(stratum[n]) + 0.5) / static_cast<double>(lots);
    }
    return of_home;
}

/// What the winners of many lots are paid, and what the lots cost them, against the usual cost [1].
struct Outcome
{
    double price = 0;
    double cost = 0;
    double paid_below_cost = 0; // [share of lots]
};

Outcome let_many(std::size_t homes, double misjudgement)
{
    StagedTender stage(homes);
    stage.inputs.behaviour.all.cost_misjudgement = misjudgement;
    // Believed of all rivals together: that the dearest has the worst cost there can be.
    stage.inputs.behaviour.all.rival_cost_spread = worst - 1.0;
    double const usual = stage.cost(stage.home(0));
    auto const efficiency = drawn_efficiency(homes);
    Outcome mean;
    for (std::size_t n = 0; n < lots; ++n)
    {
        StagedTender one = stage;
        one.market.local[one.market.area(StagedTender::service, 0)].rounds = static_cast<std::uint32_t>(n);
        for (std::size_t home = 0; home < homes; ++home)
            one.market.providers.efficiency[StagedMarket::at(one.home(home))] = efficiency[home][n];
        one.let();
        REQUIRE(one.winner() != no_provider);
        double const cost = one.cost(one.winner());
        mean.price += one.price() / usual / lots;
        mean.cost += cost / usual / lots;
        mean.paid_below_cost += (one.price() < cost ? 1.0 : 0.0) / lots;
    }
    return mean;
}

} // namespace

TEST_CASE("Prices of lots let by tender follow theory against the number of bidders, where all know their cost")
{
    for (std::size_t const homes : {1U, 2U, 3U, 4U, 6U, 8U, 12U})
    {
        Outcome const model = let_many(homes, 0.0);
        // Private costs even between two ends: the mean of the lowest bid is that of the second lowest cost.
        double const theory = best + 2.0 * (worst - best) / (static_cast<double>(homes) + 1.0);
        double const cheapest = best + (worst - best) / (static_cast<double>(homes) + 1.0);
        INFO(homes << " bidders: price in theory " << theory << ", in the model " << model.price
                   << "; cost of the winner in theory " << cheapest << ", in the model " << model.cost);
        CHECK(model.price == Approx(theory).epsilon(0.005));
        CHECK(model.cost == Approx(cheapest).epsilon(0.005));
        CHECK(model.paid_below_cost == 0.0);
    }
}

TEST_CASE("Where bidders misjudge their cost the winner is often who misjudged it most, the more so the more bid")
{
    double before = 0.0;
    for (std::size_t const homes : {1U, 3U, 12U})
    {
        Outcome const known = let_many(homes, 0.0);
        Outcome const misjudged = let_many(homes, 0.1);
        INFO(homes << " bidders: price " << known.price << " when cost is known, " << misjudged.price
                   << " when it is misjudged by a tenth; then paid below cost " << misjudged.paid_below_cost);
        CHECK(misjudged.paid_below_cost > before);
        if (homes > 1)
        {
            CHECK(misjudged.price < known.price);
            CHECK(misjudged.price - misjudged.cost < known.price - known.cost);
        }
        before = misjudged.paid_below_cost;
    }
}
