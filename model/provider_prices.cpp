#include "model/provider_prices.hpp"

#include "model/contract_book.hpp"
#include "model/provider_costs.hpp"
#include "model/rules/bidding.hpp"
#include "model/rules/expected_fill.hpp"
#include "model/rules/outcome_payment.hpp"
#include "model/rules/reservation.hpp"
#include "model/rules/sliding_scale.hpp"
#include "model/rules/term.hpp"

#include <algorithm>
#include <vector>

namespace caremarket
{

namespace
{

/// Growth of unit cost that an uplift clause leaves to the provider [share/year], as of the last 1 April.
double growth_left(Market const& market, Inputs const& inputs, ProviderId provider, UpliftClause const& clause)
{
    double const own = own_cost_growth(market, inputs.behaviour, provider);
    return own - uplift(clause, last_april(market.world), own);
}

/// How likely a provider reaches what a contract pays for, as it knows itself.
double chance_of_outcome(Market const& market, Inputs const& inputs, ProviderId provider, OutcomeClause const& clause)
{
    return chance_of_outcome(clause, market.providers.quality[static_cast<std::size_t>(provider)],
                             inputs.behaviour.all.outcome_noise);
}

/// Part of a contract's price that a provider expects to be paid: the rest is withheld for want of outcome, or as a
/// sanction.
double share_expected(Inputs const& inputs, double quality, Terms const& terms, double chance_of_pay)
{
    BehaviourAll const& b = inputs.behaviour.all;
    double const shown = quality + (terms.management.is_announced ? b.best_face : 0.0);
    double const passes = chance_of_finding(shown, terms.management.standard, b.visit_noise);
    return expected_share_paid(terms.outcome, chance_of_pay) * (1.0 - expected_sanction(terms.management, passes));
}

/// What each provider is paid under its contracts [GBP/week].
std::vector<double> paid_under_contracts(Market const& market)
{
    std::vector<double> paid(market.providers.key.size(), 0.0);
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.is_in_force[c] != 0)
            paid[static_cast<std::size_t>(contracts.provider[c])] +=
                contracts.pays(contract) *
                (full_price_units(units(std::max(contracts.guaranteed[c], contracts.used[c])),
                                  contracts.scale(contract)) -
                 contracts.units_spared(contract));
    return paid;
}

/// Most the council pays for a person who has waited as long as people lately have [GBP/unit].
double councils_price(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Service const service = market.providers.service[p];
    LocalityId const locality = market.providers.locality[p];
    StrategyService const& levers = levers_in(market, inputs, service, locality);
    double const wait = market.local[market.area(service, locality)].usual_wait;
    return market.council_of(locality).usual_rate[service] *
           (levers.spot_limit.at(week.first) + levers.spot_limit_rise.at(week.first) * wait);
}

void set_list_price(Market& market, Inputs const& inputs, Week const& week, ProviderId provider, double contracts,
                    bool at_once)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    BehaviourService const& b = inputs.behaviour.of[all.service[p]];
    double const variable = variable_cost(market, inputs.behaviour, provider);
    double const need = (variable * units(all.occupied[p]) + fixed_cost_as_paid(market, inputs.behaviour, provider)) *
                        (1.0 + required_surplus(market, inputs.behaviour, provider));
    // Left to others the place would bring what the council pays, however much is asked of it.
    double const others = std::min(all.quote[p], councils_price(market, inputs, week, provider));
    double const worth_otherwise = variable + all.occupancy[p] * std::max(0.0, others - variable);
    double const on_the_spot = units(all.occupied[p] - all.contract_used[p] - all.self_funded[p]) * others;
    double const wanted = self_funder_price(worth_otherwise, b.self_funder_elasticity, need, contracts + on_the_spot,
                                            units(all.self_funded[p]));
    // What breaks even on a handful of self-funders is no price anybody pays.
    double const ceiling = inputs.behaviour.all.list_price_ceiling;
    double const bearable = std::min(wanted, ceiling * full_unit_cost(market, inputs.behaviour, provider));
    all.list_price[p] += (at_once ? 1.0 : b.price_adjustment) * (bearable - all.list_price[p]);
}

