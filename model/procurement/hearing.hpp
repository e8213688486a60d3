#pragma once

#include "model/procurement/asking.hpp"
#include "model/procurement/bids.hpp"

#include <vector>

/// What offers are, route by route. Bids stand in the order of those able to make them; who declines is noted.
namespace caremarket
{

/// Sealed offers: each names a price above the lowest it would take, by what it believes of its rivals; where the
/// council posts a price, it takes that one or stays away.
[[nodiscard]] std::vector<Bid> hear_sealed(Hearing const& hearing, std::vector<Able> const& able);

/// Sealed offers, and then rounds: in each the others are told the lowest offer and may better their own.
/// Source: course slides on procurement, competitive procedure with negotiation
[[nodiscard]] std::vector<Bid> hear_negotiated(Hearing const& hearing, std::vector<Able> const& able);

/// Whoever is asked opens its books: its price is what it reckons the terms to cost it, its surplus included.
/// Source: Suffolk community services procurement 2016, 14: open book accounting, cost of delivery
[[nodiscard]] std::vector<Bid> hear_at_open_book(Hearing const& hearing, std::vector<Able> const& able);

/// Sealed offers of partners whom the council has paid to find a cheaper way of working; what they found stays theirs.
/// Source: course slides on procurement, innovation partnership
[[nodiscard]] std::vector<Bid> hear_after_development(Hearing const& hearing, std::vector<Able> const& able);

/// No offers but the council's own: the price it pays now, at most its limit, to be taken or left.
[[nodiscard]] std::vector<Bid> hear_old_price(Hearing const& hearing, std::vector<Able> const& able);

} // namespace caremarket
