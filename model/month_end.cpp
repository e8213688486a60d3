#include "model/month_end.hpp"

#include "model/ids.hpp"
#include "model/placement_book.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

double units_of(std::int64_t quarter_days)
{
    return static_cast<double>(quarter_days) / (quarters_in_a_unit * days_in_a_week);
}

/// Writes one month of one metric at a time.
struct MonthWriter
{
    Record& record;
    std::size_t period;

    void put(Recorded id, Service service, std::size_t locality, double amount) const
    {
        record.set(id, period, record.cell(metric(id).dimensions, service, Channel::block, locality), amount);
    }
    void put(Recorded id, Service service, Channel channel, std::size_t locality, double amount) const
    {
        record.set(id, period, record.cell(metric(id).dimensions, service, channel, locality), amount);
    }
    void put_pence(Recorded id, Service service, std::size_t locality, Pence pence) const
    {
        record.add_pence(id, period, record.cell(metric(id).dimensions, service, Channel::block, locality), pence);
    }
    void put_pence(Recorded id, Service service, Channel channel, std::size_t locality, Pence pence) const
    {
        record.add_pence(id, period, record.cell(metric(id).dimensions, service, channel, locality), pence);
    }
};

void write_money(MonthWriter const& month, Market const& market, Service service, std::size_t locality)
{
    auto const line = [&](Flow flow, Channel channel) {
        return market.books.line(0, {flow, service, channel, static_cast<std::uint16_t>(locality)});
    };
    auto const all = [&](Flow flow)
    {
        Pence sum = 0;
        for (Channel const channel : all_of<Channel>())
            sum += line(flow, channel);
        return sum;
    };
    for (Channel const channel : all_of<Channel>())
        month.put_pence(Recorded::gross_spend, service, channel, locality,
                        line(Flow::care_used, channel) + line(Flow::care_void, channel));
    month.put_pence(Recorded::void_spend, service, locality, all(Flow::care_void));
    month.put_pence(Recorded::client_contributions, service, locality, all(Flow::contribution));
    month.put_pence(Recorded::self_funder_spend, service, locality, all(Flow::self_funded));
    month.put_pence(Recorded::top_ups, service, locality, all(Flow::top_up));
    month.put_pence(Recorded::funded_nursing_care, service, locality, all(Flow::funded_nursing));
    month.put_pence(Recorded::nhs_spend, service, locality, all(Flow::nhs_bought));
    month.put_pence(Recorded::nhs_procurement_spend, service, locality, all(Flow::nhs_procurement));
    month.put_pence(Recorded::other_buyer_spend, service, locality, all(Flow::other_bought));
    month.put_pence(Recorded::procurement_spend, service, locality, all(Flow::procurement));
    month.put_pence(Recorded::bidding_cost, service, locality, all(Flow::bidding));
    month.put_pence(Recorded::wage_bill, service, locality, all(Flow::staff));
    std::size_t const area = market.area(service, locality);
    month.put_pence(Recorded::provider_income, service, locality, market.income[0][area]);
    month.put_pence(Recorded::provider_surplus, service, locality, market.surplus[0][area]);
}

