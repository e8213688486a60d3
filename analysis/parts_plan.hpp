#pragma once

#include "analysis/parts.hpp"
#include "analysis/results_file_contents.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

inline constexpr std::string_view plan_schema = "caremarket.plan/1";

/// Everything about a results file but its numbers: with the parts it says what the file will be, to the byte.
struct Plan
{
    ResultsAxes axes;
    Provenance provenance;
    StoredInputs inputs;
    std::size_t replicates_per_part = 10;
    std::vector<std::string> cell_hashes; ///< [sample][outlook][strategy]; see PartKey
    friend bool operator==(Plan const&, Plan const&) = default;
};

/// A part that a plan asks for, and where its runs lie in the results file.
struct PlannedPart
{
    std::size_t sample = 0, outlook = 0, strategy = 0;
    PartKey key;
};

/// How many parts a plan asks for.
[[nodiscard]] std::size_t part_count(Plan const& plan);
/// The part of this number, by sample, outlook, strategy and replicate. \pre number < part_count(plan)
[[nodiscard]] PlannedPart planned_part(Plan const& plan, std::size_t number);
/// All parts of a plan, by sample, outlook, strategy and replicate.
[[nodiscard]] std::vector<PlannedPart> planned_parts(Plan const& plan);

/// "plan.json" of a folder of parts.
[[nodiscard]] std::filesystem::path plan_path(std::filesystem::path const& folder);

/// Writes the plan, whole or not at all. \throws ResultsFileError
void write_plan(std::filesystem::path const& path, Plan const& plan);
/// \throws ResultsFileError when it cannot be read, is not a plan, or is one of another schema
[[nodiscard]] Plan read_plan(std::filesystem::path const& path);

} // namespace caremarket
