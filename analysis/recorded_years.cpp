#include "analysis/recorded_years.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace caremarket
{

std::size_t RecordedYears::index_of_year(int financial_year) const
{
    ResultsAxes const& axes = file_.axes();
    if (financial_year < axes.first_year || financial_year >= axes.first_year + axes.years)
        throw CannotMeasure(fmt::format("{} lies outside the run", financial_year_name(financial_year)));
    return static_cast<std::size_t>(financial_year - axes.first_year);
}

bool RecordedYears::has_channel(std::string_view channel) const
{
    return std::ranges::find(file_.axes().channels, channel) != file_.axes().channels.end();
}

double RecordedYears::sum(std::string_view metric, std::string_view channel, Sum const& over)
{
    Series const& series = series_of(metric, channel);
    bool const is_by_service = file_.catalogue().find(metric)->has_services();
    if (!is_by_service && over.services.size() < file_.axes().services.size())
        throw CannotMeasure(fmt::format("the file does not keep {} by service", metric));
    double sum = 0;
    for (std::size_t period = over.first_period; period < over.first_period + over.periods; ++period)
        if (is_by_service)
            for (std::size_t const service : over.services)
                sum += series(outlook_, strategy_, over.replicate, period, service);
        else
            sum += series(outlook_, strategy_, over.replicate, period);
    return sum;
}

Series const& RecordedYears::series_of(std::string_view metric, std::string_view channel)
{
    std::pair key{std::string(metric), std::string(channel)};
    if (auto const known = series_.find(key); known != series_.end())
        return known->second;
    return series_.emplace(std::move(key), read(metric, channel)).first->second;
}

/// Flows by year, stocks by the period of the file.
Series RecordedYears::read(std::string_view metric, std::string_view channel) const
{
    StoredMetric const* const stored = file_.catalogue().find(metric);
    if (!stored)
        throw CannotMeasure(fmt::format("the file holds no metric {}", metric));
    Cells cells{.service = stored->has_services() ? Pick::each() : Pick::summed(), .channel = {}, .locality = {}};
    if (!channel.empty())
    {
        auto const& channels = file_.axes().channels;
        auto const found = std::ranges::find(channels, channel);
        if (found == channels.end())
            throw CannotMeasure(fmt::format("the file has no channel {}", channel));
        if (!stored->has_channels())
            throw CannotMeasure(fmt::format("the file does not keep {} by channel", metric));
        cells.channel = Pick::one(static_cast<std::size_t>(found - channels.begin()));
    }
    return stored->over == Over::point ? file_.by_period(metric, cells) : file_.yearly(metric, cells);
}

double YearOfRun::total(std::string_view metric) const
{
    return total(metric, "");
}

double YearOfRun::total(std::string_view metric, std::string_view channel) const
{
    return years_->sum(metric, channel,
                       {.services = services_,
                        .replicate = replicate_,
                        .first_period = years_->index_of_year(financial_year_),
                        .periods = 1});
}

double YearOfRun::total_besides(std::string_view metric, std::string_view channel) const
{
    return years_->has_channel(channel) ? total(metric) - total(metric, channel) : total(metric);
}

double YearOfRun::average(std::string_view metric) const
{
    std::size_t const periods = years_->periods_in_year();
    return years_->sum(metric, "",
                       {.services = services_,
                        .replicate = replicate_,
                        .first_period = years_->index_of_year(financial_year_) * periods,
                        .periods = periods}) /
           static_cast<double>(periods);
}

double YearOfRun::at_end(std::string_view metric) const
{
    std::size_t const periods = years_->periods_in_year();
    return years_->sum(metric, "",
                       {.services = services_,
                        .replicate = replicate_,
                        .first_period = (years_->index_of_year(financial_year_) + 1) * periods - 1,
                        .periods = 1});
}

YearOfRun YearOfRun::earlier(int years) const
{
    return {*years_, services_, replicate_, financial_year_ - years};
}

} // namespace caremarket