void set_quote(Market& market, Inputs const& inputs, Week const& week, ProviderId provider)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers& all = market.providers;
    Service const service = all.service[p];
    if (all.sector[p] == Sector::in_house)
    {
        all.reservation[p] = 0.0; // takes whom the council sends
        all.risk_charge[p] = 0.0;
        all.quote[p] = full_unit_cost(market, inputs.behaviour, provider);
        return;
    }
    FirmAccounts const firm = accounts_of(market, inputs, provider);
    double const free = std::max(0.0, units(all.capacity[p] - all.occupied[p]));
    all.reservation[p] =
        reservation_price(firm.variable_cost, all.list_price[p],
                          chance_of_self_funder(all.self_funder_starts[p], free, inputs.behaviour.all.vacancy_horizon));

    StrategyService const& levers = levers_in(market, inputs, service, all.locality[p]);
    all.growth_left[p] = growth_left(market, inputs, provider, placement_clause_on(levers, week.first));
    double const firm_units = expected_units(market, provider);
    double const stay_years = std::min(firm.stay / mean_weeks_in_a_year, inputs.behaviour.all.planning_years);
    CostPrice const to_cover = price_to_cover_cost({.used = firm_units,
                                                    .paid = firm_units,
                                                    .firm_units = firm_units,
                                                    .risky = std::max(0.0, firm_units - units(all.guaranteed[p])),
                                                    .years = stay_years,
                                                    .cost_growth_left = all.growth_left[p]},
                                                   firm);
    all.risk_charge[p] = to_cover.risk_charge;
    double const lowest =
        first_price(placement_clause_on(levers, week.first), std::max(to_cover.price, all.reservation[p]),
                    to_cover.price - to_cover.risk_charge, stay_years);
    LocalMarket const& local = market.local[market.area(service, all.locality[p])];
    Commissioner const& council = market.council_of(all.locality[p]);
    double const limit = levers.spot_limit.at(week.first) * council.usual_rate[service];
    // Rivals without room do not compete: then the council's limit is all that holds the price.
    double const dearest = local.providers_with_room > 1 ? local.dearest_rival_cost : std::max(lowest, limit);
    double const posted = levers.posted_spot_price.at(week.first) * council.uplift_index[service];
    all.quote[p] = posted > 0.0 ? posted : shaded_offer(lowest, dearest, std::max(1, local.providers_with_room));
}

/// What each open firm's care costs it [GBP/unit]; everybody within reach of a firm sees it.
std::vector<double> unit_costs(Market const& market, Inputs const& inputs)
{
    std::vector<double> costs(market.providers.key.size(), 0.0);
    for (auto const& open : market.providers_of)
        for (ProviderId const provider : open)
            costs[static_cast<std::size_t>(provider)] = full_unit_cost(market, inputs.behaviour, provider);
    return costs;
}

/// What everybody can see of one service in one locality.
void look_around(Market& market, Inputs const& inputs, Service service, LocalityId locality,
                 std::vector<double> const& unit_cost)
{
    Providers const& all = market.providers;
    LocalMarket& local = market.local[market.area(service, locality)];
    local.providers_with_room = 0;
    double cost = 0.0;
    double count = 0.0;
    for (Reachable const& reachable : market.tables.geography.market_area(locality))
    {
        if (!is_care_home(service) && reachable.locality != locality)
            continue;
        for (ProviderId const provider : market.providers_of[market.area(service, reachable.locality)])
        {
            auto const p = static_cast<std::size_t>(provider);
            if (all.sector[p] == Sector::in_house)
                continue;
            cost += unit_cost[p];
            count += 1.0;
            local.providers_with_room += units(all.capacity[p] - all.occupied[p]) >= market.tables.usual_need[service];
        }
    }
    local.dearest_rival_cost = count > 0.0 ? cost / count * (1.0 + inputs.behaviour.all.rival_cost_spread) : 0.0;
}

} // namespace

