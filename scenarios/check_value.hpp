#pragma once

#include "model/catalogue/description.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace caremarket
{

/// What is wrong with a value, without the place.
struct Fault
{
    std::string message;
    std::string did_you_mean;
};

/// Checks one scalar against its row of the catalogue: number or choice, finite, in range, among the choices.
[[nodiscard]] std::optional<Fault> fault_of(Description const& what, Scalar const& scalar);

/// Checks a value, dated or not; of several faults the first.
[[nodiscard]] std::optional<Fault> fault_of(Description const& what, InputValue const& value);

/// What stands behind a number of this unit: ` years`; of a share or a bare number nothing.
[[nodiscard]] std::string unit_behind(std::string_view unit, bool is_one);

/// `90 years`, `7.2 GBP/h`, `0.3`
[[nodiscard]] std::string with_unit(double number, std::string_view unit);

/// A value with its unit, or a choice: `7.2 GBP/h from 2016-04-01, 7.5 GBP/h from 2017-04-01`
[[nodiscard]] std::string in_words(Description const& what, Scalar const& scalar);
[[nodiscard]] std::string in_words(Description const& what, InputValue const& value);

/// What is allowed: `0.25–15 years`, or the choices.
[[nodiscard]] std::string allowed_in_words(Description const& what);

} // namespace caremarket
