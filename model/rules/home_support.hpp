#pragma once

/// What services outside the market do for people at home. The sizes of effects are not the market's to find: they come
/// from studies, and are rows of behaviour with their ranges.
namespace caremarket
{

/// Share of new need that prevention spares: each pound spares less than the one before [share].
/// \param effect of the first pound [share per GBP/year and older person]
/// \param limit  however much is spent [share]
/// \param spend  what has built up of it [GBP/year for each older person]
[[nodiscard]] double need_prevented(double effect, double limit, double spend);

/// What has built up, a while later: it follows spend with a lag, up and down.
/// \param weeks that have passed, of `lag` in which the gap falls to 37 %
[[nodiscard]] double built_up(double before, double spend, double weeks, double lag);

/// Hours of a new package of homecare, in quarters, and who gives them. What is commissioned is at least a quarter.
struct HomePackage
{
    int commissioned = 1;
    int family = 0; ///< asked of the family instead
};

/// \param need    as assessed [quarters of an hour]
/// \param spared  by technology [share of the need]; below 0: it finds need
/// \param family  asked of the family [share of the rest]
/// \param cut     from what is left while the council is over budget [share]
[[nodiscard]] HomePackage package_of(int need, double spared, double family, double cut);

/// Hazard that a family gives up [1/year].
/// \param rate    for each hour a week that it was asked to do [1/year]
/// \param respite it has [weeks/year]
/// \param relief  of a week a year, on the logarithm of the hazard, without sign
[[nodiscard]] double hazard_of_giving_up(double rate, double hours, double respite, double relief);

} // namespace caremarket
