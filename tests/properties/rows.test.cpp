#include "model/catalogue/rows.hpp"
#include "model/build.hpp"
#include "tests/support/busy_market.hpp"
#include "tests/support/fingerprint.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// The busy market with two towns that differ, officers who are short of time, people who stay for weeks, an ageing
/// population, groups, and newcomers within its two years.
Inputs lively_inputs(Route route)
{
    Inputs inputs = busy_inputs(2);
    inputs.place.localities.front().wealth = 1.5;
    inputs.place.localities.front().house_price = 1.5;
    for (LocalityInput& town : inputs.place.localities)
        for (auto& known : town.population)
            known.resize(1); // of 2015
    for (Service const service : all_of<Service>())
    {
        PlaceService& its = inputs.place.of[service];
        its.council_people *= 2.0;
        its.temporary_share = 0.1;
        its.group_share = is_care_home(service) ? 0.6 : 0.0;
        its.self_funder_capital = 120'000.0;
        its.disregarded_share = is_care_home(service) ? 0.1 : 0.0;
        for (LocalityInput& town : inputs.place.localities)
            town.supply[service].capacity *= 2.0;
        StrategyService& levers = inputs.strategies.front().of[service];
        levers.procurement_route = static_cast<double>(index_of(route));
        levers.quality_weight = 0.3;
        if (route == Route::accreditation)
            levers.posted_block_price = 1.3 * its.book_price;
        if (route == Route::ring_fenced) // under one of them officers open books, too
            levers.uplift_rule = static_cast<double>(index_of(UpliftRule::open_book));
        if (route == Route::restricted) // under another contracts are managed, and staff have conditions
        {
            manage_contracts_of(levers);
            levers.unannounced_visits = 0.0;
        }
        BehaviourService& b = inputs.behaviour.of[service];
        b.entry_lead = 10.0;
        b.entry_cost *= 0.3;
        b.expansions_considered *= 20.0;
        b.expansion_lead = 8.0;
    }
    inputs.strategies.front().all.commissioning_staff = 3.0;
    inputs.strategies.front().all.budget_growth = 0.02; // over budget now and then, and not by far
    return inputs;
}

/// Another value that the row allows.
double another(Range range, double value)
{
    double const higher = value == 0.0 ? 0.3 * range.upper : 1.7 * value;
    return range.holds(higher) ? higher : 0.4 * value + 0.6 * range.lower;
}

std::pair<std::uint64_t, std::uint64_t> outcome_of(Inputs const& inputs)
{
    Run const run = run_all(inputs);
    return {fingerprint(run.market), fingerprint(run.record)};
}

/// Paths of the behaviour's and the outlook's plain numbers that change no bit of the lively market when they change.
/// \param among which of all paths
template <class Among>
std::set<std::string> of_no_account(Inputs inputs, Among const& among)
{
    auto const usual = outcome_of(inputs);
    std::set<std::string> idle;
    auto const change = [&](std::string const& path, Description const& what, Default const&, auto& value)
    {
        if (!among(path))
            return;
        auto const kept = value;
        if constexpr (requires { value.at(Date{}); })
            value = another(what.range, value.at(first_of_april(inputs.first_year)));
        else
            value = another(what.range, value);
        if (outcome_of(inputs) == usual)
            idle.insert(path);
        value = kept;
    };
    visit_values(inputs.behaviour, change);
    visit_values(inputs.outlook, change);
    return idle;
}

} // namespace

TEST_CASE("Values of behaviour and outlook are not read and forgotten: each moves a market in which much happens",
          "[slow]")
{
    // What so small a market has too little of: newcomers to homecare, groups, losses under contracts for homes, entry
    // of homes late enough for house prices to have moved, a rate of the NHS above what nursing costs.
    std::set<std::string> const rare = {
        "behaviour.all.sites_per_group", "behaviour.homecare.entry_cost", "behaviour.homecare.entry_hurdle",
        "behaviour.nursing.least_variable_cost", "behaviour.residential.hand_back_months",
        "behaviour.residential.hand_back_notice", "behaviour.nursing.hand_back_months",
        "behaviour.nursing.hand_back_notice", "outlook.all.house_price_growth",
        // Groups too few for a part of them to fail; pay that mends care fast enough to be worth it: shocks.test.cpp and
        // remedies.test.cpp.
        "outlook.all.group_failure", "behaviour.all.largest_remedy",
        // Services let as one, to an owner of both: merging.test.cpp.
        "behaviour.all.merged_office_saving",
        // Lots that two win, of whom an alliance could be made: integrator.test.cpp.
        "behaviour.all.dispute_rate", "behaviour.all.dispute_unattended", "behaviour.all.dispute_work",
        "behaviour.all.integrator_work",
        // Lots near the threshold; lists of homecare, and homecare by routes that take a year; officers so short of time
        // that a light route waits: routes.test.cpp and stages.test.cpp.
        "behaviour.all.tender_threshold", "behaviour.all.left_to_spot", "behaviour.homecare.accreditation_cost",
        "behaviour.homecare.accreditation_weeks", "behaviour.homecare.accreditation_work",
        "behaviour.homecare.accreditation_bid_cost", "behaviour.homecare.direct_award_work",
        "behaviour.nursing.accreditation_work", "behaviour.residential.accreditation_work",
        "behaviour.homecare.dialogue_weeks", "behaviour.homecare.dialogue_decision", "behaviour.homecare.dialogue_work",
        "behaviour.homecare.dialogue_cost", "behaviour.homecare.dialogue_bid_cost",
        "behaviour.homecare.negotiation_weeks", "behaviour.homecare.negotiation_decision",
        "behaviour.homecare.negotiation_work", "behaviour.homecare.negotiation_cost",
        "behaviour.homecare.negotiation_bid_cost"};
    std::set<std::string> idle =
        of_no_account(lively_inputs(Route::full_tender), [](std::string const&) { return true; });
    for (Route const route : all_of<Route>())
        if (route != Route::full_tender)
            idle =
                of_no_account(lively_inputs(route), [&idle](std::string const& path) { return idle.contains(path); });
    // Less is needed, and so less let, where councils act on demand: for what only they ask for.
    Inputs demand = busy_inputs_of_demand();
    demand.strategies.front().all.commissioning_staff = 3.0; // short of time, as in the lively market
    idle = of_no_account(demand, [&idle](std::string const& path) { return idle.contains(path); });
    for (std::string const& path : idle)
    {
        INFO(path);
        CHECK(rare.contains(path));
    }
}
