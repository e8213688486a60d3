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
    care_begins,     ///< subject person, object provider, amount price [GBP/unit], quantity units
    charge_assessed, ///< subject person, amount [GBP/week]
    price_changed,   ///< subject person, object provider, amount new price [GBP/unit]
    care_ends,       ///< subject person, object provider
    contract_begins, ///< subject contract, object provider, amount price [GBP/unit], quantity guaranteed units
    contract_price,  ///< subject contract, object provider, amount new price [GBP/unit]
    contract_ends,   ///< subject contract, object provider
    joins_contract,  ///< subject person, object contract
    places_held,     ///< subject contract, object provider, amount price, quantity unit-weeks kept free and paid for
    leaves_contract, ///< subject person, object contract
    bid_made,        ///< subject provider, object tender, amount price [GBP/unit], quantity units offered
    bid_declined,    ///< subject provider, object tender, amount lowest acceptable price [GBP/unit]
    tender_decided,  ///< subject tender, amount units sought, quantity units awarded
    provider_opens,  ///< subject provider, amount return expected [share/year], quantity capacity
    provider_closes, ///< subject provider, amount cash [GBP], quantity people displaced
    rated            ///< subject provider, amount rating
};
template <>
struct NamesOf<DecisionKind>
{
    static constexpr std::array<std::string_view, 16> names{
        "care_begins",     "charge_assessed", "price_changed",   "care_ends",
        "contract_begins", "contract_price",  "contract_ends",   "joins_contract",
        "places_held",     "leaves_contract", "bid_made",        "bid_declined",
        "tender_decided",  "provider_opens",  "provider_closes", "rated"};
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
    expected_return
};
template <>
struct NamesOf<Reason>
{
    static constexpr std::array<std::string_view, 18> names{
        "none",     "opening_stock",  "block_void",     "spot_quote",        "own_choice",    "uplift",
        "transfer", "length_of_stay", "temporary_stay", "provider_closed",   "term_ended",    "below_cost",
        "no_room",  "under_embargo",  "out_of_cash",    "worth_more_closed", "owner_retired", "expected_return"};
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
