#pragma once

#include "model/clock.hpp"
#include "model/kinds.hpp"
#include "model/maths.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace caremarket
{

using Pence = std::int64_t;
inline constexpr double pence_in_a_pound = 100.0;

/// Prices and rates are doubles; this is the only rounding on the way to money.
[[nodiscard]] inline Pence to_pence(double pounds)
{
    return static_cast<Pence>(maths::round_half_even(pounds * pence_in_a_pound));
}

[[nodiscard]] constexpr double to_pounds(Pence pence)
{
    return static_cast<double>(pence) / pence_in_a_pound;
}

/// A holder of money. The first are fixed; commissioners follow, then providers.
using Account = std::uint32_t;
namespace accounts
{
inline constexpr Account clients = 0; ///< council-supported people and their families: contributions, top-ups
inline constexpr Account self_funders = 1;
inline constexpr Account nhs = 2;          ///< continuing healthcare, funded nursing care
inline constexpr Account other_buyers = 3; ///< other councils, working-age adults
inline constexpr Account workers = 4;      ///< staff, agency staff and the taxes on their pay
inline constexpr Account suppliers = 5;    ///< food, offices, travel, tenders
inline constexpr Account owners = 6;       ///< rent and return on capital, profit, capital put in
inline constexpr Account first_commissioner = 7;
} // namespace accounts

/// What a payment is for: the lines of the books.
enum class Flow : std::uint8_t
{
    care_used,       ///< council to provider, for care received
    care_void,       ///< council to provider, for guaranteed volume nobody used
    contribution,    ///< client to council
    top_up,          ///< family, or a person with a direct payment, to provider
    self_funded,     ///< self-funder to provider
    nhs_bought,      ///< NHS to provider, for people whose whole care it pays
    funded_nursing,  ///< NHS to provider, towards the nursing of everybody else in a nursing home
    other_bought,    ///< another buyer to provider
    procurement,     ///< council to suppliers
    officers,        ///< council to workers: those who let and review contracts
    staff,           ///< provider to workers
    supplies,        ///< provider to suppliers
    capital,         ///< provider to owners: rent, return on the building
    dividend,        ///< provider to owners
    capital_put_in,  ///< owners to provider: at opening, and what creditors lose at failure
    bidding,         ///< provider to suppliers: making an offer in a tender
    building_grant,  ///< council to owners: towards places that they build for a contract
    nhs_procurement, ///< NHS to suppliers: its part of a tender that the council runs for both
    invest_to_save   ///< council to workers: reablement, technology, prevention and respite, outside the market
};
template <>
struct NamesOf<Flow>
{
    static constexpr std::array<std::string_view, 19> names{
        "care_used",  "care_void",      "contribution",    "top_up",        "self_funded",
        "nhs_bought", "funded_nursing", "other_bought",    "procurement",   "officers",
        "staff",      "supplies",       "capital",         "dividend",      "capital_put_in",
        "bidding",    "building_grant", "nhs_procurement", "invest_to_save"};
};

/// The line of the books a payment belongs to.
struct BookLine
{
    Flow flow{};
    Service service{};
    Channel channel{};
    std::uint16_t locality = 0;
};

/// Double-entry books of the current month and the next (a week may reach into it). Whole pence, so that books of
/// parts of the market add up to those of the whole in any order.
class Books
{
public:
    Books() = default;
    Books(std::size_t account_count, std::size_t locality_count)
        : localities_(locality_count), closed_(account_count, 0)
    {
        for (std::size_t m = 0; m < 2; ++m)
        {
            posted_[m].assign(account_count, 0);
            lines_[m].assign(count_of<Flow> * count_of<Service> * count_of<Channel> * locality_count, 0);
        }
    }

    void add_accounts(std::size_t account_count)
    {
        closed_.resize(account_count, 0);
        posted_[0].resize(account_count, 0);
        posted_[1].resize(account_count, 0);
    }

    /// Sets how the days of the coming payments lie in the current month and the next.
    void open_week(MonthSplit const& split) { split_ = split; }

    /// Posts a week's payment in pence, or the sum of many of one payer, payee and line. Nothing else posts.
    /// \returns what was paid
    Pence pay(Account payer, Account payee, BookLine const& line, WeekAmount const& pence)
    {
        post(0, payer, payee, line, pence.first_month);
        if (split_.days[1] != 0)
            post(1, payer, payee, line, pence.next_month());
        return pence.total;
    }

    /// Rounds once, half to even, to pence, and pays.
    Pence pay(Account payer, Account payee, BookLine const& line, double pounds)
    {
        return pay(payer, payee, line, over_months(to_pence(pounds), split_));
    }

    /// What an account holds: all that was ever posted to it.
    [[nodiscard]] Pence balance(Account account) const
    {
        return closed_[account] + posted_[0][account] + posted_[1][account];
    }
    [[nodiscard]] Pence posted(std::size_t month, Account account) const { return posted_[month][account]; }
    [[nodiscard]] Pence line(std::size_t month, BookLine const& line) const { return lines_[month][index(line)]; }
    [[nodiscard]] std::size_t account_count() const { return closed_.size(); }

    /// Sum over all accounts of what was posted in a month: zero, or money was made.
    [[nodiscard]] Pence sum_posted(std::size_t month) const;

    /// The next month becomes the current one.
    void close_month();

    friend bool operator==(Books const&, Books const&) = default;

private:
    [[nodiscard]] std::size_t index(BookLine const& line) const
    {
        return ((index_of(line.flow) * count_of<Service> + index_of(line.service)) * count_of<Channel> +
                index_of(line.channel)) *
                   localities_ +
               line.locality;
    }

    void post(std::size_t month, Account payer, Account payee, BookLine const& line, Pence pence)
    {
        posted_[month][payer] -= pence;
        posted_[month][payee] += pence;
        lines_[month][index(line)] += pence;
    }

    std::size_t localities_ = 0;
    MonthSplit split_{0, {7, 0}};
    std::vector<Pence> closed_;                // by account, of months that are over
    std::array<std::vector<Pence>, 2> posted_; // [current, next month] by account
    std::array<std::vector<Pence>, 2> lines_;  // [current, next month] by line
};

} // namespace caremarket
