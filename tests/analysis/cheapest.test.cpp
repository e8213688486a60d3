#include "analysis/cheapest.hpp"

#include "cheapest_sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace caremarket;
using Catch::Contains;

namespace
{

constexpr char lever[] = "strategy[block-heavy].residential.mix_block";

/// Pounds above the cheapest, by draw and share of block: the cheapest is 0 twice, then a half, then 1; in the last draw
/// nobody can tell.
constexpr double above[5][3] = {{0, 10, 20}, {0, 5, 30}, {8, 0, 6}, {40, 20, 0}, {0, 1, 2}};
constexpr double chance[3][3] = {{50, -50, 0}, {-50, 50, 0}, {0, 0, 0}}; // [share][replicate], in the last draw

/// All shares of a draw share its futures, some of which cost a thousand pounds more. With nothing promised, ten bed-weeks
/// are waited for.
MadeRun run_of(std::size_t sample, std::size_t replicate)
{
    std::size_t const draw = sample / 3, share = sample % 3;
    double pounds = 10'000.0 + 1000.0 * static_cast<double>(replicate * (draw + 1)) + above[draw][share];
    if (draw == 4)
        pounds += chance[share][replicate];
    return {.pounds = pounds, .bed_weeks = share == 0 ? 10.0 : 0.0};
}

Cheapest answer_to(CheapestQuestion const& question, MadeSweep::Run const& run = run_of, std::size_t replicates = 3)
{
    MadeSweep const sweep(five_draws(), replicates, run);
    return cheapest(sweep.file(), question);
}

std::size_t draws_at(CheapestAnswer const& answer, CheapestAt at)
{
    return answer.at[at].met;
}

} // namespace

TEST_CASE("The cheapest value of a draw is told where chance in the replicates lets it be told")
{
    DrawChoice const clear = choice_in_draw({{1, 2, 3}, {5, 6, 7}, {9, 11, 12}});
    CHECK(clear.cheapest == 0);
    CHECK(clear.may_be == std::vector<bool>{true, false, false});
    CHECK(clear.at == CheapestAt::lowest);
    CHECK(choice_in_draw({{5, 6, 7}, {1, 2, 3}, {5, 6, 7}}).at == CheapestAt::inside);
    CHECK(choice_in_draw({{5, 6, 7}, {1, 2, 3}}).at == CheapestAt::highest);
    DrawChoice const noise = choice_in_draw({{1, 9, 3}, {8, 1, 5}});
    CHECK(noise.cheapest == 0);
    CHECK(noise.at == CheapestAt::untold);
    // Two that cannot be told apart lie inside both.
    CHECK(choice_in_draw({{50, 51, 52}, {1, 9, 3}, {8, 1, 5}, {50, 51, 52}}).at == CheapestAt::inside);
    CHECK(choice_in_draw({{1, 2}, {1, 2}}).at == CheapestAt::untold); // the same
    CHECK(choice_in_draw({{1}, {2}}).at == CheapestAt::untold);       // one replicate tells no chance
}

TEST_CASE("A sweep says in how many draws the cheapest share is the lowest, inside, the highest or too close to tell")
{
    auto const c = answer_to({.factor = lever});
    CHECK(c.strategy == "block-heavy"); // the lever's
    CHECK(c.moved_with == std::vector<std::string>{"strategy[block-heavy].nursing.mix_block"});
    CHECK(c.draws == 5);
    CHECK(c.left_out == 0);
    REQUIRE(c.answers.size() == 1);
    CheapestAnswer const& answer = c.answers.front();
    CHECK(draws_at(answer, CheapestAt::lowest) == 2);
    CHECK(draws_at(answer, CheapestAt::inside) == 1);
    CHECK(draws_at(answer, CheapestAt::highest) == 1);
    CHECK(draws_at(answer, CheapestAt::untold) == 1);
    REQUIRE(answer.values.size() == 3);
    CHECK(answer.values[0].cheapest == 3);
    CHECK(answer.values[0].surely == 2);
    CHECK(answer.values[2].surely == 1);
}

TEST_CASE("Regret is what a fixed value costs above the cheapest of each draw")
{
    auto const c = answer_to({.factor = lever});
    CheapestAnswer const& answer = c.answers.front();
    CHECK(answer.values[0].regret.mean == Approx(48.0 / 5));
    CHECK(answer.values[1].regret.mean == Approx(36.0 / 5));
    CHECK(answer.values[2].regret.mean == Approx(58.0 / 5));
    CHECK(answer.values[0].worst_regret == Approx(40.0));
    CHECK(answer.values[1].worst_regret == Approx(20.0));
    CHECK(answer.values[2].worst_regret == Approx(30.0));
    CHECK(answer.values[answer.best].value == "0.5");
    CHECK(answer.least_regret == 1);
    CHECK(answer.values[0].above_best.mean == Approx(12.0 / 5));
    CHECK(answer.values[1].above_best.is_none());
    CHECK(answer.knowing.at_most == Approx(36.0 / 5));
    // Of the last draw: 1 replicate chooses 0.5 by the others, two choose 0, which costs 99 more in one and 1 less in one.
    CHECK(answer.knowing.about == Approx((35.0 - 98.0 / 3) / 5));
}

