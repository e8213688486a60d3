#pragma once

#include "model/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace caremarket
{

/// The day that `2016-04-01` names; nothing for any other form and for days that do not exist.
[[nodiscard]] std::optional<Date> date_in(std::string_view text);

/// `2016-04-01`
[[nodiscard]] std::string iso_text(Date day);

/// Calendar year in which the financial year `2016/17` begins; nothing for any other form.
[[nodiscard]] std::optional<int> financial_year_in(std::string_view text);

/// `2016/17`
[[nodiscard]] std::string financial_year_text(int first_year);

} // namespace caremarket
