#pragma once

#include "model/identities.hpp"
#include "model/phases/brokerage.hpp"
#include "model/phases/delivery.hpp"
#include "model/phases/demand.hpp"
#include "model/phases/invest_to_save.hpp"
#include "tests/support/staged_market.hpp"

#include <catch2/catch.hpp>

#include <set>

/// Homecare with room for everybody and care homes with room for some, week by week; who comes, a test says.
namespace caremarket::tests
{

struct AtHome
{
    static constexpr Service care = Service::homecare;
    StagedMarket stage;
    People& people = stage.market.people[0];
    std::int32_t week = 0;

    /// \param arrivals whether people come as they usually do, or nobody
    explicit AtHome(bool arrivals = false)
    {
        for (Service const service : all_of<Service>())
        {
            if (!arrivals)
                for (Funding const funding : all_of<Funding>())
                    stage.market.tables.arrivals[service][funding] = 0.0;
            double const price = service == care ? 16.0 : 600.0;
            stage.set_prices(service, price, 1.3 * price, 0.9 * price);
            for (std::size_t at = 0; at < stage.market.locality_count(); ++at)
                stage.set_capacity(stage.provider(service, at), 100'000);
        }
        stage.inputs.place.of[care].direct_payment_share = 0.0;
        stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 600.0}};
    }

    AtHome(AtHome const&) = delete; // `people` is of this market

    [[nodiscard]] StrategyService& levers() { return stage.inputs.strategies.front().of[care]; }
    [[nodiscard]] BehaviourAll& behaviour() { return stage.inputs.behaviour.all; }
    [[nodiscard]] MonthCounts::Area const& counts(Service service = care) const
    {
        return stage.market.counts[0].areas[stage.market.area(service, 0)];
    }
    [[nodiscard]] double invested() const
    {
        return to_pounds(stage.posted(Flow::invest_to_save, care, Channel::spot, 0));
    }

    /// Somebody in the first town who seeks homecare of so many hours.
    PersonSlot add_seeker(int hours)
    {
        PersonSlot const person = stage.add_seeker(0, care, Funding::council);
        people[person].need = people[person].assessed_need = hours * quarters_in_a_unit;
        return person;
    }

    void live(std::int32_t weeks)
    {
        for (std::int32_t i = 0; i < weeks; ++i, ++week)
        {
            stage.week = Clock(2016).week(week);
            for (std::size_t block = 0; block < stage.market.people.size(); ++block)
                admit_new_demand(stage.market, stage.inputs, stage.week, block);
            invest_to_save(stage.market, stage.inputs, stage.week);
            place_people(stage.market, stage.inputs, stage.week, in_order);
            pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
            REQUIRE(broken_identities(stage.market).empty());
        }
    }
};

} // namespace caremarket::tests
