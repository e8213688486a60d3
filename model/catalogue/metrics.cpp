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
     "Part of gross spend on the block channel that paid for guaranteed volume nobody used"},
    {Recorded::client_contributions, "client_contributions", "GBP", service_locality, Over::sum, Better::neither,
     "What council-supported people pay towards their care"},
    {Recorded::self_funder_spend, "self_funder_spend", "GBP", service_locality, Over::sum, Better::neither,
     "What self-funders pay for care"},
    {Recorded::other_buyer_spend, "other_buyer_spend", "GBP", service_locality, Over::sum, Better::neither,
     "What the NHS and other councils pay for care here"},
    {Recorded::procurement_spend, "procurement_spend", "GBP", service_locality, Over::sum, Better::down,
     "What tenders cost the council"},
    {Recorded::council_units, "council_units", "h or bed-week", service_channel_locality, Over::sum, Better::neither,
     "Units of care the council pays for: used or guaranteed"},
    {Recorded::council_units_used, "council_units_used", "h or bed-week", service_channel_locality, Over::sum,
     Better::neither, "Units of care that council-supported people receive"},
    {Recorded::self_funder_units, "self_funder_units", "h or bed-week", service_locality, Over::sum, Better::neither,
     "Units of care that self-funders receive"},
    {Recorded::council_people, "council_people", "people", service_locality, Over::point, Better::neither,
     "Council-supported people in care at the end of the period"},
    {Recorded::self_funders, "self_funders", "people", service_locality, Over::point, Better::neither,
     "Self-funders in care at the end of the period"},
    {Recorded::other_people, "other_people", "people", service_locality, Over::point, Better::neither,
     "People of the NHS and other councils in care at the end of the period"},
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
    {Recorded::start_waits, "start_waits", "person-week", service_channel_locality, Over::sum, Better::down,
     "Weeks those people had waited, added up"},
    {Recorded::starts_at_price, "starts_at_price", "GBP/week", service_channel_locality, Over::sum, Better::down,
     "Price of the packages that began, per week, added up"},
    {Recorded::started_units, "started_units", "h/week or bed", service_channel_locality, Over::sum, Better::neither,
     "Size of the packages that began, per week, added up"},
    {Recorded::ends, "ends", "people", service_locality, Over::sum, Better::neither,
     "Council-supported people whose care ended"},
    {Recorded::displaced_people, "displaced_people", "people", service_locality, Over::sum, Better::down,
     "People who lost their provider and had to move", true},
    {Recorded::people_in_poor_care, "people_in_poor_care", "people", service_locality, Over::point, Better::down,
     "People in care whose provider is rated inadequate or requires improvement", true},
    {Recorded::people_in_rated_care, "people_in_rated_care", "people", service_locality, Over::point, Better::neither,
     "People in care whose provider is rated"},
    {Recorded::guaranteed_units, "guaranteed_units", "h/week or bed", service_locality, Over::point, Better::neither,
     "Volume per week guaranteed under block contracts at the end of the period"},
    {Recorded::block_price_of_guarantee, "block_price_of_guarantee", "GBP/week", service_locality, Over::point,
     Better::down, "Price of that guarantee, per week"},
    {Recorded::volume_sought, "volume_sought", "h/week or bed", service_locality, Over::sum, Better::neither,
     "Block volume put to tender"},
    {Recorded::volume_awarded, "volume_awarded", "h/week or bed", service_locality, Over::sum, Better::up,
     "Block volume awarded"},
    {Recorded::tenders, "tenders", "tenders", service_locality, Over::sum, Better::neither, "Tenders decided"},
    {Recorded::lots_without_bid, "lots_without_bid", "tenders", service_locality, Over::sum, Better::down,
     "Tenders to which nobody bid within the council's limit"},
    {Recorded::providers, "providers", "providers", service_locality, Over::point, Better::neither,
     "Providers open at the end of the period"},
    {Recorded::entries, "entries", "providers", service_locality, Over::sum, Better::up, "Providers that opened"},
    {Recorded::exits, "exits", "providers", service_locality, Over::sum, Better::down, "Providers that closed"},
    {Recorded::capacity, "capacity", "h/week or bed", service_locality, Over::point, Better::up,
     "What open providers can deliver with the staff they have"},
    {Recorded::occupied_capacity, "occupied_capacity", "h/week or bed", service_locality, Over::point, Better::neither,
     "What they deliver"},
    {Recorded::staff_hours, "staff_hours", "h/week", service_locality, Over::point, Better::up,
     "Hours of care staff employed"},
    {Recorded::posts_hours, "posts_hours", "h/week", service_locality, Over::point, Better::neither,
     "Hours of care staff wanted: staff and vacancies"},
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
    {"block_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::block_price_of_guarantee,
     Recorded::guaranteed_units, 1.0, Better::down, "Average price of the guaranteed volume"},
    {"self_funder_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::self_funder_spend,
     Recorded::self_funder_units, 1.0, Better::neither, "Average price self-funders pay"},
    {"list_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::self_funder_list_price,
     Recorded::provider_count_for_prices, 1.0, Better::neither, "Average list price to new self-funders"},
    {"quoted_price", "GBP/h or GBP/bed-week", Form::ratio, Recorded::spot_quote, Recorded::provider_count_for_prices,
     1.0, Better::down, "Average price quoted to the council for one person"},
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
    return service == Service::homecare ? unit.substr(0, at) : unit.substr(at + either.size());
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
