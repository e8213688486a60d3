#include "model/procurement/officers.hpp"

#include "model/maths.hpp"
#include "model/placement_price.hpp"
#include "model/procurement/reviewers.hpp"
#include "model/rules/budget.hpp"

#include <algorithm>

namespace caremarket
{

void staff_the_office(Market& market, Inputs const& inputs, Week const& week)
{
    double const weeks = week.days / 7.0;
    for (std::size_t c = 0; c < market.commissioners.size(); ++c)
    {
        double const reserve = inputs.behaviour.all.officer_reserve;
        double const staff = inputs.strategies[c].all.commissioning_staff.at(week.first);
        Commissioner& council = market.commissioners[c];
        council.officer_weeks = std::min(council.officer_weeks + staff * weeks, reserve * staff);
        market.books.pay(Market::account_of_commissioner(static_cast<CommissionerId>(c)), accounts::workers,
                         {Flow::officers, Service::homecare, Channel::spot, 0},
                         staff * weeks * inputs.behaviour.all.officer_cost * market.world.outside_wage_level);
    }
}

bool take_officers(Commissioner& council, double person_weeks)
{
    if (council.officer_weeks < person_weeks)
        return false;
    council.officer_weeks -= person_weeks;
    return true;
}

void forecast_outturn(Market& market, Inputs const& inputs, Week const& week)
{
    BudgetWatch const watch{inputs.behaviour.all.forecast_from, inputs.behaviour.all.full_pressure};
    for (std::size_t c = 0; c < market.commissioners.size(); ++c)
    {
        Commissioner& council = market.commissioners[c];
        Pence const balance = market.books.balance(Market::account_of_commissioner(static_cast<CommissionerId>(c)));
        double const spent = to_pounds(council.balance_in_april - balance);
        if (week.opens_year)
        {
            double const growth = inputs.strategies[c].all.budget_growth.at(week.first);
            // The market before the start stands at the prices of the first year: only growth is to be added to it.
            if (week.number == 0)
                council.budget = spent * (1.0 + growth);
            else if (week.number > 0)
                council.budget *= 1.0 + market.world.inflation + growth;
            council.balance_in_april = balance;
            council.days_since_april = 0;
            council.pressure = 0.0;
        }
        else if (week.opens_month)
            council.pressure = budget_pressure(spent, council.days_since_april, council.budget, watch);
        council.days_since_april += week.days;
    }
}

namespace
{

struct Reviewed
{
    EntityKey key;
    std::size_t block = 0;
    PersonSlot person = 0;
};

/// Whose turn it is this month, in order of key, so that who is reviewed does not depend on slots.
std::vector<Reviewed> due_for_review(Market const& market, Inputs const& inputs, Week const& week)
{
    std::vector<Reviewed> due;
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        CommissionerId const c = market.tables.commissioner_of[block];
        double const chance =
            inputs.strategies[c].all.response_reviews.at(week.first) * market.commissioners[c].pressure / 12.0;
        if (chance <= 0.0)
            continue;
        People const& people = market.people[block];
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (people.is_staying(p) && people[p].service == Service::homecare &&
                people[p].funding == Funding::council && people[p].need > 1 &&
                market.draws.uniform(people[p].key, Purpose::review, static_cast<std::uint32_t>(week.number)) < chance)
                due.push_back({people[p].key, block, p});
    }
    std::sort(due.begin(), due.end(), [](Reviewed const& a, Reviewed const& b) { return a.key < b.key; });
    return due;
}

void shrink_package(Market& market, Week const& week, std::size_t block, PersonSlot p, Quarters less)
{
    People& people = market.people[block];
    auto const at = static_cast<std::size_t>(people.provider[p]);
    people[p].top_up *= static_cast<double>(people[p].need - less) / people[p].need;
    people[p].need -= less;
    people.restate(p);
    market.providers.count(at, bill_of(market, people, p), -less);
    if (people.contract[p] != no_contract)
        market.contracts.count(people.contract[p], -less, people[p].undercut);
    ++market.counts[0].areas[market.area(people[p].service, block)].reviewed_down;
    market.notebook.note({week.number, 0, DecisionKind::package_changes, Reason::over_budget, people[p].key,
                          market.providers.key[at], people[p].price, units(people[p].need)});
    if (people[p].top_up > 0.0)
        market.notebook.note({week.number, 0, DecisionKind::top_up_agreed, Reason::over_budget, people[p].key,
                              market.providers.key[at], people[p].top_up, 0.0});
}

} // namespace

void review_packages(Market& market, Inputs const& inputs, Week const& week)
{
    BehaviourAll const& b = inputs.behaviour.all;
    for (Reviewed const& one : due_for_review(market, inputs, week))
    {
        Person const& person = market.people[one.block][one.person];
        // However often it is looked at, no package falls further below the assessed need than one review would take it.
        auto const least = std::max<Quarters>(
            1, static_cast<Quarters>(maths::round_half_even((1.0 - b.review_cut) * person.assessed_need)));
        Quarters const less =
            std::min(person.need - least, static_cast<Quarters>(maths::round_half_even(b.review_cut * person.need)));
        if (less > 0 && find_reviewer(market, inputs, week, one.block, one.person, b.review_work))
            shrink_package(market, week, one.block, one.person, less);
    }
}

} // namespace caremarket
