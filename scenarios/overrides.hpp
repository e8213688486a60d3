#pragma once

#include "model/catalogue/description.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// The experiment with values set over those of the files, each as `path=value`:
///
///     strategy.homecare.contract_length=8           of every strategy of the experiment
///     strategy[long-block].homecare.mix_block=0.5  of one; the other shares of the mix are rescaled in proportion,
///                                                  and where several shares of a mix are set, spot among them, they add up to 1
///     outlook.all.wage_floor=9.5                 of every outlook; outlook[NAME] for one
///     behaviour.all.risk_aversion=0
///     place.homecare.book_price=18               also a cell: place.supply.E07000008.homecare.capacity=9000
///     experiment.years=5                         also replicates, seed and start
///
/// Values are written as in a TOML file; a word needs no quotes. The strategy in force before the start is not touched.
/// The same checks apply as to files. Nothing may be set twice, but a value of one strategy after that of all may.
[[nodiscard]] Loaded<LoadedExperiment> with_overrides(LoadedExperiment loaded, Overrides const& overrides);

/// A value to be set, wherever it is from.
struct GivenValue
{
    std::string path; ///< left of the `=`
    std::string text; ///< right of it
    Origin origin;    ///< what is wrong is told there
};

/// The same with values that are not from the command line.
[[nodiscard]] Loaded<LoadedExperiment> with_values(LoadedExperiment loaded, std::vector<GivenValue> const& values);

/// The row of the catalogue that a path sets in this experiment. Settings of the run have none.
/// \param problems why it sets nothing is appended, told at `origin`
/// \return nothing then
[[nodiscard]] Description const* description_at(LoadedExperiment const& loaded, std::string_view path,
                                                Origin const& origin, Problems& problems);

/// A value as `--set` has it, checked against its row alone.
[[nodiscard]] std::optional<InputValue> checked_value(GivenValue const& value, Description const& what,
                                                      Problems& problems);

} // namespace caremarket
