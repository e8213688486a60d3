#pragma once

#include "model/for_each_block.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/record.hpp"

#include <cstdint>

/// Markets small enough to run in a test, made in code: three towns on a road, some 300 people, two dozen providers.
namespace caremarket::tests
{

/// Gives every value of the catalogue that has a default its default; values that a file must give stay as they are.
void apply_defaults(Inputs& inputs);

/// What small markets differ in most often; everything else is changed in the Inputs.
struct SmallPlace
{
    std::size_t localities = 3;     ///< on one road, 20 minutes apart: the first and the third do not compete
    std::size_t councils = 1;       ///< the last localities have one each, all others are the first's
    PerService<double> council{};   ///< [people] council-supported, whole place
    PerService<double> providers{}; ///< in each locality
    PerService<double> spare{};     ///< [share] capacity above the volume of the people
    double inherited_block = 0.3;   ///< [share] of council volume
    double self_funders_in_homes{}; ///< [share]
    double self_funders_at_home{};  ///< [share]
    double other_buyers = 0.05;     ///< [share]
    double nhs_in_nursing = 0.0;    ///< [share] of people in nursing homes
    double capital = 120'000.0;     ///< [GBP] mean, of self-funders in homes
    double in_groups = 0.3;         ///< [share] of homes
    SmallPlace();
};

/// Inputs of a small place from April 2016, every value within its range in the catalogue, one strategy, seed 7.
[[nodiscard]] Inputs small_inputs(SmallPlace const& place = {}, int years = 2);

/// Sets a lever of all services to one value for ever.
void set_lever(Inputs& inputs, Dated StrategyService::*lever, double value);

/// Shares of the volume sought through channels; spot takes the rest.
struct Mix
{
    double block = 0;
    double core = 0;
    double framework = 0;
    double in_house = 0;
};
void set_mix(StrategyService& levers, Mix const& mix);

/// Sets the share of the volume sought in block; the rest is spot.
void set_block_share(Inputs& inputs, double share);

/// A market after some weeks, and what it recorded on the way.
struct Run
{
    Market market;
    Record record;
};

/// Runs weeks `from` … `from + weeks - 1`.
[[nodiscard]] Run run_weeks(Market start, Inputs const& inputs, int weeks,
                            ForEachBlock const& for_each_block = in_order, int from = 0);

/// From the market of week 0 to the end of the inputs' years.
[[nodiscard]] Run run_all(Inputs const& inputs, std::uint32_t replicate = 0,
                          ForEachBlock const& for_each_block = in_order);

/// The market of week 0 of `small_inputs()`, kept once made, for warming up is most of the work of a test.
[[nodiscard]] Market const& small_start(std::uint32_t replicate = 0);

/// Sum over localities, channels and periods of a recorded metric, money in pence.
[[nodiscard]] double total(Record const& record, Recorded id, Service service);

} // namespace caremarket::tests
