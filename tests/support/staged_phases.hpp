#pragma once

#include "model/phases/brokerage.hpp"
#include "model/phases/delivery.hpp"
#include "model/phases/procurement.hpp"
#include "model/phases/world.hpp"
#include "tests/support/staged_market.hpp"

/// Single phases of the week on a staged market, and the stage that most tests of them begin with.
namespace caremarket::tests
{

/// Care homes without nursing that all quote 600 to the council and 800 to self-funders, at a usual rate of 600.
inline StagedMarket homes_at_600()
{
    StagedMarket stage;
    stage.set_prices(Service::residential, 600.0, 800.0, 500.0);
    stage.market.commissioners.front().usual_rate = {{16.0, 600.0, 650.0}};
    return stage;
}

/// The same with room for none. People choose without noise.
inline StagedMarket full_homes()
{
    StagedMarket stage = homes_at_600();
    stage.fill_up(Service::residential);
    stage.inputs.behaviour.all.choice_noise = 0.0;
    return stage;
}

/// A week of the world and of procurement.
inline void let_in(StagedMarket& stage, std::int32_t week)
{
    stage.week = Clock(2016).week(week);
    turn_to(stage.market, stage.inputs, stage.week);
    let_contracts(stage.market, stage.inputs, stage.week);
}

/// Those who wait are placed, as far as there is room for them.
inline void place(StagedMarket& stage)
{
    place_people(stage.market, stage.inputs, stage.week, in_order);
}

/// The week's care is paid for.
inline void deliver(StagedMarket& stage)
{
    pay_for_delivery(stage.market, stage.inputs, stage.week, in_order);
}

} // namespace caremarket::tests
