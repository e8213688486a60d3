#pragma once

#include "tests/support/staged_phases.hpp"

#include <array>

/// Three agencies with a core contract each, let together.
namespace caremarket::tests
{

struct Allied
{
    static constexpr Service care = Service::homecare;
    static constexpr double guaranteed = 100.0; // [h/week] each
    StagedMarket stage;
    std::array<ProviderId, 3> provider{};
    std::array<ContractId, 3> contract{};

    explicit Allied(bool is_alliance = true)
    {
        constexpr std::array prices{15.0, 17.0, 16.0};
        for (std::size_t n = 0; n < 3; ++n)
        {
            provider[n] = stage.provider(care, 0, n);
            stage.set_capacity(provider[n], 300);
            contract[n] = stage.add_contract(provider[n], static_cast<int>(guaranteed), prices[n], 5000);
            stage.market.contracts.kind[at(n)] = Channel::core;
            stage.market.contracts.terms[at(n)].allies_winners = is_alliance;
            stage.market.contracts.alliance[at(n)] = is_alliance ? EntityKey{77} : EntityKey{};
        }
    }

    [[nodiscard]] std::size_t at(std::size_t n) const { return static_cast<std::size_t>(contract[n]); }
    [[nodiscard]] MonthCounts::Area const& counts() const
    {
        return stage.market.counts[0].areas[stage.market.area(care, 0)];
    }
};

} // namespace caremarket::tests