void write_counts(MonthWriter const& month, Market const& market, Service service, std::size_t locality)
{
    MonthCounts const& counts = market.counts[0];
    MonthCounts::Area const& area = counts.areas[market.area(service, locality)];
    for (Channel const channel : all_of<Channel>())
    {
        MonthCounts::Cell const& cell = counts.channels[market.cell(service, channel, locality)];
        double const commissioned = units_of(cell.used_quarter_days);
        month.put(Recorded::council_units_used, service, channel, locality,
                  commissioned * market.tables.delivered[service]);
        month.put(Recorded::council_units, service, channel, locality,
                  commissioned * market.tables.paid[service] + units_of(cell.void_quarter_days));
        month.put(Recorded::starts, service, channel, locality, static_cast<double>(cell.starts));
        month.put(Recorded::placed_again, service, channel, locality, static_cast<double>(cell.placed_again));
        month.put(Recorded::start_waits, service, channel, locality, static_cast<double>(cell.start_waits));
        month.put(Recorded::starts_at_price, service, channel, locality, to_pounds(cell.started_value));
        month.put(Recorded::started_units, service, channel, locality,
                  static_cast<double>(cell.started_quarters) / quarters_in_a_unit);
    }
    month.put(Recorded::self_funder_units, service, locality,
              units_of(area.self_funded_quarter_days) * market.tables.paid[service]);
    month.put(Recorded::nhs_units, service, locality,
              units_of(area.nhs_quarter_days) * market.tables.delivered[service]);
    month.put(Recorded::waiting_units, service, locality, units_of(area.waiting_quarter_days));
    month.put(Recorded::person_weeks_waiting, service, locality,
              static_cast<double>(area.waiting_person_days) / days_in_a_week);
    auto const delayed = static_cast<double>(area.hospital_person_days);
    month.put(Recorded::delayed_days, service, locality, delayed);
    month.put_pence(Recorded::delayed_days_cost, service, locality,
                    to_pence(delayed * market.tables.delayed_day_cost * market.world.price_level));
    month.put(Recorded::ends, service, locality, static_cast<double>(area.ends));
    month.put(Recorded::displaced_people, service, locality, static_cast<double>(area.displaced));
    month.put(Recorded::council_displaced_people, service, locality, static_cast<double>(area.council_displaced));
    month.put(Recorded::began_to_pay_people, service, locality, static_cast<double>(area.began_to_pay));
    month.put(Recorded::entries, service, locality, static_cast<double>(area.entries));
    month.put(Recorded::exits, service, locality, static_cast<double>(area.exits));
    month.put(Recorded::tenders, service, locality, static_cast<double>(area.tenders));
    month.put(Recorded::lots_without_bid, service, locality, static_cast<double>(area.lots_without_bid));
    month.put(Recorded::volume_sought, service, locality, area.volume_sought);
    month.put(Recorded::volume_awarded, service, locality, area.volume_awarded);
    month.put(Recorded::value_awarded, service, locality, area.value_awarded);
    month.put(Recorded::quality_awarded, service, locality, area.quality_awarded);
    month.put(Recorded::cost_misjudged, service, locality, area.misjudged);
    month.put(Recorded::need_misjudged, service, locality, area.need_misjudged);
    auto const count = [&](Recorded id, std::int64_t number)
    { month.put(id, service, locality, static_cast<double>(number)); };
    count(Recorded::asked, area.asked);
    count(Recorded::bids, area.bids);
    count(Recorded::bids_too_low, area.bids_too_low);
    count(Recorded::bids_not_worth, area.bids_not_worth);
    count(Recorded::gateways_failed, area.gateways_failed);
    count(Recorded::awards, area.awards);
    count(Recorded::weeks_to_contract, area.weeks_to_contract);
    month.put_pence(Recorded::outcome_withheld, service, locality, area.outcome_withheld);
    month.put_pence(Recorded::contract_value, service, locality, area.contract_value);
    month.put_pence(Recorded::sanctions, service, locality, area.sanctions);
    count(Recorded::visits, area.visits);
    count(Recorded::findings_published, area.findings_published);
    count(Recorded::kpis_measured, area.kpis_measured);
    count(Recorded::kpis_met, area.kpis_met);
    count(Recorded::queries, area.queries);
    count(Recorded::performance_notices, area.performance_notices);
    count(Recorded::exception_reports, area.exception_reports);
    count(Recorded::contracts_decommissioned, area.decommissioned);
    month.put(Recorded::remedies, service, locality, area.remedies);
    month.put(Recorded::shared_units, service, locality, units_of(area.shared_quarter_days));
    count(Recorded::alliance_disputes, area.disputes);
    count(Recorded::tenders_delayed, area.tenders_delayed);
    count(Recorded::contracts_extended, area.contracts_extended);
    count(Recorded::contracts_handed_back, area.contracts_handed_back);
    count(Recorded::packages_handed_back, area.packages_handed_back);
    month.put(Recorded::units_handed_back, service, locality,
              static_cast<double>(area.quarters_handed_back) / quarters_in_a_unit);
    count(Recorded::wealth_spent_people, area.wealth_spent);
    count(Recorded::moved_for_price, area.moved_for_price);
    count(Recorded::diverted_people, area.diverted);
    count(Recorded::reviewed_down, area.reviewed_down);
    count(Recorded::reabled_people, area.reabled);
    count(Recorded::care_spared_people, area.spared);
    count(Recorded::prevented_people, area.prevented);
    count(Recorded::families_gave_up, area.families_gave_up);
    month.put(Recorded::respite_weeks, service, locality, area.respite);
    count(Recorded::placements_reviewed, area.placements_reviewed);
    count(Recorded::placements_repriced, area.placements_repriced);
    count(Recorded::moved_by_review, area.moved_by_review);
    count(Recorded::bought_off_contract, area.bought_off_contract);
    count(Recorded::outside_reviews, area.outside_reviews);
    count(Recorded::forced_closures, area.forced_closures);
    count(Recorded::homes_changed_hands, area.changed_hands);
    month.put(Recorded::price_uplift, service, locality, to_pounds(area.price_uplift));
    month.put(Recorded::need_index, service, locality, market.local[market.area(service, locality)].need_index);
    month.put(Recorded::capacity_opened, service, locality, area.capacity_opened);
    month.put(Recorded::leavers_hours, service, locality, area.leavers);
    month.put(Recorded::agency_hours, service, locality, area.agency);
}

