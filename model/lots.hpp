#pragma once

#include "model/ids.hpp"
#include "model/kinds.hpp"

#include <vector>

namespace caremarket
{

/// What is sought for the people of one locality.
struct LotPart
{
    LocalityId locality = 0;
    double council = 0; ///< by its council [units/week]
    double nhs = 0;     ///< by the NHS, which buys along with it [units/week]

    [[nodiscard]] double sought() const { return council + nhs; }
};

/// What is let as one: whose people its contracts serve, and in what proportion they are paid for while nobody uses them.
struct Lot
{
    std::vector<LotPart> parts; ///< by locality, in order of its key
    bool nhs_joins = false;     ///< its contracts serve people whose whole care the NHS pays, too

    [[nodiscard]] bool serves(LocalityId locality) const;
    /// People whose care is paid for so can come under its contracts.
    [[nodiscard]] bool takes(Funding funding) const;
    [[nodiscard]] bool overlaps(Lot const& other) const;
    /// Of what is sought for all of them, in [0, 1]; 0 where nobody is served.
    [[nodiscard]] double share_of(LocalityId locality) const;
    /// The same for all localities of another lot together.
    [[nodiscard]] double share_of(Lot const& other) const;
    /// What its council seeks for people of the locality, of what is sought for all, in [0, 1].
    [[nodiscard]] double council_share_of(LocalityId locality) const;
    /// What the NHS seeks for them.
    [[nodiscard]] double nhs_share_of(LocalityId locality) const;
    [[nodiscard]] double sought() const;
};

/// A locality's council for itself.
[[nodiscard]] Lot lot_of(LocalityId locality);

} // namespace caremarket
