#pragma once

#include "model/enum_array.hpp"

#include <cstddef>

namespace caremarket
{

/// Whether each row of a table of rules bears the name that files give to the value in whose place it stands.
template <class Enum, class Rows>
[[nodiscard]] constexpr bool stand_in_order(Rows const& rows)
{
    for (std::size_t i = 0; i < count_of<Enum>; ++i)
        if (rows[i].name != NamesOf<Enum>::names[i])
            return false;
    return rows.size() == count_of<Enum>;
}

} // namespace caremarket
