#include "model/rules/ring_fence.hpp"

namespace caremarket
{

namespace
{

using IsInside = bool (*)(Candidate const&);

bool is_incumbent(Candidate const& candidate)
{
    return candidate.serves_council;
}

bool is_voluntary(Candidate const& candidate)
{
    return candidate.sector == Sector::voluntary;
}

bool is_small(Candidate const& candidate)
{
    return !candidate.is_grouped && candidate.size < 1.0;
}

bool is_rated_good(Candidate const& candidate)
{
    return candidate.rating && *candidate.rating >= Rating::good;
}

constexpr EnumArray<RingFence, IsInside> fences{{is_incumbent, is_voluntary, is_small, is_rated_good}};

} // namespace

bool is_inside(RingFence fence, Candidate const& candidate)
{
    return fences[fence](candidate);
}

} // namespace caremarket
