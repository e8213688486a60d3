#include "analysis/compare_cost.hpp"

namespace caremarket
{

namespace
{

/// Kept by service if the metric is, else in one piece.
PenceSeries read(ResultsFile const& file, std::string_view metric)
{
    StoredMetric const* const found = file.catalogue().find(metric);
    Pick const service = found && found->has_services() ? Pick::each() : Pick::summed();
    return file.yearly_pence(metric, {.service = service, .channel = {}, .locality = {}});
}

} // namespace

CouncilCost::CouncilCost(ResultsFile const& file)
    : first_year_(file.axes().first_year),
      services_(file.axes().services),
      net_spend_(read(file, "net_spend")),
      procurement_(read(file, "procurement_spend"))
{
    for (std::string_view const metric : {"officer_spend", "own_supply_capital"}) // older files do not have them
        if (file.catalogue().find(metric))
            of_the_whole_.push_back(file.yearly_pence(metric));
}

SavedPence CouncilCost::saved(Pair const& pair, WhichService service) const
{
    SavedPence result{.first_year = first_year_, .years = net_spend_.periods, .pence = {}};
    for (std::size_t const replicate : pair.replicates)
        for (std::size_t year = 0; year < result.years; ++year)
            result.pence.push_back(cost({pair.outlook, pair.baseline, replicate, year}, service) -
                                   cost({pair.outlook, pair.strategy, replicate, year}, service));
    return result;
}

std::vector<SavingOfService> CouncilCost::saved_by_service(Pair const& pair) const
{
    std::vector<SavingOfService> result;
    if (net_spend_.cells() != services_.size() || procurement_.cells() != services_.size())
        return result;
    for (std::size_t service = 0; service < services_.size(); ++service)
        if (!costs_nothing(pair, service))
            result.push_back({services_[service], saved_over_the_run(saved(pair, service))});
    return result;
}

std::int64_t CouncilCost::cost(Year const& at, WhichService service) const
{
    std::int64_t pence = 0;
    for (PenceSeries const* const part : {&net_spend_, &procurement_})
        for (std::size_t cell = 0; cell < part->cells(); ++cell)
            if (!service || cell == *service)
                pence += (*part)(at.outlook, at.strategy, at.replicate, at.year, cell);
    if (!service)
        for (PenceSeries const& part : of_the_whole_)
            pence += part(at.outlook, at.strategy, at.replicate, at.year);
    return pence;
}

bool CouncilCost::costs_nothing(Pair const& pair, std::size_t service) const
{
    for (std::size_t const strategy : {pair.baseline, pair.strategy})
        for (std::size_t const replicate : pair.replicates)
            for (std::size_t year = 0; year < net_spend_.periods; ++year)
                if (cost({pair.outlook, strategy, replicate, year}, service) != 0)
                    return false;
    return true;
}

} // namespace caremarket
