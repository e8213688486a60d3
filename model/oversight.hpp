#pragma once

#include "model/rules/sanctions.hpp"

#include <cstdint>

namespace caremarket
{

/// How a contract stands with the council that manages it.
struct Oversight
{
    Rung rung = Rung::none;
    std::int32_t cure_ends = 0;     ///< [week] in which the service is looked at again
    float visit_left = 0;           ///< [1] Exp(1) threshold less the visits planned since the last
    std::uint32_t visits = 0;       ///< so far; numbers the next
    double sanction = 0;            ///< [share of the price] withheld
    bool is_watched = false;        ///< its first visit has been planned
    bool was_wanting = false;       ///< at the last look or report
    bool is_suspended = false;      ///< nobody is placed with its provider, and no empty place is paid for
    bool is_decommissioned = false; ///< the council has given notice
    friend bool operator==(Oversight const&, Oversight const&) = default;
};

} // namespace caremarket