/// Council-supported people whose care began after the month's last day, in the week it ends in, less those whose care
/// ended then.
std::int64_t came_since(Market const& market, Service service, std::size_t locality)
{
    MonthCounts const& next = market.counts[1];
    std::int64_t came = -next.areas[market.area(service, locality)].ends;
    for (Channel const channel : all_of<Channel>())
        came += next.channels[market.cell(service, channel, locality)].starts;
    return came;
}

void write_book(MonthWriter const& month, PlacementBook const& book, Service service, std::size_t locality)
{
    month.put(Recorded::book_value, service, locality, to_pounds(book.value));
    month.put(Recorded::book_under_contract, service, locality, to_pounds(book.under_contract));
    month.put(Recorded::book_voluntary, service, locality, to_pounds(book.voluntary));
    month.put(Recorded::book_small_firms, service, locality, to_pounds(book.small_firms));
    month.put(Recorded::book_local, service, locality, to_pounds(book.local));
    month.put(Recorded::book_largest_owner, service, locality, to_pounds(book.largest()));
    month.put(Recorded::book_concentrated, service, locality, book.concentrated() / 100.0);
}

void write_people(MonthWriter const& month, Market const& market, std::size_t locality)
{
    // Everybody is added to every sum, most of them as 0: who somebody is cannot be foretold, and a wrong guess costs
    // more than the sums do.
    struct Tally
    {
        EnumArray<Funding, int> in_care{};
        int waiting = 0;
        int rated = 0;
        int poor = 0;
        Quarters assessed = 0;
        Quarters commissioned = 0;
        Quarters once_paid = 0;
        PlacementBook book;
        Quarters family = 0;
        int with_technology = 0;
    };
    PerService<Tally> tallies{};
    People const& people = market.people[locality];
    for (PersonSlot p = 0; p < people.size(); ++p)
    {
        if (people.is_empty(p) || people[p].last_day != stays_on || people[p].is_apart)
            continue; // left during the week, or neither has care nor looks for it
        Person const& person = people[p];
        Tally& tally = tallies[person.service];
        int const is_council = person.funding == Funding::council;
        int const is_in_care = people.provider[p] != no_provider;
        tally.waiting += is_council & (1 - is_in_care);
        tally.in_care[person.funding] += is_in_care;
        int const is_as_assessed = is_council & is_in_care & static_cast<int>(person.service == person.assessed);
        tally.assessed += is_as_assessed * person.assessed_need;
        tally.commissioned += is_as_assessed * person.need;
        tally.once_paid += is_as_assessed * static_cast<int>(person.has_paid) * person.need;
        tally.family += person.family_care;
        tally.with_technology += is_in_care * static_cast<int>(person.has_technology);
        if (is_in_care == 0)
            continue;
        auto const provider = static_cast<std::size_t>(people.provider[p]);
        int const is_rated = market.providers.is_rated[provider] != 0;
        tally.rated += is_rated;
        if (is_council != 0)
            tally.book.add(market, locality, p);
        tally.poor += is_rated & static_cast<int>(market.providers.rating[provider] < Rating::good);
    }
    for (Service const service : all_of<Service>())
    {
        Tally const& tally = tallies[service];
        month.put(Recorded::council_people, service, locality,
                  static_cast<double>(tally.in_care[Funding::council] - came_since(market, service, locality)));
        month.put(Recorded::self_funders, service, locality, tally.in_care[Funding::self_funder]);
        month.put(Recorded::assessed_need, service, locality, units(tally.assessed));
        month.put(Recorded::commissioned_need, service, locality, units(tally.commissioned));
        month.put(Recorded::once_paid_need, service, locality, units(tally.once_paid));
        month.put(Recorded::family_care, service, locality, units(tally.family));
        month.put(Recorded::people_with_technology, service, locality, tally.with_technology);
        month.put(Recorded::nhs_people, service, locality, tally.in_care[Funding::nhs]);
        month.put(Recorded::other_people, service, locality, tally.in_care[Funding::other]);
        month.put(Recorded::waiting_people, service, locality, tally.waiting);
        write_book(month, tally.book, service, locality);
        month.put(Recorded::people_in_rated_care, service, locality, tally.rated);
        month.put(Recorded::people_in_poor_care, service, locality, tally.poor);
    }
}

