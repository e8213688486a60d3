#pragma once

#include "model/procurement/bids.hpp"

namespace caremarket
{

/// A provider that can bid: the rivals a bidder reckons with.
struct Able
{
    ProviderId provider = no_provider;
    double volume = 0;     ///< it can promise, as far as one bid may win [units/week]
    double taken_over = 0; ///< of all it can promise, what council people who are there use [units/week]
    double built = 0;      ///< part of the volume whose places it would build [units/week]
};

/// Everybody of the lot's localities but the councils themselves; of a list opened to newcomers, who is not on it.
[[nodiscard]] std::vector<ProviderId> anybody(Hearing const& hearing);

/// The one that serves most council people there; nobody where there is nobody.
[[nodiscard]] std::vector<ProviderId> incumbent(Hearing const& hearing);

/// Whoever is inside the fence that the council's levers draw.
[[nodiscard]] std::vector<ProviderId> within_fence(Hearing const& hearing);

/// Of those who serve council people there, the one with the best record; as an alliance, as many as the council's levers
/// say. Nobody where there is nobody.
[[nodiscard]] std::vector<ProviderId> best_of_those_there(Hearing const& hearing);

/// Those with the best record, no more than the council's levers say.
[[nodiscard]] std::vector<ProviderId> shortlisted(Hearing const& hearing);

/// Whoever of those invited can promise something, in the same order. Who cannot is noted.
[[nodiscard]] std::vector<Able> able_of(Hearing const& hearing, std::vector<ProviderId> const& invited);

/// Notes that a provider does not bid.
/// \param lowest price it would have taken [GBP/unit]; 0: it did not come to that
/// \param volume it could have promised [units/week]
void note_declined(Hearing const& hearing, ProviderId provider, Reason reason, double lowest, double volume);

} // namespace caremarket
