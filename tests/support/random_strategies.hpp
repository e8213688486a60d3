#pragma once

#include "model/decisions.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "tests/support/any_market.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Markets run under strategies that nobody would choose, and what may never come of it.
namespace caremarket::tests
{

/// The same choices for a number every time.
class NumberedChoices : public Choices
{
public:
    explicit NumberedChoices(std::uint64_t number) : state_(number * 0x9e3779b97f4a7c15ULL + 1) {}
    int next() override;

private:
    std::uint64_t state_;
};

/// How often each kind of line, and each reason, was noted.
struct Happened
{
    EnumArray<DecisionKind, std::size_t> kinds{};
    EnumArray<Reason, std::size_t> reasons{};

    void add(std::vector<Decision> const& lines);
};

/// The inputs with every lever of all councils chosen within its range in the catalogue.
[[nodiscard]] Inputs with_random_strategy(Inputs inputs, std::uint64_t number);

/// Runs the market for two years from its start and looks at every month's last week.
/// \returns what is wrong with it: an identity that does not hold, books that do not balance, a price that is no number;
///          or nothing
[[nodiscard]] std::string complaint_of_two_years(Market start, Inputs const& inputs, Happened& happened);

} // namespace caremarket::tests
