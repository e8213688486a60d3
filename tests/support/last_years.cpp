#include "tests/support/last_years.hpp"

#include "model/build.hpp"
#include "model/step.hpp"
#include "tests/support/ledger.hpp"

#include <cmath>

namespace caremarket::tests
{

namespace
{

constexpr double weeks = Clock::weeks_in_a_year;

void look_at_providers(Market const& market, Service service, Year& year)
{
    double occupied = 0.0;
    double capacity = 0.0;
    double quotes = 0.0;
    double list_prices = 0.0;
    double open = 0.0;
    double waiting = 0.0;
    Providers const& all = market.providers;
    for (std::size_t p = 0; p < all.key.size(); ++p)
        if (all.key[p].value != 0 && all.service[p] == service)
        {
            occupied += units(all.occupied[p]);
            capacity += units(all.capacity[p]);
            quotes += all.quote[p];
            list_prices += all.list_price[p];
            open += 1.0;
        }
    for (std::size_t at = 0; at < market.locality_count(); ++at)
        waiting += market.local[market.area(service, at)].waiting;
    std::string const of = " of " + std::string{name_of(service)};
    year["occupancy" + of] += occupied / capacity / weeks;
    year["capacity" + of] += capacity / weeks;
    year["quote" + of] += quotes / open / weeks;
    year["list price" + of] += list_prices / open / weeks;
    year["providers" + of] += open / weeks;
    year["waiting share" + of] += waiting / occupied / weeks;
}

void look_at_council(Market const& market, Service service, Year& year)
{
    double in_care = 0.0;
    double waiting = 0.0;
    double paid = 0.0; // per unit, added over people
    double priced = 0.0;
    for (People const& people : market.people)
        for (PersonSlot p = 0; p < people.size(); ++p)
        {
            if (people.is_empty(p) || people[p].funding != Funding::council || people[p].service != service)
                continue;
            in_care += people.is_in_care(p);
            waiting += people.is_waiting(p);
            if (people.is_in_care(p) && people[p].price > 0.0)
            {
                paid += people[p].price;
                priced += 1.0;
            }
        }
    std::string const of = " of " + std::string{name_of(service)};
    year["council people" + of] += in_care / weeks;
    year["council people waiting" + of] += waiting / weeks;
    year["council's price" + of] += paid / priced / weeks;
}

void count_lines(std::vector<Decision> const& lines, Year& year)
{
    for (Decision const& line : lines)
    {
        year["exits"] += line.kind == DecisionKind::provider_closes;
        year["entries"] += line.kind == DecisionKind::provider_opens;
    }
}

} // namespace

std::array<Year, 2> last_years(Inputs const& before, std::uint32_t replicate)
{
    Market market = build_market(before, replicate);
    open_notebooks(market);
    Clock const clock(before.first_year);
    Record record(RecordShape{0, market.locality_count()});
    std::array<Year, 2> years;
    for (Year& year : years)
        year = {{"exits", 0.0}, {"entries", 0.0}};
    for (std::int32_t week = -warm_up_years * Clock::weeks_in_a_year; week < 0; ++week)
    {
        advance(market, before, clock.week(week), in_order, record);
        std::vector<Decision> const lines = take_decisions(market);
        if (week < -2 * Clock::weeks_in_a_year)
            continue;
        Year& year = years[week < -Clock::weeks_in_a_year ? 0 : 1];
        for (Service const service : all_of<Service>())
        {
            look_at_providers(market, service, year);
            look_at_council(market, service, year);
        }
        count_lines(lines, year);
    }
    return years;
}

std::vector<Drift> drifts(std::vector<std::array<Year, 2>> const& futures)
{
    auto const count = static_cast<double>(futures.size());
    std::vector<Drift> all;
    for (auto const& [measure, _] : futures.front()[1])
    {
        Drift drift{.measure = measure};
        double squares = 0.0;
        for (auto const& years : futures)
        {
            double const difference = years[1].at(measure) - years[0].at(measure);
            drift.mean += difference / count;
            squares += difference * difference;
            drift.level += 0.5 * (years[0].at(measure) + years[1].at(measure)) / count;
        }
        double const variance = (squares - count * drift.mean * drift.mean) / (count - 1.0);
        drift.t = drift.mean / std::sqrt(variance / count);
        all.push_back(drift);
    }
    return all;
}

bool is_bearable(Drift const& drift, double share)
{
    double const bearable = drift.measure.starts_with("providers") ? 3.0 * share : share;
    return std::abs(drift.t) < 4.4 || std::abs(drift.mean) <= bearable * drift.level;
}

} // namespace caremarket::tests
