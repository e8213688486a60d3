#include "tests/support/random_strategies.hpp"

#include "model/identities.hpp"
#include "model/step.hpp"
#include "tests/support/ledger.hpp"

#include <cmath>

namespace caremarket::tests
{

namespace
{

/// What is wrong with a market, or nothing.
std::string complaint(Market const& market)
{
    std::vector<std::string> const broken = broken_identities(market);
    if (!broken.empty())
        return broken.front();
    Pence held = 0;
    for (Account account = 0; account < market.books.account_count(); ++account)
        held += market.books.balance(account);
    if (held != 0)
        return "the accounts together hold " + std::to_string(held) + " pence";
    Providers const& all = market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.key[p].value != 0 && !(std::isfinite(all.quote[p]) && std::isfinite(all.list_price[p])))
            return "a price is no number";
    return "";
}

} // namespace

int NumberedChoices::next()
{
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % 1001);
}

void Happened::add(std::vector<Decision> const& lines)
{
    for (Decision const& line : lines)
    {
        ++kinds[line.kind];
        ++reasons[line.reason];
    }
}

Inputs with_random_strategy(Inputs inputs, std::uint64_t number)
{
    NumberedChoices levers(number);
    vary_strategy(levers, inputs.strategies.front());
    inputs.strategies.assign(inputs.strategies.size(), inputs.strategies.front()); // as in an experiment
    return inputs;
}

std::string complaint_of_two_years(Market market, Inputs const& inputs, Happened& happened)
{
    Clock const clock(inputs.first_year);
    Record record(RecordShape{24, market.locality_count()});
    open_notebooks(market);
    for (std::int32_t week = 0; week < 2 * Clock::weeks_in_a_year; ++week)
    {
        advance(market, inputs, clock.week(week), in_order, record);
        if (!clock.week(week + 1).opens_month)
            continue;
        happened.add(take_decisions(market));
        std::string const wrong = complaint(market);
        if (!wrong.empty())
            return "week " + std::to_string(week) + ": " + wrong;
    }
    return "";
}

} // namespace caremarket::tests
