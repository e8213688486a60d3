#include "model/rules/bidding.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace caremarket;

namespace
{

/// A home of 40 beds that all stand unguaranteed.
OfferedTerms on_the_spot()
{
    return {.used = 36.0, .paid = 36.0, .firm_units = 36.0, .risky = 36.0, .years = 3.0, .cost_growth_left = 0.0};
}

FirmAccounts home(double risk_aversion)
{
    return {.variable_cost = 400.0,
            .fixed_cost = 5400.0,
            .cash = 60'000.0,
            .loss_on_failure = 280'000.0,
            .required_surplus = 0.05,
            .risk_aversion = risk_aversion,
            .person = 1.0,
            .stay = 100.0};
}

double price(OfferedTerms const& terms, FirmAccounts const& firm)
{
    return price_to_cover_cost(terms, firm).price;
}

} // namespace

TEST_CASE("Without risk aversion a firm asks for its unit cost and its surplus, whatever is guaranteed")
{
    FirmAccounts const firm = home(0.0);
    double const unit_cost = 400.0 + 5400.0 / 36.0;
    CHECK(price(on_the_spot(), firm) == Approx(1.05 * unit_cost));
    OfferedTerms guaranteed = on_the_spot();
    guaranteed.risky = 0.0;
    CHECK(price(guaranteed, firm) == price(on_the_spot(), firm));
    FirmAccounts poor = firm;
    poor.cash = -1.0;
    CHECK(price(on_the_spot(), poor) == price(on_the_spot(), firm));
}

TEST_CASE("A guarantee lowers the price of a firm that minds running out of cash, the more the more it minds")
{
    double saved_before = 0.0;
    for (double const aversion : {0.5, 1.0, 2.0, 5.0})
    {
        FirmAccounts const firm = home(aversion);
        OfferedTerms half = on_the_spot();
        half.risky = 18.0;
        OfferedTerms all = on_the_spot();
        all.risky = 0.0;
        double const spot = price(on_the_spot(), firm);
        CHECK(price(half, firm) < spot);
        CHECK(price(all, firm) < price(half, firm));
        double const saved = spot - price(all, firm);
        CHECK(saved > saved_before);
        saved_before = saved;
    }
    // With nothing at risk and a surplus asked for, the charge is gone: what is left is cost and surplus.
    OfferedTerms safe = on_the_spot();
    safe.risky = 0.0;
    CHECK(price(safe, home(5.0)) == Approx(price(safe, home(0.0))));
}

TEST_CASE("Volume that spreads fixed cost lowers the price with no risk aversion at all")
{
    OfferedTerms more = on_the_spot();
    more.firm_units = 40.0;
    CHECK(price(more, home(0.0)) < price(on_the_spot(), home(0.0)));
    FirmAccounts no_fixed_cost = home(0.0);
    no_fixed_cost.fixed_cost = 0.0;
    CHECK(price(more, no_fixed_cost) == Approx(price(on_the_spot(), no_fixed_cost)));
    CHECK(price(more, no_fixed_cost) == Approx(1.05 * 400.0));
}

TEST_CASE("Places paid for and not used are cheaper each, for they cost only their share of what is fixed")
{
    OfferedTerms half_used = on_the_spot();
    half_used.used = 18.0;
    double const expected = 1.05 * (400.0 * 18.0 + 5400.0) / 36.0;
    CHECK(price(half_used, home(0.0)) == Approx(expected));
    CHECK(price(half_used, home(0.0)) < price(on_the_spot(), home(0.0)));
}

TEST_CASE("Cost growth that the uplift leaves uncovered is asked for on average over the term")
{
    OfferedTerms four_years = on_the_spot();
    four_years.years = 4.0;
    double const covered = price(four_years, home(0.0));
    four_years.cost_growth_left = 0.03;
    CHECK(price(four_years, home(0.0)) == Approx(covered * 1.06)); // 3 % a year, two years in the middle
    four_years.cost_growth_left = -0.03;
    CHECK(price(four_years, home(0.0)) == Approx(covered * 0.94));
}

TEST_CASE("A firm with less cash, a larger loss on failure or more wandering volume never asks for less")
{
    FirmAccounts const firm = home(2.0);
    double const usual = price(on_the_spot(), firm);
    FirmAccounts richer = firm;
    richer.cash *= 4.0;
    CHECK(price(on_the_spot(), richer) < usual);
    FirmAccounts more_to_lose = firm;
    more_to_lose.loss_on_failure *= 2.0;
    CHECK(price(on_the_spot(), more_to_lose) > usual);
    FirmAccounts lumpier = firm;
    lumpier.stay *= 2.0;
    CHECK(price(on_the_spot(), lumpier) > usual);
    CHECK(usual > price(on_the_spot(), home(0.0)));
}

