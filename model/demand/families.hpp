#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"
#include "model/rules/home_support.hpp"

namespace caremarket
{

/// A package and whether technology is part of it.
struct SupportedPackage
{
    HomePackage home;
    bool has_technology = false;
};

/// The package of homecare that would be commissioned for somebody if care began this week: what was assessed, less what
/// technology spares, what the family is asked to do, and what the council cuts while it is over budget. Others, and other
/// services, as they are. It is what a provider must have room for: technology may also find more need than was assessed.
[[nodiscard]] SupportedPackage package_to_commission(Market const& market, Inputs const& inputs, Week const& week,
                                                     std::size_t block, PersonSlot person);

/// Gives somebody whose care begins this package.
void commission_package(Market& market, std::size_t block, PersonSlot person, SupportedPackage const& package);

/// A week at home with family or technology: some families give up, and the person looks for a place in a care home.
/// No random numbers: a family's threshold was drawn when it was asked.
void live_with_support(Market& market, Inputs const& inputs, Week const& week, std::size_t block);

/// Whoever's family has given up has left homecare, and looks for a place in a care home.
void seek_home(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person);

} // namespace caremarket