double block_cost(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider,
                  BlockOffer const& offer)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    Service const service = all.service[p];
    NeedSeen const need = need_of(market, service, offer.lot != nullptr ? *offer.lot : lot_of(all.locality[p]));
    FirmAccounts firm = accounts_of(market, inputs, provider);
    double const chance_of_pay = chance_of_outcome(market, inputs, provider, offer.terms.outcome);
    double const years = years_counted_on(offer.terms.years, offer.terms.break_after);
    double const fill = expected_fill({.volume = offer.volume,
                                       .taken_over = offer.taken_over + offer.moved_in,
                                       .sought = offer.sought,
                                       .starts = offer.need_seen * need.starts,
                                       .stay = firm.stay,
                                       .weeks = mean_weeks_in_a_year * years,
                                       .guaranteed = offer.in_force + offer.sought,
                                       .demand = offer.need_seen * need.volume,
                                       .person = firm.person});
    if (offer.terms.is_merged)
        firm.fixed_cost -= office_shared_by(market, inputs.behaviour, provider, offer.volume);
    // Care under the contract costs what its conditions make of it; left to others it would cost what it does.
    double const conditions = cost_of_conditions(market, inputs, provider, offer.terms.pay, fill * offer.volume);
    double const cost_elsewhere = firm.variable_cost;
    firm.variable_cost += conditions;
    double const now = expected_units(market, provider);
    double const after = now + std::max(0.0, offer.volume - offer.taken_over);
    // What is not used is taken off the guarantee by its reviews.
    double const kept = share_kept(fill, offer.terms.step_down, years);
    double const paid_for = kept * offer.volume;
    double const guaranteed_after = units(all.guaranteed[p]) + paid_for - offer.renewed;
    CostPrice const to_cover =
        price_to_cover_cost({.used = fill * offer.volume,
                             .paid = paid_for,
                             .firm_units = after,
                             .risky = std::max(0.0, after - guaranteed_after),
                             .years = years,
                             .cost_growth_left = growth_left(market, inputs, provider, offer.terms.uplift),
                             .outcome = offer.terms.outcome,
                             .outcome_chance = chance_of_pay},
                            firm);
    // The places promised are those the council has or that stand free: left open, they would go to the council on
    // the spot, or to a self-funder if one came in time.
    double const free = std::max(0.0, units(all.capacity[p] - all.occupied[p]));
    double const chance = chance_of_self_funder(all.self_funder_starts[p], free, inputs.behaviour.all.vacancy_horizon);
    // What the council would pay on the spot, and no more than it pays.
    double const spot = std::min(all.quote[p], councils_price(market, inputs, week, provider));
    double const price_elsewhere = spot + chance * std::max(0.0, all.list_price[p] - spot);
    double const elsewhere = earned_elsewhere(cost_elsewhere, price_elsewhere - all.risk_charge[p],
                                              all.occupancy[p] * (1.0 - offer.built / offer.volume), fill / kept) +
                             fill / kept * conditions + to_cover.risk_charge;
    // Places that are there for this contract alone are paid for by it.
    double const building = offer.building / paid_for;
    double const wanted = std::max({to_cover.price + building, elsewhere + building, firm.variable_cost});
    double const shown = (firm.variable_cost + firm.fixed_cost / after) * (1.0 + firm.required_surplus) + building;
    // Whatever share it expects to be used, it may be called on for all of it: no unit is promised below what that unit
    // will cost.
    double const flat = std::max(firm.variable_cost, first_price(offer.terms.uplift, wanted, shown, years));
    // Under a sliding scale fewer units at the full price must bring as much.
    SlidingScale const scale{offer.terms.full_share * offer.volume, offer.terms.discount};
    // And what it expects to be withheld must be in the rest.
    double const paid = share_expected(inputs, all.quality[p], offer.terms, chance_of_pay);
    return flat * (offer.volume / full_price_units(offer.volume, scale)) / paid;
}

double framework_cost(Market const& market, Inputs const& inputs, ProviderId provider, Terms const& terms,
                      double promised)
{
    auto const p = static_cast<std::size_t>(provider);
    Providers const& all = market.providers;
    double const now = expected_units(market, provider);
    double const chance = chance_of_outcome(market, inputs, provider, terms.outcome);
    double const years = years_counted_on(terms.years, terms.break_after);
    FirmAccounts firm = accounts_of(market, inputs, provider);
    firm.variable_cost += cost_of_conditions(market, inputs, provider, terms.pay, now);
    CostPrice const to_cover =
        price_to_cover_cost({.used = now,
                             .paid = now,
                             .firm_units = now,
                             .risky = std::max(0.0, now - units(all.guaranteed[p]) - promised),
                             .years = years,
                             .cost_growth_left = growth_left(market, inputs, provider, terms.uplift),
                             .outcome = terms.outcome,
                             .outcome_chance = chance},
                            firm);
    double const price = first_price(terms.uplift, std::max(to_cover.price, all.reservation[p]),
                                     to_cover.price - to_cover.risk_charge, years);
    return price / share_expected(inputs, all.quality[p], terms, chance);
}

double list_cost(Market const& market, Inputs const& inputs, Week const& week, ProviderId provider,
                 BlockOffer const& promised, double share)
{
    if (promised.volume <= 0.0)
        return framework_cost(market, inputs, provider, promised.terms);
    double const beyond = framework_cost(market, inputs, provider, promised.terms, promised.volume - promised.renewed);
    return share * block_cost(market, inputs, week, provider, promised) + (1.0 - share) * beyond;
}

void set_prices(Market& market, Inputs const& inputs, Week const& week, bool at_once)
{
    std::vector<double> const contracts = paid_under_contracts(market);
    std::vector<double> const unit_cost = unit_costs(market, inputs);
    for (Service const service : all_of<Service>())
    {
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            look_around(market, inputs, service, static_cast<LocalityId>(locality), unit_cost);
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (ProviderId const provider : market.providers_of[market.area(service, locality)])
            {
                set_list_price(market, inputs, week, provider, contracts[static_cast<std::size_t>(provider)], at_once);
                set_quote(market, inputs, week, provider);
            }
    }
    market.preferences_are_stale = for_every_service(true);
}

} // namespace caremarket
