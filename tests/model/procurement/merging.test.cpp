#include "model/procurement/merging.hpp"

#include "model/contract_book.hpp"
#include "model/provider_prices.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/staged_tender.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service residential = Service::residential, nursing = Service::nursing;
constexpr double nursing_beds = 4.0;                                    // [beds]
constexpr double cost_of_residential = 6'000, cost_of_nursing = 10'000; // of letting it [GBP]
constexpr double price_of_a_bid = 500.0;                                // [GBP]
constexpr GroupId chain = 0;

/// A town that seeks a block of residential care, for which there are two homes, and one of nursing care, for which there
/// is one. That and the dearer of the two are a chain's.
struct TwoServices : StagedTender
{
    explicit TwoServices(MergedServices merged) : StagedTender(2)
    {
        market.local[market.area(nursing, 0)].council_volume = nursing_beds / 0.4;
        set_mix(inputs.strategies.front().of[nursing], {.block = 0.4});
        inputs.strategies.front().all.merged_services = static_cast<double>(index_of(merged));
        for (Service const service : {residential, nursing})
            for (RouteBurden& burden : inputs.behaviour.of[service].routes)
                burden = {.weeks = 0.0,
                          .work = service == nursing ? 3.0 : 2.0,
                          .cost = service == nursing ? cost_of_nursing : cost_of_residential,
                          .bid_cost = price_of_a_bid};
        for (ProviderId const home : market.providers_of[market.area(nursing, 0)])
            set_capacity(home, 20);
        for (Service const service : {residential, nursing})
            market.providers.group[at(provider(service, 0))] = chain;
        market.providers.efficiency[at(home(0))] = 1.05;
    }

    /// Who holds a contract, and for how much [units].
    [[nodiscard]] std::map<ProviderId, double> holders() const
    {
        std::map<ProviderId, double> all;
        for (ContractId contract = 0; contract < market.contracts.size(); ++contract)
            all[market.contracts.provider[at(contract)]] += units(market.contracts.guaranteed[at(contract)]);
        return all;
    }

    [[nodiscard]] double paid_for_letting(Service service) const
    {
        return to_pounds(posted(Flow::procurement, service, Channel::block, 0)) / market.world.price_level;
    }
};

std::size_t lines_with(std::vector<Decision> const& lines, Reason reason)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [reason](Decision const& line) { return line.reason == reason; }));
}

} // namespace

TEST_CASE("What is let as one goes to an owner who delivers all of it, even where others are cheaper")
{
    TwoServices apart(MergedServices::apart);
    apart.let();
    CHECK(apart.holders() ==
          std::map<ProviderId, double>{{apart.home(1), StagedTender::lot}, {apart.provider(nursing, 0), nursing_beds}});
    CHECK(lines_with(apart.take_decisions(), Reason::one_service) == 0);

    TwoServices together(MergedServices::care_homes);
    together.let();
    CHECK(together.holders() == std::map<ProviderId, double>{{together.home(0), StagedTender::lot},
                                                             {together.provider(nursing, 0), nursing_beds}});
    CHECK(lines_with(together.take_decisions(), Reason::one_service) == 1);
    CHECK(std::ranges::all_of(together.market.contracts.terms, &Terms::is_merged));
}

TEST_CASE("The council goes its way once for all that is let as one, and each service bears its part")
{
    TwoServices apart(MergedServices::apart);
    apart.let();
    CHECK(apart.paid_for_letting(residential) == Approx(cost_of_residential));
    CHECK(apart.paid_for_letting(nursing) == Approx(cost_of_nursing));

    TwoServices together(MergedServices::care_homes);
    together.let();
    EnumArray<Service, double> const& rate = together.market.council_of(0).usual_rate;
    double const worth = StagedTender::lot * rate[residential];
    double const share = worth / (worth + nursing_beds * rate[nursing]);
    CHECK(together.paid_for_letting(residential) == Approx(share * cost_of_nursing));
    CHECK(together.paid_for_letting(nursing) == Approx((1.0 - share) * cost_of_nursing));
    // Officers' five weeks were two and three.
    CHECK(together.market.commissioners.front().officer_weeks - apart.market.commissioners.front().officer_weeks ==
          Approx(2.0));
}

