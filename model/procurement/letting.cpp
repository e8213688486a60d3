#include "model/procurement/letting.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/awards.hpp"
#include "model/procurement/lots.hpp"
#include "model/procurement/officers.hpp"
#include "model/procurement/planning.hpp"
#include "model/procurement/route.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace caremarket
{

namespace
{

/// What is done after a tender without an award.
struct AfterFailure
{
    FailedTender what{};
    std::optional<Route> route; ///< by which the lot is let at once
    bool is_left_alone = false; ///< not sought again for some time
};
constexpr EnumArray<FailedTender, AfterFailure> after_failure{{{
    {FailedTender::again, std::nullopt},
    {FailedTender::single_source, Route::single_source},
    {FailedTender::direct_award, Route::direct_award},
    {FailedTender::full_tender, Route::full_tender},
    {FailedTender::leave_to_spot, std::nullopt, true},
}}};
static_assert(std::ranges::is_sorted(after_failure, {}, &AfterFailure::what), "a row stands where its value does");

/// The lot, and those let as one with it.
template <class Act>
void for_each_lot(TenderPlan const& plan, Act&& act)
{
    act(plan);
    for (TenderPlan const& lot : plan.merged)
        act(lot);
}

/// What agents see of each locality that a lot is for.
template <class Act>
void for_each_local(Market& market, TenderPlan const& plan, Act&& act)
{
    for (LotPart const& part : plan.lot.parts)
        act(market.local[market.area(plan.service, part.locality)]);
}

MonthCounts::Area& counts_of(Market& market, TenderPlan const& plan)
{
    return market.counts[0].areas[market.area(plan.service, plan.locality)];
}

/// Officers' work on lots: of each council its part.
class Work
{
public:
    explicit Work(Market const& market) : of_(market.commissioners.size(), 0.0) {}

    void add(Market const& market, TenderPlan const& plan, double person_weeks)
    {
        for (LotPart const& part : plan.lot.parts)
            of_[market.tables.commissioner_of[part.locality]] += person_weeks * plan.lot.share_of(part.locality);
    }
    /// Takes the time of all who have work, if each of them has enough. \returns whether they had
    [[nodiscard]] bool take_from(std::vector<Commissioner>& councils) const
    {
        for (std::size_t c = 0; c < of_.size(); ++c)
            if (councils[c].officer_weeks < of_[c])
                return false;
        for (std::size_t c = 0; c < of_.size(); ++c)
            councils[c].officer_weeks -= of_[c];
        return true;
    }

private:
    std::vector<double> of_; // by council [person-weeks]
};

bool is_decided_at_once(TenderPlan const& plan)
{
    return plan.decided == plan.opened;
}

/// Officers' work with the decision; what is left of it is done before [person-weeks].
double work_of_decision(Inputs const& inputs, TenderPlan const& plan)
{
    return is_decided_at_once(plan) ? plan.work : inputs.behaviour.all.decision_work * plan.work;
}

EntityKey next_key(Market& market, TenderPlan const& plan)
{
    return key_of(EntityKind::tender, market.council_of(plan.locality).key,
                  static_cast<std::uint32_t>(index_of(plan.service)),
                  static_cast<std::uint32_t>(market.tables.locality_keys[plan.locality].value),
                  market.local[market.area(plan.service, plan.locality)].rounds++);
}

/// The lot is let once more, at once and by another route.
void let_again(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& failed, Route route)
{
    LotArea area;
    for (LotPart const& part : failed.lot.parts)
        area.push_back(part.locality);
    std::vector<TenderPlan> again = planned_by(route, market, inputs, week, failed.kind, failed.service, area);
    for (TenderPlan& lot : again)
        lot.is_second_try = true;
    if (!again.empty())
        open_procurement(market, inputs, week, again);
}

/// What the strategy does about a lot that nobody won. What it does in place of the first tender it does once: when
/// that fails too, the next review finds the gap.
void act_on_failure(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& failed)
{
    if (failed.is_second_try)
        return;
    Dated const& lever = levers_in(market, inputs, failed.service, failed.locality).failed_tender;
    AfterFailure const& then = after_failure[chosen<FailedTender>(lever, week.first)];
    auto const alone = then.is_left_alone ? static_cast<std::int32_t>(inputs.behaviour.all.left_to_spot) : 0;
    for_each_local(market, failed,
                   [&](LocalMarket& local) { local.left_to_spot_until[failed.kind] = week.number + alone; });
    if (then.route && *then.route != failed.route)
        let_again(market, inputs, week, failed, *then.route);
}

/// A lot is let as one with the first: by whoever has won that.
void decide_along(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& lead,
                  std::vector<ProviderId> const& winners, TenderPlan lot)
{
    lot.decided = lead.decided;
    lot.begins = lead.begins;
    lot.won_by = winners;
    set_term(lot);
    if (award_lot({market, inputs, week, lot, next_key(market, lot)}).empty())
        act_on_failure(market, inputs, week, lot);
}

void decide(Market& market, Inputs const& inputs, Week const& week, Procurement& one)
{
    set_term(one.plan); // its first day may have moved since it was opened
    std::vector<ProviderId> const winners = award_lot({market, inputs, week, one.plan, one.key});
    if (winners.empty() && !one.plan.joins_until) // a list that nobody joins stands as it did
        act_on_failure(market, inputs, week, one.plan);
    for (TenderPlan const& lot : one.plan.merged)
        decide_along(market, inputs, week, one.plan, winners, lot);
}

/// How far whoever was asked assures the council by now.
Assurance judged(Market& market, Inputs const& inputs, Week const& week, Procurement const& one)
{
    auto const judge = rules_of(one.plan.route).judge;
    return judge ? judge({market, inputs, week, one.plan, one.key}) : Assurance::assured;
}

/// The council is not assured: the lot is opened to the market, and what runs out meanwhile runs on.
void divert(Market& market, Inputs const& inputs, Week const& week, Procurement const& one)
{
    ++counts_of(market, one.plan).gateways_failed;
    Route const open = rules_of(one.plan.route).otherwise;
    let_again(market, inputs, week, one.plan, open);
    auto const weeks = static_cast<std::int32_t>(inputs.behaviour.of[one.plan.service].routes[open].weeks);
    for_each_local(market, one.plan,
                   [&](LocalMarket& local) { local.bridged_until[one.plan.kind] = week.number + weeks; });
}

/// \returns whether the procurement goes on
bool goes_on_from_gateway(Market& market, Inputs const& inputs, Week const& week, Procurement& one)
{
    std::int32_t const first_half = one.gateway - one.plan.opened;
    one.gateway = never;
    Procurement so_far = one;
    so_far.plan.looks = std::max(1, one.plan.looks / 2);
    Assurance const grade = judged(market, inputs, week, so_far);
    if (grade == Assurance::not_assured)
    {
        divert(market, inputs, week, one);
        return false;
    }
    if (grade == Assurance::partly_assured) // what was proposed is revised, which takes as long again
    {
        one.plan.decided += first_half;
        one.plan.begins += first_half;
        one.plan.looks += so_far.plan.looks;
    }
    return true;
}

/// \returns whether the procurement goes on
bool waits_for_decision(Market& market, Inputs const& inputs, Week const& week, Procurement& one)
{
    Work work(market);
    work.add(market, one.plan, work_of_decision(inputs, one.plan));
    if (!work.take_from(market.commissioners))
    {
        counts_of(market, one.plan).tenders_delayed += !std::exchange(one.is_late, true);
        ++one.plan.decided;
        ++one.plan.begins;
        return true;
    }
    if (judged(market, inputs, week, one) == Assurance::assured)
        decide(market, inputs, week, one);
    else
        divert(market, inputs, week, one);
    return false;
}

/// A lot is put out: paid for, and decided on at once or when its time has come.
void put_out(Market& market, Inputs const& inputs, Week const& week, TenderPlan const& plan)
{
    for_each_lot(plan,
                 [&market](TenderPlan const& lot)
                 {
                     ++counts_of(market, lot).tenders;
                     pay_for_letting(market, lot, lot.cost * market.world.price_level);
                 });
    Procurement one{.key = next_key(market, plan), .plan = plan};
    if (is_decided_at_once(plan))
        return decide(market, inputs, week, one);
    if (rules_of(plan.route).judge)
        one.gateway = plan.opened + (plan.decided - plan.opened) / 2;
    market.procurements.push_back(one);
}

} // namespace

void open_procurement(Market& market, Inputs const& inputs, Week const& week, std::vector<TenderPlan> const& lots)
{
    Work work(market);
    for (TenderPlan const& plan : lots)
        work.add(market, plan, is_decided_at_once(plan) ? plan.work : plan.work - work_of_decision(inputs, plan));
    bool const is_late = !work.take_from(market.commissioners);
    for (TenderPlan const& plan : lots)
        for_each_lot(plan,
                     [&market, is_late](TenderPlan const& lot)
                     {
                         for_each_local(market, lot,
                                        [&](LocalMarket& local) { local.tender_is_late[lot.kind] = is_late; });
                         counts_of(market, lot).tenders_delayed += is_late;
                     });
    if (is_late)
        return;
    for (TenderPlan const& plan : lots)
        put_out(market, inputs, week, plan);
}

void advance_procurements(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<Procurement> under_way = std::exchange(market.procurements, {});
    std::vector<Procurement> going_on;
    for (Procurement& one : under_way)
    {
        bool goes_on = true;
        if (week.number >= one.gateway)
            goes_on = goes_on_from_gateway(market, inputs, week, one);
        else if (week.number >= one.plan.decided)
            goes_on = waits_for_decision(market, inputs, week, one);
        if (goes_on)
            going_on.push_back(one);
    }
    // Those opened meanwhile, in place of others, come last.
    going_on.insert(going_on.end(), market.procurements.begin(), market.procurements.end());
    market.procurements = std::move(going_on);
}

Procurement const* being_let(Market const& market, Channel kind, Service service, LocalityId locality)
{
    auto const is_it = [&](TenderPlan const& lot)
    { return lot.kind == kind && lot.service == service && lot.lot.serves(locality); };
    auto const found = std::find_if(market.procurements.begin(), market.procurements.end(),
                                    [&](Procurement const& one)
                                    { return is_it(one.plan) || std::ranges::any_of(one.plan.merged, is_it); });
    return found == market.procurements.end() ? nullptr : &*found;
}

} // namespace caremarket
