#pragma once

#include "analysis/nine_in_ten.hpp"
#include "analysis/paired.hpp"
#include "analysis/results_file_contents.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a strategy saves the council against the baseline, by financial year, and the chance of a savings target.
///
/// Cost to the council = net spend (gross spend less clients' contributions; voids are in it) + cost of tenders, of commissioning
/// officers and of capital in own supply, in pounds of the day. Saving = cost under the baseline - cost under the strategy, in the same replicate.
namespace caremarket
{

/// Part of a year's saving that is cost avoided: what the year would have cost above its budget and does not [GBP]; below
/// zero, overspend that arises. The rest of the saving lies below the budget and can be taken out of it: it is cashable.
/// The other way round both change their signs.
[[nodiscard]] double avoided_part(double with, double without, double budget);

/// Savings of single futures: the raw material.
struct SavedPence
{
    int first_year = 0; ///< calendar year of its 1 April
    std::size_t years = 0;
    std::vector<std::int64_t> pence; ///< [future][year]; negative where the strategy costs more

    [[nodiscard]] std::size_t futures() const { return years == 0 ? 0 : pence.size() / years; }
    /// Money saved in one future in the years [0, end).
    [[nodiscard]] std::int64_t saved_before(std::size_t future, std::size_t end) const;
};

/// A year's savings against what was promised for its end.
struct TargetTest
{
    double amount = 0; ///< of the target that falls on the modelled services [GBP]
    Chance met;        ///< futures in which the saving reaches it
    /// How far the saving stays below it, on average over all futures, 0 in those that reach it [GBP].
    double expected_shortfall = 0;
    double shortfall_error = 0; ///< half the 95 % interval of that mean; NaN for a single future
};

struct YearOfSaving
{
    int financial_year = 0;
    PairedDifference in_year;    ///< [GBP], positive: saved
    PairedDifference cumulative; ///< from the first year to the end of this [GBP]
    std::optional<TargetTest> target;
};

/// A service's part of the saving; the parts add up to the whole.
struct SavingOfService
{
    std::string service;
    PairedDifference over_the_run; ///< [GBP]
};

struct Savings
{
    std::vector<YearOfSaving> years;
    std::vector<SavingOfService> by_service; ///< those that cost anything; empty when only the whole is known
    std::optional<NineInTen> spread;         ///< of the saving over the whole run [GBP]; nothing below twenty futures
    SavingsTarget::Basis counted = SavingsTarget::Basis::in_year; ///< what is held against the target

    /// Money saved over the whole run. \pre the run has years
    [[nodiscard]] PairedDifference const& over_the_run() const { return years.back().cumulative; }
    /// Yearly effect reached: the saving of the last financial year. \pre the run has years
    [[nodiscard]] PairedDifference const& run_rate() const { return years.back().in_year; }
    /// The last year of the run that has a target; null when none has.
    [[nodiscard]] YearOfSaving const* last_target() const;
};

/// A target whose source names no basis is held against cash, the easier of the two.
/// It knows nothing of services: `by_service` is left empty.
[[nodiscard]] Savings savings_of(SavedPence const& saved, SavingsTarget const& target);

/// Money saved over the whole run [GBP].
[[nodiscard]] PairedDifference saved_over_the_run(SavedPence const& saved);

} // namespace caremarket
