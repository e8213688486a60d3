#pragma once

#include "model/enum_array.hpp"

#include <cstdint>

/// The index sets of the market: what can be bought, how, by whom and for whom.
namespace caremarket
{

/// A line of care. Its unit is the unit of every price and volume of that line.
enum class Service : std::uint8_t
{
    homecare,   ///< care at home; unit: hour
    residential ///< care home without nursing; unit: bed-week
};
template <>
struct NamesOf<Service>
{
    static constexpr std::array<std::string_view, 2> names{"homecare", "residential"};
};
template <class T>
using PerService = EnumArray<Service, T>;

/// How the council buys a unit of care.
enum class Channel : std::uint8_t
{
    block, ///< volume guaranteed under a contract: paid for whether used or not
    spot   ///< bought for one person at the price of the day
};
template <>
struct NamesOf<Channel>
{
    static constexpr std::array<std::string_view, 2> names{"block", "spot"};
};

/// Who is answerable for a person's fee.
enum class Funding : std::uint8_t
{
    council,     ///< the commissioner arranges and pays, the person contributes
    self_funder, ///< the person pays the whole price
    other        ///< NHS, other councils: buyers that take capacity but are not agents here
};
template <>
struct NamesOf<Funding>
{
    static constexpr std::array<std::string_view, 3> names{"council", "self-funder", "other"};
};

/// To whom a placement's care is billed.
enum class Bill : std::uint8_t
{
    council_spot,
    contract, ///< the council, by its contract with the provider
    self_funder,
    other_buyer
};
template <>
struct NamesOf<Bill>
{
    static constexpr std::array<std::string_view, 4> names{"council_spot", "contract", "self_funder", "other_buyer"};
};

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

/// How prices of contracts and of the placements already made move each 1 April.
enum class UpliftRule : std::uint8_t
{
    none,
    fixed,        ///< a stated percentage
    cpi,          ///< consumer prices
    wage_weighted ///< wage share by the statutory wage, the rest by consumer prices
};
template <>
struct NamesOf<UpliftRule>
{
    static constexpr std::array<std::string_view, 4> names{"none", "fixed", "cpi", "wage-weighted"};
};

} // namespace caremarket
