#include "model/catalogue/contradictions.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr double whole = 1.0 + 1e-9; // shares written in decimals may miss 1 by their last bit

bool lists_by(StrategyService const& levers, Date day, Route route)
{
    return static_cast<std::size_t>(levers.listing_route.at(day)) == index_of(route) + 1;
}

bool accredits_contracts_without_tariff(StrategyService const& levers, Date day)
{
    return chosen<Route>(levers.procurement_route, day) == Route::accreditation &&
           levers.posted_block_price.at(day) <= 0.0;
}

bool accredits_lists_without_tariff(StrategyService const& levers, Date day)
{
    return lists_by(levers, day, Route::accreditation) && levers.posted_block_price.at(day) <= 0.0;
}

bool accredits_for_guarantees(StrategyService const& levers, Date day)
{
    return chosen<Route>(levers.procurement_route, day) == Route::accreditation &&
           levers.mix[Channel::block].at(day) + levers.mix[Channel::core].at(day) > 0.0;
}

bool fails_into_itself(StrategyService const& levers, Date day)
{
    auto const then = chosen<FailedTender>(levers.failed_tender, day);
    auto const route = chosen<Route>(levers.procurement_route, day);
    return name_of(then) == name_of(route);
}

bool gives_more_marks_than_there_are(StrategyService const& levers, Date day)
{
    return levers.quality_weight.at(day) + levers.social_value_weight.at(day) > whole;
}

bool fills_a_basket_twice(StrategyService const& levers, Date day)
{
    return chosen<UpliftRule>(levers.uplift_rule, day) == UpliftRule::basket &&
           levers.uplift_wage_share.at(day) + levers.uplift_pay_share.at(day) > whole;
}

bool breaks_after_the_end(StrategyService const& levers, Date day)
{
    double const cycle = levers.letting_cycle.at(day);
    return levers.break_after.at(day) >= (cycle > 0.0 ? cycle : levers.contract_length.at(day));
}

bool moves_people(StrategyService const& levers, Date day)
{
    return chosen<ExistingPeople>(levers.existing_people, day) == ExistingPeople::move;
}

bool moves_others_and_not_its_own(StrategyService const& levers, Date day)
{
    return moves_people(levers, day) && levers.transfers_existing.at(day) == 0.0;
}

bool moves_staff_without_people(StrategyService const& levers, Date day)
{
    return !moves_people(levers, day) && levers.staff_transfer.at(day) != 0.0;
}

bool pays_for_what_nobody_builds(StrategyService const& levers, Date day)
{
    return levers.building_grant.at(day) > 0.0 && levers.build_for_block.at(day) == 0.0;
}

bool guarantees_what_accreditation_lists(StrategyService const& levers, Date day)
{
    bool const is_accredited =
        lists_by(levers, day, Route::accreditation) ||
        (levers.listing_route.at(day) < 1.0 && chosen<Route>(levers.procurement_route, day) == Route::accreditation);
    return is_accredited && levers.listed_guarantee.at(day) > 0.0;
}

bool caps_a_list_at_nothing(StrategyService const& levers, Date day)
{
    return levers.demand_cap.at(day) <= 0.0 && levers.mix[Channel::framework].at(day) > 0.0;
}

bool limits_lots_to_nothing(StrategyService const& levers, Date day)
{
    return levers.lot_limit.at(day) <= 0.0 &&
           levers.mix[Channel::block].at(day) + levers.mix[Channel::core].at(day) > 0.0;
}

bool opens_a_list_after_its_end(StrategyService const& levers, Date day)
{
    double const opens = levers.list_reopens.at(day);
    return opens > 0.0 && opens >= levers.contract_length.at(day) + levers.option_years.at(day);
}

bool looks_at_nothing(StrategyService const& levers, Date day)
{
    return levers.monitoring_visits.at(day) <= 0.0;
}

bool acts_on_what_nobody_sees(StrategyService const& levers, Date day)
{
    bool const acts =
        levers.sanction_share.at(day) > 0.0 || levers.suspends.at(day) != 0.0 || levers.decommissions.at(day) != 0.0;
    return acts && looks_at_nothing(levers, day) && levers.self_assessment.at(day) == 0.0;
}

bool says_how_to_visit_nobody(StrategyService const& levers, Date day)
{
    bool const says = levers.unannounced_visits.at(day) != 0.0 || levers.publishes_results.at(day) != 0.0 ||
                      chosen<Monitoring>(levers.monitoring, day) != Monitoring::uniform;
    return says && looks_at_nothing(levers, day);
}

bool allies_nobody(StrategyService const& levers, Date day)
{
    return levers.alliance.at(day) != 0.0 &&
           levers.mix[Channel::block].at(day) + levers.mix[Channel::core].at(day) <= 0.0;
}

bool relieves_nobody(StrategyService const& levers, Date day)
{
    return levers.respite_weeks.at(day) > 0.0 && levers.family_share.at(day) <= 0.0;
}

