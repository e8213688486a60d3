#include "model/firms/groups.hpp"

#include "model/identities.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

constexpr Service home = Service::residential;

/// Three homes of one group, in three towns, with a resident each.
struct OneGroup
{
    StagedMarket stage;
    std::vector<ProviderId> homes;

    OneGroup()
    {
        stage.market.groups.has_failed = {0};
        for (std::size_t locality = 0; locality < 3; ++locality)
        {
            homes.push_back(stage.provider(home, locality));
            stage.market.providers.group[StagedMarket::at(homes.back())] = 0;
            stage.add_resident(locality, home, Funding::council, homes.back(), 600.0);
        }
    }

    void owe(ProviderId provider, double pounds)
    {
        Market& market = stage.market;
        market.books.pay(market.account_of(provider), accounts::owners, {Flow::dividend, home, Channel::spot, 0},
                         market.cash(provider) + pounds);
    }
    void owe_all(double pounds)
    {
        for (ProviderId const provider : homes)
            owe(provider, pounds);
    }
    int open() const
    {
        int count = 0;
        for (ProviderId const provider : homes)
            count += stage.market.providers.is_open(provider);
        return count;
    }
    std::int64_t changed_hands() const
    {
        std::int64_t count = 0;
        for (std::size_t locality = 0; locality < 3; ++locality)
            count += stage.market.counts[0].areas[stage.market.area(home, locality)].changed_hands;
        return count;
    }
};

} // namespace

TEST_CASE("A group stands while its homes together can pay, whatever one of them owes")
{
    OneGroup group;
    group.owe_all(-1e6);
    group.owe(group.homes[0], 1e6);
    fail_groups(group.stage.market, group.stage.inputs, group.stage.week);
    CHECK(group.open() == 3);
    CHECK(group.stage.market.counts[0].groups_failed == 0);
    CHECK(group.stage.market.providers.group[StagedMarket::at(group.homes[0])] == 0);
}

TEST_CASE("A group that fails goes on under other owners who put in what a newcomer would")
{
    OneGroup group;
    group.stage.inputs.behaviour.all.group_transfer = 1.0;
    group.owe_all(1e6);
    Market& market = group.stage.market;
    fail_groups(market, group.stage.inputs, group.stage.week);
    CHECK(market.counts[0].groups_failed == 1);
    CHECK(market.groups.has_failed[0]);
    CHECK(group.open() == 3);
    CHECK(group.changed_hands() == 3);
    for (ProviderId const provider : group.homes)
    {
        auto const p = StagedMarket::at(provider);
        CHECK(market.providers.group[p] == no_group);
        CHECK(market.cash(provider) ==
              Approx(group.stage.inputs.behaviour.of[home].opening_cash * market.providers.weekly_cost[p]));
        CHECK(market.providers.occupied[p] == quarters_in_a_unit); // nobody has to move
    }
    CHECK(market.books.sum_posted(0) == 0);
    fail_groups(market, group.stage.inputs, group.stage.week);
    CHECK(market.counts[0].groups_failed == 1); // once
}

TEST_CASE("Homes of a failed group for which nobody is found close and displace their people")
{
    OneGroup group;
    group.stage.inputs.behaviour.all.group_transfer = 0.0;
    group.owe_all(1e6);
    fail_groups(group.stage.market, group.stage.inputs, group.stage.week);
    CHECK(group.open() == 0);
    CHECK(group.changed_hands() == 0);
    for (std::size_t locality = 0; locality < 3; ++locality)
        CHECK(group.stage.market.people[locality].is_waiting(0));
    CHECK(broken_identities(group.stage.market).empty());
}

TEST_CASE("Of the homes of failed groups as many go on as the share says")
{
    OneGroup const whole;
    double open = 0.0;
    constexpr int replicates = 200;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate)
    {
        OneGroup group = whole;
        group.stage.market.draws = Draws(1, replicate);
        group.stage.inputs.behaviour.all.group_transfer = 0.9;
        group.owe_all(1e6);
        fail_groups(group.stage.market, group.stage.inputs, group.stage.week);
        open += group.open();
    }
    CHECK(open / (3.0 * replicates) == Approx(0.9).margin(0.05));
}
