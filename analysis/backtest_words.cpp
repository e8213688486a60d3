#include "analysis/backtest_words.hpp"

#include "analysis/compare_number.hpp"
#include "analysis/compare_words.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <utility>

namespace caremarket
{

namespace
{

std::string capitalised(std::string text)
{
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::string range_sentence(Backtest const& backtest)
{
    std::size_t with_range = 0, inside = 0;
    for (BacktestScore const& score : backtest.overall)
    {
        with_range += score.with_range;
        inside += score.inside;
    }
    if (with_range == 0)
        return fmt::format("There is no range to judge them by: that takes {} replicates.", futures_for_nine_in_ten);
    return fmt::format("{} of {} published figures lie in the range of nine in ten simulated futures; were the model "
                       "and its inputs right, about nine in ten would.",
                       inside, with_range);
}

/// Two errors in the digits it takes to tell them apart, unless that is more than anybody cares for.
std::pair<std::string, std::string> told_apart(Contest const& contest, Quantity::Kind kind)
{
    std::pair<std::string, std::string> texts;
    for (int const decimals : {1, 2})
    {
        texts = {mean_error_text(contest.model, kind, decimals), mean_error_text(contest.naive, kind, decimals)};
        if (texts.first != texts.second)
            break;
    }
    return texts;
}

/// "Levels: the model does better than no change, off by 2.3 % on average against 5.6 % over 3 results; closer in 2."
std::string contest_sentence(BacktestScore const& score, Contest const& contest, Forecaster naive)
{
    auto const [model, naive_error] = told_apart(contest, score.kind);
    std::string_view const verdict = model == naive_error            ? "no better"
                                     : contest.model < contest.naive ? "better"
                                                                     : "worse";
    return fmt::format("{}: the model does {} than {}, off by {} on average against {} over {}; closer in {}.",
                       capitalised(score.name), verdict, name_of(naive), model, naive_error,
                       counted(contest.results, "result"), contest.model_closer);
}

std::string without_rival(Backtest const& backtest)
{
    auto const alone = std::ranges::count_if(backtest.results, [](BacktestRow const& row)
                                             { return !row.naive.no_change && !row.naive.wages_and_prices; });
    if (alone == 0)
        return "";
    return fmt::format("{} without a base row from before: no naive forecast to compare with.",
                       counted(static_cast<std::size_t>(alone), "result"));
}

bool has_price(Backtest const& backtest)
{
    return std::ranges::any_of(backtest.results, [](BacktestRow const& row)
                               { return row.figure.quantity->by_costs != Quantity::ByCosts::nothing; });
}

bool is_told_of(Backtest const& backtest, Quantity const& quantity)
{
    auto const tells_of_it = [&quantity](BacktestRow const& row) { return row.figure.quantity == &quantity; };
    return std::ranges::any_of(backtest.results, tells_of_it) || std::ranges::any_of(backtest.told, tells_of_it);
}

} // namespace

std::string mean_error_text(double error, Quantity::Kind kind, int decimals)
{
    return fmt::format("{:.{}f} {}", error * 100, decimals, kind == Quantity::Kind::level ? "%" : "points");
}

std::vector<std::string> backtest_summary(Backtest const& backtest)
{
    if (backtest.results.empty())
        return {"No published result could be measured in this run."};
    std::vector<std::string> sentences{range_sentence(backtest)};
    for (BacktestScore const& score : backtest.overall)
    {
        if (score.no_change.results > 0)
            sentences.push_back(contest_sentence(score, score.no_change, Forecaster::no_change));
        if (score.wages_and_prices.results > 0)
            sentences.push_back(contest_sentence(score, score.wages_and_prices, Forecaster::wages_and_prices));
    }
    if (std::string alone = without_rival(backtest); !alone.empty())
        sentences.push_back(std::move(alone));
    if (!backtest.knows_wages_and_prices && has_price(backtest))
        sentences.emplace_back(
            "The file does not keep the outlook's wages and prices, so there is no forecast by them.");
    return sentences;
}

std::string backtest_basis(Backtest const& backtest)
{
    std::string text = fmt::format("{} under {}, {} to {}, {}, against {}.", backtest.strategy, backtest.outlook,
                                   financial_year_name(backtest.first_year),
                                   financial_year_name(backtest.first_year + backtest.years - 1),
                                   counted(backtest.replicates, "replicate"), backtest.published);
    if (backtest.failed + backtest.missing > 0)
        text +=
            fmt::format(" Left out: {}, which failed ({}) or never ran ({}).",
                        counted(backtest.failed + backtest.missing, "replicate"), backtest.failed, backtest.missing);
    return text;
}

std::vector<std::string> how_to_read(Backtest const& backtest)
{
    std::vector<std::string> sentences{
        "How to read it: the model is the mean over replicates, the range that of nine in ten of them (quantiles of 5 "
        "and 95 %); it holds what chance does in the model, not what is uncertain in its inputs. Off by: forecast less "
        "published, in % of it, of shares in points; * marks the closest. No change: the last base row from before. "
        "Wage+price: that base, grown each 1 April by 0.7 x the wage floor's growth + 0.3 x consumer prices'; of the "
        "growth of a price, theirs. Levels and shares are not averaged together."};
    if (!backtest.care_homes.empty())
        sentences.push_back(fmt::format("care-homes: {}.", listed(backtest.care_homes)));
    for (Quantity const& quantity : quantities())
        if (is_told_of(backtest, quantity))
            sentences.push_back(fmt::format("{}: {}.", quantity.name, quantity.meaning));
    return sentences;
}

} // namespace caremarket
