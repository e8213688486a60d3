#include "model/catalogue/behaviour_parts.hpp"

namespace caremarket
{

namespace
{

/// How a number of a route is measured, whichever the route.
struct Measure
{
    std::string_view unit;
    Range range;
    bool is_whole = false;
};
constexpr Measure measure_of(double RouteBurden::*part)
{
    if (part == &RouteBurden::weeks)
        return {"week", {1.0, 104.0}, true};
    if (part == &RouteBurden::decision)
        return {"week", {0.0, 104.0}, true};
    if (part == &RouteBurden::work)
        return {"person-week", {0.0, 500.0}};
    if (part == &RouteBurden::bid_cost)
        return {"GBP", {0.0, 100000.0}};
    return {"GBP", {0.0, 1000000.0}};
}

/// One number of one route. None has a published figure of its own.
template <Route route, auto Part>
constexpr ServiceRow<BehaviourService, double> burden(std::string_view name, std::string_view meaning,
                                                      std::string_view source, PerService<Default> const& usual)
{
    constexpr Measure measure = measure_of(Part);
    return {{.name = name,
             .unit = measure.unit,
             .range = measure.range,
             .meaning = meaning,
             .source = source,
             .certainty = Certainty::assumption,
             .is_whole = measure.is_whole},
            usual,
            +[](BehaviourService& section) -> double& { return section.routes[route].*Part; }};
}

} // namespace

std::span<ServiceRow<BehaviourService, double> const> behaviour_of_routes()
{
    static constexpr ServiceRow<BehaviourService, double> rows[] = {
        burden<Route::full_tender, &RouteBurden::weeks>(
            "full_tender_weeks", "Weeks from the decision to advertise to the first day of the contract",
            "the county's bed tenders took 49 (2019-20) and 21 (2020) from notice to award; homecare: usual length",
            {{26.0, 35.0, 35.0}}),
        burden<Route::single_source, &RouteBurden::weeks>(
            "single_source_weeks", "Weeks from the decision to the first day when one provider is asked",
            "no figure read", {{10.0, 12.0, 12.0}}),
        burden<Route::full_tender, &RouteBurden::cost>(
            "full_tender_cost",
            "Cost to the council of an advertised tender beyond its officers' time, at start prices",
            "legal, advertising, portal; no figure read", {{5000.0, 5000.0, 5000.0}}),
        burden<Route::single_source, &RouteBurden::cost>("single_source_cost", "The same for asking one provider",
                                                         "no figure read", {{1000.0, 1000.0, 1000.0}}),
        burden<Route::full_tender, &RouteBurden::work>("full_tender_work", "Officers' work on an advertised tender",
                                                       "no figure read", {{12.0, 12.0, 12.0}}),
        burden<Route::single_source, &RouteBurden::work>(
            "single_source_work", "Officers' work on terms with one provider", "no figure read", {{3.0, 3.0, 3.0}}),
        burden<Route::below_threshold, &RouteBurden::weeks>(
            "below_threshold_weeks", "Weeks from the decision to the first day by a tender below the threshold",
            "Walsall contracting strategy 2016, table 5: 2-6 months", {{13.0, 13.0, 13.0}}),
        burden<Route::ring_fenced, &RouteBurden::weeks>(
            "ring_fenced_weeks", "Weeks from the decision to the first day by a ring-fenced tender",
            "Walsall contracting strategy 2016, table 5: 2-4 months", {{13.0, 13.0, 13.0}}),
        burden<Route::restricted, &RouteBurden::weeks>(
            "restricted_weeks", "Weeks from the decision to the first day by a tender among a shortlist",
            "a full tender less a first look; no figure read", {{30.0, 35.0, 35.0}}),
        burden<Route::direct_award, &RouteBurden::weeks>("direct_award_weeks",
                                                         "Weeks from the decision to the first day by a direct award",
                                                         "no procedure to run; no figure read", {{2.0, 2.0, 2.0}}),
        burden<Route::accreditation, &RouteBurden::weeks>(
            "accreditation_weeks", "Weeks from the decision to the first day by accrediting whoever qualifies",
            "Walsall contracting strategy 2016, table 5: 3-6 months", {{20.0, 20.0, 20.0}}),
        burden<Route::below_threshold, &RouteBurden::cost>(
            "below_threshold_cost",
            "Cost to the council of a tender below the threshold beyond its officers' time, at start prices",
            "no figure read", {{2000.0, 2000.0, 2000.0}}),
        burden<Route::ring_fenced, &RouteBurden::cost>(
            "ring_fenced_cost",
            "Cost to the council of a ring-fenced tender beyond its officers' time, at start prices", "no figure read",
            {{2000.0, 2000.0, 2000.0}}),
        burden<Route::restricted, &RouteBurden::cost>(
            "restricted_cost",
            "Cost to the council of a tender among a shortlist beyond its officers' time, at start prices",
            "no figure read", {{5000.0, 5000.0, 5000.0}}),
        burden<Route::direct_award, &RouteBurden::cost>(
            "direct_award_cost", "Cost to the council of a direct award beyond its officers' time, at start prices",
            "no figure read", {{500.0, 500.0, 500.0}}),
        burden<Route::accreditation, &RouteBurden::cost>(
            "accreditation_cost",
            "Cost to the council of accrediting whoever qualifies beyond its officers' time, at start prices",
            "no figure read", {{5000.0, 5000.0, 5000.0}}),
        burden<Route::below_threshold, &RouteBurden::work>("below_threshold_work",
                                                           "Officers' work on a tender below the threshold",
                                                           "no figure read", {{6.0, 6.0, 6.0}}),
        burden<Route::ring_fenced, &RouteBurden::work>("ring_fenced_work", "Officers' work on a ring-fenced tender",
                                                       "no figure read", {{6.0, 6.0, 6.0}}),
        burden<Route::restricted, &RouteBurden::work>("restricted_work", "Officers' work on a tender among a shortlist",
                                                      "no figure read", {{12.0, 12.0, 12.0}}),
        burden<Route::direct_award, &RouteBurden::work>("direct_award_work", "Officers' work on a direct award",
                                                        "no figure read", {{1.0, 1.0, 1.0}}),
        burden<Route::accreditation, &RouteBurden::work>("accreditation_work",
                                                         "Officers' work on accrediting whoever qualifies",
                                                         "no figure read", {{8.0, 8.0, 8.0}}),
        burden<Route::dialogue, &RouteBurden::weeks>(
            "dialogue_weeks", "Weeks from the decision to the first day by a competitive dialogue",
            "course slides on procurement describe the stages; no figure read", {{52.0, 52.0, 52.0}}),
        burden<Route::dialogue, &RouteBurden::decision>(
            "dialogue_decision", "Weeks of them until offers are decided on", "no figure read", {{36.0, 36.0, 36.0}}),
        burden<Route::dialogue, &RouteBurden::work>("dialogue_work", "Officers' work on a competitive dialogue",
                                                    "no figure read", {{30.0, 30.0, 30.0}}),
        burden<Route::dialogue, &RouteBurden::cost>(
            "dialogue_cost", "Cost to the council of a competitive dialogue beyond its officers' time, at start prices",
            "no figure read", {{15000.0, 15000.0, 15000.0}}),
        burden<Route::dialogue, &RouteBurden::bid_cost>(
            "dialogue_bid_cost", "Cost to whoever takes part in a competitive dialogue, at start prices",
            "no figure read; to be varied", {{10000.0, 10000.0, 10000.0}}),
        burden<Route::negotiation, &RouteBurden::weeks>(
            "negotiation_weeks", "Weeks from the decision to the first day by a competitive procedure with negotiation",
            "course slides on procurement describe the stages; no figure read", {{40.0, 40.0, 40.0}}),
        burden<Route::negotiation, &RouteBurden::decision>("negotiation_decision",
                                                           "Weeks of them until offers are decided on",
                                                           "no figure read", {{26.0, 26.0, 26.0}}),
        burden<Route::negotiation, &RouteBurden::work>("negotiation_work",
                                                       "Officers' work on a competitive procedure with negotiation",
                                                       "no figure read", {{20.0, 20.0, 20.0}}),
        burden<Route::negotiation, &RouteBurden::cost>("negotiation_cost",
                                                       "Cost to the council of a competitive procedure with "
                                                       "negotiation beyond its officers' time, at start prices",
                                                       "no figure read", {{10000.0, 10000.0, 10000.0}}),
        burden<Route::negotiation, &RouteBurden::bid_cost>(
            "negotiation_bid_cost",
            "Cost to whoever takes part in a competitive procedure with negotiation, at start prices",
            "no figure read; to be varied", {{5000.0, 5000.0, 5000.0}}),
        burden<Route::innovation, &RouteBurden::weeks>(
            "innovation_weeks", "Weeks from the decision to the first day by an innovation partnership",
            "course slides on procurement describe the stages; no figure read", {{78.0, 78.0, 78.0}}),
        burden<Route::innovation, &RouteBurden::decision>(
            "innovation_decision", "Weeks of them until offers are decided on", "no figure read", {{60.0, 60.0, 60.0}}),
        burden<Route::innovation, &RouteBurden::work>("innovation_work", "Officers' work on an innovation partnership",
                                                      "no figure read", {{30.0, 30.0, 30.0}}),
        burden<Route::innovation, &RouteBurden::cost>(
            "innovation_cost",
            "Cost to the council of an innovation partnership beyond its officers' time, at start prices",
            "no figure read", {{15000.0, 15000.0, 15000.0}}),
        burden<Route::innovation, &RouteBurden::bid_cost>(
            "innovation_bid_cost", "Cost to whoever takes part in an innovation partnership, at start prices",
            "no figure read; to be varied", {{5000.0, 5000.0, 5000.0}}),
        burden<Route::most_capable, &RouteBurden::weeks>(
            "most_capable_weeks", "Weeks from the decision to the first day by a most-capable-provider process",
            "Suffolk community services procurement 2016: agreed in September 2016, first gateway in December, the old "
            "contract's end in October 2017",
            {{60.0, 60.0, 60.0}}),
        burden<Route::most_capable, &RouteBurden::decision>(
            "most_capable_decision", "Weeks of them until the second gateway",
            "the first gateway, half way, came after three months: Suffolk community services procurement 2016: agreed "
            "in September 2016, first gateway in December, the old contract's end in October 2017",
            {{26.0, 26.0, 26.0}}),
        burden<Route::most_capable, &RouteBurden::work>("most_capable_work",
                                                        "Officers' work on a most-capable-provider process",
                                                        "no figure read", {{25.0, 25.0, 25.0}}),
        burden<Route::most_capable, &RouteBurden::cost>(
            "most_capable_cost",
            "Cost to the council of a most-capable-provider process beyond its officers' time, at start prices",
            "no figure read", {{10000.0, 10000.0, 10000.0}}),
        burden<Route::full_tender, &RouteBurden::bid_cost>(
            "full_tender_bid_cost", "Cost to a provider of an offer in an advertised tender, at start prices",
            "no figure read; to be varied", {{2000.0, 2000.0, 2000.0}}),
        burden<Route::below_threshold, &RouteBurden::bid_cost>(
            "below_threshold_bid_cost",
            "Cost to a provider of an offer in a tender below the threshold, at start prices",
            "no figure read; to be varied", {{500.0, 500.0, 500.0}}),
        burden<Route::ring_fenced, &RouteBurden::bid_cost>(
            "ring_fenced_bid_cost", "Cost to a provider of an offer in a ring-fenced tender, at start prices",
            "no figure read; to be varied", {{1000.0, 1000.0, 1000.0}}),
        burden<Route::restricted, &RouteBurden::bid_cost>(
            "restricted_bid_cost", "Cost to a provider of an offer in a tender among a shortlist, at start prices",
            "no figure read; to be varied", {{2000.0, 2000.0, 2000.0}}),
        burden<Route::accreditation, &RouteBurden::bid_cost>(
            "accreditation_bid_cost", "Cost to a provider of an offer in an accreditation, at start prices",
            "no figure read; to be varied", {{500.0, 500.0, 500.0}}),
    };
    return rows;
}

} // namespace caremarket
