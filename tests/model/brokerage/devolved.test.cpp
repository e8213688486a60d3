#include "model/phases/brokerage.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <vector>

using namespace caremarket;
using namespace caremarket::tests;

/// Care managers who buy for new people before the council's contracts are called.
namespace
{

constexpr Service home = Service::residential;

/// A home with empty places under a block, and another that asks for more than the block's price on the spot.
struct Devolved
{
    StagedMarket stage = full_homes();
    ContractId block = no_contract;
    ProviderId other = no_provider;
    std::vector<PersonSlot> people;

    explicit Devolved(double share, int count = 1)
    {
        ProviderId const with_block = stage.provider(home, 0, 0);
        other = stage.provider(home, 0, 1);
        stage.set_capacity(with_block, 100);
        stage.set_capacity(other, 100);
        stage.market.providers.quote[StagedMarket::at(with_block)] = 2000.0; // not on the spot
        block = stage.add_contract(with_block, 100, 550.0);
        set_lever(stage.inputs, &StrategyService::devolved_share, share);
        set_lever(stage.inputs, &StrategyService::spot_limit, 1.05);
        for (int i = 0; i < count; ++i)
            people.push_back(stage.add_seeker(0, home, Funding::council));
    }

    std::set<EntityKey> bought_off_contract()
    {
        place(stage);
        std::set<EntityKey> who;
        for (Decision const& line : stage.take_decisions())
            if (line.kind == DecisionKind::care_begins && line.reason == Reason::off_contract)
                who.insert(line.subject);
        CHECK(stage.market.counts[0].areas[stage.market.area(home, 0)].bought_off_contract ==
              static_cast<std::int64_t>(who.size()));
        return who;
    }
    [[nodiscard]] ContractId contract_of(std::size_t i) const { return stage.market.people[0].contract[people[i]]; }
};

} // namespace

TEST_CASE("Where care managers buy, guaranteed places stay empty; where they do not, those are called first")
{
    Devolved none(0.0);
    CHECK(none.bought_off_contract().empty());
    CHECK(none.contract_of(0) == none.block);
    Devolved all(1.0);
    CHECK(all.bought_off_contract().size() == 1);
    CHECK(all.contract_of(0) == no_contract);
    CHECK(all.stage.market.people[0].provider[all.people[0]] == all.other);
    CHECK(all.stage.market.people[0][all.people[0]].price == 600.0);
}

TEST_CASE("A larger share is the same people and more")
{
    std::set<EntityKey> const some = Devolved(0.3, 60).bought_off_contract();
    std::set<EntityKey> const more = Devolved(0.6, 60).bought_off_contract();
    CHECK(some.size() > 5);
    CHECK(more.size() > some.size());
    CHECK(std::includes(more.begin(), more.end(), some.begin(), some.end()));
}

TEST_CASE("Who finds nothing within the limit, and who has lost a place, is called for as usual")
{
    Devolved dear(1.0);
    set_lever(dear.stage.inputs, &StrategyService::spot_limit, 0.9);
    set_lever(dear.stage.inputs, &StrategyService::spot_limit_rise, 0.0);
    CHECK(dear.bought_off_contract().empty());
    CHECK(dear.contract_of(0) == dear.block);
    Devolved displaced(1.0);
    displaced.stage.market.people[0][displaced.people[0]].is_displaced = true;
    CHECK(displaced.bought_off_contract().empty());
    CHECK(displaced.contract_of(0) == displaced.block);
}
