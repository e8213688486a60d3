#include "model/catalogue/metrics.hpp"

namespace caremarket
{

namespace
{

using enum Dimensions;

constexpr RecordedMetric recorded[] = {
    {Recorded::gross_spend, "gross_spend", "GBP", service_channel_locality, Over::sum, Better::down,
     "What the council pays providers for care, before clients' contributions; voids are in it"},
    {Recorded::void_spend, "void_spend", "GBP", service_locality, Over::sum, Better::down,
     "Part of gross spend that paid for guaranteed volume nobody used"},
    {Recorded::client_contributions, "client_contributions", "GBP", service_locality, Over::sum, Better::neither,
     "What council-supported people pay towards their care"},
    {Recorded::top_ups, "top_ups", "GBP", service_locality, Over::sum, Better::down,
     "What families, and people with a direct payment, add to the price"},
    {Recorded::funded_nursing_care, "funded_nursing_care", "GBP", service_locality, Over::sum, Better::neither,
     "What the NHS puts towards the nursing of people in nursing homes"},
    {Recorded::self_funder_spend, "self_funder_spend", "GBP", service_locality, Over::sum, Better::neither,
     "What self-funders pay for care"},
    {Recorded::nhs_spend, "nhs_spend", "GBP", service_locality, Over::sum, Better::neither,
     "What the NHS pays for people whose whole care it pays"},
    {Recorded::other_buyer_spend, "other_buyer_spend", "GBP", service_locality, Over::sum, Better::neither,
     "What other councils and people of working age pay for care here"},
    {Recorded::procurement_spend, "procurement_spend", "GBP", service_locality, Over::sum, Better::down,
     "What tenders cost the council"},
    {Recorded::officer_spend, "officer_spend", "GBP", place, Over::sum, Better::down,
     "What commissioning officers cost the council"},
    {Recorded::own_supply_capital, "own_supply_capital", "GBP", place, Over::sum, Better::down,
     "Cash the council puts into its own supply at opening, less what comes back at closing"},
    {Recorded::budget, "budget", "GBP", place, Over::sum, Better::neither,
     "The council's own budget for these services, net of contributions; 0 before the first"},
    {Recorded::price_uplift, "price_uplift", "GBP/week", service_locality, Over::sum, Better::down,
     "What the uplift of 1 April adds to a week of the council's placements and contracts"},
    {Recorded::council_units, "council_units", "h or bed-week", service_channel_locality, Over::sum, Better::neither,
     "Units of care the council pays for: used or guaranteed"},
    {Recorded::council_units_used, "council_units_used", "h or bed-week", service_channel_locality, Over::sum,
     Better::neither, "Units of care that council-supported people receive"},
    {Recorded::self_funder_units, "self_funder_units", "h or bed-week", service_locality, Over::sum, Better::neither,
     "Units of care that self-funders receive"},
    {Recorded::need_index, "need_index", "people", service_locality, Over::point, Better::neither,
     "Older people weighted by their use of the service, times the level of need at given age"},
    {Recorded::assessed_need, "assessed_need", "h/week or bed", service_locality, Over::point, Better::neither,
     "Weekly need of council-supported people in care in the service they were assessed for, as assessed"},
    {Recorded::commissioned_need, "commissioned_need", "h/week or bed", service_locality, Over::point, Better::up,
     "Weekly volume commissioned for them"},
    {Recorded::once_paid_need, "once_paid_need", "h/week or bed", service_locality, Over::point, Better::neither,
     "Part of it of people who paid for themselves until their capital was spent"},
    {Recorded::council_people, "council_people", "people", service_locality, Over::point, Better::neither,
     "Council-supported people in care at the end of the period"},
    {Recorded::self_funders, "self_funders", "people", service_locality, Over::point, Better::neither,
     "Self-funders in care at the end of the period"},
    {Recorded::nhs_people, "nhs_people", "people", service_locality, Over::point, Better::neither,
     "People whose whole care the NHS pays, in care at the end of the period"},
    {Recorded::other_people, "other_people", "people", service_locality, Over::point, Better::neither,
     "People of other councils and of working age in care at the end of the period"},
    {Recorded::waiting_people, "waiting_people", "people", service_locality, Over::point, Better::down,
     "Council-supported people assessed and without care at the end of the period", true},
    {Recorded::waiting_units, "waiting_units", "h or bed-week", service_locality, Over::sum, Better::down,
     "Units of care that council-supported people waited for: unmet need", true},
    {Recorded::person_weeks_waiting, "person_weeks_waiting", "person-week", service_locality, Over::sum, Better::down,
     "Weeks that council-supported people spent waiting", true},
    {Recorded::delayed_days, "delayed_days", "d", service_locality, Over::sum, Better::down,
     "Days that council-supported people waited in hospital", true},
    {Recorded::starts, "starts", "people", service_channel_locality, Over::sum, Better::neither,
     "Council-supported people whose care began"},
    {Recorded::placed_again, "placed_again", "people", service_channel_locality, Over::sum, Better::down,
     "Of these, people who had lost another place"},
    {Recorded::start_waits, "start_waits", "person-week", service_channel_locality, Over::sum, Better::down,
     "Weeks the people whose care began had waited, added up"},
    {Recorded::starts_at_price, "starts_at_price", "GBP/week", service_channel_locality, Over::sum, Better::down,
     "Price of the packages that began, per week, added up"},
    {Recorded::started_units, "started_units", "h/week or bed", service_channel_locality, Over::sum, Better::neither,
     "Size of the packages that began, per week, added up"},
    {Recorded::ends, "ends", "people", service_locality, Over::sum, Better::neither,
     "Council-supported people whose care ended"},
    {Recorded::displaced_people, "displaced_people", "people", service_locality, Over::sum, Better::down,
     "People who lost their provider and had to move", true},
    {Recorded::council_displaced_people, "council_displaced_people", "people", service_locality, Over::sum,
     Better::down, "Of these, council-supported people"},
    {Recorded::began_to_pay_people, "began_to_pay_people", "people", service_locality, Over::sum, Better::neither,
     "Council-supported people in care who pay for themselves from then on, as their home begins to count"},
    {Recorded::wealth_spent_people, "wealth_spent_people", "people", service_locality, Over::sum, Better::neither,
     "Self-funders whose capital was spent, so that the council took over"},
    {Recorded::moved_for_price, "moved_for_price", "people", service_locality, Over::sum, Better::down,
     "Of these, people who had to move because no price was agreed", true},
    {Recorded::diverted_people, "diverted_people", "people", service_locality, Over::sum, Better::down,
     "People who waited so long that another service was sought for them", true},
    {Recorded::reviewed_down, "reviewed_down", "people", service_locality, Over::sum, Better::down,
     "Packages made smaller by a review", true},
    {Recorded::people_in_poor_care, "people_in_poor_care", "people", service_locality, Over::point, Better::down,
     "People in care whose provider is rated inadequate or requires improvement", true},
    {Recorded::people_in_rated_care, "people_in_rated_care", "people", service_locality, Over::point, Better::neither,
     "People in care whose provider is rated"},
    {Recorded::offers_refused, "offers_refused", "offers", place, Over::sum, Better::down,
     "Offers that people or their families refused"},
    {Recorded::people_declined, "people_declined", "people", place, Over::sum, Better::down,
     "People whom a provider said it could not care for, by provider and week"},
    {Recorded::guaranteed_units, "guaranteed_units", "h/week or bed", service_locality, Over::point, Better::neither,
     "Volume per week guaranteed under contracts at the end of the period"},
    {Recorded::price_of_guarantee, "price_of_guarantee", "GBP/week", service_locality, Over::point, Better::down,
     "Price of that guarantee, per week"},
    {Recorded::committed_guarantee, "committed_guarantee", "GBP", service_locality, Over::point, Better::down,
     "What the guarantees in force would cost to their ends at today's prices if nobody used them"},
    {Recorded::volume_sought, "volume_sought", "h/week or bed", service_locality, Over::sum, Better::neither,
     "Volume put to tender, frameworks apart"},
    {Recorded::volume_awarded, "volume_awarded", "h/week or bed", service_locality, Over::sum, Better::up,
     "Volume awarded"},
    {Recorded::tenders, "tenders", "tenders", service_locality, Over::sum, Better::neither, "Tenders decided"},
    {Recorded::lots_without_bid, "lots_without_bid", "tenders", service_locality, Over::sum, Better::down,
     "Tenders to which nobody bid within the council's limit"},
    {Recorded::tenders_delayed, "tenders_delayed", "tenders", service_locality, Over::sum, Better::down,
     "Tenders for which officers had no time that quarter"},
    {Recorded::contracts_extended, "contracts_extended", "contracts", service_locality, Over::sum, Better::neither,
     "Contracts that ran on at old terms because their successor was not let in time"},
    {Recorded::contracts_handed_back, "contracts_handed_back", "contracts", service_locality, Over::sum, Better::down,
     "Contracts on which their provider gave notice"},
    {Recorded::packages_handed_back, "packages_handed_back", "people", service_locality, Over::sum, Better::down,
     "People whose provider gave their package back", true},
    {Recorded::units_handed_back, "units_handed_back", "h/week or bed", service_locality, Over::sum, Better::down,
     "Volume of those packages"},
    {Recorded::providers, "providers", "providers", service_locality, Over::point, Better::neither,
     "Providers open at the end of the period"},
    {Recorded::entries, "entries", "providers", service_locality, Over::sum, Better::up, "Providers that opened"},
    {Recorded::exits, "exits", "providers", service_locality, Over::sum, Better::down, "Providers that closed"},
    {Recorded::forced_closures, "forced_closures", "providers", service_locality, Over::sum, Better::down,
     "Of these, closed by the regulator"},
    {Recorded::homes_changed_hands, "homes_changed_hands", "providers", service_locality, Over::sum, Better::neither,
     "Homes of failed groups that went on under another owner"},
    {Recorded::groups_failed, "groups_failed", "groups", place, Over::sum, Better::down, "Groups that failed"},
    {Recorded::capacity, "capacity", "h/week or bed", service_locality, Over::point, Better::up,
     "What open providers can deliver with the staff they have"},
    {Recorded::occupied_capacity, "occupied_capacity", "h/week or bed", service_locality, Over::point, Better::neither,
     "What they deliver"},
    {Recorded::capacity_opened, "capacity_opened", "h/week or bed", service_locality, Over::sum, Better::up,
     "Capacity that entrants and extensions opened"},
    {Recorded::staff_hours, "staff_hours", "h/week", service_locality, Over::point, Better::up,
     "Hours of care staff employed"},
    {Recorded::posts_hours, "posts_hours", "h/week", service_locality, Over::point, Better::neither,
     "Hours of care staff wanted: staff and vacancies"},
    {Recorded::guaranteed_staff_hours, "guaranteed_staff_hours", "h/week", service_locality, Over::point, Better::up,
     "Staff hours paid whether there is work or not"},
    {Recorded::leavers_hours, "leavers_hours", "h/week", service_locality, Over::sum, Better::down,
     "Hours of care staff who left"},
    {Recorded::agency_hours, "agency_hours", "h", service_locality, Over::sum, Better::down,
     "Hours filled with agency staff"},
    {Recorded::wage_bill, "wage_bill", "GBP", service_locality, Over::sum, Better::neither,
     "What providers pay for care staff, on-costs and agency included"},
    {Recorded::pay_of_staff, "pay_of_staff", "GBP/week", service_locality, Over::point, Better::up,
     "Hourly pay times hours of the staff employed"},
    {Recorded::provider_income, "provider_income", "GBP", service_locality, Over::sum, Better::neither,
     "What providers receive from all payers"},
    {Recorded::provider_surplus, "provider_surplus", "GBP", service_locality, Over::sum, Better::neither,
     "Income less all cost, the charge for capital included"},
    {Recorded::self_funder_list_price, "self_funder_list_price", "GBP/h or GBP/bed-week", service_locality, Over::point,
     Better::neither, "List prices to self-funders, added over providers"},
    {Recorded::spot_quote, "spot_quote", "GBP/h or GBP/bed-week", service_locality, Over::point, Better::neither,
     "Prices quoted to the council for one person, added over providers"},
    {Recorded::provider_count_for_prices, "providers_with_prices", "providers", service_locality, Over::point,
     Better::neither, "Providers whose prices are in the two sums"},
    {Recorded::budget_pressure, "budget_pressure", "share", place, Over::point, Better::down,
     "How far the council thinks itself over budget: 0 within it, 1 at a twentieth or more over"},
    {Recorded::matching_rounds_cut, "matching_rounds_cut", "weeks", place, Over::sum, Better::down,
     "Weeks in which placing people was cut short after its greatest number of rounds"},
};
static_assert(std::size(recorded) == recorded_count);

using Form = DerivedMetric::Form;

constexpr DerivedMetric derived[] = {
    {"net_spend", "GBP", Form::difference, Recorded::gross_spend, Recorded::client_contributions, 1.0, Better::down,
     "What care costs the council after clients' contributions; procurement is not in it"},
    {"average_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::gross_spend, Recorded::council_units, 1.0,
     Better::down, "Average price of the units the council pays for: its book of old and new prices"},
    {"cost_per_used_unit", "GBP/h or GBP/bed-week", Form::ratio, Recorded::gross_spend, Recorded::council_units_used,
     1.0, Better::down, "Gross spend per unit that somebody used, voids included"},
    {"new_placement_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::starts_at_price, Recorded::started_units,
     1.0, Better::down, "Average price at which care began"},
    {"weeks_waited", "week", Form::ratio, Recorded::start_waits, Recorded::starts, 1.0, Better::down,
     "Average wait of council-supported people whose care began", true},
    {"void_share", "share", Form::ratio, Recorded::void_spend, Recorded::gross_spend, 1.0, Better::down,
     "Share of gross spend that paid for voids"},
    {"occupancy", "share", Form::ratio, Recorded::occupied_capacity, Recorded::capacity, 1.0, Better::neither,
     "Share of capacity in use"},
    {"filled_posts", "share", Form::ratio, Recorded::staff_hours, Recorded::posts_hours, 1.0, Better::up,
     "Share of posts filled"},
    {"average_pay", "GBP/h", Form::ratio, Recorded::pay_of_staff, Recorded::staff_hours, 1.0, Better::up,
     "Average hourly pay of care staff"},
    {"poor_care_share", "share", Form::ratio, Recorded::people_in_poor_care, Recorded::people_in_rated_care, 1.0,
     Better::down, "Share of people in care whose provider is rated below good", true},
    {"guaranteed_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::price_of_guarantee, Recorded::guaranteed_units,
     1.0, Better::down, "Average price of the guaranteed volume"},
    {"self_funder_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::self_funder_spend,
     Recorded::self_funder_units, 1.0, Better::neither, "Average price self-funders pay"},
    {"list_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::self_funder_list_price,
     Recorded::provider_count_for_prices, 1.0, Better::neither, "Average list price to new self-funders"},
    {"quoted_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::spot_quote, Recorded::provider_count_for_prices,
     1.0, Better::down, "Average price quoted to the council for one person"},
    {"turnover", "share/year", Form::ratio, Recorded::leavers_hours, Recorded::staff_hours, 1.0, Better::down,
     "Staff who left in a year over staff employed at its end; of a month times 12"},
    {"guaranteed_hours_share", "share", Form::ratio, Recorded::guaranteed_staff_hours, Recorded::staff_hours, 1.0,
     Better::up, "Share of staff hours that are guaranteed"},
    {"commissioned_share", "share", Form::ratio, Recorded::commissioned_need, Recorded::assessed_need, 1.0, Better::up,
     "Share of assessed need that is commissioned, of people in care", true},
    {"surplus_margin", "share", Form::ratio, Recorded::provider_surplus, Recorded::provider_income, 1.0,
     Better::neither, "Providers' surplus as a share of income"},
};

} // namespace

std::string_view unit_for(std::string_view unit, Service service)
{
    constexpr std::string_view either = " or ";
    std::size_t const at = unit.find(either);
    if (at == std::string_view::npos)
        return unit;
    return !is_care_home(service) ? unit.substr(0, at) : unit.substr(at + either.size());
}

bool differs_by_service(std::string_view unit)
{
    return unit_for(unit, Service::homecare) != unit_for(unit, Service::residential);
}

std::span<RecordedMetric const> recorded_metrics()
{
    return recorded;
}

std::span<DerivedMetric const> derived_metrics()
{
    return derived;
}

RecordedMetric const& metric(Recorded id)
{
    return recorded[static_cast<std::size_t>(id)];
}

} // namespace caremarket
