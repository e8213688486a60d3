#include "analysis/knockout_measures.hpp"

#include "analysis/council_cost.hpp"
#include "analysis/unknown.hpp"
#include "model/money.hpp"

namespace caremarket
{

namespace
{

/// \param takes asked of a service; all of them are added up
template <class Takes>
double total(Record const& record, Recorded id, Takes const& takes)
{
    RecordShape const& shape = record.shape();
    std::vector<double> const& series = record.series(id);
    std::size_t const cells = shape.cells(metric(id).dimensions), of_a_service = cells / count_of<Service>;
    double sum = 0.0;
    for (std::size_t period = 0; period < shape.periods; ++period)
        for (Service const service : all_of<Service>())
            if (takes(service))
                for (std::size_t i = 0; i < of_a_service; ++i)
                    sum += series[period * cells + index_of(service) * of_a_service + i];
    return sum;
}

double total(Record const& record, Recorded id)
{
    return total(record, id, [](Service) { return true; });
}

double in_care_homes(Record const& record, Recorded id)
{
    return total(record, id, is_care_home);
}

double ratio(double above, double below)
{
    return below == 0.0 ? unknown : above / below;
}

} // namespace

MeasureWords const& words_of(KnockoutMeasure measure)
{
    static constexpr EnumArray<KnockoutMeasure, MeasureWords> words{
        {{{"cost", "GBP",
           "what care, tenders and officers cost the council over the run, after clients' contributions"},
          {"wait", "week", "weeks that people whose care began had waited"},
          {"waiting", "person-week/year", "weeks spent waiting by all people"},
          {"beds full", "share", "occupancy of care homes", true},
          {"price", "GBP/bed-week", "price of new council placements in care homes"},
          {"closed", "providers/year", "providers that closed"},
          {"turnover", "share/year", "care staff who left in a year", true}}}};
    return words[measure];
}

RunMeasures measures_of(Record const& record)
{
    constexpr double months_in_a_year = 12.0;
    double const years = static_cast<double>(record.shape().periods) / months_in_a_year;
    RunMeasures measures;
    using enum KnockoutMeasure;
    measures[cost] = to_pounds(council_cost(record));
    measures[weeks_waited] = ratio(total(record, Recorded::start_waits), total(record, Recorded::starts));
    measures[weeks_waiting] = total(record, Recorded::person_weeks_waiting) / years;
    measures[occupancy] =
        ratio(in_care_homes(record, Recorded::occupied_capacity), in_care_homes(record, Recorded::capacity));
    measures[placement_price] =
        ratio(in_care_homes(record, Recorded::starts_at_price), in_care_homes(record, Recorded::started_units));
    measures[closed] = total(record, Recorded::exits) / years;
    // Leavers are added up by month and staff counted at the end of each: together a rate a month.
    measures[turnover] =
        months_in_a_year * ratio(total(record, Recorded::leavers_hours), total(record, Recorded::staff_hours));
    return measures;
}

RunMeasures unknown_measures()
{
    RunMeasures measures;
    for (double& value : measures)
        value = unknown;
    return measures;
}

} // namespace caremarket