void write_guarantees(MonthWriter const& month, Market const& market, Week const& week, Service service,
                      std::size_t locality)
{
    double guaranteed = 0.0;
    double weekly = 0.0;
    double committed = 0.0;
    int suspended = 0;
    int allied = 0;
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        auto const here = static_cast<LocalityId>(locality);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.service[c] != service)
            continue;
        suspended += contracts.locality[c] == here && contracts.oversight[c].is_suspended;
        allied += contracts.locality[c] == here && contracts.alliance[c].value != 0;
        if (!contracts.lot[c].serves(here))
            continue;
        double const let_here = units(contracts.guaranteed[c]) * contracts.lot[c].share_of(here);
        double const price = contracts.price[c] * let_here;
        guaranteed += let_here;
        weekly += price;
        double const council = contracts.lot[c].council_share_of(here);
        committed += contracts.price[c] * units(contracts.guaranteed[c]) * council *
                     std::max(0, contracts.ends[c] - week.number - 1);
    }
    month.put(Recorded::contracts_suspended, service, locality, suspended);
    month.put(Recorded::alliance_contracts, service, locality, allied);
    month.put(Recorded::guaranteed_units, service, locality, guaranteed);
    month.put(Recorded::price_of_guarantee, service, locality, weekly);
    month.put_pence(Recorded::committed_guarantee, service, locality, to_pence(committed));
}

void write_providers(MonthWriter const& month, Market const& market, Service service, std::size_t locality)
{
    Providers const& all = market.providers;
    auto const& open = market.providers_of[market.area(service, locality)];
    Quarters capacity = 0;
    Quarters occupied = 0;
    double staff = 0.0;
    double guaranteed = 0.0;
    double posts = 0.0;
    double pay = 0.0;
    double living_wage = 0.0;
    double list_prices = 0.0;
    double quotes = 0.0;
    double growth_left = 0.0;
    int priced = 0;
    for (ProviderId const provider : open)
    {
        auto const p = static_cast<std::size_t>(provider);
        capacity += all.capacity[p];
        occupied += all.occupied[p];
        staff += all.staff[p];
        guaranteed += all.guaranteed_hours[p] * all.staff[p];
        posts += all.posts[p];
        pay += all.staff[p] * all.pay(p);
        bool const pays_all = market.world.real_living_wage > 0.0 && all.wage[p] >= market.world.real_living_wage;
        living_wage += all.staff[p] * (pays_all ? 1.0 : all.living_wage_part[p]);
        if (all.sector[p] == Sector::in_house)
            continue; // sells to nobody
        list_prices += all.list_price[p];
        quotes += all.quote[p];
        growth_left += all.growth_left[p];
        ++priced;
    }
    month.put(Recorded::providers, service, locality, static_cast<double>(open.size()));
    month.put(Recorded::capacity, service, locality, units(capacity));
    month.put(Recorded::occupied_capacity, service, locality, units(occupied));
    month.put(Recorded::guaranteed_staff_hours, service, locality, guaranteed);
    month.put(Recorded::staff_hours, service, locality, staff);
    month.put(Recorded::living_wage_hours, service, locality, living_wage);
    month.put(Recorded::posts_hours, service, locality, posts);
    month.put(Recorded::pay_of_staff, service, locality, pay);
    month.put(Recorded::self_funder_list_price, service, locality, list_prices);
    month.put(Recorded::spot_quote, service, locality, quotes);
    month.put(Recorded::growth_left, service, locality, growth_left);
    month.put(Recorded::provider_count_for_prices, service, locality, priced);
}

