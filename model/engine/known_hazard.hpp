#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace caremarket
{

/// A path of hazards by age that nothing changes, so that the age at which a threshold is lived through can be told when
/// it is drawn. The same ends as a sweep over the hazards step by step, without the sweep; where hazards answer to what
/// happens, they are swept (hazard_sweep.hpp).
class KnownHazard
{
public:
    KnownHazard() = default;
    /// \param hazards [1] per step, by age in steps; above 0; the last holds ever after
    explicit KnownHazard(std::span<double const> hazards);

    /// Age in whose step an Exp(1) threshold is lived through by somebody first exposed at `age`. \pre age >= 0
    [[nodiscard]] std::int32_t age_at_end(std::int32_t age, double threshold) const;

private:
    [[nodiscard]] double lived_through(std::int32_t age) const; // before the step of this age

    std::vector<double> lived_through_; // [1] by age: the sum of hazards before it
    std::vector<std::int32_t> guide_;   // by equal parts of that sum: the first age beyond each
    double parts_ = 0;                  // per unit of hazard
    double last_hazard_ = 0;
};

} // namespace caremarket
