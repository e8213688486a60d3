#include "model/catalogue/contradictions.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

template <class Enum>
bool is(Dated const& lever, Date day, Enum value)
{
    return static_cast<std::size_t>(lever.at(day)) == index_of(value);
}

bool lists_by(StrategyService const& levers, Date day, Route route)
{
    return static_cast<std::size_t>(levers.listing_route.at(day)) == index_of(route) + 1;
}

bool accredits_contracts_without_tariff(StrategyService const& levers, Date day)
{
    return is(levers.procurement_route, day, Route::accreditation) && levers.posted_block_price.at(day) <= 0.0;
}

bool accredits_lists_without_tariff(StrategyService const& levers, Date day)
{
    return lists_by(levers, day, Route::accreditation) && levers.posted_block_price.at(day) <= 0.0;
}

bool accredits_for_guarantees(StrategyService const& levers, Date day)
{
    return is(levers.procurement_route, day, Route::accreditation) &&
           levers.mix[Channel::block].at(day) + levers.mix[Channel::core].at(day) > 0.0;
}

bool fails_into_itself(StrategyService const& levers, Date day)
{
    auto const then = static_cast<FailedTender>(static_cast<int>(levers.failed_tender.at(day)));
    auto const route = static_cast<Route>(static_cast<int>(levers.procurement_route.at(day)));
    return name_of(then) == name_of(route);
}

constexpr std::string_view route_and_tariff[] = {"procurement_route", "posted_block_price"};
constexpr std::string_view listing_and_tariff[] = {"listing_route", "posted_block_price"};
constexpr std::string_view route_and_guarantees[] = {"procurement_route", "mix_block", "mix_core"};
constexpr std::string_view failure_and_route[] = {"failed_tender", "procurement_route"};

constexpr Contradiction table[] = {
    {route_and_tariff, "accreditation lists whoever takes the posted price, and none is posted",
     accredits_contracts_without_tariff},
    {listing_and_tariff, "accreditation lists whoever takes the posted price, and none is posted",
     accredits_lists_without_tariff},
    {route_and_guarantees, "accreditation lets lists and guarantees nothing: name it as listing_route",
     accredits_for_guarantees},
    {failure_and_route, "the route that has just failed would be gone at once again", fails_into_itself},
};

} // namespace

std::span<Contradiction const> contradictions()
{
    return table;
}

bool contradicts_itself(StrategyService const& levers, Date day)
{
    return std::any_of(std::begin(table), std::end(table),
                       [&](Contradiction const& one) { return one.holds(levers, day); });
}

} // namespace caremarket
