#include "model/procurement/uplift_day.hpp"

#include "model/phases/world.hpp"
#include "model/provider_costs.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/uplift.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

double index_of_rule(UpliftRule rule)
{
    return static_cast<double>(rule);
}

/// The choice of an uplift rule for placements.
double for_placements(UpliftRule rule)
{
    return 1.0 + static_cast<double>(rule);
}

/// A home with a contract at 600, a council placement at 500 outside it and a self-funder at 800, on the last day
/// before 1 April.
struct Home
{
    StagedMarket stage;
    ProviderId provider = stage.provider(home, 0);
    ContractId contract{};
    PersonSlot spot = 0;
    PersonSlot self_funder = 0;

    /// \param sign what the levers are when the contract is signed
    template <class Sign>
    explicit Home(Sign sign)
    {
        set_block_share(stage.inputs, 0.0);
        set_lever(stage.inputs, &StrategyService::uplift_pass_through, 1.0);
        sign(stage.inputs);
        contract = stage.add_contract(provider, 3, 600.0);
        spot = stage.add_resident(0, home, Funding::council, provider, 500.0);
        self_funder = stage.add_resident(0, home, Funding::self_funder, provider, 800.0);
    }

    void wait_for_april()
    {
        stage.week = Clock(2016).week(52);
        turn_to(stage.market, stage.inputs, stage.week);
        uplift_prices(stage.market, stage.inputs, stage.week);
    }
    [[nodiscard]] double contract_rise() const
    {
        return stage.market.contracts.price[static_cast<std::size_t>(contract)] / 600.0 - 1.0;
    }
    [[nodiscard]] double spot_rise() const { return stage.market.people[0][spot].price / 500.0 - 1.0; }
    [[nodiscard]] double self_funder_rise() const { return stage.market.people[0][self_funder].price / 800.0 - 1.0; }
    [[nodiscard]] double rate_rise() const
    {
        return stage.market.commissioners.front().inherited_rate[home] / stage.inputs.place.of[home].book_price - 1.0;
    }
    /// Of the provider's cost, as it stood when the prices moved.
    [[nodiscard]] double own_growth() const { return own_cost_growth(stage.market, stage.inputs.behaviour, provider); }
};

void by(Inputs& inputs, UpliftRule rule)
{
    set_lever(inputs, &StrategyService::uplift_rule, index_of_rule(rule));
}

} // namespace

TEST_CASE("Under provider-specific uplift a home's prices rise by its own cost, and the usual rate by the usual home's")
{
    Home own([](Inputs& inputs) { by(inputs, UpliftRule::provider_specific); });
    own.wait_for_april();
    CHECK(own.contract_rise() == Approx(own.own_growth()));
    CHECK(own.spot_rise() == Approx(own.own_growth()));
    World const& world = own.stage.market.world;
    double const weight = own.stage.inputs.strategies.front().of[home].uplift_wage_share.at(Date{});
    CHECK(own.rate_rise() == Approx(cost_growth(weight, world.wage_floor_growth, world.inflation)));
    CHECK(own.own_growth() != Approx(own.rate_rise())); // or nothing was shown
}

TEST_CASE("The basket follows pay elsewhere by its weight; without pay elsewhere nothing moves otherwise than before")
{
    auto const rise = [](UpliftRule rule, double pay_share)
    {
        Home some(
            [&](Inputs& inputs)
            {
                by(inputs, rule);
                set_lever(inputs, &StrategyService::uplift_wage_share, 0.5);
                set_lever(inputs, &StrategyService::uplift_pay_share, pay_share);
            });
        some.wait_for_april();
        return some.contract_rise();
    };
    Home usual([](Inputs&) {});
    usual.wait_for_april();
    World const& world = usual.stage.market.world;
    REQUIRE(world.outside_pay_growth != world.inflation);
    CHECK(rise(UpliftRule::basket, 0.5) == Approx(0.5 * world.wage_floor_growth + 0.5 * world.outside_pay_growth));
    CHECK(rise(UpliftRule::basket, 0.0) == rise(UpliftRule::wage_weighted, 0.0));
    CHECK(rise(UpliftRule::wage_weighted, 0.5) == rise(UpliftRule::wage_weighted, 0.0)); // its weights are its own
}

