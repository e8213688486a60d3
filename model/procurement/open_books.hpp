#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

#include <vector>

namespace caremarket
{

/// Whose books councils have opened this April.
struct OpenBooks
{
    std::vector<std::vector<std::uint8_t>> by_council; ///< [council][provider]; empty where nobody opens any

    [[nodiscard]] bool are_open(CommissionerId council, ProviderId provider) const
    {
        return !by_council.empty() && by_council[council][static_cast<std::size_t>(provider)] != 0;
    }
};

/// Councils open the books of firms whose contracts, or whose placements of council people, are priced by them: one firm
/// after the other in order of key, as far as officers have time. A firm's books serve all prices it has with a council.
/// Source: Cambridgeshire procurement strategy 2016, 3.2.1 (pressures of each organisation); Suffolk community services
/// procurement 2016, 14 (open book accounting).
[[nodiscard]] OpenBooks open_books(Market& market, Inputs const& inputs, Week const& week);

} // namespace caremarket
