#include "model/procurement/reviewers.hpp"

#include "model/procurement/officers.hpp"

namespace caremarket
{

bool find_reviewer(Market& market, Inputs const& inputs, Week const& week, std::size_t block, PersonSlot person,
                   double work)
{
    CommissionerId const c = market.tables.commissioner_of[block];
    if (take_officers(market.commissioners[c], work))
        return true;
    double const outside = inputs.strategies[c].all.outsourced_reviews.at(week.first);
    Person const& reviewed = market.people[block][person];
    if (outside <= 0.0 ||
        market.draws.uniform(reviewed.key, Purpose::outside_review, static_cast<std::uint32_t>(week.number)) >= outside)
        return false;
    market.books.pay(Market::account_of_commissioner(c), accounts::workers,
                     {Flow::officers, Service::homecare, Channel::spot, 0},
                     inputs.behaviour.all.outside_review_cost * market.world.outside_wage_level);
    ++market.counts[0].areas[market.area(reviewed.service, block)].outside_reviews;
    return true;
}

} // namespace caremarket
