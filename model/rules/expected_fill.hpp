#pragma once

namespace caremarket
{

/// What a bidder knows about how much of a guarantee will be used.
struct FillProspects
{
    double volume = 0;     ///< it would promise [units/week]
    double taken_over = 0; ///< part of it used from the first day, by people already there
    double sought = 0;     ///< put to tender in all [units/week]
    double starts = 0;     ///< council volume that begins in the locality [units/week per week]
    double stay = 1;       ///< mean length of care [weeks]
    double weeks = 52;     ///< length of the contract
    double guaranteed = 0; ///< all volume guaranteed in the locality, this tender's included [units/week]
    double demand = 0;     ///< council volume forecast in the locality [units/week]
    double person = 1;     ///< units of a usual person
};

/// Share of the guarantee a bidder expects to be used over the term, in (0, 1].
///
/// Two causes of voids. The places not taken over fill only as people come: the block is called first, so all new
/// people do. And demand wanders: with a mean of `demand` and people coming and
/// going independently it is close to normal, and what is guaranteed beyond it stays empty.
[[nodiscard]] double expected_fill(FillProspects const& prospects);

/// Mean volume in use over the first `weeks` of a promise that fills as people come [units/week].
/// \param at_first in use on the first day
/// \param starts   volume that begins per week, all of it called here first
/// \param stay     mean length of care [weeks]
[[nodiscard]] double expected_use_while_filling(double at_first, double promised, double starts, double stay,
                                                double weeks);

/// Expected part of `capacity` left empty by a normal demand: E[(capacity - D)+].
[[nodiscard]] double expected_idle(double capacity, double demand, double spread);

} // namespace caremarket