void write_place(MonthWriter const& month, Market const& market)
{
    MonthCounts const& counts = market.counts[0];
    auto const put = [&](Recorded id, double amount) { month.record.set(id, month.period, 0, amount); };
    put(Recorded::matching_rounds_cut, static_cast<double>(counts.matching_rounds_cut));
    put(Recorded::offers_refused, static_cast<double>(counts.refused_by_people));
    put(Recorded::people_declined, static_cast<double>(counts.declined_by_providers));
    put(Recorded::groups_failed, static_cast<double>(counts.groups_failed));
    double budget = 0.0;
    double pressure = 0.0;
    for (Commissioner const& council : market.commissioners)
    {
        budget += council.budget / 12.0;
        pressure = std::max(pressure, council.pressure);
    }
    put(Recorded::budget_pressure, pressure);
    month.record.add_pence(Recorded::budget, month.period, 0, to_pence(budget));
    Pence own_capital = 0;
    Pence grants = 0;
    Pence invested = 0;
    for (Service const service : all_of<Service>())
        for (std::size_t at = 0; at < market.locality_count(); ++at)
        {
            auto const locality = static_cast<LocalityId>(at);
            own_capital += market.books.line(0, {Flow::capital_put_in, service, Channel::in_house, locality}) -
                           market.books.line(0, {Flow::dividend, service, Channel::in_house, locality});
            grants += market.books.line(0, {Flow::building_grant, service, Channel::block, locality});
            invested += market.books.line(0, {Flow::invest_to_save, service, Channel::spot, locality});
        }
    month.record.add_pence(Recorded::own_supply_capital, month.period, 0, own_capital);
    month.record.add_pence(Recorded::building_grants, month.period, 0, grants);
    month.record.add_pence(Recorded::invest_to_save, month.period, 0, invested);
    month.record.add_pence(Recorded::officer_spend, month.period, 0,
                           market.books.line(0, {Flow::officers, Service::homecare, Channel::spot, 0}));
}

void begin_month(Market& market)
{
    market.books.close_month();
    std::swap(market.counts[0], market.counts[1]);
    MonthCounts& next = market.counts[1];
    std::fill(next.channels.begin(), next.channels.end(), MonthCounts::Cell{});
    std::fill(next.areas.begin(), next.areas.end(), MonthCounts::Area{});
    next.matching_rounds_cut = 0;
    next.refused_by_people = 0;
    next.declined_by_providers = 0;
    next.groups_failed = 0;
    for (auto* flow : {&market.income, &market.surplus})
    {
        std::swap((*flow)[0], (*flow)[1]);
        std::fill((*flow)[1].begin(), (*flow)[1].end(), 0);
    }
}

} // namespace

void open_week(Market& market, Week const& week)
{
    market.books.open_week(week.months);
}

void close_week(Market& market, Week const& week, Record& record)
{
    int const month = week.months.first_month;
    if (month_index(week.first + std::chrono::days{week.days}) == month)
        return; // the month goes on
    int const period = month - market.first_month;
    if (period >= 0 && static_cast<std::size_t>(period) < record.shape().periods)
    {
        MonthWriter const writer{record, static_cast<std::size_t>(period)};
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
        {
            for (Service const service : all_of<Service>())
            {
                write_money(writer, market, service, locality);
                write_counts(writer, market, service, locality);
                write_providers(writer, market, service, locality);
                write_guarantees(writer, market, week, service, locality);
            }
            write_people(writer, market, locality);
        }
        write_place(writer, market);
    }
    begin_month(market);
}

} // namespace caremarket
