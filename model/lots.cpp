#include "model/lots.hpp"

#include <algorithm>

namespace caremarket
{

bool Lot::serves(LocalityId locality) const
{
    return std::any_of(parts.begin(), parts.end(),
                       [locality](LotPart const& part) { return part.locality == locality; });
}

bool Lot::takes(Funding funding) const
{
    return funding == Funding::council || (nhs_joins && funding == Funding::nhs);
}

bool Lot::overlaps(Lot const& other) const
{
    return std::any_of(parts.begin(), parts.end(),
                       [&other](LotPart const& part) { return other.serves(part.locality); });
}

double Lot::sought() const
{
    double sum = 0.0;
    for (LotPart const& part : parts)
        sum += part.sought();
    return sum;
}

double Lot::share_of(LocalityId locality) const
{
    double const all = sought();
    double share = 0.0;
    for (LotPart const& part : parts)
        if (part.locality == locality)
            share += all > 0.0 ? part.sought() / all : 1.0 / static_cast<double>(parts.size());
    return share;
}

double Lot::share_of(Lot const& other) const
{
    double share = 0.0;
    for (LotPart const& part : other.parts)
        share += share_of(part.locality);
    return share;
}

double Lot::council_share_of(LocalityId locality) const
{
    return share_of(locality) - nhs_share_of(locality);
}

double Lot::nhs_share_of(LocalityId locality) const
{
    double const all = sought();
    double share = 0.0;
    for (LotPart const& part : parts)
        if (part.locality == locality && all > 0.0)
            share += part.nhs / all;
    return share;
}

Lot lot_of(LocalityId locality)
{
    return {.parts = {{.locality = locality, .council = 1.0}}};
}

} // namespace caremarket