TEST_CASE("Where no owner delivers all of it nobody may bid, and a second try takes the services one by one")
{
    TwoServices stage(MergedServices::care_homes);
    stage.market.providers.group[StagedMarket::at(stage.provider(nursing, 0))] = no_group;
    stage.let();
    CHECK(stage.holders().empty());

    TwoServices again(MergedServices::care_homes);
    again.market.providers.group[StagedMarket::at(again.provider(nursing, 0))] = no_group;
    for (StrategyService& levers : again.inputs.strategies.front().of)
        levers.failed_tender = static_cast<double>(index_of(FailedTender::single_source));
    again.let();
    CHECK(again.holders().size() == 2);
    CHECK(std::ranges::none_of(again.market.contracts.terms, &Terms::is_merged));
}

TEST_CASE("Services are let as one only if the strategy says so of both, and both are sought")
{
    for (MergedServices const merged : {MergedServices::care_homes, MergedServices::all})
    {
        TwoServices stage(merged); // homecare and residential care are no two kinds of home
        stage.market.local[stage.market.area(nursing, 0)].council_volume = 0.0;
        stage.market.local[stage.market.area(Service::homecare, 0)].council_volume = 100.0;
        set_mix(stage.inputs.strategies.front().of[Service::homecare], {.block = 0.4});
        stage.let();
        CHECK(stage.holders().contains(stage.home(1)) == (merged == MergedServices::care_homes));
    }
    TwoServices by_other_routes(MergedServices::care_homes);
    by_other_routes.inputs.strategies.front().of[nursing].procurement_route =
        static_cast<double>(index_of(Route::single_source));
    by_other_routes.let();
    CHECK(by_other_routes.holders().contains(by_other_routes.home(1)));
}

TEST_CASE("An owner saves on its offices by how much of them is under contracts let as one, and offers less for it")
{
    TwoServices stage(MergedServices::care_homes);
    ProviderId const home = stage.provider(residential, 0);
    Providers& all = stage.market.providers;
    all.overhead[StagedMarket::at(home)] = 200.0;
    Terms terms = terms_on(stage.levers(), Channel::block, stage.week.first);
    auto const cost = [&]
    {
        return block_cost(stage.market, stage.inputs, stage.week, home,
                          {.volume = StagedTender::lot,
                           .taken_over = 0.0,
                           .sought = StagedTender::lot,
                           .in_force = 0.0,
                           .terms = terms});
    };
    double const alone = cost();
    terms.is_merged = true;
    double const as_one = cost();
    CHECK(as_one < alone);
    stage.inputs.behaviour.all.merged_office_saving *= 2.0;
    CHECK(alone - cost() == Approx(2.0 * (alone - as_one)));

    stage.let();
    REQUIRE(stage.market.contracts.size() == 2);
    share_offices(stage.market, stage.inputs);
    CHECK(all.office_shared == std::vector(all.office_shared.size(), 0.0)); // before their first day
    for (auto& is_in_force : stage.market.contracts.is_in_force)
        is_in_force = 1;
    share_offices(stage.market, stage.inputs);
    double const saving = stage.inputs.behaviour.all.merged_office_saving;
    for (Service const service : {residential, nursing})
    {
        double const shared = all.office_shared[StagedMarket::at(stage.provider(service, 0))];
        CHECK(shared > 0.0);
        CHECK(shared <= saving);
    }
    CHECK(all.office_shared[StagedMarket::at(stage.home(1))] == 0.0);
    // Without the other half there is nothing to share.
    stage.market.contracts.terms.back().is_merged = false;
    share_offices(stage.market, stage.inputs);
    CHECK(all.office_shared == std::vector(all.office_shared.size(), 0.0));
}
