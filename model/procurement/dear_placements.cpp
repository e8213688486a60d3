#include "model/procurement/dear_placements.hpp"

#include "model/brokerage/agreement.hpp"
#include "model/brokerage/call_plan.hpp"
#include "model/brokerage/preferences.hpp"
#include "model/placement_price.hpp"
#include "model/procurement/reviewers.hpp"
#include "model/rules/dear_placement.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace caremarket
{

namespace
{

/// Somebody whose placement is dear.
struct Dear
{
    double price = 0; // [multiple of the usual rate]
    EntityKey key{};
    std::size_t block = 0;
    PersonSlot person = 0;
};

/// Bought for on the spot, to stay, and by nobody's choice but the council's: no family pays for it, and no notice runs.
bool may_be_reviewed(Market const& market, People const& people, PersonSlot p)
{
    Person const& person = people[p];
    return people.is_staying(p) && person.funding == Funding::council && !person.is_temporary &&
           bill_of(market, people, p) == Bill::spot && person.top_up <= 0.0 && person.runs_out == never;
}

/// Whose turn it is this month, the dearest first.
std::vector<Dear> dear_placements(Market const& market, Inputs const& inputs, Week const& week)
{
    std::vector<Dear> due;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        Strategy const& strategy = inputs.strategies[market.tables.commissioner_of[block]];
        auto const levers = [&](Service service) -> StrategyService const& { return strategy.of[service]; };
        PerService<double> chance{};
        bool reviews_any = false;
        for (Service const service : all_of<Service>())
        {
            chance[service] = levers(service).high_cost_reviews.at(week.first) / 12.0;
            reviews_any |= chance[service] > 0.0;
        }
        if (!reviews_any)
            continue;
        People const& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            Service const service = people[p].service;
            double const usual = market.council_of(block).usual_rate[service];
            if (chance[service] > 0.0 && may_be_reviewed(market, people, p) &&
                people[p].price > levers(service).high_cost_from.at(week.first) * usual &&
                market.draws.uniform(people[p].key, Purpose::dear_placement, static_cast<std::uint32_t>(week.number)) <
                    chance[service])
                due.push_back({people[p].price / usual, people[p].key, block, p});
        }
    }
    std::sort(due.begin(), due.end(),
              [](Dear const& a, Dear const& b) {
                  return std::tuple{-a.price, a.key} < std::tuple{-b.price, b.key};
              });
    return due;
}

/// Another place, and what the council would pay there today.
struct Elsewhere
{
    ProviderId provider = no_provider;
    double price = 0; // [GBP/unit]
};

bool has_suspended(Market const& market, CommissionerId council, ProviderId provider)
{
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract);
            !contracts.is_empty(contract) && contracts.is_in_force[c] && contracts.commissioner[c] == council &&
            contracts.provider[c] == provider && contracts.oversight[c].is_suspended)
            return true;
    return false;
}

/// The cheapest place with room, below the price paid, that its provider offers and the person does not refuse.
Elsewhere cheapest_elsewhere(Market& market, Inputs const& inputs, Week const& week, Dear const& one)
{
    Providers const& all = market.providers;
    Person const& person = market.people[one.block][one.person];
    auto const& lists = market.preference[market.area(person.service, one.block)];
    if (lists.empty())
        return {};
    CommissionerId const council = market.tables.commissioner_of[one.block];
    double const posted = inputs.strategies[council].of[person.service].posted_spot_price.at(week.first) *
                          market.commissioners[council].uplift_index[person.service];
    std::vector<Elsewhere> places;
    for (ProviderId const provider : lists[price_led_list])
    {
        auto const p = static_cast<std::size_t>(provider);
        double const price = posted > 0.0 ? posted : all.quote[p];
        if (provider != market.people[one.block].provider[one.person] && price < person.price &&
            price >= all.reservation[p] && market.matching.room.open[p] >= person.need &&
            !has_suspended(market, council, provider))
            places.push_back({provider, price});
    }
    std::stable_sort(places.begin(), places.end(),
                     [](Elsewhere const& a, Elsewhere const& b) { return a.price < b.price; });
    for (Elsewhere const& place : places)
    {
        Agreement const end = agreement_between(market, inputs.behaviour, one.block, one.person, place.provider, true);
        market.counts[0].declined_by_providers += end == Agreement::declined_by_provider;
        market.counts[0].refused_by_people += end == Agreement::refused_by_person;
        if (end == Agreement::reached)
            return place;
    }
    return {};
}