TEST_CASE("The risk charge is never more than the weight of losing everything for certain")
{
    FirmAccounts broke = home(3.0);
    broke.cash = -1.0; // it fails whatever it asks
    double const weeks = 52.0 * 3.0;
    double const most = 3.0 * broke.loss_on_failure / weeks / 36.0;
    double const charge = price(on_the_spot(), broke) - price(on_the_spot(), home(0.0));
    CHECK(charge > 0.0);
    CHECK(charge <= most);
    // And the firm knows which part of its price that is.
    CHECK(price_to_cover_cost(on_the_spot(), broke).risk_charge == Approx(charge));
    CHECK(price_to_cover_cost(on_the_spot(), home(0.0)).risk_charge == 0.0);
}

TEST_CASE("A first-price bidder asks for the textbook value of n rivals whose costs spread evenly")
{
    // Costs uniform on [low, high]: the equilibrium bid of cost c among n bidders is c + (high - c) / n.
    for (int n = 1; n <= 12; ++n)
        for (double const cost : {10.0, 14.0, 19.5})
        {
            CHECK(shaded_offer(cost, 20.0, n) == Approx(cost + (20.0 - cost) / n));
            // It is the best answer to rivals who bid so: no other bid brings more on average.
            if (n == 1)
                continue;
            auto const gain = [&](double bid)
            {
                double const as_if = (bid - 20.0 / n) / (1.0 - 1.0 / n); // the cost whose bid this would be
                double const wins = std::clamp((20.0 - as_if) / 10.0, 0.0, 1.0);
                return (bid - cost) * std::pow(wins, n - 1);
            };
            double const best = gain(shaded_offer(cost, 20.0, n));
            for (double bid = cost; bid < 20.0; bid += 0.05)
                REQUIRE(gain(bid) <= best + 1e-12);
        }
}

TEST_CASE("The lowest of many such offers follows theory against the number of bidders")
{
    constexpr double low = 10.0;
    constexpr double high = 20.0;
    constexpr int draws = 100'000;
    std::mt19937_64 random{1};
    auto const drawn_cost = [&] { return low + (high - low) * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    for (int n = 1; n <= 12; ++n)
    {
        double mean = 0.0;
        for (int draw = 0; draw < draws; ++draw)
        {
            double lowest = high;
            for (int bidder = 0; bidder < n; ++bidder)
                lowest = std::min(lowest, shaded_offer(drawn_cost(), high, n));
            mean += lowest / draws;
        }
        // As much as the second lowest cost would be on average; alone, the dearest there can be.
        double const theory = low + 2.0 * (high - low) / (n + 1);
        INFO(n << " bidders: lowest offer in theory " << theory << ", here " << mean);
        CHECK(std::abs(mean - theory) < 0.002 * (high - low));
    }
}

TEST_CASE("More rivals never raise an offer, no offer lies under cost, and beyond eight rivals little is gained")
{
    double before = 1e9;
    for (int n = 1; n <= 20; ++n)
    {
        double const offer = shaded_offer(15.0, 20.0, n);
        CHECK(offer <= before);
        CHECK(offer >= 15.0);
        before = offer;
    }
    CHECK(shaded_offer(15.0, 20.0, 1) == 20.0);
    CHECK(shaded_offer(15.0, 14.0, 3) == 15.0); // the dearest already
    CHECK(shaded_offer(15.0, 20.0, 8) - shaded_offer(15.0, 20.0, 20) < 0.1 * (20.0 - 15.0));
}

TEST_CASE("A bidder told what won believes no rival dearer than that, nor cheaper than itself, and forgets it in time")
{
    CHECK(dearest_after_feedback(20.0, 15.0, {}, 13.0) == 20.0);
    CHECK(dearest_after_feedback(20.0, 15.0, {.price = 18.0, .weeks_ago = 0.0}, 13.0) == 18.0);
    CHECK(dearest_after_feedback(20.0, 15.0, {.price = 12.0, .weeks_ago = 0.0}, 13.0) == 15.0);
    CHECK(dearest_after_feedback(20.0, 15.0, {.price = 25.0, .weeks_ago = 0.0}, 13.0) == 20.0);
    CHECK(dearest_after_feedback(20.0, 15.0, {.price = 18.0, .weeks_ago = 13.0}, 13.0) ==
          Approx(20.0 - 2.0 * std::exp(-1.0)));
    CHECK(dearest_after_feedback(20.0, 15.0, {.price = 18.0, .weeks_ago = 520.0}, 13.0) == Approx(20.0));
    // Who bid at its cost already has nothing to learn.
    CHECK(dearest_after_feedback(14.0, 15.0, {.price = 12.0, .weeks_ago = 0.0}, 13.0) == 14.0);
}

TEST_CASE("Promised capacity must bring what it would earn open: nothing above its cost where it would stand empty")
{
    CHECK(earned_elsewhere(400.0, 700.0, 0.0, 1.0) == 400.0);
    CHECK(earned_elsewhere(400.0, 700.0, 1.0, 1.0) == 700.0);
    CHECK(earned_elsewhere(400.0, 700.0, 0.9, 1.0) == Approx(400.0 + 0.9 * 300.0));
    CHECK(earned_elsewhere(400.0, 300.0, 0.9, 1.0) == 400.0); // others pay less than cost: nothing is given up
    CHECK(earned_elsewhere(400.0, 700.0, 0.9, 0.5) == Approx(200.0 + 0.9 * 300.0)); // half used costs half as much
}
