#include "model/start/tables.hpp"

#include "model/maths.hpp"
#include "model/population.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// Weekly hazards of a Weibull length of care, falling (or rising) until the limit and constant after it.
std::vector<float> weekly_hazards(BehaviourService const& b)
{
    auto const limit = static_cast<std::size_t>(b.stay_limit * mean_weeks_in_a_year);
    double const scale = b.stay_scale * mean_weeks_in_a_year;
    std::vector<float> hazards;
    double lived = 0.0;
    for (std::size_t week = 1; week <= std::max<std::size_t>(limit, 1); ++week)
    {
        double const to_here = maths::pow(static_cast<double>(week) / scale, b.stay_shape);
        hazards.push_back(static_cast<float>(to_here - lived));
        lived = to_here;
    }
    return hazards;
}

/// Mean length of care [weeks]: what is lived within the table, and the exponential rest.
double mean_stay_of(std::vector<float> const& hazards)
{
    double weeks = 0.0;
    std::vector<double> const alive = survival(hazards);
    for (std::size_t week = 0; week < hazards.size(); ++week)
        weeks += 0.5 * (alive[week] + alive[week + 1]);
    return weeks + alive.back() / static_cast<double>(hazards.back());
}

HazardTable hazard_table(PerService<std::vector<float>> const& weekly)
{
    HazardTable table;
    for (Service const service : all_of<Service>())
        table.ages = std::max(table.ages, static_cast<std::int32_t>(weekly[service].size()));
    table.hazard.assign(static_cast<std::size_t>(table.ages), 0.0F); // no_hazard
    for (Service const service : all_of<Service>())
    {
        table.hazard.insert(table.hazard.end(), weekly[service].begin(), weekly[service].end());
        table.hazard.resize((index_of(service) + 2) * static_cast<std::size_t>(table.ages), weekly[service].back());
    }
    return table;
}

/// How wealth splits a locality's people between those who pay and those whom the council supports, against the place:
/// the odds of paying rise with wealth, and the place's totals stay what they are.
std::vector<EnumArray<Funding, double>> local_arrivals(Inputs const& inputs, Service service, Date day)
{
    PlaceService const& place = inputs.place.of[service];
    EnumArray<Funding, double> const people = people_in_care(place);
    double const both = people[Funding::council] + people[Funding::self_funder];
    double const share = both > 0.0 ? people[Funding::self_funder] / both : 0.0;
    std::vector<EnumArray<Funding, double>> factors(inputs.place.localities.size());
    double exposed = 0.0;
    double paying = 0.0;
    std::vector<double> local_shares;
    for (LocalityInput const& locality : inputs.place.localities)
    {
        double const lift = maths::pow(locality.wealth, inputs.behaviour.all.wealth_elasticity);
        double const local = share * lift / (1.0 - share + share * lift);
        double const weight = weighted_people(inputs, service, locality, day);
        local_shares.push_back(local);
        exposed += weight;
        paying += weight * local;
    }
    double const scale = paying > 0.0 ? share * exposed / paying : 1.0;
    for (std::size_t at = 0; at < factors.size(); ++at)
    {
        for (double& factor : factors[at])
            factor = 1.0;
        double const local = std::min(1.0, local_shares[at] * scale);
        if (share > 0.0 && share < 1.0)
        {
            factors[at][Funding::self_funder] = local / share;
            factors[at][Funding::council] = (1.0 - local) / (1.0 - share);
        }
    }
    return factors;
}

/// Mean weeks a person who pays for themselves goes on paying, from when so many weeks have been lived through.
///
/// Over a grid of capital: for each point the weeks it lasts, and the mean of the stay cut off there.
double mean_weeks_paying(std::vector<double> const& alive, PlaceService const& place, double price, std::size_t from)
{
    constexpr int grid = 64;
    double const weekly = price * place.units_per_person - place.self_funder_income;
    double sum = 0.0;
    for (int i = 0; i < grid; ++i)
    {
        double const z = maths::normal_quantile((i + 0.5) / grid);
        double const spread = place.self_funder_capital_spread;
        double const capital = place.self_funder_capital * maths::exp(spread * z - 0.5 * spread * spread);
        double const lasts = weekly > 0.0 ? std::max(1.0, capital / weekly) : 1e9; // for ever; as plan_spending has it
        for (std::size_t week = from; week + 1 < alive.size(); ++week)
        {
            double const left = std::clamp(lasts - static_cast<double>(week - from), 0.0, 1.0);
            if (left <= 0.0)
                break;
            sum += left * 0.5 * (alive[week] + alive[week + 1]);
        }
    }
    return sum / grid;
}

} // namespace

std::vector<double> survival(std::vector<float> const& hazards)
{
    std::vector<double> alive{1.0};
    double lived = 0.0;
    for (float const hazard : hazards)
    {
        lived += hazard;
        alive.push_back(maths::exp(-lived));
    }
    return alive;
}

