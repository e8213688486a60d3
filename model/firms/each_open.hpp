#pragma once

#include "model/market.hpp"

namespace caremarket
{

/// Calls `act(provider, position)` for every open provider, by service and locality, in order of key.
template <class Act>
void for_each_open_provider(Market const& market, Act&& act)
{
    for (auto const& open : market.providers_of)
        for (ProviderId const provider : open)
            act(provider, static_cast<std::size_t>(provider));
}

/// The same for those of one block, by service.
template <class Act>
void for_each_provider(Market const& market, std::size_t block, Act&& act)
{
    for (Service const service : all_of<Service>())
        for (ProviderId const provider : market.providers_of[market.area(service, block)])
            act(provider, static_cast<std::size_t>(provider));
}

} // namespace caremarket
