#include "analysis/results_file_meaning.hpp"

#include "analysis/results_file_attributes.hpp"
#include "analysis/results_file_layout.hpp"

#include <algorithm>
#include <cstdint>

namespace caremarket
{

using namespace hdf5;

namespace
{

/// "gross spend" for "gross_spend".
std::string in_words(std::string name)
{
    std::ranges::replace(name, '_', ' ');
    return name;
}

} // namespace

void put_meaning(hid_t dataset, StoredMetric const& metric, RecordPeriod length, std::string const& labels)
{
    put_attribute(dataset, "long_name", in_words(metric.name));
    put_attribute(dataset, "comment", metric.meaning);
    put_attribute(dataset, "cell_methods", cell_methods(metric, length));
    put_attribute(dataset, "better", word(metric.better));
    put_attribute(dataset, "is_care", std::int32_t{metric.is_care});
    if (!labels.empty())
        put_attribute(dataset, "coordinates", labels);
}

} // namespace caremarket
