#pragma once

#include "model/clock.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace caremarket
{

/// A value that may change on dates: each step holds from its day until the next. Before the first step the
/// first value holds. A plain number is one step.
class Dated
{
public:
    Dated() = default;
    Dated(double value) : steps_{{Date::min(), value}} {} // a number is a path that never changes

    /// \pre steps are not empty, in order of their days, no day twice
    explicit Dated(std::vector<std::pair<Date, double>> steps) : steps_(std::move(steps)) {}

    [[nodiscard]] double at(Date day) const
    {
        auto const after = std::upper_bound(steps_.begin(), steps_.end(), day,
                                            [](Date d, auto const& step) { return d < step.first; });
        return after == steps_.begin() ? steps_.front().second : std::prev(after)->second;
    }

    [[nodiscard]] std::vector<std::pair<Date, double>> const& steps() const { return steps_; }
    [[nodiscard]] bool is_constant() const { return steps_.size() <= 1; }
    friend bool operator==(Dated const&, Dated const&) = default;

private:
    std::vector<std::pair<Date, double>> steps_{{Date::min(), 0.0}};
};

/// The choice of a lever on a day: files name it, the loader holds its number to the range.
template <class Enum>
[[nodiscard]] Enum chosen(Dated const& lever, Date day)
{
    return static_cast<Enum>(static_cast<int>(lever.at(day)));
}

} // namespace caremarket