bool says_whom_to_relieve_with_nothing(StrategyService const& levers, Date day)
{
    return chosen<RespiteTargeting>(levers.respite_targeting, day) != RespiteTargeting::evenly &&
           levers.respite_weeks.at(day) <= 0.0;
}

bool guarantees_what_nobody_calls(StrategyService const& levers, Date day)
{
    return levers.devolved_share.at(day) >= 1.0 &&
           levers.mix[Channel::block].at(day) + levers.mix[Channel::core].at(day) > 0.0;
}

constexpr std::string_view route_and_tariff[] = {"procurement_route", "posted_block_price"};
constexpr std::string_view listing_and_tariff[] = {"listing_route", "posted_block_price"};
constexpr std::string_view route_and_guarantees[] = {"procurement_route", "mix_block", "mix_core"};
constexpr std::string_view failure_and_route[] = {"failed_tender", "procurement_route"};
constexpr std::string_view weights[] = {"social_value_weight", "quality_weight"};
constexpr std::string_view basket[] = {"uplift_pay_share", "uplift_wage_share", "uplift_rule"};
constexpr std::string_view break_and_length[] = {"break_after", "contract_length", "letting_cycle"};
constexpr std::string_view movers_and_stayers[] = {"existing_people", "transfers_existing"};
constexpr std::string_view staff_and_people[] = {"staff_transfer", "existing_people"};
constexpr std::string_view grant_and_building[] = {"building_grant", "build_for_block"};
constexpr std::string_view guarantee_and_route[] = {"listed_guarantee", "listing_route", "procurement_route"};
constexpr std::string_view cap_and_share[] = {"demand_cap", "mix_framework"};
constexpr std::string_view limit_and_shares[] = {"lot_limit", "mix_block", "mix_core"};
constexpr std::string_view opening_and_length[] = {"list_reopens", "contract_length", "option_years"};
constexpr std::string_view acts_and_looks[] = {"sanction_share", "suspends", "decommissions", "monitoring_visits",
                                               "self_assessment"};
constexpr std::string_view ways_of_visiting[] = {"unannounced_visits", "publishes_results", "monitoring",
                                                 "monitoring_visits"};
constexpr std::string_view alliance_and_guarantees[] = {"alliance", "mix_block", "mix_core"};
constexpr std::string_view respite_and_families[] = {"respite_weeks", "family_share"};
constexpr std::string_view targeting_and_respite[] = {"respite_targeting", "respite_weeks"};
constexpr std::string_view devolved_and_guarantees[] = {"devolved_share", "mix_block", "mix_core"};

constexpr Contradiction table[] = {
    {route_and_tariff, "accreditation lists whoever takes the posted price, and none is posted",
     accredits_contracts_without_tariff},
    {listing_and_tariff, "accreditation lists whoever takes the posted price, and none is posted",
     accredits_lists_without_tariff},
    {route_and_guarantees, "accreditation lets lists and guarantees nothing: name it as listing_route",
     accredits_for_guarantees},
    {failure_and_route, "the route that has just failed would be gone at once again", fails_into_itself},
    {weights, "together they are more than all marks, and nothing is left for price", gives_more_marks_than_there_are},
    {basket, "together they are more than the whole basket", fills_a_basket_twice},
    {break_and_length, "nobody can leave a contract after its end", breaks_after_the_end},
    {guarantee_and_route, "accreditation lists whoever qualifies, however many, and guarantees nothing",
     guarantees_what_accreditation_lists},
    {cap_and_share, "volume is to be called off a list of which nobody may have any", caps_a_list_at_nothing},
    {limit_and_shares, "volume is to be guaranteed of which nobody may have any", limits_lots_to_nothing},
    {opening_and_length, "a list that has ended cannot be opened to newcomers", opens_a_list_after_its_end},
    {movers_and_stayers,
     "people would come to a new contract from other providers, and those with its own not come under it",
     moves_others_and_not_its_own},
    {staff_and_people, "staff go with the people they serve, and nobody goes", moves_staff_without_people},
    {grant_and_building, "nothing is built for a block that a grant could go to", pays_for_what_nobody_builds},
    {acts_and_looks,
     "nobody looks at what would have these consequences: say how many visits, or have providers report",
     acts_on_what_nobody_sees},
    {ways_of_visiting, "it says how visits are made and planned, and there are none", says_how_to_visit_nobody},
    {alliance_and_guarantees, "an alliance shares guarantees, and none are let", allies_nobody},
    {respite_and_families, "no family is asked to do more that could be relieved", relieves_nobody},
    {targeting_and_respite, "it says which families have respite, and there is none",
     says_whom_to_relieve_with_nothing},
    {devolved_and_guarantees, "volume is to be guaranteed, and care managers buy elsewhere for everybody new",
     guarantees_what_nobody_calls},
};

} // namespace

std::span<Contradiction const> contradictions()
{
    return table;
}

bool contradicts_itself(StrategyService const& levers, Date day)
{
    return std::any_of(std::begin(table), std::end(table),
                       [&](Contradiction const& one) { return one.holds(levers, day); });
}

} // namespace caremarket
