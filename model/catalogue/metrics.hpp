#pragma once

#include "model/kinds.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The catalogue of metrics: the one place that says what results mean. The model records rows that are `recorded`;
/// rows that are `derived` are ratios or differences of recorded ones, formed in analysis after any summing.
namespace caremarket
{

enum class Dimensions : std::uint8_t
{
    place,
    service_locality,
    service_channel_locality
};

/// How the values of several weeks make one of a period.
enum class Over : std::uint8_t
{
    sum,  ///< a flow: added up
    point ///< a stock: the value on the last day
};

/// Every recorded metric can be added over localities and channels, over services where they share a unit, and over
/// periods as `over` says: so coarser recording and summing are exact. Averages and rates are derived.
enum class Recorded : std::uint8_t
{
    gross_spend,
    void_spend,
    client_contributions,
    top_ups,
    funded_nursing_care,
    self_funder_spend,
    nhs_spend,
    nhs_procurement_spend,
    other_buyer_spend,
    procurement_spend,
    officer_spend,
    own_supply_capital,
    building_grants,
    invest_to_save,
    budget,
    price_uplift,
    council_units,
    council_units_used,
    self_funder_units,
    nhs_units,
    need_index,
    assessed_need,
    commissioned_need,
    once_paid_need,
    council_people,
    self_funders,
    nhs_people,
    other_people,
    waiting_people,
    waiting_units,
    person_weeks_waiting,
    delayed_days,
    delayed_days_cost,
    starts,
    placed_again,
    start_waits,
    starts_at_price,
    started_units,
    ends,
    displaced_people,
    council_displaced_people,
    began_to_pay_people,
    wealth_spent_people,
    moved_for_price,
    diverted_people,
    reviewed_down,
    reabled_people,
    care_spared_people,
    prevented_people,
    people_with_technology,
    family_care,
    families_gave_up,
    respite_weeks,
    placements_reviewed,
    placements_repriced,
    moved_by_review,
    bought_off_contract,
    outside_reviews,
    people_in_poor_care,
    people_in_rated_care,
    book_value,
    book_under_contract,
    book_voluntary,
    book_small_firms,
    book_local,
    book_largest_owner,
    book_concentrated,
    offers_refused,
    people_declined,
    guaranteed_units,
    price_of_guarantee,
    committed_guarantee,
    volume_sought,
    volume_awarded,
    value_awarded,
    quality_awarded,
    cost_misjudged,
    need_misjudged,
    tenders,
    lots_without_bid,
    asked,
    bids,
    bids_too_low,
    bids_not_worth,
    bidding_cost,
    gateways_failed,
    awards,
    weeks_to_contract,
    outcome_withheld,
    contract_value,
    sanctions,
    visits,
    findings_published,
    kpis_measured,
    kpis_met,
    queries,
    performance_notices,
    exception_reports,
    contracts_decommissioned,
    contracts_suspended,
    remedies,
    alliance_contracts,
    shared_units,
    alliance_disputes,
    tenders_delayed,
    contracts_extended,
    contracts_handed_back,
    packages_handed_back,
    units_handed_back,
    providers,
    entries,
    exits,
    forced_closures,
    homes_changed_hands,
    groups_failed,
    capacity,
    occupied_capacity,
    capacity_opened,
    staff_hours,
    posts_hours,
    guaranteed_staff_hours,
    living_wage_hours,
    leavers_hours,
    agency_hours,
    wage_bill,
    pay_of_staff,
    provider_income,
    provider_surplus,
    self_funder_list_price,
    spot_quote,
    growth_left,
    provider_count_for_prices,
    budget_pressure,
    matching_rounds_cut
};
inline constexpr std::size_t recorded_count = static_cast<std::size_t>(Recorded::matching_rounds_cut) + 1;

enum class Better : std::uint8_t
{
    up,
    down,
    neither
};

/// The unit of a metric for one service: a unit written "A or B" is A for homecare and B for care homes.
/// Values of such a metric must never be added over services.
[[nodiscard]] std::string_view unit_for(std::string_view unit, Service service);
[[nodiscard]] bool differs_by_service(std::string_view unit);

struct RecordedMetric
{
    Recorded id;
    std::string_view name;
    std::string_view unit; ///< "GBP" is stored as whole pence
    Dimensions dimensions;
    Over over;
    Better better;
    std::string_view meaning;
    bool is_care = false; ///< says how people fare: shown beside every saving when worse

    [[nodiscard]] constexpr bool is_money() const { return unit == "GBP"; }
};

/// A metric formed from recorded ones: (a - b) or a / b. A ratio is formed after a and b have been summed.
struct DerivedMetric
{
    std::string_view name;
    std::string_view unit;
    enum class Form : std::uint8_t
    {
        difference,
        ratio
    } form;
    Recorded a, b;
    double factor; ///< result is multiplied by it, to change the unit
    Better better;
    std::string_view meaning;
    bool is_care = false;
};

[[nodiscard]] std::span<RecordedMetric const> recorded_metrics(); ///< in the order of `Recorded`
[[nodiscard]] std::span<DerivedMetric const> derived_metrics();
[[nodiscard]] RecordedMetric const& metric(Recorded id);
/// \pre the model records such a metric
[[nodiscard]] Recorded recorded_named(std::string_view name);

} // namespace caremarket