EnumArray<Funding, double> people_in_care(PlaceService const& place)
{
    // A place whose other shares leave nobody to the council would have people without end.
    double const council_share =
        std::max(0.01, 1.0 - place.self_funder_share - place.nhs_share - place.other_buyer_share);
    double const all = place.council_people / council_share;
    EnumArray<Funding, double> people{};
    people[Funding::council] = place.council_people;
    people[Funding::self_funder] = all * place.self_funder_share;
    people[Funding::nhs] = all * place.nhs_share;
    people[Funding::other] = all * place.other_buyer_share;
    return people;
}

double weighted_people(Inputs const& inputs, Service service, LocalityInput const& locality, Date day)
{
    double weighted = 0.0;
    for (AgeBand const band : all_of<AgeBand>())
        weighted += inputs.place.of[service].use[band] * people_on(locality, band, inputs.outlook, day);
    return weighted;
}

void set_arrivals(Tables& tables, Inputs const& inputs, PerService<double> const& list_price)
{
    Date const start = first_of_april(inputs.first_year);
    auto const weeks_of_disregard = static_cast<std::size_t>(inputs.outlook.all.disregard_weeks.at(start));
    for (Service const service : all_of<Service>())
    {
        PlaceService const& place = inputs.place.of[service];
        double const stay = tables.permanent_stay[service];
        std::vector<double> const alive = survival(tables.weekly_hazard[service]);

        double exposed = 0.0;
        for (LocalityInput const& locality : inputs.place.localities)
            exposed += weighted_people(inputs, service, locality, start);
        double const per_exposed = exposed > 0.0 ? mean_weeks_in_a_year / exposed : 0.0;

        // Where the weeks of a newcomer fall: paying, or supported.
        double const pays = mean_weeks_paying(alive, place, list_price[service], 0);
        double const pays_later = mean_weeks_paying(alive, place, list_price[service], weeks_of_disregard);
        double const temporary = place.temporary_share;
        double const of_council_pays = (1.0 - temporary) * place.disregarded_share * pays_later;
        double const of_council_supported =
            temporary * inputs.behaviour.of[service].temporary_stay + (1.0 - temporary) * stay - of_council_pays;
        double const of_payer_supported = stay - pays;

        // Stocks of payers and supported, each fed by both kinds of newcomers: two equations.
        EnumArray<Funding, double> const people = people_in_care(place);
        double const payers = people[Funding::self_funder];
        double const supported = people[Funding::council];
        double const determinant = pays * of_council_supported - of_council_pays * of_payer_supported;
        double new_payers = (payers * of_council_supported - supported * of_council_pays) / determinant;
        double new_supported = (supported * pays - payers * of_payer_supported) / determinant;
        // Where capital is spent too soon, or too late, for both stocks, their sum is kept.
        if (new_supported < 0.0)
        {
            new_supported = 0.0;
            new_payers = (payers + supported) / stay;
        }
        else if (new_payers < 0.0)
        {
            new_payers = 0.0;
            new_supported = (payers + supported) / (of_council_supported + of_council_pays);
        }

        tables.arrivals[service][Funding::self_funder] = new_payers * per_exposed;
        tables.arrivals[service][Funding::council] = new_supported * per_exposed;
        for (Funding const funding : {Funding::nhs, Funding::other})
            tables.arrivals[service][funding] = people[funding] / stay * per_exposed;
    }
}

Tables make_tables(Inputs const& inputs)
{
    Tables tables;
    tables.geography = Geography(inputs.place, inputs.behaviour.all.market_area);
    Date const start = first_of_april(inputs.first_year);
    for (LocalityInput const& locality : inputs.place.localities)
    {
        tables.locality_keys.push_back(key_of(EntityKind::locality, locality.code));
        tables.commissioner_of.push_back(static_cast<CommissionerId>(locality.commissioner));
    }
    tables.delayed_day_cost = inputs.behaviour.all.delayed_day_cost;
    tables.tariff_step = inputs.outlook.all.tariff_step.at(start);
    tables.least_volume = inputs.behaviour.all.least_volume;
    PerService<double> book_price{};
    for (Service const service : all_of<Service>())
    {
        PlaceService const& place = inputs.place.of[service];
        BehaviourService const& b = inputs.behaviour.of[service];
        tables.weekly_hazard[service] = weekly_hazards(b);
        tables.permanent_stay[service] = mean_stay_of(tables.weekly_hazard[service]);
        tables.temporary_share[service] = place.temporary_share;
        tables.usual_need[service] = place.units_per_person;
        tables.local_arrivals[service] = local_arrivals(inputs, service, start);
        tables.delivered[service] = 1.0 - b.absence;
        tables.paid[service] = 1.0 - b.absence * (1.0 - b.retainer);
        book_price[service] = place.book_price;
    }
    tables.hazards = hazard_table(tables.weekly_hazard);
    set_arrivals(tables, inputs, book_price);
    return tables;
}

} // namespace caremarket
