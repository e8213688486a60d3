#include "analysis/compare_cost.hpp"

#include "analysis/council_cost.hpp"

#include <algorithm>

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
      years_(static_cast<std::size_t>(file.axes().years)),
      services_(file.axes().services)
{
    for (std::string_view const metric : costs_by_service)
        by_service_.push_back(read(file, metric));
    for (std::string_view const metric : costs_of_the_whole)
        if (file.catalogue().find(metric))
            of_the_whole_.push_back(file.yearly_pence(metric));
}

SavedPence CouncilCost::saved(Pair const& pair, WhichService service) const
{
    SavedPence result{.first_year = first_year_, .years = years_, .pence = {}};
    for (std::size_t const replicate : pair.replicates)
        for (std::size_t year = 0; year < result.years; ++year)
            result.pence.push_back(cost({pair.outlook, pair.baseline, replicate, year}, service) -
                                   cost({pair.outlook, pair.strategy, replicate, year}, service));
    return result;
}

std::vector<SavingOfService> CouncilCost::saved_by_service(Pair const& pair) const
{
    std::vector<SavingOfService> result;
    auto const is_by_service = [this](PenceSeries const& part) { return part.cells() == services_.size(); };
    if (!std::ranges::all_of(by_service_, is_by_service))
        return result;
    for (std::size_t service = 0; service < services_.size(); ++service)
        if (!costs_nothing(pair, service))
            result.push_back({services_[service], saved_over_the_run(saved(pair, service))});
    return result;
}

std::int64_t CouncilCost::cost(Year const& at, WhichService service) const
{
    std::int64_t pence = 0;
    for (PenceSeries const& part : by_service_)
        for (std::size_t cell = 0; cell < part.cells(); ++cell)
            if (!service || cell == *service)
                pence += part(at.outlook, at.strategy, at.replicate, at.year, cell);
    if (!service)
        for (PenceSeries const& part : of_the_whole_)
            pence += part(at.outlook, at.strategy, at.replicate, at.year);
    return pence;
}

bool CouncilCost::costs_nothing(Pair const& pair, std::size_t service) const
{
    for (std::size_t const strategy : {pair.baseline, pair.strategy})
        for (std::size_t const replicate : pair.replicates)
            for (std::size_t year = 0; year < years_; ++year)
                if (cost({pair.outlook, strategy, replicate, year}, service) != 0)
                    return false;
    return true;
}

} // namespace caremarket
