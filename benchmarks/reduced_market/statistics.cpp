#include "benchmarks/reduced_market/reduced_market.hpp"

#include <cmath>
#include <numeric>

namespace caremarket::reduced
{

namespace
{

/// Sum of a series over the steps [from, until) and all localities.
double sum(Market const& market, std::vector<float> const& series, std::int32_t from, std::int32_t until)
{
    auto const localities = static_cast<std::ptrdiff_t>(market.size.localities);
    return std::accumulate(series.begin() + from * localities, series.begin() + until * localities, 0.0);
}

double mean(Market const& market, std::vector<float> const& series, std::int32_t from, std::int32_t until)
{
    return sum(market, series, from, until) / static_cast<double>(until - from) /
           static_cast<double>(market.size.localities);
}

double heads_after(Market const& market, std::int32_t t)
{
    return t < 0 ? static_cast<double>(market.size.recipients)
                 : static_cast<double>(market.size.head_count(t) * market.size.localities);
}

/// Recipients at the end of the steps [from, until), times months.
double recipient_months(Market const& market, std::int32_t from, std::int32_t until)
{
    double months = 0.0;
    for (std::int32_t t = from; t < until; ++t)
        months += heads_after(market, t) * market.size.months();
    return months;
}

double mean_age(Market const& market)
{
    double steps = 0.0;
    double heads = 0.0;
    for (Recipients const& people : market.recipients)
        for (std::size_t person = 0; person < people.leaves.size(); ++person)
            if (people.leaves[person] != never)
            {
                steps += market.size.steps() - people.born[person];
                heads += 1.0;
            }
    return steps / heads * market.size.months() / 12.0;
}

} // namespace

Statistics statistics_of(Market const& market)
{
    Series const& series = market.series;
    std::int32_t const end = market.size.steps();
    std::int32_t const last_year = end - end / 10;
    double waited = 0.0;
    for (std::int32_t t = end / 2; t < end; ++t)
        waited += 1000.0 * sum(market, series.waiting, t, t + 1) / heads_after(market, t) / (end - end / 2);
    return {.exit1000 = 1000.0 * sum(market, series.recipient_exits, 0, end) / recipient_months(market, -1, end - 1),
            .price = mean(market, series.price, end - 1, end),
            .occ = mean(market, series.occupancy, end / 2, end),
            .wait1000 = waited,
            .spendpc = sum(market, series.spend, last_year, end) / recipient_months(market, last_year, end),
            .pexit = 100.0 * sum(market, series.provider_exits, 0, end) /
                     static_cast<double>(market.size.localities * market.size.slots),
            .qual = mean(market, series.quality, end - 1, end),
            .meanage = mean_age(market)};
}

} // namespace caremarket::reduced
