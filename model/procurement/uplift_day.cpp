#include "model/procurement/uplift_day.hpp"

#include "model/contract_book.hpp"
#include "model/maths.hpp"
#include "model/phases/payers.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/uplift.hpp"
#include "model/rules/wealth.hpp"

namespace caremarket
{

namespace
{

/// Pensions and benefits follow prices; capital between the limits has been spent on the charge it brought.
void assess_again(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    people.charge[p] *= 1.0 + market.world.inflation;
    if (people.owns_home[p] == 0 && people.capital[p] > 0.0)
    {
        double const before = tariff_income(people.capital[p]);
        people.capital[p] = capital_after(people.capital[p], before, 0.0, 52.18);
        people.charge[p] += tariff_income(people.capital[p]) - before;
    }
    if (people.is_in_care(p))
        market.notebook.note(
            {week.number, 0, DecisionKind::charge_assessed, Reason::uplift, people.key[p], {}, people.charge[p], 0.0});
}

void uplift_placement(Market& market, Week const& week, std::size_t block, PersonSlot p, double councils,
                      double providers)
{
    People& people = market.people[block];
    bool const is_self_funder = people.funding[p] == Funding::self_funder;
    if (is_self_funder)
        count_capital(market, block, p, week.number); // at last year's price
    people.price[p] *= 1.0 + (people.funding[p] == Funding::council ? councils : providers);
    people.income[p] *= 1.0 + market.world.inflation;
    EntityKey const provider = market.providers.key[static_cast<std::size_t>(people.provider[p])];
    market.notebook.note(
        {week.number, 0, DecisionKind::price_changed, Reason::uplift, people.key[p], provider, people.price[p], 0.0});
    if (people.top_up[p] > 0.0)
    {
        people.top_up[p] *= 1.0 + providers;
        market.notebook.note({week.number, 0, DecisionKind::top_up_agreed, Reason::uplift, people.key[p], provider,
                              people.top_up[p], 0.0});
    }
    if (is_self_funder)
        plan_spending(market, block, p, week.number);
}

void uplift_placements(Market& market, Inputs const& inputs, Week const& week,
                       std::vector<PerService<double>> const& councils)
{
    World const& world = market.world;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (people.is_empty(p))
                continue;
            people.restate(p); // whoever pays, and under contracts too
            if (people.funding[p] == Funding::council)
                assess_again(market, week, block, p);
            if (!people.is_in_care(p) || people.contract[p] != no_contract)
                continue; // on a contract: paid at the contract's price
            double const growth = cost_growth(wage_share(market, inputs.behaviour, people.provider[p]),
                                              world.wage_floor_growth, world.inflation);
            uplift_placement(market, week, block, p, councils[market.tables.commissioner_of[block]][people.service[p]],
                             growth);
        }
    }
}

void uplift_contracts(Market& market, Week const& week, std::vector<PerService<double>> const& councils)
{
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c])
            continue;
        contracts.price[c] *= 1.0 + councils[contracts.commissioner[c]][contracts.service[c]];
        market.notebook.note({week.number, 0, DecisionKind::contract_price, Reason::uplift, contracts.key[c],
                              market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                              0.0});
    }
}

} // namespace

void uplift_prices(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<PerService<double>> growth(market.commissioners.size());
    for (std::size_t council = 0; council < market.commissioners.size(); ++council)
        for (Service const service : all_of<Service>())
        {
            double const rise = uplift(clause_on(inputs.strategies[council].of[service], week.first),
                                       market.world.wage_floor_growth, market.world.inflation);
            growth[council][service] = rise;
            market.commissioners[council].inherited_rate[service] *= 1.0 + rise;
            market.commissioners[council].uplift_index[service] *= 1.0 + rise;
        }
    uplift_placements(market, inputs, week, growth);
    uplift_contracts(market, week, growth);
}

} // namespace caremarket
