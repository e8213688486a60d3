#pragma once

#include <cstddef>
#include <functional>

namespace caremarket
{

/// Runs an action once for each of `count` blocks. The model asks for blocks to be worked on and does not know how:
/// one after another, in any order, or on many threads; results have the same bits each way.
using ForEachBlock = std::function<void(std::size_t count, std::function<void(std::size_t block)> const& act)>;

/// One block after another.
inline void in_order(std::size_t count, std::function<void(std::size_t)> const& act)
{
    for (std::size_t block = 0; block < count; ++block)
        act(block);
}

} // namespace caremarket
