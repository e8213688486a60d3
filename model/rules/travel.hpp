#pragma once

namespace caremarket
{

/// Paid travel and waiting per hour of contact [share].
///
/// A part falls with the square root of the hours a provider gives per area, as the way to the nearest of n scattered
/// customers does; the rest (parking, waiting between calls) does not.
/// \param usual         at the usual density [share]
/// \param weight        part that answers to density [share]
/// \param usual_density [h/week per km2]
/// \param longest       most it grows to, as a multiple of the usual: calls further away are declined [1]
/// \param density       of this provider in its locality [h/week per km2]
/// Source: one county paid 13 % and 25 % more for calls 3-6 and over 6 miles out (2018-19); the form is an assumption.
[[nodiscard]] double travel_at_density(double usual, double weight, double usual_density, double longest,
                                       double density);

} // namespace caremarket
