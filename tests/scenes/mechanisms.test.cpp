#include "scene.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

/// One mechanism at a time is switched on in the market in which all are off, and does what its rule says it must;
/// beside it stands the null: the same change of the world, the mechanism off, and nothing.
using namespace caremarket;

namespace
{

constexpr std::size_t all_spot = 0;
constexpr std::size_t half_block = 1;

Overrides with(Overrides overrides, Overrides const& more)
{
    overrides.insert(overrides.end(), more.begin(), more.end());
    return overrides;
}

/// A few futures are enough: what is looked at is no matter of chance, or far beyond it.
std::vector<Record> few_runs(std::size_t strategy, Overrides const& overrides)
{
    return scenes::run(scenes::load("null", with({"experiment.replicates=4"}, overrides)), strategy);
}

double sum_over(std::vector<Record> const& records, Recorded id)
{
    double sum = 0.0;
    for (Record const& record : records)
        sum += scenes::total(record, id);
    return sum;
}

double ratio(std::vector<Record> const& records, Recorded of, Recorded over)
{
    return sum_over(records, of) / sum_over(records, over);
}

Overrides homes_a_village(int homes)
{
    std::string const count = std::to_string(homes);
    return {"place.supply.V1.residential.providers=" + count, "place.supply.V2.residential.providers=" + count};
}

} // namespace

TEST_CASE("Equal homes that believe a rival dearer ask more than their cost, the less the more of them bid", "[slow]")
{
    // First-price bidding against n rivals alike: own cost, and an n-th of the way to the dearest.
    constexpr double spread = 0.24;
    auto const price_at = [](int homes, double believed)
    {
        return ratio(few_runs(half_block, with(homes_a_village(homes),
                                               {"behaviour.all.rival_cost_spread=" + std::to_string(believed)})),
                     Recorded::price_of_guarantee, Recorded::guaranteed_units);
    };
    for (int const homes : {2, 4, 8})
    {
        CAPTURE(homes);
        double const at_cost = price_at(homes, 0.0);
        CHECK(price_at(homes, spread) / at_cost - 1.0 == Approx(spread / homes).epsilon(0.1));
    }
}

TEST_CASE("A home asks of self-funders the more, the harder it is for them to go elsewhere", "[slow]")
{
    // A mark-up of e / (e - 1) over what the place is worth otherwise, which here is its cost: the council's quote.
    auto const premium = [](std::string const& elasticity)
    {
        auto const records = few_runs(all_spot, {"place.residential.self_funder_share=0.5",
                                                 "behaviour.residential.self_funder_elasticity=" + elasticity,
                                                 "behaviour.residential.price_adjustment=1",
                                                 "behaviour.residential.required_surplus=0"});
        return ratio(records, Recorded::self_funder_list_price, Recorded::spot_quote) - 1.0;
    };
    CHECK(premium("3") == Approx(0.5).epsilon(0.03));
    CHECK(premium("5") == Approx(0.25).epsilon(0.03));
    CHECK(premium("20") == Approx(1.0 / 19.0).epsilon(0.05)); // the null: nearly a market of one price
}

TEST_CASE("Who pays for themselves comes to the council when the money is spent, and who has plenty never", "[slow]")
{
    auto const come = [](std::string const& capital)
    {
        return sum_over(few_runs(all_spot, {"place.residential.self_funder_share=0.5",
                                            "place.residential.self_funder_capital=" + capital,
                                            "place.residential.self_funder_capital_spread=0"}),
                        Recorded::wealth_spent_people);
    };
    CHECK(come("10000") > 100.0);
    CHECK(come("10000") > 2.0 * come("60000"));
    CHECK(come("5000000") == 0.0);
}

TEST_CASE("Fewer people looking for care work leave posts vacant where staff leave, and none where nobody does",
          "[slow]")
{
    auto const vacant = [](std::string const& quits, std::string const& supply)
    {
        auto const records =
            few_runs(all_spot, {"behaviour.residential.quit_rate=" + quits, "outlook.all.labour_supply=" + supply});
        return 1.0 - ratio(records, Recorded::staff_hours, Recorded::posts_hours);
    };
    CHECK(vacant("0.5", "0.3") > vacant("0.5", "1") + 0.05);
    CHECK(vacant("0", "0.3") == Approx(vacant("0", "1")).margin(1e-9));
}

TEST_CASE("Staff leave when pay elsewhere runs ahead, if they mind", "[slow]")
{
    auto const leavers = [](std::string const& elasticity, std::string const& growth)
    {
        return ratio(few_runs(all_spot, {"behaviour.residential.quit_pay_elasticity=" + elasticity,
                                         "outlook.all.outside_wage_growth=" + growth}),
                     Recorded::leavers_hours, Recorded::staff_hours);
    };
    CHECK(leavers("1", "0.05") > 1.05 * leavers("1", "0"));
    CHECK(leavers("0", "0.05") == Approx(leavers("0", "0")).epsilon(0.005));
}

TEST_CASE("Newcomers go where wealth is, because people who pay for themselves are; need alone draws them nowhere",
          "[slow]")
{
    auto const entries = [](std::string const& elasticity)
    {
        auto const records = few_runs(
            all_spot, {"behaviour.residential.entrants_considered=1", "behaviour.all.wealth_elasticity=" + elasticity,
                       "behaviour.residential.entry_cost=130000", "place.residential.self_funder_share=0.5",
                       "place.supply.V1.residential.capacity=150", "place.supply.V2.residential.capacity=150",
                       "place.residential.self_funder_capital=4000000", "place.localities.V1.wealth=2",
                       "place.localities.V2.wealth=0.5"});
        std::pair<double, double> sums{};
        for (Record const& record : records)
        {
            auto const& series = record.series(Recorded::entries);
            for (std::size_t cell = 0; cell < series.size(); ++cell)
                (cell % 2 == 0 ? sums.first : sums.second) += series[cell];
        }
        return sums;
    };
    auto const [rich, poor] = entries("1");
    CAPTURE(rich, poor);
    CHECK(rich > 2.0 * poor);
    auto const [here, there] = entries("0");
    CAPTURE(here, there);
    CHECK(here < 1.5 * there);
    CHECK(there < 1.5 * here);
}

TEST_CASE("Tenders wait for officers, if tenders take them any time", "[slow]")
{
    auto const late = [](std::string const& work)
    {
        return sum_over(few_runs(half_block, {"behaviour.residential.full_tender_work=" + work,
                                              "strategy.all.commissioning_staff=0.1"}),
                        Recorded::tenders_delayed);
    };
    CHECK(late("20") > 0.0);
    CHECK(late("0") == 0.0);
}

TEST_CASE("A council over its budget makes people wait, if that is its answer", "[slow]")
{
    auto const waits = [](std::string const& weeks, std::string const& growth)
    {
        return sum_over(
            few_runs(all_spot, {"strategy.all.response_delay=" + weeks, "strategy.all.budget_growth=" + growth}),
            Recorded::person_weeks_waiting);
    };
    CHECK(waits("8", "-0.2") > 1.5 * waits("8", "0.3") + 1.0);
    CHECK(waits("0", "-0.2") == waits("0", "0.3"));
}
