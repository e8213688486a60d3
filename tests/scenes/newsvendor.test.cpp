#include "scene.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace caremarket;

namespace
{

/// Beds used by council people in a locality, month by month: the demand the block is bought for.
std::vector<double> beds_used(Record const& record, std::size_t locality)
{
    std::size_t const cells = record.shape().cells(Dimensions::service_channel_locality);
    std::vector<double> used;
    for (std::size_t month = 6; month < record.shape().periods; ++month) // the block is filled by then
    {
        double units = 0.0;
        for (Channel const channel : all_of<Channel>())
            units += record.series(
                Recorded::council_units_used)[month * cells + record.cell(Dimensions::service_channel_locality,
                                                                          Service::residential, channel, locality)];
        units /= 365.25 / 12.0 / 7.0;
        used.push_back(units);
    }
    return used;
}

double guaranteed_beds(Record const& record, std::size_t locality)
{
    std::size_t const cells = record.shape().cells(Dimensions::service_locality);
    return record.series(Recorded::guaranteed_units)[(record.shape().periods - 1) * cells +
                                                     record.cell(Dimensions::service_locality, Service::residential,
                                                                 Channel::block, locality)];
}

double spend_after_half_a_year(Record const& record, std::size_t locality)
{
    std::size_t const cells = record.shape().cells(Dimensions::service_channel_locality);
    double sum = 0.0;
    for (std::size_t month = 6; month < record.shape().periods; ++month)
        for (Channel const channel : all_of<Channel>())
            sum += to_pounds(record.pence(
                Recorded::gross_spend)[month * cells + record.cell(Dimensions::service_channel_locality,
                                                                   Service::residential, channel, locality)]);
    return sum;
}

} // namespace

TEST_CASE("At posted prices the cheapest block is the newsvendor's", "[slow]")
{
    // Cost per week of a block of q beds: 400 q + 500 E[(D - q)+], least where P(D > q) = 400 / 500.
    std::map<double, double> cost_of_mix;
    std::map<double, double> beds_of_mix;
    std::vector<double> demand; // in beds, over replicates, localities and months
    for (double const mix : {0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 1.00})
    {
        std::string const block = std::to_string(mix);
        LoadedExperiment const scene = scenes::load(
            "newsvendor",
            {"place.supply.V1.residential.providers=1", "place.supply.V2.residential.providers=1", // all live there
             "strategy.residential.mix_block={ \"2016-04-01\" = " + block + ", \"2016-07-01\" = 0.0 }"});
        for (Record const& record : scenes::run(scene, 0))
            for (std::size_t locality = 0; locality < 2; ++locality)
            {
                cost_of_mix[mix] += spend_after_half_a_year(record, locality);
                beds_of_mix[mix] += guaranteed_beds(record, locality);
                std::vector<double> const used = beds_used(record, locality);
                demand.insert(demand.end(), used.begin(), used.end());
            }
    }
    for (auto& [mix, beds] : beds_of_mix)
        beds /= 2.0 * 40.0;

    std::sort(demand.begin(), demand.end());
    double const best_in_theory = demand[demand.size() / 5]; // exceeded four times in five
    auto const cheapest = std::min_element(cost_of_mix.begin(), cost_of_mix.end(),
                                           [](auto const& a, auto const& b) { return a.second < b.second; });
    REQUIRE(cheapest != cost_of_mix.begin());
    REQUIRE(std::next(cheapest) != cost_of_mix.end());
    // The cost is flat about its least: where a parabola through the cheapest and its neighbours has its own.
    double const before = std::prev(cheapest)->second - cheapest->second;
    double const after = std::next(cheapest)->second - cheapest->second;
    double const step = beds_of_mix[std::next(cheapest)->first] - beds_of_mix[cheapest->first];
    double const best_in_simulation = beds_of_mix[cheapest->first] + 0.5 * step * (before - after) / (before + after);
    CAPTURE(best_in_theory, best_in_simulation, cheapest->first, cost_of_mix, beds_of_mix);
    // One step and a half of the grid: a block is let in whole beds to two homes and falls a little short of its share.
    CHECK(std::abs(best_in_simulation - best_in_theory) <= 0.075 * 120.0);
    CHECK(cost_of_mix.begin()->second > cheapest->second);          // too small a block costs more
    CHECK(std::prev(cost_of_mix.end())->second > cheapest->second); // and so does too large a one
}
