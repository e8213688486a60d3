#include "model/phases/quality.hpp"

#include "model/rules/rating.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

void inspect(Market& market, BehaviourAll const& b, Week const& week, std::size_t p, std::size_t block)
{
    Providers& all = market.providers;
    ++all.inspections[p];
    double const seen = all.quality[p] + b.inspection_noise * market.draws.normal(all.key[p], Purpose::inspection,
                                                                                  all.inspections[p], 1);
    all.rating[p] =
        rating_for(seen - market.world.inspection_standard, {b.inadequate_below, b.good_from, b.outstanding_from});
    all.is_rated[p] = 1;
    all.known_as[p] = all.rating[p];
    all.times_inadequate[p] =
        all.rating[p] == Rating::inadequate ? static_cast<std::uint8_t>(std::min(all.times_inadequate[p] + 1, 250)) : 0;
    all.inspection_left[p] =
        static_cast<float>(market.draws.exponential(all.key[p], Purpose::inspection, all.inspections[p] + 1, 0));
    market.scratch[block].notebook.note({week.number,
                                         0,
                                         DecisionKind::rated,
                                         Reason::none,
                                         all.key[p],
                                         {},
                                         static_cast<double>(index_of(all.rating[p])),
                                         0.0});
}

} // namespace

void care_and_inspect(Market& market, Inputs const& inputs, Week const& week, std::size_t block)
{
    if (!week.opens_month)
        return;
    BehaviourAll const& behaviour = inputs.behaviour.all;
    Providers& all = market.providers;
    double const month = 1.0 / 12.0;
    for (Service const service : all_of<Service>())
    {
        BehaviourService const& b = inputs.behaviour.of[service];
        for (ProviderId const provider : market.providers_of[market.area(service, block)])
        {
            auto const p = static_cast<std::size_t>(provider);
            double const relative_pay = maths::log(all.pay(p) / market.world.outside_wage);
            all.quality[p] +=
                month * quality_drift(all.quality[p], all.quality_level[p], b.quality_return, b.quality_pay,
                                      relative_pay, b.quality_turnover, all.turnover[p] - b.quit_rate);
            all.quality[p] +=
                b.quality_noise * std::sqrt(month) *
                market.draws.normal(all.key[p], Purpose::quality, static_cast<std::uint32_t>(week.number));
            double const rate =
                inspection_rate(all.is_rated[p] ? all.rating[p] : Rating::requires_improvement,
                                behaviour.inspection_rate, behaviour.inspection_risk); // the new are seen soon
            all.inspection_left[p] -= static_cast<float>(rate * market.world.inspection_frequency * month);
            if (all.inspection_left[p] <= 0.0F)
                inspect(market, behaviour, week, p, block);
        }
    }
}

} // namespace caremarket
