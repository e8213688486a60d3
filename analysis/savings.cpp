#include "analysis/savings.hpp"

#include "model/money.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace caremarket
{

namespace
{

using Basis = SavingsTarget::Basis;

/// One number per future [pence]; whole numbers that a double holds exactly up to £ 90 million million.
using PerFuture = std::vector<double>;

PerFuture saved_between(SavedPence const& saved, std::size_t begin, std::size_t end)
{
    PerFuture result(saved.futures());
    for (std::size_t future = 0; future < result.size(); ++future)
        result[future] = static_cast<double>(saved.saved_before(future, end) - saved.saved_before(future, begin));
    return result;
}

PairedDifference in_pounds(PerFuture const& pence)
{
    return divided(paired_difference(pence), pence_in_a_pound);
}

std::optional<NineInTen> spread_in_pounds(PerFuture pence)
{
    auto const spread = nine_in_ten(std::move(pence));
    if (!spread)
        return std::nullopt;
    return NineInTen{.low = spread->low / pence_in_a_pound, .high = spread->high / pence_in_a_pound};
}

std::optional<double> million_by_the_end_of(int year, SavingsTarget const& target)
{
    auto const found = std::ranges::find(target.years, year, &SavingsTarget::Year::financial_year);
    return found == target.years.end() ? std::nullopt : std::optional(found->million_by_its_end * target.share);
}

TargetTest test(PerFuture const& pence, double million)
{
    double const needed = std::round(million * 1e8); // whole pence, so that a saving of just that meets it
    PerFuture shortfall(pence.size());
    std::ranges::transform(pence, shortfall.begin(), [needed](double saved) { return std::max(0.0, needed - saved); });
    auto const met =
        static_cast<std::size_t>(std::ranges::count_if(pence, [=](double saved) { return saved >= needed; }));
    PairedDifference const mean = in_pounds(shortfall);
    return {.amount = needed / pence_in_a_pound,
            .met = chance_of(met, pence.size()),
            .expected_shortfall = mean.mean,
            .shortfall_error = mean.half_width()};
}

} // namespace

double avoided_part(double with, double without, double budget)
{
    return std::max(0.0, without - budget) - std::max(0.0, with - budget);
}

std::int64_t SavedPence::saved_before(std::size_t future, std::size_t end) const
{
    auto const first = pence.begin() + static_cast<std::ptrdiff_t>(future * years);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(end), std::int64_t{0});
}

YearOfSaving const* Savings::last_target() const
{
    auto const found =
        std::find_if(years.rbegin(), years.rend(), [](YearOfSaving const& year) { return year.target.has_value(); });
    return found == years.rend() ? nullptr : &*found;
}

PairedDifference saved_over_the_run(SavedPence const& saved)
{
    return in_pounds(saved_between(saved, 0, saved.years));
}

Savings savings_of(SavedPence const& saved, SavingsTarget const& target)
{
    Savings result;
    result.counted = target.basis.value_or(Basis::in_year);
    for (std::size_t year = 0; year < saved.years; ++year)
    {
        PerFuture const in_year = saved_between(saved, year, year + 1), so_far = saved_between(saved, 0, year + 1);
        int const financial_year = saved.first_year + static_cast<int>(year);
        YearOfSaving& entry = result.years.emplace_back(
            YearOfSaving{financial_year, in_pounds(in_year), in_pounds(so_far), std::nullopt});
        if (auto const million = million_by_the_end_of(financial_year, target))
            entry.target = test(result.counted == Basis::recurrent ? in_year : so_far, *million);
    }
    result.spread = spread_in_pounds(saved_between(saved, 0, saved.years));
    return result;
}

} // namespace caremarket
