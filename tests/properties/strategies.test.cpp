#include "model/build.hpp"
#include "tests/support/random_strategies.hpp"

#include <catch2/catch.hpp>

/// Five thousand strategies in a hundred places and behaviours, every lever within its range in the catalogue. The places that
/// the program brings along have their own test, packaged_strategies.
using namespace caremarket;
using namespace caremarket::tests;

TEST_CASE(
    "Under five thousand random strategies no identity breaks, the books balance, and everything happens that can")
{
#ifdef __SANITIZE_ADDRESS__ // twenty times as slow there, and what happens is looked at elsewhere
    constexpr std::uint64_t places = 15, strategies = 4;
#else
    constexpr std::uint64_t places = 100, strategies = 50;
#endif
    Happened happened;
    for (std::uint64_t place = 0; place < places; ++place)
    {
        NumberedChoices choices(place);
        Inputs const inherited = any_inputs(choices);
        Market const start = market_at_start(inherited, 0);
        for (std::uint64_t number = 0; number < strategies; ++number)
        {
            Inputs const inputs = with_random_strategy(inherited, 1000 * (place + 1) + number);
            INFO("place " << place << ", strategy " << number);
            CHECK(complaint_of_two_years(start, inputs, happened) == "");
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
