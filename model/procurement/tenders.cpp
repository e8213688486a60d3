#include "model/procurement/tenders.hpp"

#include "model/procurement/letting.hpp"
#include "model/procurement/merging.hpp"
#include "model/procurement/planning.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace caremarket
{

void review_volumes(Market& market, Inputs const& inputs, Week const& week)
{
    std::vector<std::vector<TenderPlan>> procurements; // of lots
    for (Service const service : all_of<Service>())
        for (LotArea const& area : lot_areas(market, inputs, week, service))
            for (Channel const kind : {Channel::block, Channel::core, Channel::framework})
                if (std::vector<TenderPlan> lots = planned_procurement(market, inputs, week, kind, service, area);
                    !lots.empty())
                    procurements.push_back(std::move(lots));
    merge_services(market, inputs, week, procurements);
    for (LocalMarket& local : market.local)
        local.tender_is_late = {};
    auto const worth = [&market](std::vector<TenderPlan> const& lots)
    {
        double sum = 0.0;
        for (TenderPlan const& lot : lots)
            sum += worth_of(market, lot);
        return sum;
    };
    auto const place = [&](std::vector<TenderPlan> const& lots)
    {
        TenderPlan const& first = lots.front();
        return std::tuple{-worth(lots), market.tables.locality_keys[first.locality], first.service, first.kind};
    };
    std::sort(procurements.begin(), procurements.end(),
              [&place](auto const& a, auto const& b) { return place(a) < place(b); });
    for (std::vector<TenderPlan> const& lots : procurements)
        open_procurement(market, inputs, week, lots);
}

} // namespace caremarket
