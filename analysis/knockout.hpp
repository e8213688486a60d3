#pragma once

#include "analysis/knockout_measures.hpp"
#include "analysis/paired.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What each mechanism of the model does: the model without it against the full one, future by future.
namespace caremarket
{

/// What was run.
struct KnockoutSetting
{
    std::string title, experiment;
    std::string baseline, strategy;
    std::vector<std::string> outlooks;
    std::size_t replicates = 0;
    int first_year = 0; ///< calendar year of its 1 April
    int years = 0;
};

/// The measures of all runs of one model: both strategies under every outlook, many times over.
class MeasuredRuns
{
public:
    enum class Of : std::uint8_t
    {
        baseline,
        strategy
    };
    /// All unknown, as if they had failed.
    MeasuredRuns(std::size_t outlooks, std::size_t replicates);

    [[nodiscard]] RunMeasures& at(std::size_t outlook, Of strategy, std::size_t replicate)
    {
        return runs_[index(outlook, strategy, replicate)];
    }
    [[nodiscard]] RunMeasures const& at(std::size_t outlook, Of strategy, std::size_t replicate) const
    {
        return runs_[index(outlook, strategy, replicate)];
    }
    [[nodiscard]] std::size_t outlooks() const { return outlooks_; }
    [[nodiscard]] std::size_t replicates() const { return replicates_; }

private:
    [[nodiscard]] std::size_t index(std::size_t outlook, Of strategy, std::size_t replicate) const
    {
        return (outlook * 2 + static_cast<std::size_t>(strategy)) * replicates_ + replicate;
    }

    std::size_t outlooks_, replicates_;
    std::vector<RunMeasures> runs_;
};

/// A mechanism and the runs of the model without it.
struct RunsWithout
{
    std::string name, meaning;
    bool is_removed = true; ///< false: moved over its range, and still there
    std::vector<std::string> changes;
    MeasuredRuns runs;
};

/// What becomes of the sign of `strategy - baseline`, as far as it is beyond noise.
enum class SignThen : std::uint8_t
{
    as_before,
    turned, ///< it was clear, and is clear the other way round
    lost,   ///< it was clear, and can no longer be told
    settled ///< it could not be told, and is clear
};
template <>
struct NamesOf<SignThen>
{
    static constexpr std::array<std::string_view, 4> names{"as before", "turned", "lost", "settled"};
};

/// `strategy - baseline` in cost to the council over the run [GBP], futures averaged over outlooks.
struct CostDifference
{
    PairedDifference all;
    std::vector<PairedDifference> by_outlook;
};

/// What is different without a mechanism.
struct MechanismEffect
{
    std::string name, meaning;
    bool is_removed = true;
    std::vector<std::string> changes;
    EnumArray<KnockoutMeasure, PairedDifference> under_baseline; ///< against the full model, in % or points
    CostDifference difference;
    CostDifference moved; ///< that difference less the full model's
    SignThen sign = SignThen::as_before;

    /// Whether the mechanism, while it is there, makes the strategy dearer against the baseline; or, of a value that is
    /// only moved, whether moving it does.
    [[nodiscard]] bool makes_dearer() const { return is_removed ? moved.all.mean < 0 : moved.all.mean > 0; }
};

/// The answer. Each future is averaged over the outlooks, which share its people and shocks, before futures are compared.
struct Knockout
{
    KnockoutSetting setting;
    EnumArray<KnockoutMeasure, PairedDifference> full; ///< levels under the baseline, each with its interval
    CostDifference difference;                         ///< of the full model
    std::vector<MechanismEffect> effects;              ///< in the order given

    /// By how far they move the difference between the strategies, the farthest first.
    [[nodiscard]] std::vector<MechanismEffect const*> by_move() const;
};

/// \pre all runs have the outlooks and replicates of the setting
[[nodiscard]] Knockout knockout(KnockoutSetting setting, MeasuredRuns const& full,
                                std::vector<RunsWithout> const& without);

/// Plain words: how strategy and baseline differ, which mechanisms turn the sign, and which move it most.
[[nodiscard]] std::vector<std::string> knockout_sentences(Knockout const& knockout);

/// For a terminal: what removing each changes, the headline, the sentences, and what each name means.
[[nodiscard]] std::string knockout_text(Knockout const& knockout);

inline constexpr std::string_view knockout_schema = "caremarket.knockout/1";
[[nodiscard]] nlohmann::ordered_json knockout_json(Knockout const& knockout);

} // namespace caremarket
