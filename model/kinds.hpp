#pragma once

#include "model/enum_array.hpp"

#include <cstdint>

/// The index sets of the market: what can be bought, how, by whom and for whom.
namespace caremarket
{

/// A line of care. Its unit is the unit of every price and volume of that line.
enum class Service : std::uint8_t
{
    homecare,    ///< care at home; unit: hour
    residential, ///< care home without nursing; unit: bed-week
    nursing      ///< care home with nursing; unit: bed-week
};
template <>
struct NamesOf<Service>
{
    static constexpr std::array<std::string_view, 3> names{"homecare", "residential", "nursing"};
};
template <class T>
using PerService = EnumArray<Service, T>;

/// The same for each.
template <class T>
[[nodiscard]] constexpr PerService<T> for_every_service(T const& value)
{
    PerService<T> all;
    all.values.fill(value);
    return all;
}

/// Care is given in a building: capacity is bound by beds and by the staff to make them safe, and people come to it.
/// Otherwise it is given where people live, and bound by staff alone.
[[nodiscard]] constexpr bool is_care_home(Service service)
{
    return service != Service::homecare;
}

/// How the council buys a unit of care.
enum class Channel : std::uint8_t
{
    block,         ///< volume guaranteed under a contract: paid for whether used or not
    core,          ///< a core provider's contract: guaranteed hours, and first call beyond them at the same terms
    framework,     ///< a list at agreed prices, of which nothing or a part is guaranteed
    spot,          ///< bought for one person at the price of the day
    in_house,      ///< the council's own supply, at its cost
    direct_payment ///< money to the person, who buys; outside any contract price
};
template <>
struct NamesOf<Channel>
{
    static constexpr std::array<std::string_view, 6> names{"block", "core",     "framework",
                                                           "spot",  "in-house", "direct-payment"};
};

/// Who is answerable for a person's fee.
enum class Funding : std::uint8_t
{
    council,     ///< the commissioner pays, the person contributes
    self_funder, ///< the person pays the whole price, until the capital above the limit is spent
    nhs,         ///< continuing healthcare: the NHS pays all of it, without a charge
    other        ///< other councils, working-age adults: buyers that take capacity but are not agents here
};
template <>
struct NamesOf<Funding>
{
    static constexpr std::array<std::string_view, 4> names{"council", "self-funder", "nhs", "other"};
};

/// To whom a placement's care is billed: the council by a channel, or somebody else.
enum class Bill : std::uint8_t
{
    block,
    core,
    framework,
    spot,
    in_house,
    direct_payment,
    self_funder,
    nhs,
    other_buyer,
    nhs_contract ///< the NHS, under a contract of the council's
};
template <>
struct NamesOf<Bill>
{
    static constexpr std::array<std::string_view, 10> names{"block",       "core",           "framework",   "spot",
                                                            "in_house",    "direct_payment", "self_funder", "nhs",
                                                            "other_buyer", "nhs_contract"};
};
/// The council pays a bill by this channel.
[[nodiscard]] constexpr Bill bill_by(Channel channel)
{
    return static_cast<Bill>(index_of(channel));
}
[[nodiscard]] constexpr bool is_councils(Bill bill)
{
    return index_of(bill) < count_of<Channel>;
}
/// \pre is_councils(bill)
[[nodiscard]] constexpr Channel channel_of(Bill bill)
{
    return static_cast<Channel>(index_of(bill));
}
/// Paid by the terms of a contract, week by week for the contract as a whole.
[[nodiscard]] constexpr bool is_under_contract(Channel channel)
{
    return channel == Channel::block || channel == Channel::core || channel == Channel::framework;
}

/// The bill is met by the terms of a contract.
[[nodiscard]] constexpr bool is_contracts(Bill bill)
{
    return bill == Bill::nhs_contract || (is_councils(bill) && is_under_contract(channel_of(bill)));
}

enum class AgeBand : std::uint8_t
{
    from_65_to_74,
    from_75_to_84,
    from_85
};
template <>
struct NamesOf<AgeBand>
{
    static constexpr std::array<std::string_view, 3> names{"65-74", "75-84", "85+"};
};

/// Where a person comes from when the need is assessed.
enum class Source : std::uint8_t
{
    community,
    hospital ///< waits for discharge until care is found: such days are delayed days
};
template <>
struct NamesOf<Source>
{
    static constexpr std::array<std::string_view, 2> names{"community", "hospital"};
};

/// Whose a provider is.
enum class Sector : std::uint8_t
{
    independent, ///< a firm, run for a surplus
    voluntary,   ///< a charity: asks for no surplus and pays none out
    in_house     ///< the council's own: at cost, no exit
};
template <>
struct NamesOf<Sector>
{
    static constexpr std::array<std::string_view, 3> names{"independent", "voluntary", "in-house"};
};

/// How a contract is let.
enum class Route : std::uint8_t
{
    full_tender,     ///< advertised: whoever can may bid
    single_source,   ///< terms asked of one provider, the one that serves most council people there
    below_threshold, ///< advertised at home only, for lots worth less than the law has a full tender for
    ring_fenced,     ///< only providers inside a fence may bid
    restricted,      ///< only those with the best record may bid
    direct_award,    ///< the incumbent may have the lot at the price it is paid now, or leave it
    accreditation,   ///< whoever qualifies and takes the posted price is listed, none before another
    dialogue,        ///< with a shortlist, round after round in which both sides learn, then sealed offers
    negotiation,     ///< sealed offers of a shortlist, then rounds in which each may better its own
    innovation,      ///< a shortlist is paid to find a cheaper way of working, and then makes offers
    most_capable     ///< one who serves there must assure the council at two gateways, at open book
};
template <>
struct NamesOf<Route>
{
    static constexpr std::array<std::string_view, 11> names{"full-tender",
                                                            "single-source",
                                                            "below-threshold",
                                                            "ring-fenced",
                                                            "restricted",
                                                            "direct-award",
                                                            "accreditation",
                                                            "competitive-dialogue",
                                                            "competitive-negotiation",
                                                            "innovation-partnership",
                                                            "most-capable-provider"};
};

/// Who is inside the fence of a ring-fenced tender.
enum class RingFence : std::uint8_t
{
    incumbents, ///< whoever serves council people there
    voluntary,
    small,     ///< in no group, and smaller than usual
    rated_good ///< or better
};
template <>
struct NamesOf<RingFence>
{
    static constexpr std::array<std::string_view, 4> names{"incumbents", "voluntary", "small", "rated-good"};
};

/// What is done when a tender ends without an award.
enum class FailedTender : std::uint8_t
{
    again, ///< what is missing is sought when volumes are next reviewed
    single_source,
    direct_award,
    full_tender,
    leave_to_spot ///< bought for one person at a time, and not sought again for a year
};
template <>
struct NamesOf<FailedTender>
{
    static constexpr std::array<std::string_view, 5> names{"again", "single-source", "direct-award", "full-tender",
                                                           "leave-to-spot"};
};

/// Whom the council calls first for one person.
enum class CallOrder : std::uint8_t
{
    contracts_first, ///< block voids, core to its guarantee, core beyond it, framework, spot, in-house of last resort
    cheapest_first,  ///< guarantees, for they are paid for, then whoever is cheapest of all others
    in_house_first   ///< the council's own places, then as contracts-first
};
template <>
struct NamesOf<CallOrder>
{
    static constexpr std::array<std::string_view, 3> names{"contracts-first", "cheapest-first", "in-house-first"};
};

/// Whom the council calls off a list. What each way does stands in brokerage/call_off.
enum class CallOff : std::uint8_t
{
    ranked,           ///< in the order of their scores
    mini_competition, ///< all are asked for the one person, and the lowest offer has it
    choice,           ///< the person chooses
    rota              ///< whoever has least of what was called off
};
template <>
struct NamesOf<CallOff>
{
    static constexpr std::array<std::string_view, 4> names{"ranked", "mini-competition", "choice", "rota"};
};

/// Over which area what is missing is let as one.
enum class LotExtent : std::uint8_t
{
    by_locality,
    whole_council, ///< all localities of the council
    joint          ///< all localities of all councils that say so
};
template <>
struct NamesOf<LotExtent>
{
    static constexpr std::array<std::string_view, 3> names{"by-locality", "whole-council", "joint"};
};

/// Services whose contracts are let as one, to owners who deliver all of them.
enum class MergedServices : std::uint8_t
{
    apart,
    care_homes, ///< residential and nursing care
    all
};
template <>
struct NamesOf<MergedServices>
{
    static constexpr std::array<std::string_view, 3> names{"apart", "care-homes", "all"};
};

/// Whose families are relieved.
enum class RespiteTargeting : std::uint8_t
{
    evenly,        ///< every family that does more, alike
    by_family_care ///< in proportion to what they do: those nearest to giving up
};
template <>
struct NamesOf<RespiteTargeting>
{
    static constexpr std::array<std::string_view, 2> names{"evenly", "by-family-care"};
};

/// The regulator's published judgement.
enum class Rating : std::uint8_t
{
    inadequate,
    requires_improvement,
    good,
    outstanding
};
template <>
struct NamesOf<Rating>
{
    static constexpr std::array<std::string_view, 4> names{"inadequate", "requires-improvement", "good", "outstanding"};
};

/// How a price moves each 1 April. What each rule works out stands in rules/uplift.
enum class UpliftRule : std::uint8_t
{
    none,
    fixed,             ///< a stated percentage
    cpi,               ///< consumer prices
    wage_weighted,     ///< wage share by the statutory wage, the rest by consumer prices
    basket,            ///< a part by the statutory wage, a part by pay elsewhere, the rest by consumer prices
    provider_specific, ///< the provider's own cost growth
    open_book          ///< the provider's own cost growth, and towards what its books show
};
template <>
struct NamesOf<UpliftRule>
{
    static constexpr std::array<std::string_view, 7> names{
        "none", "fixed", "cpi", "wage-weighted", "basket", "provider-specific", "open-book"};
};

/// How placements outside contracts, the usual rate and posted prices move each 1 April: as contracts do, or by a rule
/// of their own. After the first value come the uplift rules, in their order.
enum class PlacementUplift : std::uint8_t
{
    as_contracts
};
template <>
struct NamesOf<PlacementUplift>
{
    static constexpr auto names = []
    {
        std::array<std::string_view, 1 + count_of<UpliftRule>> all{"as-contracts"};
        for (std::size_t rule = 0; rule < count_of<UpliftRule>; ++rule)
            all[1 + rule] = NamesOf<UpliftRule>::names[rule];
        return all;
    }();
};
/// The rule meant, where contracts have this one.
[[nodiscard]] constexpr UpliftRule rule_for_placements(PlacementUplift chosen, UpliftRule contracts)
{
    return chosen == PlacementUplift::as_contracts ? contracts : static_cast<UpliftRule>(index_of(chosen) - 1);
}

/// What becomes of the people on a contract whose term ends when others have won the volume.
enum class ExistingPeople : std::uint8_t
{
    stay, ///< where they are, bought on the spot
    move  ///< to whoever has won, as far as there are places
};
template <>
struct NamesOf<ExistingPeople>
{
    static constexpr std::array<std::string_view, 2> names{"stay", "move"};
};

/// Which price of a bid is compared. How: `evaluated_costs` in rules/evaluation.
enum class EvaluatedCost : std::uint8_t
{
    bid,       ///< as it is bid
    whole_life ///< what a unit that is used will cost, its part of the empty ones included
};
template <>
struct NamesOf<EvaluatedCost>
{
    static constexpr std::array<std::string_view, 2> names{"bid", "whole-life"};
};

/// About which bids the council asks whether they cover what the law demands. How: `low_tender_rules` in
/// rules/low_tenders.
enum class LowTenderTest : std::uint8_t
{
    none,
    statutory_wages, ///< those near what usual hours cost at the wage floor
    below_others     ///< those far below the others
};
template <>
struct NamesOf<LowTenderTest>
{
    static constexpr std::array<std::string_view, 3> names{"none", "statutory-wages", "below-others"};
};

/// Where a council looks first among the services it has contracts with.
enum class Monitoring : std::uint8_t
{
    uniform, ///< everywhere alike
    by_risk  ///< more often where ratings, reports or the last look were poor; as often in all
};
template <>
struct NamesOf<Monitoring>
{
    static constexpr std::array<std::string_view, 2> names{"uniform", "by-risk"};
};

/// What a council does about a service found wanting. Which steps have consequences: rules/sanctions.
enum class ManagementStyle : std::uint8_t
{
    developmental, ///< time to mend first; consequences when that has not helped
    punitive       ///< consequences at once
};
template <>
struct NamesOf<ManagementStyle>
{
    static constexpr std::array<std::string_view, 2> names{"developmental", "punitive"};
};

} // namespace caremarket
