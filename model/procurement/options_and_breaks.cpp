#include "model/procurement/options_and_breaks.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/contract_dates.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/planning.hpp"
#include "model/provider_prices.hpp"
#include "model/rules/term.hpp"

#include <algorithm>
#include <vector>

namespace caremarket
{

namespace
{

/// What letting a contract anew takes, by the route of the day.
struct Letting
{
    std::int32_t weeks = 0;
    double cost = 0; ///< [GBP]
};

Letting letting_anew(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Service const service = market.contracts.service[c];
    StrategyService const& levers = levers_in(market, inputs, service, market.contracts.locality[c]);
    Route const route = route_for(levers, market.contracts.kind[c], week.first);
    RouteBurden const& burden = inputs.behaviour.of[service].routes[route];
    return {static_cast<std::int32_t>(burden.weeks), market.world.price_level * burden.cost};
}

struct Mean
{
    double sum = 0;
    int count = 0;
    void add(double value)
    {
        sum += value;
        ++count;
    }
};

/// Prices of the other contracts of its kind let there within a year.
Mean prices_of_late(Market const& market, Week const& week, std::size_t c)
{
    Contracts const& all = market.contracts;
    Mean mean;
    for (ContractId contract = 0; contract < all.size(); ++contract)
        if (auto const other = static_cast<std::size_t>(contract);
            other != c && !all.is_empty(contract) && all.kind[other] == all.kind[c] &&
            all.service[other] == all.service[c] && all.lot[other].overlaps(all.lot[c]) &&
            all.begins[other] > week.number - Clock::weeks_in_a_year)
            mean.add(all.price[other]);
    return mean;
}

/// What firms there ask on the spot, as far as the council would pay it under contract.
Mean acceptable_quotes(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Service const service = market.contracts.service[c];
    LocalityId const locality = market.contracts.locality[c];
    double const limit = levers_in(market, inputs, service, locality).block_price_limit.at(week.first) *
                         market.council_of(locality).usual_rate[service];
    Providers const& providers = market.providers;
    Mean mean;
    for (ProviderId const provider : providers_there(market, service, market.contracts.lot[c]))
        if (auto const p = static_cast<std::size_t>(provider);
            providers.sector[p] != Sector::in_house && providers.quote[p] <= limit)
            mean.add(providers.quote[p]);
    return mean;
}

/// The council would not better its price by letting it anew, as far as it can tell; of who knows nothing, keeps it.
bool council_keeps(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Contracts const& contracts = market.contracts;
    Mean mean = prices_of_late(market, week, c);
    if (mean.count == 0)
        mean = acceptable_quotes(market, inputs, week, c);
    StrategyService const& levers = levers_in(market, inputs, contracts.service[c], contracts.locality[c]);
    double const cycle = levers.letting_cycle.at(week.first);
    double const years = cycle > 0.0 ? cycle : levers.contract_length.at(week.first);
    double const volume = units(std::max(contracts.guaranteed[c], contracts.used[c])) * mean_weeks_in_a_year * years;
    if (mean.count == 0 || volume <= 0.0)
        return true;
    return is_worth_keeping(contracts.price[c], mean.sum / mean.count,
                            letting_anew(market, inputs, week, c).cost / volume);
}

/// Its provider would sign it again, at its price, for so many years.
bool provider_keeps(Market const& market, Inputs const& inputs, Week const& week, std::size_t c, double years)
{
    Contracts const& contracts = market.contracts;
    Terms terms = contracts.terms[c];
    terms.years = years;
    terms.break_after = 0.0;
    double const volume = units(contracts.guaranteed[c]);
    double const others = guaranteed_at(market, contracts.service[c], contracts.lot[c], week.number) - volume;
    BlockOffer const again{.volume = volume,
                           .taken_over = std::min(volume, units(contracts.used[c])),
                           .renewed = volume,
                           .sought = volume,
                           .in_force = std::max(0.0, others),
                           .lot = &contracts.lot[c],
                           .terms = terms};
    double const lowest = contracts.kind[c] == Channel::framework || volume <= 0.0
                              ? list_cost(market, inputs, week, contracts.provider[c], again,
                                          volume / std::max({volume, units(contracts.used[c]), 1.0}))
                              : block_cost(market, inputs, week, contracts.provider[c], again);
    return lowest <= contracts.price[c];
}

void prolong(Market& market, Week const& week, std::size_t c)
{
    Contracts& contracts = market.contracts;
    auto const weeks = static_cast<std::int32_t>(contracts.terms[c].option_years * Clock::weeks_in_a_year);
    contracts.ends[c] += weeks;
    market.due.add({contracts.ends[c], EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(c)});
    market.notebook.note({week.number, 0, DecisionKind::option_taken, Reason::none, contracts.key[c],
                          market.providers.key[static_cast<std::size_t>(contracts.provider[c])], contracts.price[c],
                          static_cast<double>(weeks)});
}

void leave(Market& market, Week const& week, std::size_t c, bool is_provider)
{
    Contracts& contracts = market.contracts;
    contracts.ends[c] = std::max(contracts.next_break[c], week.number + 1);
    contracts.provider_leaves[c] = is_provider;
    contracts.terms[c].option_years = 0.0; // nor is it prolonged
    market.due.add({contracts.ends[c], EventKind::contract_ends, contracts.key[c], static_cast<std::uint32_t>(c)});
    EntityKey const who = is_provider ? market.providers.key[static_cast<std::size_t>(contracts.provider[c])]
                                      : market.commissioners[contracts.commissioner[c]].key;
    market.notebook.note({week.number, 0, DecisionKind::contract_broken,
                          is_provider ? Reason::below_cost : Reason::dearer_than_new, who, contracts.key[c],
                          contracts.price[c], units(contracts.guaranteed[c])});
}

/// What both sides would do at a break, or at the end with an option.
struct Due
{
    std::size_t contract = 0;
    bool is_break = false;
    bool council_keeps = false;
    bool provider_keeps = false;
};

Due decided_on_break(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Contracts const& contracts = market.contracts;
    double const years_left = static_cast<double>(contracts.ends[c] - contracts.next_break[c]) / Clock::weeks_in_a_year;
    // After a year either may leave again.
    return {c, true, council_keeps(market, inputs, week, c),
            provider_keeps(market, inputs, week, c, std::min(1.0, years_left))};
}

Due decided_on_option(Market const& market, Inputs const& inputs, Week const& week, std::size_t c)
{
    Contracts const& contracts = market.contracts;
    return {c, false,
            is_still_wanted(market, inputs, week, static_cast<ContractId>(c), contracts.ends[c]) &&
                council_keeps(market, inputs, week, c),
            provider_keeps(market, inputs, week, c, contracts.terms[c].option_years)};
}

void act_on(Market& market, Week const& week, Due const& due)
{
    Contracts& contracts = market.contracts;
    auto const c = due.contract;
    bool const is_kept = due.council_keeps && due.provider_keeps;
    if (due.is_break && is_kept)
        contracts.next_break[c] += Clock::weeks_in_a_year;
    else if (due.is_break)
        leave(market, week, c, due.council_keeps);
    else
    {
        if (is_kept)
            prolong(market, week, c);
        contracts.terms[c].option_years = 0.0; // once
    }
}

} // namespace

void decide_on_options_and_breaks(Market& market, Inputs const& inputs, Week const& week)
{
    Contracts const& contracts = market.contracts;
    std::vector<Due> decided; // all of them before anything changes
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.is_handed_back[c])
            continue;
        Terms const& terms = contracts.terms[c];
        if (terms.break_after <= 0.0 && terms.option_years <= 0.0)
            continue;
        // What ends by then is let anew this quarter.
        std::int32_t const until = week.number + letting_anew(market, inputs, week, c).weeks;
        if (contracts.ends[c] <= until)
        {
            if (terms.option_years > 0.0)
                decided.push_back(decided_on_option(market, inputs, week, c));
        }
        else if (terms.break_after > 0.0 && contracts.next_break[c] <= until)
            decided.push_back(decided_on_break(market, inputs, week, c));
    }
    for (Due const& due : decided)
        act_on(market, week, due);
}

} // namespace caremarket
