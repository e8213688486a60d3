#pragma once

#include "model/phases/contract_management.hpp"
#include "tests/support/staged_phases.hpp"

/// Two homes with a contract each, whose council looks at them as often as it can.
namespace caremarket::tests
{

struct Managed
{
    static constexpr Service home = Service::residential;
    static constexpr std::int32_t cure = 13;
    StagedMarket stage;
    std::array<ProviderId, 2> provider{};
    std::array<ContractId, 2> contract{};

    /// Quality is seen as it is, the standard is 0, and a look has no consequences until a test asks for them.
    explicit Managed(ManagementClause clause = {})
    {
        BehaviourAll& b = stage.inputs.behaviour.all;
        b.visit_noise = 0.0;
        stage.market.commissioners.front().officer_weeks = 1e9; // none come in these weeks
        b.best_face = 0.0;
        b.own_praise = 0.0;
        set_lever(stage.inputs, &StrategyService::monitoring_visits, 4.0);
        clause.cure = cure;
        for (std::size_t n = 0; n < 2; ++n)
        {
            provider[n] = stage.provider(home, 0, n);
            stage.set_capacity(provider[n], 10);
            contract[n] = stage.add_contract(provider[n], 4, 600.0, 5000);
            stage.market.contracts.terms[at(n)].management = clause;
            for (int i = 0; i < 2; ++i)
                stage.add_resident(0, home, Funding::council, provider[n], 600.0, contract[n]);
            set_quality(n, 1.0);
        }
    }

    [[nodiscard]] std::size_t at(std::size_t n) const { return static_cast<std::size_t>(contract[n]); }
    void set_quality(std::size_t n, double quality)
    {
        stage.market.providers.quality[StagedMarket::at(provider[n])] = quality;
    }
    [[nodiscard]] Oversight& oversight(std::size_t n) { return stage.market.contracts.oversight[at(n)]; }
    [[nodiscard]] MonthCounts::Area const& counts() const
    {
        return stage.market.counts[0].areas[stage.market.area(home, 0)];
    }

    /// Weeks in which nothing happens but that contracts are managed.
    void live(std::int32_t weeks)
    {
        for (std::int32_t i = 0; i < weeks; ++i)
        {
            stage.week = Clock(2016).week(stage.week.number + 1);
            manage_contracts(stage.market, stage.inputs, stage.week);
        }
    }
    /// The n-th home is visited at the beginning of the next month.
    void look_at(std::size_t n)
    {
        oversight(n).is_watched = true;
        oversight(n).visit_left = 0.0F;
        do
            live(1);
        while (!stage.week.opens_month);
    }
};

} // namespace caremarket::tests