void take_less(Market& market, Week const& week, Dear const& one, double price)
{
    People& people = market.people[one.block];
    people[one.person].price = price;
    people.restate(one.person);
    market.notebook.note({week.number, 0, DecisionKind::price_changed, Reason::dear_placement, one.key,
                          market.providers.key[static_cast<std::size_t>(people.provider[one.person])], price,
                          units(people[one.person].need)});
}

/// From one place to the other without a wait.
void move(Market& market, Week const& week, Dear const& one, Elsewhere const& place)
{
    Providers& all = market.providers;
    People& people = market.people[one.block];
    PersonSlot const p = one.person;
    Quarters const need = people[p].need;
    auto const from = static_cast<std::size_t>(people.provider[p]);
    auto const to = static_cast<std::size_t>(place.provider);
    market.notebook.note({week.number, 0, DecisionKind::care_ends, Reason::dear_placement, one.key, all.key[from],
                          people[p].price, units(need)});
    all.count(from, bill_of(market, people, p), -need);
    people.provider[p] = place.provider;
    people[p].price = place.price;
    people.restate(p);
    all.count(to, bill_of(market, people, p), need);
    market.matching.room.open[to] -= need;
    market.notebook.note({week.number, 0, DecisionKind::care_begins, Reason::dear_placement, one.key, all.key[to],
                          place.price, units(need)});
    market.notebook.note(
        {week.number, 0, DecisionKind::charge_assessed, Reason::none, one.key, {}, people[p].charge, 0.0});
    MonthCounts& counts = market.counts[0];
    MonthCounts::Area& area = counts.areas[market.area(people[p].service, one.block)];
    ++area.moved_by_review;
    ++area.displaced;
    ++area.council_displaced;
    MonthCounts::Cell& cell = counts.channels[market.cell(people[p].service, Channel::spot, one.block)];
    ++cell.starts;
    ++cell.placed_again;
    cell.started_quarters += need;
    cell.started_value += to_pence(place.price * units(need));
}

void review(Market& market, Inputs const& inputs, Week const& week, Dear const& one)
{
    using Answer = ReviewedPrice::Answer;
    People const& people = market.people[one.block];
    auto const at = static_cast<std::size_t>(people.provider[one.person]);
    MonthCounts::Area& area = market.counts[0].areas[market.area(people[one.person].service, one.block)];
    ++area.placements_reviewed;
    double const paid = people[one.person].price;
    bool const would_move = market.draws.uniform(one.key, Purpose::move) >= inputs.behaviour.all.refuses_to_move;
    Elsewhere const place = would_move ? cheapest_elsewhere(market, inputs, week, one) : Elsewhere{};
    ReviewedPrice const end = review_price(paid, place.price, market.providers.reservation[at]);
    Reason const reason = !would_move                   ? Reason::would_not_move
                          : end.answer == Answer::stays ? Reason::no_cheaper_place
                                                        : Reason::dear_placement;
    market.notebook.note({week.number, 0, DecisionKind::placement_reviewed, reason, one.key, market.providers.key[at],
                          place.price, paid});
    area.placements_repriced += end.answer == Answer::repriced;
    if (end.answer == Answer::repriced)
        take_less(market, week, one, end.price);
    else if (end.answer == Answer::moves)
        move(market, week, one, place);
}

} // namespace

void review_dear_placements(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<Dear> const due = dear_placements(market, inputs, week);
    if (due.empty())
        return;
    look_for_room(market, market.matching.room);
    for (Dear const& one : due)
        if (find_reviewer(market, inputs, week, one.block, one.person, inputs.behaviour.all.placement_review_work))
            review(market, inputs, week, one);
}

} // namespace caremarket
