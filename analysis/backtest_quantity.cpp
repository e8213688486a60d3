#include "analysis/backtest_quantity.hpp"

#include <algorithm>
#include <iterator>

namespace caremarket
{

namespace
{

using enum Quantity::Kind;
using Of = Quantity::Of;
using ByCosts = Quantity::ByCosts;

constexpr PublishedUnit weeks[] = {{"bed-week"}};
constexpr PublishedUnit money[] = {{"GBP"}, {"GBP thousand", 1e3}, {"GBP million", 1e6}};
constexpr PublishedUnit prices[] = {{"GBP/"}};
constexpr PublishedUnit shares[] = {{"share"}, {"%", 0.01}};
constexpr PublishedUnit hours_a_week[] = {{"h/week"}};
constexpr PublishedUnit packages[] = {{"packages"}};

constexpr double no_end = std::numeric_limits<double>::max();
constexpr double more_than_0 = std::numeric_limits<double>::min();

constexpr int years_of_growth = 2;

constexpr std::string_view direct_payments = "direct-payment";

/// What published unit costs and spend are of: care that the council buys. Direct payments stand on a line of their own.
double spend_on_care(YearOfRun const& year)
{
    return year.total_besides("gross_spend", direct_payments);
}

double price_per_unit_used(YearOfRun const& year)
{
    return spend_on_care(year) / year.total_besides("council_units_used", direct_payments);
}

double price_per_unit_paid_for(YearOfRun const& year)
{
    return spend_on_care(year) / year.total_besides("council_units", direct_payments);
}

double self_funder_price(YearOfRun const& year)
{
    return year.total("self_funder_spend") / year.total("self_funder_units");
}

double new_spot_price(YearOfRun const& year)
{
    return year.total("starts_at_price", "spot") / year.total("started_units", "spot");
}

constexpr Quantity table[] = {
    {"weeks", level, Of::beds, ByCosts::nothing, weeks, more_than_0, no_end, 0,
     [](YearOfRun const& year) { return year.total("council_units_used"); },
     "bed-weeks that council-supported people received"},
    {"average_price", level, Of::one_unit, ByCosts::level, prices, more_than_0, no_end, 0, price_per_unit_used,
     "gross spend, voids in it, per unit of care that somebody used; what is published must also be before clients' "
     "contributions and without NHS-funded nursing care"},
    {"gross_spend", level, Of::any, ByCosts::nothing, money, more_than_0, no_end, 0, spend_on_care,
     "what the council pays providers, voids in it, tenders and direct payments not; what is published must also be "
     "before clients' "
     "contributions and without NHS-funded nursing care"},
    {"direct_payment_spend", level, Of::any, ByCosts::nothing, money, more_than_0, no_end, 0,
     [](YearOfRun const& year) { return year.total("gross_spend", direct_payments); },
     "what the council gives people who buy for themselves"},
    {"client_contribution", level, Of::one_unit, ByCosts::nothing, prices, 0, no_end, 0,
     [](YearOfRun const& year) { return year.total("client_contributions") / year.total("council_units_used"); },
     "what council-supported people pay towards a unit of care they receive"},
    {"block_share_of_care_home_spend", share, Of::care_homes, ByCosts::nothing, shares, 0, 1, 0,
     [](YearOfRun const& year) { return year.total("gross_spend", "block") / year.total("gross_spend"); },
     "gross spend of care homes on the channel block, voids in it, as a share of that on all channels"},
    {"packages_handed_back", level, Of::any, ByCosts::nothing, packages, 0, no_end, 0,
     [](YearOfRun const& year) { return year.total("packages_handed_back"); },
     "packages of care that providers handed back in the year"},
    {"hours_handed_back", level, Of::one_unit, ByCosts::nothing, hours_a_week, 0, no_end, 0,
     [](YearOfRun const& year) { return year.total("units_handed_back"); },
     "weekly hours of the packages that providers handed back in the year"},
    {"occupancy", share, Of::one_unit, ByCosts::nothing, shares, 0, 1, 0,
     [](YearOfRun const& year) { return year.average("occupied_capacity") / year.average("capacity"); },
     "care delivered to all payers as a share of what providers can deliver with the staff they have, over the ends of "
     "the file's periods"},
    {"self_funder_premium", share, Of::one_unit, ByCosts::nothing, shares, -1, 10, 0,
     [](YearOfRun const& year) { return self_funder_price(year) / price_per_unit_paid_for(year) - 1; },
     "average price that self-funders pay over the average that the council pays, less 1; of care homes both averages "
     "are over all homes, whatever the mix"},
    {"self_funder_share", share, Of::one_unit, ByCosts::nothing, shares, 0, 1, 0,
     [](YearOfRun const& year)
     {
         double const paying = year.average("self_funders");
         return paying /
                (paying + year.average("council_people") + year.average("nhs_people") + year.average("other_people"));
     },
     "self-funders among all people in this care"},
    {"vacancy_rate", share, Of::any, ByCosts::nothing, shares, -1, 1, 0,
     [](YearOfRun const& year) { return 1 - year.average("staff_hours") / year.average("posts_hours"); },
     "hours of care staff wanted and not employed, as a share of those wanted"},
    {"turnover", share, Of::any, ByCosts::nothing, shares, 0, 10, 0,
     [](YearOfRun const& year) { return year.total("leavers_hours") / year.average("staff_hours"); },
     "weekly hours of the care staff who left in the year, over the hours employed on average"},
    {"spot_price_growth", share, Of::one_unit, ByCosts::growth, shares, -1, 10, years_of_growth,
     [](YearOfRun const& year) { return new_spot_price(year) / new_spot_price(year.earlier(years_of_growth)) - 1; },
     "growth of the price at which care begins on the channel spot, from two years before to the year told"},
};

} // namespace

std::span<Quantity const> quantities()
{
    return table;
}

Quantity const* quantity_called(std::string_view name)
{
    auto const found = std::ranges::find(table, name, &Quantity::name);
    return found == std::end(table) ? nullptr : found;
}

std::vector<std::string> units_of(Quantity const& quantity, std::string_view unit_of_care)
{
    std::vector<std::string> texts;
    for (PublishedUnit const& unit : quantity.units)
        texts.push_back(std::string(unit.text) + std::string(unit.text.ends_with('/') ? unit_of_care : ""));
    return texts;
}

} // namespace caremarket
