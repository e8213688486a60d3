#include "model/build.hpp"
#include "model/identities.hpp"
#include "model/step.hpp"
#include "tests/support/any_market.hpp"
#include "tests/support/ledger.hpp"

#include <catch2/catch.hpp>

#include <cmath>

/// Five thousand strategies in a hundred places and behaviours, every lever within its range in the catalogue.
using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// The same choices for a number every time.
class NumberedChoices : public Choices
{
public:
    explicit NumberedChoices(std::uint64_t number) : state_(number * 0x9e3779b97f4a7c15ULL + 1) {}
    int next() override
    {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33) % 1001);
    }

private:
    std::uint64_t state_;
};

/// How often each kind of line, and each reason, was noted.
struct Happened
{
    EnumArray<DecisionKind, std::size_t> kinds{};
    EnumArray<Reason, std::size_t> reasons{};

    void add(std::vector<Decision> const& lines)
    {
        for (Decision const& line : lines)
        {
            ++kinds[line.kind];
            ++reasons[line.reason];
        }
    }
};

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

/// Runs two years and looks at every month's last week.
std::string complaint_of_run(Market market, Inputs const& inputs, Happened& happened)
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

} // namespace

TEST_CASE(
    "Under five thousand random strategies no identity breaks, the books balance, and everything happens that can")
{
    constexpr std::uint64_t places = 100;
#ifdef __SANITIZE_ADDRESS__
    constexpr std::uint64_t strategies = 1; // twenty times as slow there, and what happens is looked at elsewhere
#else
    constexpr std::uint64_t strategies = 50;
#endif
    Happened happened;
    for (std::uint64_t place = 0; place < places; ++place)
    {
        NumberedChoices choices(place);
        Inputs const inherited = any_inputs(choices);
        Market const start = market_at_start(inherited, 0);
        for (std::uint64_t number = 0; number < strategies; ++number)
        {
            NumberedChoices levers(1000 * (place + 1) + number);
            Inputs inputs = inherited;
            vary_strategy(levers, inputs.strategies.front());
            inputs.strategies.assign(inputs.strategies.size(), inputs.strategies.front()); // as in an experiment
            INFO("place " << place << ", strategy " << number);
            CHECK(complaint_of_run(start, inputs, happened) == "");
        }
    }
    if (places * strategies < 5000)
        return;
    // All but what most draws of a hundred places do not hold: the failure of a group, of which groups.test makes one, and
    // a bid below what wages by law cost, of which low_tenders.test makes one.
    auto const is_rare_kind = [](DecisionKind kind)
    { return kind == DecisionKind::changes_hands || kind == DecisionKind::bid_rejected; };
    auto const is_rare_reason = [](Reason reason)
    {
        return reason == Reason::opening_stock || reason == Reason::group_failed ||
               reason == Reason::below_statutory_wages;
    };
    for (DecisionKind const kind : all_of<DecisionKind>())
    {
        INFO(name_of(kind));
        CHECK((happened.kinds[kind] > 0 || is_rare_kind(kind)));
    }
    for (Reason const reason : all_of<Reason>())
    {
        INFO(name_of(reason));
        CHECK((happened.reasons[reason] > 0 || is_rare_reason(reason)));
    }
}
