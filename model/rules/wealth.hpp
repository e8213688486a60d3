#pragma once

namespace caremarket
{

/// Weeks until capital is spent on care; infinity when income covers the price.
/// \param capital above the upper limit [GBP]
/// \param price   of the care [GBP/week]
/// \param income  put to it first [GBP/week]
[[nodiscard]] double weeks_until_spent(double capital, double price, double income);

/// Capital left after so many weeks, not below 0 [GBP].
[[nodiscard]] double capital_after(double capital, double price, double income, double weeks);

/// What capital between the limits adds to a person's assessed charge [GBP/week]: one pound for each step begun.
/// \param step 250 in the regulations [GBP], above 0
/// Source: Care and Support (Charging and Assessment of Resources) Regulations 2014, tariff income.
[[nodiscard]] double tariff_income(double capital_above_lower_limit, double step);

/// How a home answers when a self-funder's money is spent and the council takes over.
struct Takeover
{
    enum class Answer
    {
        council_rate, ///< the home takes what the council pays
        topped_up,    ///< somebody adds the difference
        above_rate,   ///< the council pays what the home asks
        moves         ///< none of these: another place is sought
    } answer = Answer::moves;
    double price = 0;  ///< to the council [GBP/unit]
    double top_up = 0; ///< [GBP/unit]
};

/// \param rate        the council's usual rate [GBP/unit]
/// \param limit       most the council pays: its price limit, or what another place would cost it [GBP/unit]
/// \param reservation least the home takes for a council-supported person [GBP/unit]
/// \param family_adds most a family would add [GBP/unit]
/// Source: CMA, care homes market study (2017): about a quarter of council-supported residents had top-ups.
[[nodiscard]] Takeover take_over_from_self_funder(double rate, double limit, double reservation, double family_adds);

} // namespace caremarket
