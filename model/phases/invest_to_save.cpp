#include "model/phases/invest_to_save.hpp"

#include "model/demand/prevention.hpp"

namespace caremarket
{

namespace
{

/// What a council pays in one locality in the week.
struct Payments
{
    Market& market;
    Week const& week;
    std::size_t block;

    void pay(Reason what, EntityKey subject, double pounds) const
    {
        if (pounds <= 0.0)
            return;
        Account const council = Market::account_of_commissioner(market.tables.commissioner_of[block]);
        market.books.pay(council, accounts::workers,
                         {Flow::invest_to_save, Service::homecare, Channel::spot, static_cast<std::uint16_t>(block)},
                         pounds);
        market.notebook.note({week.number, 0, DecisionKind::support_paid, what, subject, {}, pounds, 0.0});
    }
};

} // namespace

void invest_to_save(Market& market, Inputs const& inputs, Week const& week)
{
    BehaviourAll const& b = inputs.behaviour.all;
    World const& world = market.world;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        BlockScratch const& scratch = market.scratch[block];
        EntityKey const here = market.tables.locality_keys[block];
        Strategy const& strategy = inputs.strategies[market.tables.commissioner_of[block]];
        Payments const council{market, week, block};
        for (EntityKey const person : scratch.reabled)
            council.pay(Reason::reablement, person, b.reablement_cost * world.outside_wage_level);
        council.pay(Reason::technology, here,
                    scratch.with_technology * b.technology_cost * world.price_level * week.days / 7.0);
        double const respite =
            scratch.with_family * strategy.of[Service::homecare].respite_weeks.at(week.first) * week.years();
        market.counts[0].areas[market.area(Service::homecare, block)].respite += respite;
        council.pay(Reason::respite, here, respite * b.respite_cost * world.outside_wage_level);
        if (double const spend = prevention_spend(market, inputs, week, block); spend > 0.0)
            council.pay(Reason::prevention, here,
                        spend * older_people(inputs, week, block) * week.years() * world.price_level);
    }
}

} // namespace caremarket
