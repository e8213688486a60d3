#include "model/rules/sanctions.hpp"

#include "model/clock.hpp"
#include "model/maths.hpp"

#include <algorithm>

namespace caremarket
{

int kpis_met(ManagementClause const& clause, Finding const& finding, UsualStaffing const& usual)
{
    return (finding.quality >= clause.standard) + (finding.vacant <= usual.vacant) +
           (finding.turnover <= usual.turnover);
}

bool is_as_agreed(ManagementClause const& clause, Finding const& finding, UsualStaffing const& usual)
{
    return finding.quality >= clause.standard && kpis_met(clause, finding, usual) >= clause.least_kpis * kpi_count;
}

double chance_of_finding(double quality, double standard, double noise)
{
    if (noise <= 0.0)
        return quality >= standard ? 1.0 : 0.0;
    return maths::normal_cdf((quality - standard) / noise);
}

Rung next_rung(Rung rung)
{
    return rung == Rung::exception ? rung : static_cast<Rung>(static_cast<int>(rung) + 1);
}

bool has_consequences(ManagementClause const& clause, Rung rung)
{
    return static_cast<int>(rung) >= looks_until_consequences(clause.style);
}

int looks_until_consequences(ManagementStyle style)
{
    return static_cast<int>(style == ManagementStyle::punitive ? Rung::query : Rung::exception);
}

double expected_sanction(ManagementClause const& clause, double chance)
{
    if (clause.sanction <= 0.0 || clause.looks <= 0.0 || chance >= 1.0)
        return 0.0;
    // A spell begins with a look that fails and lasts, a cure at a time, until one passes.
    double const fails = 1.0 - chance;
    double const cure_years = static_cast<double>(clause.cure) / Clock::weeks_in_a_year;
    double const without = 1.0 / (clause.looks * fails); // [years] between spells
    double const cures = 1.0 / std::max(chance, 1e-6);
    double with_consequences = cures; // those on rungs that have them
    for (int look = 1; look < looks_until_consequences(clause.style); ++look)
        with_consequences *= fails;
    return clause.sanction * with_consequences * cure_years / (without + cures * cure_years);
}

} // namespace caremarket
