#pragma once

#include "model/clock.hpp"
#include "model/inputs/inputs.hpp"
#include "model/market.hpp"

namespace caremarket
{

/// Numbers worked out from the inputs once.
[[nodiscard]] Tables make_tables(Inputs const& inputs);

/// People in care at the start, by who pays, from the council's number and the shares of the others.
[[nodiscard]] EnumArray<Funding, double> people_in_care(PlaceService const& place);

/// Relative use of a service in a locality on a day: people by age band, weighted.
[[nodiscard]] double weighted_people(Inputs const& inputs, Service service, LocalityInput const& locality, Date day);

/// Share still in care at the beginning of each week; the last is the share at the limit.
[[nodiscard]] std::vector<double> survival(std::vector<float> const& hazards);

/// Sets the flow of new people that keeps the stock of the start, given what self-funders pay.
/// \param list_price average price to self-funders [GBP/unit]
void set_arrivals(Tables& tables, Inputs const& inputs, PerService<double> const& list_price);

} // namespace caremarket