TEST_CASE("A worth of unmet need moves the answer, and each worth has its own")
{
    auto const c = answer_to({.factor = lever, .objective = {.worths = {{"residential.waiting_units", {0, 10}}}}});
    REQUIRE(c.answers.size() == 2);
    CHECK(draws_at(c.answers[0], CheapestAt::lowest) == 2);
    CHECK(draws_at(c.answers[1], CheapestAt::lowest) == 0);
    CHECK(draws_at(c.answers[1], CheapestAt::inside) == 3);
    CHECK(draws_at(c.answers[1], CheapestAt::highest) == 1);
}

TEST_CASE("What decides is told of the uncertain factors, by the ends and by the cheapest value")
{
    auto const c = answer_to({.factor = lever});
    CheapestAnswer const& answer = c.answers.front();
    REQUIRE(answer.ends);
    REQUIRE(answer.choice);
    REQUIRE(answer.ends->main_effects->factors.size() == 1);
    CHECK(answer.ends->main_effects->factors.front().factor == "behaviour.all.risk_aversion");
    CHECK(answer.ends->main_effects->outcomes.mean == Approx(2.0)); // 20, 30, -2, -40 and 2
    CHECK(answer.ends->main_effects->factors.front().over_range.value < 0);
    CHECK(answer.ends->ranking->outlooks.front().count.better.met == 2);
    CHECK(answer.choice->main_effects->outcomes.mean == Approx(0.3)); // 0, 0, 0.5, 1, 0
}

TEST_CASE("Only replicates that ran to their end under every value count, and a draw without any is left out")
{
    auto const one_lost = answer_to({.factor = lever},
                                    [](std::size_t sample, std::size_t replicate)
                                    {
                                        auto run = run_of(sample, replicate);
                                        run.fails = sample == 2 && replicate == 2;
                                        return run;
                                    });
    CHECK(one_lost.left_out == 0);
    CHECK(one_lost.answers.front().values[2].regret.mean == Approx(58.0 / 5));
    auto const draw_lost = answer_to({.factor = lever},
                                     [](std::size_t sample, std::size_t replicate)
                                     {
                                         auto run = run_of(sample, replicate);
                                         run.fails = sample == 9;
                                         return run;
                                     });
    CHECK(draw_lost.left_out == 1);
    CHECK(draw_lost.answers.front().at[CheapestAt::highest].of == 4);
    CHECK(draws_at(draw_lost.answers.front(), CheapestAt::highest) == 0);
    CHECK(draw_lost.answers.front().ends->main_effects->outcomes.missing == 1);
    CHECK_THAT(cheapest_text(draw_lost), Contains("Left out: 1 of 5 draws"));
    CHECK_THROWS_WITH(answer_to({.factor = lever}, [](auto, auto) { return MadeRun{.fails = true}; }),
                      Contains("nothing can be compared"));
}

TEST_CASE("A lever that does nothing has no cheapest value, and costs no regret")
{
    auto const c = answer_to({.factor = lever, .strategy = "spot-heavy"});
    CheapestAnswer const& answer = c.answers.front();
    CHECK(draws_at(answer, CheapestAt::untold) == 5);
    CHECK(answer.values[2].regret.mean == 0);
    CHECK(answer.knowing.about == 0);
    CHECK_FALSE(cheapest_text(c).empty());
}

TEST_CASE("The answer reads as a table for people and holds all of it for programs")
{
    auto const c = answer_to({.factor = lever, .objective = {.worths = {{"residential.waiting_units", {0, 10}}}}});
    auto const text = cheapest_text(c);
    CHECK_THAT(text, Contains("residential.waiting_units at £10/bed-week") && Contains("too close") &&
                         Contains("40%") && Contains("What decides") && Contains("behaviour.all.risk_aversion"));
    CHECK_THAT(text, Contains("Only 5 draws"));
    for (std::size_t from = 0, to = text.find('\n'); to != std::string::npos; from = to + 1, to = text.find('\n', from))
        CHECK(to - from <= 124); // bytes: £ and ± take two
    auto const json = cheapest_json(c);
    CHECK(json["schema"] == "caremarket.cheapest/1");
    CHECK(json["answers"].size() == 2);
    CHECK(json["answers"][0]["cheapest_at"]["lowest"]["draws"] == 2);
    CHECK(json["answers"][0]["cheapest_at"]["too_close"]["of"] == 5);
    CHECK(json["answers"][0]["best_fixed"] == "0.5");
    CHECK(json["draw_values"][3][0] == "3");
    CHECK(json["answers"][0]["choices"][3]["cheapest"] == "1");
    CHECK(json["answers"][0]["choices"][3]["may_be"] == std::vector<std::string>{"1"});
    CHECK(json["answers"][0]["choices"][4]["at"] == "too_close");
    CHECK(json["answers"][1]["worths"][0]["pounds"] == 10);
    CHECK(json["answers"][0]["decides"]["ends"]["schema"] == "caremarket.sensitivity/1");
}

TEST_CASE("With one replicate no draw is told, and that is said")
{
    auto const c = answer_to({.factor = lever}, run_of, 1);
    CHECK(draws_at(c.answers.front(), CheapestAt::untold) == 5);
    CHECK(std::isnan(c.answers.front().knowing.about));
    CHECK_THAT(cheapest_text(c), Contains("With one replicate nothing tells chance from cost"));
    CHECK(cheapest_json(c)["answers"][0]["knowing_the_draw"]["about"].is_null());
}
