#pragma once

#include "model/inputs/inputs.hpp"
#include "scenarios/input_text.hpp"
#include "scenarios/library.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/resolved_inputs.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// What a council has said it will save. Belongs to the experiment, not to a strategy.
struct SavingsTarget
{
    /// How savings are counted against the target.
    enum class Basis : std::uint8_t
    {
        recurrent, ///< yearly effect reached by then
        in_year    ///< money not spent by then
    };
    struct Year
    {
        int financial_year = 0;        ///< calendar year in which it begins
        double million_by_its_end = 0; ///< cumulative [GBP million]
        friend bool operator==(Year const&, Year const&) = default;
    };

    std::vector<Year>
        years; ///< in order; empty: there is no target; some lie behind the end of a run that `--set` cut short
    std::optional<Basis> basis; ///< nothing: the source does not say
    std::string scope;          ///< what the target covers, in words
    double share = 1;           ///< part of it assigned to the modelled services, 0..1
    std::string source;

    friend bool operator==(SavingsTarget const&, SavingsTarget const&) = default;
};
template <>
struct NamesOf<SavingsTarget::Basis>
{
    static constexpr std::array<std::string_view, 2> names{"recurrent", "in-year"};
};

/// One place under every outlook and every strategy, many times over. Plain value.
struct Experiment
{
    std::string name;
    std::string title;
    std::string place;
    std::string behaviour;
    std::vector<std::string> outlooks;
    std::vector<std::string> strategies;
    std::string baseline; ///< one of the strategies
    Date start{};         ///< a 1 April
    int years = 0;
    int replicates = 0;
    std::uint64_t seed = 0; ///< below 2^63
    SavingsTarget target;

    friend bool operator==(Experiment const&, Experiment const&) = default;
};

/// An experiment with all its inputs, checked: binding them cannot fail.
struct LoadedExperiment
{
    Experiment experiment;
    ResolvedInputs settings; ///< the experiment's own values, with origins
    ResolvedInputs place;
    ResolvedInputs behaviour;
    std::vector<ResolvedInputs> outlooks;   ///< in the experiment's order
    std::vector<ResolvedInputs> strategies; ///< in the experiment's order
    ResolvedInputs inherited;               ///< strategy in force before the start
    std::vector<InputText> files;           ///< every file read, sorted by name
};

/// Texts of the form `path=value`; see overrides.hpp.
using Overrides = std::vector<std::string>;

/// Reads an experiment and all it names. Semantic problems of all files come together.
/// \param name_or_path of the library, or a file: ends in `.toml` or holds a `/`
[[nodiscard]] Loaded<LoadedExperiment> load_experiment(Library const& library, std::string_view name_or_path,
                                                       Overrides const& overrides = {});

/// The experiment with the strategies in these files behind its own; each is called as its file is. Overrides come after
/// this. A file that says the same as the experiment's strategy of its name adds nothing.
/// \param paths of files; see is_path()
[[nodiscard]] Loaded<LoadedExperiment> with_strategy_files(Library const& library, LoadedExperiment loaded,
                                                           std::vector<std::string> const& paths);

/// The experiment with these strategies only, in its own order. The baseline stays: differences are from it.
[[nodiscard]] Loaded<LoadedExperiment> with_strategies(LoadedExperiment loaded, std::vector<std::string> const& names);

/// The experiment under these outlooks only, in its own order.
[[nodiscard]] Loaded<LoadedExperiment> with_outlooks(LoadedExperiment loaded, std::vector<std::string> const& names);

/// What one run of a strategy reads; every commissioner follows the same strategy.
/// \param outlook,strategy indices in the experiment's order
[[nodiscard]] Inputs inputs_of(LoadedExperiment const& loaded, std::size_t outlook, std::size_t strategy);

/// What the market reads before the start: the inherited strategy in place of one of the experiment's.
[[nodiscard]] Inputs inputs_before_start(LoadedExperiment const& loaded, std::size_t outlook);

/// Names everything that decides the numbers of one (outlook, strategy), in hexadecimal: place, behaviour, outlook,
/// strategy, the inherited strategy, start, years, seed and the version of the model's behaviour. Cells with equal
/// hashes have equal results, replicate by replicate.
[[nodiscard]] std::string cell_hash(LoadedExperiment const& loaded, std::size_t outlook, std::size_t strategy,
                                    std::string_view behaviour_version);

/// One text that holds the resolved inputs of the experiment with their origins, for the results file …
[[nodiscard]] std::string to_text(LoadedExperiment const& loaded);

/// … and the experiment rebuilt from that text alone, checked against today's catalogue; `files` stay empty.
/// \param file name to show in problems
[[nodiscard]] Loaded<LoadedExperiment> experiment_from_text(std::string_view text, std::string_view file);

} // namespace caremarket
