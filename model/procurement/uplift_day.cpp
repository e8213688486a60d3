#include "model/procurement/uplift_day.hpp"

#include "model/contract_book.hpp"
#include "model/maths.hpp"
#include "model/placements.hpp"
#include "model/procurement/open_books.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/sliding_scale.hpp"
#include "model/rules/uplift.hpp"
#include "model/rules/wealth.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Pensions and benefits follow prices; capital between the limits has been spent on the charge it brought.
void assess_again(Market& market, Week const& week, std::size_t block, PersonSlot p)
{
    People& people = market.people[block];
    Person& person = people[p];
    double const tariff = person.owns_home ? 0.0 : tariff_income(person.capital, market.tables.tariff_step);
    person.charge = (person.charge - tariff) * (1.0 + market.world.inflation);
    if (!person.owns_home)
    {
        person.capital = capital_after(person.capital, tariff, 0.0, mean_weeks_in_a_year);
        person.charge += tariff_income(person.capital, market.tables.tariff_step);
    }
    if (people.is_in_care(p))
        market.notebook.note(
            {week.number, 0, DecisionKind::charge_assessed, Reason::uplift, people[p].key, {}, people[p].charge, 0.0});
}

void uplift_placement(Market& market, Week const& week, std::size_t block, PersonSlot p, double councils,
                      double providers)
{
    People& people = market.people[block];
    bool const is_self_funder = people[p].funding == Funding::self_funder;
    if (is_self_funder)
        count_capital(market, block, p, week.number); // at last year's price
    if (people[p].funding == Funding::council)
        market.counts[0].areas[market.area(people[p].service, block)].price_uplift +=
            to_pence(people[p].price * councils * market.tables.paid[people[p].service] * units(people[p].need));
    people[p].price *= 1.0 + (people[p].funding == Funding::council ? councils : providers);
    EntityKey const provider = market.providers.key[static_cast<std::size_t>(people.provider[p])];
    market.notebook.note(
        {week.number, 0, DecisionKind::price_changed, Reason::uplift, people[p].key, provider, people[p].price, 0.0});
    if (people[p].top_up > 0.0)
    {
        people[p].top_up *= 1.0 + providers;
        market.notebook.note({week.number, 0, DecisionKind::top_up_agreed, Reason::uplift, people[p].key, provider,
                              people[p].top_up, 0.0});
    }
    if (is_self_funder)
        plan_spending(market, block, p, week.number);
}

/// What a council decides about the placements of a service.
struct Decided
{
    UpliftClause clause;
    double usual_rise = 0; ///< [share] of every price, unless the clause looks at the provider
};

/// Whose price a rise is of.
struct Priced
{
    CommissionerId council{};
    ProviderId provider = no_provider;
    double price = 0; ///< that a unit brings it before the rise [GBP/unit]
};

/// What a provider says of its cost, and what its books show where the council has opened them.
ProviderCost cost_of(Market const& market, Inputs const& inputs, OpenBooks const& books, Priced const& of)
{
    ProviderCost cost{.growth = own_cost_growth(market, inputs.behaviour, of.provider), .shown = std::nullopt};
    if (books.are_open(of.council, of.provider) && of.price > 0.0)
        cost.shown = cost_in_books(market, inputs.behaviour, of.provider) / of.price;
    return cost;
}

void uplift_placements(Market& market, Inputs const& inputs, Week const& week,
                       std::vector<PerService<Decided>> const& councils, OpenBooks const& books)
{
    YearOfCosts const year = last_april(market.world);
    World const& world = market.world;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (people.is_empty(p))
                continue;
            people.restate(p); // whoever pays, and under contracts too
            if (people[p].funding == Funding::council)
                assess_again(market, week, block, p);
            else
                people[p].charge *= 1.0 + world.inflation; // what income would be assessed at when capital is spent
            people[p].income *= 1.0 + world.inflation;
            if (!people.is_in_care(p) || people.contract[p] != no_contract)
                continue; // on a contract: paid at the contract's price
            CommissionerId const c = market.tables.commissioner_of[block];
            // A direct payment is struck with nobody's books in view.
            double const brings =
                people[p].has_direct_payment ? 0.0 : people[p].price + people[p].top_up / units(people[p].need);
            ProviderCost const own = cost_of(market, inputs, books, {c, people.provider[p], brings});
            Decided const& council = councils[c][people[p].service];
            double const rise =
                looks_at_provider(council.clause) ? uplift(council.clause, year, own) : council.usual_rise;
            uplift_placement(market, week, block, p, rise, own.growth);
        }
    }
}

/// What a unit brings on average under the scale of a contract, where its outcomes are reached [GBP/unit].
double mean_price(Contracts const& contracts, ContractId contract)
{
    auto const c = static_cast<std::size_t>(contract);
    double const volume = units(std::max(contracts.guaranteed[c], contracts.used[c]));
    if (volume <= 0.0)
        return contracts.price[c];
    return contracts.price[c] * full_price_units(volume, contracts.scale(contract)) / volume;
}

/// By what each contract says, whatever the council would put into a new one.
void uplift_contracts(Market& market, Inputs const& inputs, Week const& week, OpenBooks const& books)
{
    YearOfCosts const year = last_april(market.world);
    Contracts& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract))
            continue;
        UpliftClause const& clause = contracts.terms[c].uplift;
        double const growth =
            looks_at_provider(clause)
                ? uplift(clause, year,
                         cost_of(market, inputs, books,
                                 {contracts.commissioner[c], contracts.provider[c], mean_price(contracts, contract)}))
                : uplift(clause, year);
        // One that has been awarded and has not begun was bid for at today's cost, and rises with the others.
        if (contracts.is_in_force[c])
            for (LotPart const& part : contracts.lot[c].parts)
                market.counts[0].areas[market.area(contracts.service[c], part.locality)].price_uplift += to_pence(
                    contracts.price[c] * growth * market.tables.paid[contracts.service[c]] *
                    (units(std::max(contracts.used[c], contracts.guaranteed[c])) - contracts.units_spared(contract)) *
                    contracts.lot[c].council_share_of(part.locality));
        contracts.price[c] *= 1.0 + growth;
        market.notebook.note({week.number, 0, DecisionKind::contract_price, Reason::uplift, contracts.key[c],
                              market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                              0.0});
    }
}

} // namespace

void uplift_prices(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<PerService<Decided>> decided(market.commissioners.size());
    for (std::size_t council = 0; council < market.commissioners.size(); ++council)
        for (Service const service : all_of<Service>())
        {
            UpliftClause const clause = placement_clause_on(inputs.strategies[council].of[service], week.first);
            double const rise = uplift(clause, last_april(market.world));
            decided[council][service] = {clause, rise};
            market.commissioners[council].inherited_rate[service] *= 1.0 + rise;
            market.commissioners[council].uplift_index[service] *= 1.0 + rise;
        }
    OpenBooks const books = open_books(market, inputs, week);
    uplift_placements(market, inputs, week, decided, books);
    uplift_contracts(market, inputs, week, books);
}

} // namespace caremarket
