#pragma once

#include "analysis/hdf5_handles.hpp"
#include "analysis/results_file_contents.hpp"
#include "analysis/results_file_layout.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

/// Coordinates of a results file. Each is one dataset of the root, linked into every group that uses it: readers of
/// netCDF look for labels in the group they open.
namespace caremarket
{

class Coordinates
{
public:
    /// Writes them all into the root of a new file.
    Coordinates(hid_t file, ResultsAxes const& axes);

    /// Links into `group` the coordinates a group of values by periods of this length uses.
    void link_into(hid_t group, RecordPeriod length) const;
    /// Links these coordinates only.
    void link_into(hid_t group, std::vector<std::string> const& names) const;

    /// Says which coordinates the axes of `dataset` lie along.
    void attach(hid_t dataset, std::span<Axis const> axes, RecordPeriod length) const;

    /// Names beside the codes, for the attribute `coordinates` of a variable with these axes; may be empty.
    [[nodiscard]] std::string labels_of(std::vector<Axis> const& axes, RecordPeriod length) const;

private:
    hdf5::Dataset& add(std::string const& name, hdf5::Dataset dataset, char const* long_name);
    void add_texts(std::string const& name, std::vector<std::string> const& texts, char const* long_name);
    void add_numbers(std::string const& name, std::vector<std::int32_t> const& numbers, char const* long_name);
    void add_quantiles(std::vector<double> const& probabilities);
    void add_samples(SampleAxis const& samples);
    void add_period(ResultsAxes const& axes);
    void add_labels(std::string const& name, std::string const& of, std::vector<std::string> const& texts,
                    char const* long_name);

    hid_t file_;
    std::map<std::string, hdf5::Dataset> datasets_;
    std::vector<std::string> factors_; // of a sweep
    std::string last_of_runs_;         // "replicate" or "quantile"
};

/// Axes of an open file. \throws ResultsFileError
[[nodiscard]] ResultsAxes read_axes(hid_t file);

} // namespace caremarket
