#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <type_traits>

namespace caremarket
{

/// Something to do for a block. It refers to what it was made from and must not outlive it; unlike std::function it
/// never allocates, for every phase of every week makes one.
class BlockAction
{
public:
    template <std::invocable<std::size_t> Act>
    requires(!std::same_as<std::remove_cvref_t<Act>, BlockAction>)
        BlockAction(Act const& act) // NOLINT(google-explicit-constructor): made from a lambda where it is passed
        : act_(&act), call_([](void const* it, std::size_t block) { (*static_cast<Act const*>(it))(block); })
    {}

    void operator()(std::size_t block) const { call_(act_, block); }

private:
    void const* act_;
    void (*call_)(void const*, std::size_t);
};

/// Runs an action once for each of `count` blocks. The model asks for blocks to be worked on and does not know how:
/// one after another, in any order, or on many threads; results have the same bits each way.
using ForEachBlock = std::function<void(std::size_t count, BlockAction const& act)>;

/// One block after another.
inline void in_order(std::size_t count, BlockAction const& act)
{
    for (std::size_t block = 0; block < count; ++block)
        act(block);
}

} // namespace caremarket
