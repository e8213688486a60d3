#include "model/month_end.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr double days_in_a_week = 7.0;

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
    auto const both = [&](Flow flow) { return line(flow, Channel::block) + line(flow, Channel::spot); };
    for (Channel const channel : all_of<Channel>())
        month.put_pence(Recorded::gross_spend, service, channel, locality,
                        line(Flow::care_used, channel) + line(Flow::care_void, channel));
    month.put_pence(Recorded::void_spend, service, locality, both(Flow::care_void));
    month.put_pence(Recorded::client_contributions, service, locality, both(Flow::contribution));
    month.put_pence(Recorded::self_funder_spend, service, locality, both(Flow::self_funded));
    month.put_pence(Recorded::other_buyer_spend, service, locality, both(Flow::other_bought));
    month.put_pence(Recorded::procurement_spend, service, locality, both(Flow::procurement));
    month.put_pence(Recorded::wage_bill, service, locality, both(Flow::staff));
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
        MonthCounts::Cell const& cell =
            counts.channels[(index_of(service) * count_of<Channel> + index_of(channel)) * market.locality_count() +
                            locality];
        double const used = units_of(cell.used_quarter_days);
        month.put(Recorded::council_units_used, service, channel, locality, used);
        month.put(Recorded::council_units, service, channel, locality,
                  channel == Channel::block ? units_of(area.paid_quarter_days) : used);
        month.put(Recorded::starts, service, channel, locality, static_cast<double>(cell.starts));
        month.put(Recorded::start_waits, service, channel, locality, static_cast<double>(cell.start_waits));
        month.put(Recorded::starts_at_price, service, channel, locality, to_pounds(cell.started_value));
        month.put(Recorded::started_units, service, channel, locality,
                  static_cast<double>(cell.started_quarters) / quarters_in_a_unit);
    }
    month.put(Recorded::self_funder_units, service, locality, units_of(area.self_funded_quarter_days));
    month.put(Recorded::waiting_units, service, locality, units_of(area.waiting_quarter_days));
    month.put(Recorded::person_weeks_waiting, service, locality,
              static_cast<double>(area.waiting_person_days) / days_in_a_week);
    month.put(Recorded::delayed_days, service, locality, static_cast<double>(area.hospital_person_days));
    month.put(Recorded::ends, service, locality, static_cast<double>(area.ends));
    month.put(Recorded::displaced_people, service, locality, static_cast<double>(area.displaced));
    month.put(Recorded::entries, service, locality, static_cast<double>(area.entries));
    month.put(Recorded::exits, service, locality, static_cast<double>(area.exits));
    month.put(Recorded::tenders, service, locality, static_cast<double>(area.tenders));
    month.put(Recorded::lots_without_bid, service, locality, static_cast<double>(area.lots_without_bid));
    month.put(Recorded::volume_sought, service, locality, area.volume_sought);
    month.put(Recorded::volume_awarded, service, locality, area.volume_awarded);
    month.put(Recorded::leavers_hours, service, locality, area.leavers);
    month.put(Recorded::agency_hours, service, locality, area.agency);
}

void write_people(MonthWriter const& month, Market const& market, std::size_t locality)
{
    struct Tally
    {
        EnumArray<Funding, int> in_care{};
        int waiting = 0;
        int rated = 0;
        int poor = 0;
    };
    PerService<Tally> tallies{};
    People const& people = market.people[locality];
    for (PersonSlot p = 0; p < people.size(); ++p)
    {
        if (people.is_empty(p) || people.last_day[p] != stays_on)
            continue; // left during the week
        Tally& tally = tallies[people.service[p]];
        if (people.provider[p] == no_provider)
        {
            tally.waiting += people.funding[p] == Funding::council;
            continue;
        }
        ++tally.in_care[people.funding[p]];
        auto const provider = static_cast<std::size_t>(people.provider[p]);
        bool const is_rated = market.providers.is_rated[provider] != 0;
        tally.rated += is_rated;
        tally.poor += is_rated && market.providers.rating[provider] < Rating::good;
    }
    for (Service const service : all_of<Service>())
    {
        Tally const& tally = tallies[service];
        month.put(Recorded::council_people, service, locality, tally.in_care[Funding::council]);
        month.put(Recorded::self_funders, service, locality, tally.in_care[Funding::self_funder]);
        month.put(Recorded::other_people, service, locality, tally.in_care[Funding::other]);
        month.put(Recorded::waiting_people, service, locality, tally.waiting);
        month.put(Recorded::people_in_rated_care, service, locality, tally.rated);
        month.put(Recorded::people_in_poor_care, service, locality, tally.poor);
    }
}

void write_providers(MonthWriter const& month, Market const& market, Service service, std::size_t locality)
{
    Providers const& all = market.providers;
    auto const& open = market.providers_of[market.area(service, locality)];
    Quarters capacity = 0;
    Quarters occupied = 0;
    Quarters guaranteed = 0;
    double staff = 0.0;
    double posts = 0.0;
    double pay = 0.0;
    double list_prices = 0.0;
    double quotes = 0.0;
    for (ProviderId const provider : open)
    {
        auto const p = static_cast<std::size_t>(provider);
        capacity += all.capacity[p];
        occupied += all.occupied[p];
        staff += all.staff[p];
        posts += all.posts[p];
        pay += all.staff[p] * all.wage[p];
        list_prices += all.list_price[p];
        quotes += all.quote[p];
    }
    double block_value = 0.0;
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
    {
        auto const c = static_cast<std::size_t>(contract);
        if (contracts.is_empty(contract) || !contracts.is_in_force[c] || contracts.service[c] != service ||
            contracts.locality[c] != locality)
            continue;
        guaranteed += contracts.guaranteed[c];
        block_value += contracts.price[c] * units(contracts.guaranteed[c]);
    }
    month.put(Recorded::providers, service, locality, static_cast<double>(open.size()));
    month.put(Recorded::capacity, service, locality, units(capacity));
    month.put(Recorded::occupied_capacity, service, locality, units(occupied));
    month.put(Recorded::guaranteed_units, service, locality, units(guaranteed));
    month.put(Recorded::block_price_of_guarantee, service, locality, block_value);
    month.put(Recorded::staff_hours, service, locality, staff);
    month.put(Recorded::posts_hours, service, locality, posts);
    month.put(Recorded::pay_of_staff, service, locality, pay);
    month.put(Recorded::self_funder_list_price, service, locality, list_prices);
    month.put(Recorded::spot_quote, service, locality, quotes);
    month.put(Recorded::provider_count_for_prices, service, locality, static_cast<double>(open.size()));
}

void begin_month(Market& market)
{
    market.books.close_month();
    std::swap(market.counts[0], market.counts[1]);
    MonthCounts& next = market.counts[1];
    std::fill(next.channels.begin(), next.channels.end(), MonthCounts::Cell{});
    std::fill(next.areas.begin(), next.areas.end(), MonthCounts::Area{});
    next.matching_rounds_cut = 0;
    for (auto* flow : {&market.income, &market.surplus})
    {
        std::swap((*flow)[0], (*flow)[1]);
        std::fill((*flow)[1].begin(), (*flow)[1].end(), 0);
    }
}

} // namespace

void open_week(Market& market, Week const& week)
{
    market.books.open_week(months_of(week));
}

void close_week(Market& market, Week const& week, Record& record)
{
    int const month = months_of(week).first_month;
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
            }
            write_people(writer, market, locality);
        }
        record.set(Recorded::matching_rounds_cut, writer.period, 0,
                   static_cast<double>(market.counts[0].matching_rounds_cut));
    }
    begin_month(market);
}

} // namespace caremarket