TEST_CASE("An efficiency deduction lowers contracts, placements and the usual rate alike, and nobody else's price")
{
    Home usual([](Inputs& inputs) { by(inputs, UpliftRule::cpi); });
    Home cut(
        [](Inputs& inputs)
        {
            by(inputs, UpliftRule::cpi);
            set_lever(inputs, &StrategyService::efficiency_deduction, 0.04);
        });
    usual.wait_for_april();
    cut.wait_for_april();
    CHECK(cut.contract_rise() == Approx(usual.contract_rise() - 0.04));
    CHECK(cut.spot_rise() == Approx(usual.spot_rise() - 0.04));
    CHECK(cut.rate_rise() == Approx(usual.rate_rise() - 0.04));
    CHECK(cut.self_funder_rise() == usual.self_funder_rise());
}

TEST_CASE("Placements move by a rule of their own where the council has one, and else as contracts do")
{
    Home apart(
        [](Inputs& inputs)
        {
            by(inputs, UpliftRule::cpi);
            set_lever(inputs, &StrategyService::uplift_fixed, 0.05);
            set_lever(inputs, &StrategyService::placement_uplift, for_placements(UpliftRule::fixed));
        });
    apart.wait_for_april();
    CHECK(apart.contract_rise() == Approx(apart.stage.market.world.inflation));
    CHECK(apart.spot_rise() == Approx(0.05));
    CHECK(apart.rate_rise() == Approx(0.05));
    CHECK(apart.stage.market.commissioners.front().uplift_index[home] == Approx(1.05));

    auto const alike = [](double chosen)
    {
        Home some(
            [chosen](Inputs& inputs)
            {
                by(inputs, UpliftRule::cpi);
                set_lever(inputs, &StrategyService::placement_uplift, chosen);
            });
        some.wait_for_april();
        return std::array{some.contract_rise(), some.spot_rise(), some.rate_rise()};
    };
    CHECK(alike(0.0) == alike(for_placements(UpliftRule::cpi)));
}

TEST_CASE("A fee freeze holds placements and the usual rate for the year, and no signed clause")
{
    Home frozen([](Inputs& inputs) { by(inputs, UpliftRule::cpi); });
    Home usual = frozen;
    for (StrategyService& levers : frozen.stage.inputs.strategies.front().of)
        levers.fee_freeze = Dated({{first_of_april(2016), 0.0}, {first_of_april(2017), 1.0}});
    set_lever(frozen.stage.inputs, &StrategyService::efficiency_deduction, 0.04); // nor does the freeze take anything
    frozen.wait_for_april();
    usual.wait_for_april();
    CHECK(frozen.spot_rise() == 0.0);
    CHECK(frozen.rate_rise() == 0.0);
    CHECK(usual.spot_rise() > 0.0);
    CHECK(frozen.contract_rise() == usual.contract_rise());
    CHECK(frozen.self_funder_rise() == usual.self_funder_rise());

    Home unfrozen([](Inputs& inputs) { by(inputs, UpliftRule::cpi); });
    for (StrategyService& levers : unfrozen.stage.inputs.strategies.front().of)
        levers.fee_freeze = Dated({{first_of_april(2016), 0.0}, {first_of_april(2018), 1.0}});
    unfrozen.wait_for_april();
    CHECK(unfrozen.spot_rise() == usual.spot_rise()); // not this April
}

TEST_CASE("Who takes no risk and has nothing else to do prices the part of a deduction that falls into the term")
{
    auto const lowest = [](double deduction, UpliftRule rule)
    {
        Home some(
            [&](Inputs& inputs)
            {
                by(inputs, rule);
                inputs.behaviour.all.risk_aversion = 0.0;
            });
        Providers& all = some.stage.market.providers;
        all.occupancy[StagedMarket::at(some.provider)] = 0.0; // no other use for its places
        Terms terms;
        terms.years = 4.0;
        terms.uplift = {.rule = rule, .pass_through = 1.0, .wage_share = 0.58, .deduction = deduction};
        return std::pair{block_cost(some.stage.market, some.stage.inputs, some.stage.week, some.provider,
                                    {.volume = 5.0, .taken_over = 5.0, .sought = 5.0, .terms = terms}),
                         own_cost_growth(some.stage.market, some.stage.inputs.behaviour, some.provider)};
    };
    // wanted = cost × (1 + surplus) × (1 + ½ × growth left × years)
    auto const [none, own] = lowest(0.0, UpliftRule::none);
    auto const [cut, same] = lowest(0.04, UpliftRule::none);
    CHECK(own == same);
    CHECK(cut / none == Approx((1.0 + 2.0 * (own + 0.04)) / (1.0 + 2.0 * own)));
    auto const [met, still] = lowest(0.0, UpliftRule::provider_specific);
    CHECK(still == own);
    CHECK(none / met == Approx(1.0 + 2.0 * own)); // all of its own growth is met: nothing is left to price
}
