#pragma once

#include "tests/support/small_market.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// How a lever acts: on a mediator first, a recorded quantity, and through it on an outcome. With the mediator held still
/// by other means the outcome stays.
namespace caremarket::tests
{

/// A value of an input by its path; `*` stands for every service.
struct Setting
{
    std::string_view path;
    double value = 0;
};

enum class Moves
{
    up,
    down
};

/// One lever, moved from one value to another in a market in which it has something to act on.
struct Mediation
{
    std::string_view lever; ///< path
    double from = 0;
    double to = 0;
    std::string_view mediator; ///< a metric, or `metric@channel`
    Moves mediator_moves{};
    std::string_view outcome; ///< likewise
    Moves outcome_moves{};
    std::vector<Setting> market;     ///< under both values of the lever
    std::vector<Setting> frozen;     ///< besides: what holds the mediator still
    std::vector<Setting> along = {}; ///< goes with the second value: what else a mix that adds up to 1 must change
    bool without_rivals = false;     ///< the mediator is held still by one provider of each service in each town
    std::uint32_t replicates = 12;
    double may_be_left = 0.0; ///< share of the effect, where what holds the mediator still leaves another way open
};

/// A difference of paired runs and its 95 % interval.
struct Paired
{
    double mean = 0;
    double half_width = 0;
    double largest = 0;   ///< of a run, absolute
    int first_month = -1; ///< in which any run differs; -1: none does

    [[nodiscard]] bool goes(Moves way) const
    {
        return way == Moves::up ? mean - half_width > 0.0 : mean + half_width < 0.0;
    }
};

struct Mediated
{
    Paired mediator;
    Paired outcome;
    Paired frozen_outcome;
};

/// Runs a case with and without its mediator held still, every replicate paired by its start and its draws.
[[nodiscard]] Mediated mediated(Mediation const& one);

/// One line of a table: what moved, by how much, when, and what was left of it.
[[nodiscard]] std::string line_of(Mediation const& one, Mediated const& result);

/// Every lever there is, with the metric in which the catalogue says that it shows first.
[[nodiscard]] std::map<std::string, std::string> all_levers();

} // namespace caremarket::tests
