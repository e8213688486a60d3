#include "model/engine/known_hazard.hpp"

namespace caremarket
{

KnownHazard::KnownHazard(std::span<double const> hazards) : lived_through_{0.0}, last_hazard_(hazards.back())
{
    for (double const hazard : hazards)
        lived_through_.push_back(lived_through_.back() + hazard);
    double const whole = lived_through_.back();
    auto const part_count = 4 * hazards.size();
    parts_ = static_cast<double>(part_count) / whole;
    std::int32_t age = 0;
    for (std::size_t part = 0; part <= part_count; ++part)
    {
        while (static_cast<std::size_t>(age) < hazards.size() &&
               lived_through_[static_cast<std::size_t>(age)] * parts_ < static_cast<double>(part))
            ++age;
        guide_.push_back(age);
    }
}

double KnownHazard::lived_through(std::int32_t age) const
{
    auto const known = static_cast<std::int32_t>(lived_through_.size()) - 1;
    return age <= known ? lived_through_[static_cast<std::size_t>(age)]
                        : lived_through_.back() + last_hazard_ * (age - known);
}

std::int32_t KnownHazard::age_at_end(std::int32_t age, double threshold) const
{
    double const until = lived_through(age) + threshold;
    if (until > lived_through_.back())
    {
        double const beyond = (until - lived_through_.back()) / last_hazard_;
        auto const known = static_cast<std::int32_t>(lived_through_.size()) - 1;
        auto const steps = static_cast<std::int32_t>(beyond);
        // A threshold met exactly at the end of a step ends in that step.
        return known + (beyond > steps ? steps : steps - 1);
    }
    // The first age before which `until` has been lived through; the end is in the step before it. The guide stands at
    // most at it: it is the first age beyond a part that begins no later than `until`.
    std::int32_t after = guide_[static_cast<std::size_t>(until * parts_)];
    while (lived_through_[static_cast<std::size_t>(after)] < until)
        ++after;
    while (after > age + 1 && lived_through_[static_cast<std::size_t>(after - 1)] >= until)
        --after;
    return after > age ? after - 1 : age;
}

} // namespace caremarket
