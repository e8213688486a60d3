#include "tests/support/fingerprint.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <type_traits>
#include <vector>

namespace caremarket::tests
{

namespace
{

class Hash
{
public:
    void add(std::uint64_t word)
    {
        for (int byte = 0; byte < 8; ++byte)
        {
            value_ ^= (word >> (8 * byte)) & 0xff;
            value_ *= 0x100000001b3ULL;
        }
    }
    template <class T>
    void add(T value)
    {
        if constexpr (std::is_same_v<T, EntityKey>)
            add(value.value);
        else if constexpr (std::is_same_v<T, double>)
            add(std::bit_cast<std::uint64_t>(value));
        else if constexpr (std::is_same_v<T, float>)
            add(std::uint64_t{std::bit_cast<std::uint32_t>(value)});
        else
            add(static_cast<std::uint64_t>(value));
    }
    template <class T>
    void add(std::vector<T> const& values)
    {
        add(values.size());
        for (T const& value : values)
            add(value);
    }
    template <class... T>
    void add_all(T const&... values)
    {
        (add(values), ...);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

void add_providers(Hash& hash, Providers const& p)
{
    hash.add_all(p.key, p.service, p.locality, p.sector, p.group, p.size, p.efficiency, p.wage, p.staff, p.posts,
                 p.turnover, p.guaranteed_hours, p.travel, p.left, p.capacity, p.occupied, p.council_spot,
                 p.self_funded, p.guaranteed, p.contract_used, p.list_price, p.quote, p.reservation, p.quality,
                 p.rating, p.is_rated, p.times_inadequate, p.inspection_left, p.retirement_left, p.next_leaver,
                 p.leavers, p.months_below_cost, p.extension, p.extension_opens, p.income, p.cost, p.margin);
    for (std::size_t i = 0; i < p.key.size(); ++i)
        if (p.known_as[i] != p.rating[i] || p.barred_until[i] != -never || p.office_shared[i] != 0.0)
            hash.add_all(p.key[i], index_of(p.known_as[i]), p.barred_until[i], p.office_shared[i]);
}

/// Lots over several localities, or with the NHS: a locality for itself is told by its contract.
void add_lots(Hash& hash, Contracts const& c)
{
    for (Lot const& lot : c.lot)
        if (lot.parts.size() > 1 || lot.nhs_joins)
            for (LotPart const& part : lot.parts)
                hash.add_all(part.locality, part.council, part.nhs);
}

/// Contracts that somebody manages.
void add_oversight(Hash& hash, Contracts const& c)
{
    for (std::size_t i = 0; i < c.oversight.size(); ++i)
        if (Oversight const& o = c.oversight[i]; c.key[i].value != 0 && o != Oversight{})
            hash.add_all(c.key[i], static_cast<int>(o.rung), o.cure_ends, o.visit_left, o.visits, o.sanction,
                         o.is_watched, o.was_wanting, o.is_suspended, o.is_decommissioned);
}

void add_contracts(Hash& hash, Contracts const& c)
{
    std::vector<double> discount;
    std::vector<std::uint8_t> takes_over;
    for (Terms const& terms : c.terms)
    {
        discount.push_back(terms.discount);
        takes_over.push_back(terms.takes_over_existing);
    }
    hash.add_all(c.key, c.commissioner, c.service, c.locality, c.provider, c.kind, c.score, c.guaranteed, c.used,
                 c.price, c.full_until, c.withheld, discount, c.months_below_cost, c.is_handed_back, c.begins, c.ends,
                 c.is_in_force, c.next_break, c.provider_leaves, takes_over);
    add_lots(hash, c);
    add_oversight(hash, c);
    for (std::size_t i = 0; i < c.alliance.size(); ++i)
        if (c.key[i].value != 0 && c.alliance[i].value != 0)
            hash.add_all(c.key[i], c.alliance[i]);
}

void add_procurements(Hash& hash, std::vector<Procurement> const& under_way)
{
    for (Procurement const& one : under_way)
        hash.add_all(one.key, one.plan.decided, one.plan.begins, one.plan.sought, one.gateway);
}

void add_books(Hash& hash, Market const& market)
{
    for (Account account = 0; account < market.books.account_count(); ++account)
        hash.add_all(market.books.balance(account), market.books.posted(0, account), market.books.posted(1, account));
    for (std::size_t month = 0; month < 2; ++month)
        for (Flow const flow : all_of<Flow>())
            for (Service const service : all_of<Service>())
                for (Channel const channel : all_of<Channel>())
                    for (std::size_t at = 0; at < market.locality_count(); ++at)
                        if (Pence const pence =
                                market.books.line(month, {flow, service, channel, static_cast<std::uint16_t>(at)});
                            pence != 0) // a kind of payment nobody makes changes nothing
                            hash.add_all(month, index_of(flow), index_of(service), index_of(channel), at, pence);
}

void add_counts(Hash& hash, MonthCounts const& counts)
{
    for (MonthCounts::Cell const& c : counts.channels)
        hash.add_all(c.used_quarter_days, c.void_quarter_days, c.starts, c.start_waits, c.started_quarters,
                     c.started_value);
    for (MonthCounts::Area const& a : counts.areas)
    {
        hash.add_all(a.self_funded_quarter_days, a.waiting_quarter_days, a.waiting_person_days, a.hospital_person_days,
                     a.ends, a.displaced, a.entries, a.exits, a.tenders, a.lots_without_bid, a.volume_sought,
                     a.volume_awarded, a.leavers, a.agency);
        hash.add_all(a.tenders_delayed, a.contracts_extended, a.contracts_handed_back, a.packages_handed_back,
                     a.quarters_handed_back, a.diverted, a.wealth_spent, a.moved_for_price, a.reviewed_down,
                     a.forced_closures, a.changed_hands, a.capacity_opened);
        if (a.reabled + a.spared + a.prevented + a.families_gave_up + a.placements_reviewed + a.bought_off_contract !=
                0 ||
            a.respite != 0.0)
            hash.add_all(a.reabled, a.spared, a.prevented, a.families_gave_up, a.respite, a.placements_reviewed,
                         a.placements_repriced, a.moved_by_review, a.bought_off_contract);
        if (a.shared_quarter_days + a.disputes + a.outside_reviews != 0)
            hash.add_all(a.shared_quarter_days, a.disputes, a.outside_reviews);
    }
    hash.add_all(counts.matching_rounds_cut, counts.refused_by_people, counts.declined_by_providers,
                 counts.groups_failed);
}

} // namespace

std::uint64_t fingerprint(People const& p)
{
    std::vector<PersonSlot> order;
    for (PersonSlot slot = 0; slot < p.size(); ++slot)
        if (!p.is_empty(slot))
            order.push_back(slot);
    std::sort(order.begin(), order.end(), [&p](PersonSlot a, PersonSlot b) { return p[a].key < p[b].key; });
    Hash hash;
    for (PersonSlot const s : order)
        hash.add_all(p[s].key, p.stay_left[s], p.need_since[s], p.hazard_row[s], p[s].weeks_waiting, p[s].service,
                     p[s].assessed, p[s].band, p[s].funding, p[s].source, p[s].taste, p[s].chooses,
                     p[s].has_direct_payment, p[s].owns_home, p[s].is_displaced, p[s].is_temporary, p[s].goes_home,
                     p[s].has_paid, p[s].first_day, p[s].last_day, p[s].need, p[s].assessed_need, p[s].price,
                     p[s].charge, p[s].capital, p[s].income, p[s].counted, p[s].runs_out, p[s].family_adds, p[s].top_up,
                     p.provider[s], p.contract[s]);
    for (PersonSlot const s : order) // what nobody does changes nothing
        if (p[s].is_apart || p[s].has_technology || p[s].needs_home || p[s].family_care != 0)
            hash.add_all(p[s].key, p[s].is_apart, p[s].has_technology, p[s].needs_home, p[s].family_care);
    std::vector<HomeSupport> supported = p.supported;
    std::erase_if(supported, [&p](HomeSupport const& one) { return p[one.slot].key != one.person; });
    std::sort(supported.begin(), supported.end(),
              [](HomeSupport const& a, HomeSupport const& b) { return a.person < b.person; });
    for (HomeSupport const& one : supported)
        hash.add_all(one.person, one.strength);
    return hash.value();
}

std::uint64_t fingerprint(Market const& market)
{
    Hash hash;
    for (People const& people : market.people)
        hash.add(fingerprint(people));
    add_providers(hash, market.providers);
    add_contracts(hash, market.contracts);
    add_procurements(hash, market.procurements);
    for (Handover const& one : market.handovers)
        hash.add_all(one.person, one.provider, one.ended);
    for (Quarters const being_built : market.contracts.being_built)
        if (being_built != 0)
            hash.add(being_built);
    add_books(hash, market);
    add_counts(hash, market.counts[0]);
    add_counts(hash, market.counts[1]);
    for (LocalMarket const& l : market.local)
        hash.add_all(l.council_volume, l.council_starts, l.usual_wait, l.waiting, l.entries, l.opens_in_week, l.rounds,
                     l.tender_is_late[Channel::block], l.tender_is_late[Channel::core],
                     l.tender_is_late[Channel::framework], l.in_house_opens_in_week, l.in_house_opened,
                     l.in_house_is_to_close, l.need_index);
    for (LabourMarket const& l : market.labour)
        hash.add_all(l.job_seekers, l.usual_inflow, l.average_pay);
    for (Commissioner const& council : market.commissioners)
    {
        for (Service const service : all_of<Service>())
            hash.add_all(council.usual_rate[service], council.uplift_index[service]);
        hash.add_all(council.officer_weeks, council.budget, council.balance_in_april, council.pressure);
    }
    hash.add(market.groups.has_failed);
    for (double const prevention : market.prevention)
        if (prevention != 0.0)
            hash.add(prevention);
    for (std::vector<ProviderId> const& open : market.providers_of)
        hash.add(open);
    hash.add_all(market.income[0], market.income[1], market.surplus[0], market.surplus[1], market.days_since_accounts,
                 market.world.wage_floor, market.world.price_level, market.world.outside_wage, market.world.need_level);
    return hash.value();
}

std::uint64_t fingerprint(Record const& record)
{
    Hash hash;
    for (RecordedMetric const& metric : recorded_metrics())
        if (metric.is_money())
            hash.add(record.pence(metric.id));
        else
            hash.add(record.series(metric.id));
    return hash.value();
}

} // namespace caremarket::tests
