#pragma once

#include "analysis/results_file.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caremarket
{

/// A results file does not hold what a figure is measured by; `what()` says what is not there.
class CannotMeasure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What the runs of one strategy under one outlook recorded. Each metric is read once.
class RecordedYears
{
public:
    RecordedYears(ResultsFile const& file, std::size_t outlook, std::size_t strategy)
        : file_(file), outlook_(outlook), strategy_(strategy)
    {}

    /// Which values are added up: periods [first, first + count) of one replicate.
    struct Sum
    {
        std::span<std::size_t const> services;
        std::size_t replicate = 0, first_period = 0, periods = 0;
    };
    /// \param channel empty: all together. \throws CannotMeasure
    [[nodiscard]] double sum(std::string_view metric, std::string_view channel, Sum const& over);

    /// Periods of the file in a year, by whose ends stocks are averaged.
    [[nodiscard]] std::size_t periods_in_year() const { return periods_in_a_year(file_.axes().period); }
    [[nodiscard]] bool has_channel(std::string_view channel) const;
    /// Place of a financial year in the runs. \throws CannotMeasure when it lies outside them
    [[nodiscard]] std::size_t index_of_year(int financial_year) const;

private:
    [[nodiscard]] Series const& series_of(std::string_view metric, std::string_view channel);
    [[nodiscard]] Series read(std::string_view metric, std::string_view channel) const;

    ResultsFile const& file_;
    std::size_t outlook_, strategy_;
    std::map<std::pair<std::string, std::string>, Series> series_; // by metric and channel
};

/// One financial year of one replicate, summed over localities and over some services: what formulas are written in.
class YearOfRun
{
public:
    /// \param services outlive it
    YearOfRun(RecordedYears& years, std::span<std::size_t const> services, std::size_t replicate, int financial_year)
        : years_(&years), services_(services), replicate_(replicate), financial_year_(financial_year)
    {}

    /// A flow over the year, in the metric's unit, money in pounds. \throws CannotMeasure
    [[nodiscard]] double total(std::string_view metric) const;
    /// Of one channel alone.
    [[nodiscard]] double total(std::string_view metric, std::string_view channel) const;
    /// Of all channels but one, if the file has that one at all.
    [[nodiscard]] double total_besides(std::string_view metric, std::string_view channel) const;
    /// A stock, averaged over the ends of the periods in which the file was recorded. \throws CannotMeasure
    [[nodiscard]] double average(std::string_view metric) const;
    /// A stock on the last day of the year. \throws CannotMeasure
    [[nodiscard]] double at_end(std::string_view metric) const;
    /// The same of some years earlier.
    [[nodiscard]] YearOfRun earlier(int years) const;

private:
    RecordedYears* years_;
    std::span<std::size_t const> services_;
    std::size_t replicate_;
    int financial_year_;
};

} // namespace caremarket
