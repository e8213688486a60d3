#include "analysis/sweep_outcomes.hpp"

#include "analysis/index_of_name.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr char const* costs[] = {"net_spend", "procurement_spend", "officer_spend", "own_supply_capital"};

std::vector<std::string> names_of(MetricCatalogue const& catalogue)
{
    std::vector<std::string> names;
    for (auto const* part : {&catalogue.recorded, &catalogue.derived})
        for (StoredMetric const& metric : *part)
            names.push_back(metric.name);
    return names;
}

} // namespace

SweepOutcomes::SweepOutcomes(ResultsFile const& file, std::optional<std::string> const& metric)
    : outlooks_(file.axes().outlooks.size()),
      strategies_(file.axes().strategies.size()),
      replicates_(file.axes().replicates)
{
    values_.assign(file.axes().run_count(), 0.0);
    if (metric)
    {
        std::vector<std::string> const known = names_of(file.catalogue());
        StoredMetric const& asked = *file.catalogue().find(known[index_of_name("metric", *metric, known)]);
        name_ = asked.name;
        unit_ = asked.unit;
        better_ = asked.better;
        read(file, {asked.name}, 1.0 / static_cast<double>(file.axes().years));
        return;
    }
    name_ = "cost to the council over the run";
    unit_ = "GBP";
    std::vector<std::string> there;
    for (char const* const cost : costs)
        if (file.catalogue().find(cost) != nullptr) // older files lack some
            there.emplace_back(cost);
    read(file, there, 1.0);
}

void SweepOutcomes::read(ResultsFile const& file, std::vector<std::string> const& metrics, double factor)
{
    std::size_t const of_a_sample = outlooks_ * strategies_ * replicates_;
    for (std::size_t sample = 0; sample < file.axes().samples.count(); ++sample)
        for (std::string const& metric : metrics)
        {
            Series const series = file.yearly(metric, {.sample = sample});
            for (std::size_t run = 0; run < of_a_sample; ++run)
                for (std::size_t year = 0; year < series.periods; ++year)
                    values_[sample * of_a_sample + run] += factor * series.values[run * series.periods + year];
        }
}

std::vector<double> SweepOutcomes::of(std::size_t sample, std::size_t outlook, std::size_t strategy) const
{
    std::size_t const first = ((sample * outlooks_ + outlook) * strategies_ + strategy) * replicates_;
    return {values_.begin() + static_cast<std::ptrdiff_t>(first),
            values_.begin() + static_cast<std::ptrdiff_t>(first + replicates_)};
}

} // namespace caremarket
