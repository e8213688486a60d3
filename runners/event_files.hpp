#pragma once

#include "analysis/results_file_contents.hpp"
#include "runners/replicate.hpp"

#include <filesystem>
#include <memory>

namespace caremarket
{

/// R.events beside R.h5: the ledger of decisions of every run, one CSV file each, OUTLOOK.STRATEGY.REPLICATE.csv.
/// Columns: week (from 0), date (of the decision), day (within the week), kind, reason, subject and object (keys of
/// people, providers, contracts and tenders in 16 hexadecimal digits; empty: none), amount and quantity (what they are
/// depends on the kind: model/decisions.hpp). Lines are ordered by week, then kind.
class EventFiles
{
public:
    EventFiles(std::filesystem::path const& output, ResultsAxes const& axes);

    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path path_of(RunName const& run) const;
    [[nodiscard]] bool exists() const; ///< the folder
    [[nodiscard]] bool has(RunName const& run) const;

    /// Makes the folder. \throws ResultsFileError
    void make_folder() const;
    /// Removes the files named like those of a run, and the folder if nothing else is in it.
    void remove() const;
    /// Begins the file of a run; it appears when the run has come to its end.
    [[nodiscard]] std::unique_ptr<DecisionSink> open(RunName const& run) const;

private:
    std::filesystem::path folder_;
    ResultsAxes const& axes_;
};

} // namespace caremarket
