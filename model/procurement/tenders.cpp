#include "model/procurement/tenders.hpp"

#include "model/procurement/letting.hpp"
#include "model/procurement/planning.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace caremarket
{

void review_volumes(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<TenderPlan> plans;
    for (Service const service : all_of<Service>())
        for (std::size_t locality = 0; locality < market.locality_count(); ++locality)
            for (Channel const kind : {Channel::block, Channel::core, Channel::framework})
            {
                auto const plan =
                    planned_tender(market, inputs, week, kind, service, static_cast<LocalityId>(locality));
                if (plan.sought > 0.0)
                    plans.push_back(plan);
            }
    for (LocalMarket& local : market.local)
        local.tender_is_late = {};
    auto const worth = [&market](TenderPlan const& plan)
    { return plan.sought * market.council_of(plan.locality).usual_rate[plan.service]; };
    std::sort(plans.begin(), plans.end(),
              [&](TenderPlan const& a, TenderPlan const& b)
              {
                  return std::tuple{-worth(a), market.tables.locality_keys[a.locality], a.service, a.kind} <
                         std::tuple{-worth(b), market.tables.locality_keys[b.locality], b.service, b.kind};
              });
    for (TenderPlan const& plan : plans)
        open_procurement(market, inputs, week, plan);
}

} // namespace caremarket
