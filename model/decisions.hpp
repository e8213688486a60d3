#pragma once

#include "model/entity_key.hpp"
#include "model/enum_array.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace caremarket
{

/// What was decided or happened. From these lines alone every payment can be worked out again (a test does).
enum class DecisionKind : std::uint8_t
{
    care_begins,        ///< subject person, object provider, amount price [GBP/unit], quantity units
    charge_assessed,    ///< subject person, amount [GBP/week]
    price_changed,      ///< subject person, object provider, amount new price [GBP/unit]
    care_ends,          ///< subject person, object provider
    contract_begins,    ///< subject contract, object provider, amount price [GBP/unit], quantity guaranteed units
    contract_price,     ///< subject contract, object provider, amount new price [GBP/unit]
    contract_ends,      ///< subject contract, object provider
    joins_contract,     ///< subject person, object contract
    places_held,        ///< subject contract, object provider, amount price, quantity unit-weeks kept free and paid for
    leaves_contract,    ///< subject person, object contract
    bid_made,           ///< subject provider, object tender, amount price [GBP/unit], quantity units offered
    bid_declined,       ///< subject provider, object tender, amount lowest acceptable price [GBP/unit]
    tender_decided,     ///< subject tender, amount units sought, quantity units awarded
    provider_opens,     ///< subject provider, amount return expected [share/year], quantity capacity
    provider_closes,    ///< subject provider, amount cash [GBP], quantity people displaced
    rated,              ///< subject provider, amount rating
    payer_changes,      ///< subject person, object provider, amount price [GBP/unit]; the reason says to whom
    top_up_agreed,      ///< subject person, object provider, amount on top of the price [GBP/week]
    package_changes,    ///< subject person, object provider, amount price [GBP/unit], quantity units from now on
    cost_met,           ///< subject provider of the council's own, amount [GBP] of the week, quantity 1
    contract_guarantee, ///< subject contract, object provider, amount price, quantity guaranteed units from now on
    contract_extended,  ///< subject contract, object provider, quantity weeks
    notice_given,       ///< subject provider, object contract or person, amount price [GBP/unit], quantity units
    changes_hands,      ///< subject provider, amount cash [GBP]
    capacity_opens,     ///< subject provider, quantity units
    outcome_judged,     ///< subject contract, object provider, amount part of the price paid from now on [share]
    bid_rejected,       ///< subject provider, object tender, amount price, quantity what the law demands [GBP/unit]
    option_taken,       ///< subject contract, object provider, amount price [GBP/unit], quantity weeks
    contract_broken,    ///< subject provider or council that leaves, object contract, amount price, quantity units
    gateway_judged,     ///< subject tender, object provider, amount quality seen [sd], quantity asked for [sd]
    way_of_working,     ///< subject provider, object tender, amount unit cost against before [share]
    service_looked_at,  ///< subject contract, object provider, amount quality seen [sd], quantity indicators met
    pay_raised,         ///< subject provider, object contract, amount by how much [share], quantity at stake [GBP]
    support_paid,       ///< subject person, or locality, amount [GBP] paid outside the market; the reason says what for
    placement_reviewed, ///< subject person, object provider, amount price asked for [GBP/unit], quantity price paid
    reablement_ended,   ///< subject person, amount need from now on [h/week], 0 for now, quantity need before [h/week]
    alliance_dispute    ///< subject what was let, object council, amount members, quantity 1 if it was settled
};
template <>
struct NamesOf<DecisionKind>
{
    static constexpr std::array<std::string_view, 37> names{
        "care_begins",        "charge_assessed",   "price_changed",      "care_ends",
        "contract_begins",    "contract_price",    "contract_ends",      "joins_contract",
        "places_held",        "leaves_contract",   "bid_made",           "bid_declined",
        "tender_decided",     "provider_opens",    "provider_closes",    "rated",
        "payer_changes",      "top_up_agreed",     "package_changes",    "cost_met",
        "contract_guarantee", "contract_extended", "notice_given",       "changes_hands",
        "capacity_opens",     "outcome_judged",    "bid_rejected",       "option_taken",
        "contract_broken",    "gateway_judged",    "way_of_working",     "service_looked_at",
        "pay_raised",         "support_paid",      "placement_reviewed", "reablement_ended",
        "alliance_dispute"};
};

enum class Reason : std::uint8_t
{
    none,
    opening_stock,
    block_void, ///< a guaranteed place stood empty
    spot_quote, ///< lowest quote within the council's limit
    own_choice, ///< the person chose
    uplift,
    transfer,       ///< a new contract took over the placement
    length_of_stay, ///< need ended or the person died
    temporary_stay,
    provider_closed,
    term_ended,
    below_cost, ///< no price within the limit covers what the terms cost
    no_room,
    under_embargo, ///< the regulator's judgement
    out_of_cash,
    worth_more_closed,
    owner_retired,
    expected_return,
    core_guarantee,
    core_beyond,
    framework,
    in_house,
    direct_payment,
    wealth_spent,    ///< a self-funder's capital; the council pays
    disregard_ended, ///< a home counts as capital; the person pays
    capital_limits,  ///< the limits of capital have moved
    council_rate,    ///< taken by the home when the council took over
    topped_up,
    above_rate,
    no_price_agreed, ///< neither home, family nor council would give way
    over_budget,
    interim_over,
    handed_back,
    officers_too_busy,
    group_failed,
    forced_by_regulator,
    planned,               ///< the strategy says so
    below_statutory_wages, ///< by the hours and travel in the bidder's books
    dearer_than_new,       ///< the council could let it anew for less
    no_time,               ///< too late to make an offer
    not_worth_bidding,     ///< what an offer may bring does not pay for making it
    assured,
    partly_assured,
    not_assured,
    lot_limit, ///< it, or its group, has as much there as one may have
    suspended, ///< the council does no new business with it
    visited,
    reported, ///< by the provider itself
    cured,
    query,
    performance_notice,
    exception_report,
    decommissioned, ///< the last step has not helped either
    reablement,
    technology,
    prevention,
    respite,
    family_gave_up, ///< it could do no more; a place in a care home is needed
    dear_placement, ///< a review of what it costs
    off_contract,   ///< a care manager bought it for one person
    would_not_move, ///< to a cheaper place
    no_cheaper_place,
    dispute,    ///< among members of an alliance, and nobody settled it
    one_service ///< its owner does not deliver all that is let as one
};
template <>
struct NamesOf<Reason>
{
    static constexpr std::array<std::string_view, 64> names{"none",
                                                            "opening_stock",
                                                            "block_void",
                                                            "spot_quote",
                                                            "own_choice",
                                                            "uplift",
                                                            "transfer",
                                                            "length_of_stay",
                                                            "temporary_stay",
                                                            "provider_closed",
                                                            "term_ended",
                                                            "below_cost",
                                                            "no_room",
                                                            "under_embargo",
                                                            "out_of_cash",
                                                            "worth_more_closed",
                                                            "owner_retired",
                                                            "expected_return",
                                                            "core_guarantee",
                                                            "core_beyond",
                                                            "framework",
                                                            "in_house",
                                                            "direct_payment",
                                                            "wealth_spent",
                                                            "disregard_ended",
                                                            "capital_limits",
                                                            "council_rate",
                                                            "topped_up",
                                                            "above_rate",
                                                            "no_price_agreed",
                                                            "over_budget",
                                                            "interim_over",
                                                            "handed_back",
                                                            "officers_too_busy",
                                                            "group_failed",
                                                            "forced_by_regulator",
                                                            "planned",
                                                            "below_statutory_wages",
                                                            "dearer_than_new",
                                                            "no_time",
                                                            "not_worth_bidding",
                                                            "assured",
                                                            "partly_assured",
                                                            "not_assured",
                                                            "lot_limit",
                                                            "suspended",
                                                            "visited",
                                                            "reported",
                                                            "cured",
                                                            "query",
                                                            "performance_notice",
                                                            "exception_report",
                                                            "decommissioned",
                                                            "reablement",
                                                            "technology",
                                                            "prevention",
                                                            "respite",
                                                            "family_gave_up",
                                                            "dear_placement",
                                                            "off_contract",
                                                            "would_not_move",
                                                            "no_cheaper_place",
                                                            "dispute",
                                                            "one_service"};
};

/// A line of the ledger of decisions.
struct Decision
{
    std::int32_t week = 0;
    std::int32_t day = 0; ///< within the week
    DecisionKind kind{};
    Reason reason{};
    EntityKey subject{};
    EntityKey object{};
    double amount = 0;
    double quantity = 0;

    friend bool operator==(Decision const&, Decision const&) = default;
};

/// Where decisions go. Off by default: then noting one costs a test of a flag. Each block has a notebook of its own;
/// they are joined in an order that does not depend on which block came first.
class Notebook
{
public:
    bool is_open = false;

    void note(Decision const& decision)
    {
        if (is_open)
            lines_.push_back(decision);
    }

    [[nodiscard]] std::vector<Decision> take() { return std::exchange(lines_, {}); }

private:
    std::vector<Decision> lines_;
};

/// Orders lines by (week, kind, subject, object, day, amount): the order in which they are joined and written.
void sort_decisions(std::vector<Decision>& decisions);

} // namespace caremarket
