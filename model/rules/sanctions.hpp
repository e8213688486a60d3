#pragma once

#include "model/kinds.hpp"

#include <cstdint>

/// What a contract says about its provider's performance, and what follows from missing it: query, performance notice,
/// exception report, and in the end the loss of the contract.
/// Source: Walsall contracting and procurement strategy 2016, 4.1 and 5.4 (query and performance notices, exception
/// reports, penalties); course slides on contract management (developmental and punitive approach, self-assessment,
/// unannounced visits, decommissioning). Nothing here acts on quality or on hand-backs: it takes money and business away
/// from a provider, which then decides what curing it is worth (rules/remedy).
namespace caremarket
{

struct ManagementClause
{
    double standard = 0;        ///< [sd of quality] that a look at the service must find
    double least_kpis = 0;      ///< [share] of its indicators that must be met
    std::int32_t cure = 1;      ///< [weeks] that a provider has from a finding to the next look
    double sanction = 0;        ///< [share of the price] withheld while it is sanctioned
    ManagementStyle style{};    ///< from which rung there are consequences
    bool suspends = false;      ///< while it is sanctioned nobody is placed with it and no empty place is paid for
    bool decommissions = false; ///< ends with notice when the last rung has not helped
    double looks = 0;           ///< [1/year] that the council says it will make
    bool is_announced = true;   ///< before each of them
    friend bool operator==(ManagementClause const&, ManagementClause const&) = default;
};

/// How far the council has gone with a contract.
enum class Rung : std::uint8_t
{
    none,
    query,
    notice,
    exception
};

/// What a look at a service tells.
struct Finding
{
    double quality = 0;  ///< [sd] as it was seen
    double vacant = 0;   ///< [share] of posts
    double turnover = 0; ///< [1/year]
};

/// What is usual, against which posts and staff are held.
struct UsualStaffing
{
    double vacant = 0;   ///< [share] of posts
    double turnover = 0; ///< [1/year]
};

/// Indicators of a look: quality, posts filled, staff staying.
inline constexpr int kpi_count = 3;

/// How many of them are met.
[[nodiscard]] int kpis_met(ManagementClause const& clause, Finding const& finding, UsualStaffing const& usual);

/// The service is as the contract asks: quality at its standard, and as many indicators met as it names.
[[nodiscard]] bool is_as_agreed(ManagementClause const& clause, Finding const& finding, UsualStaffing const& usual);

/// Chance that a look which sees quality so and so, give or take, finds it at the standard.
[[nodiscard]] double chance_of_finding(double quality, double standard, double noise);

/// The rung after a look that found the service wanting; the last is followed by itself.
[[nodiscard]] Rung next_rung(Rung rung);

/// On this rung payment is withheld and, if the contract says so, business: at once under punitive management, when
/// queries and notices have not helped under developmental.
[[nodiscard]] bool has_consequences(ManagementClause const& clause, Rung rung);

/// Looks that fail before there are consequences.
[[nodiscard]] int looks_until_consequences(ManagementStyle style);

/// Share of the price that a provider expects to lose to sanctions, in the long run, if each look passes with the same
/// chance: the share withheld times the part of the time on rungs with consequences.
/// \param chance of passing a look
[[nodiscard]] double expected_sanction(ManagementClause const& clause, double chance);

} // namespace caremarket
