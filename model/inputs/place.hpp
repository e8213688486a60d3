#pragma once

#include "model/clock.hpp"
#include "model/kinds.hpp"

#include <string>
#include <utility>
#include <vector>

namespace caremarket
{

/// People of one age band in one locality, at one date.
struct PopulationPoint
{
    Date date{};
    double people = 0; // [people]
};

/// Registered supply of one service in one locality, from which providers are synthesised.
struct LocalSupply
{
    double providers = 0; // [providers]
    double capacity = 0;  // [beds], or delivered [h/week]
};

/// A locality as the place's tables give it.
struct LocalityInput
{
    std::string code; // ONS area code, or a name of its own; the key of everything in it
    std::string name;
    std::size_t commissioner = 0; // whose council is answerable here: position in Place::commissioners
    double area = 0;              // [km2]
    double wealth = 1;            // relative to the place
    double house_price = 1;       // relative to the place
    EnumArray<AgeBand, std::vector<PopulationPoint>> population; // in order of dates
    PerService<LocalSupply> supply;
};

/// Minutes between the centres of two localities by road, in both directions.
struct TravelLink
{
    std::string from, to; // codes
    double minutes = 0;   // [min]
};

/// What is known of one service in the place at the start; every member is a row of the catalogue, where its
/// meaning, unit, range and source stand.
struct PlaceService
{
    double council_people = 0;             // [people]
    double self_funder_share = 0;          // [share]
    double nhs_share = 0;                  // [share]
    double other_buyer_share = 0;          // [share]
    double self_funder_capital = 0;        // [GBP] above the upper limit
    double self_funder_capital_spread = 0; // log standard deviation
    double self_funder_income = 0;         // [GBP/week]
    double disregarded_share = 0;          // [share]
    double top_up_share = 0;               // [share]
    double top_up_mean = 0;                // [GBP/week]
    double direct_payment_share = 0;       // [share]
    double group_share = 0;                // [share]
    double voluntary_share = 0;            // [share]
    double units_per_person = 1;           // [h/week] or [beds]
    double units_spread = 0;               // log standard deviation
    double prices_of = 0;                  // calendar year of the 1 April from which `book_price` held
    double book_price = 0;                 // [GBP/unit]
    double book_price_spread = 0;          // log standard deviation
    double assessed_charge = 0;            // [GBP/week]
    double assessed_charge_spread = 0;     // log standard deviation
    double hospital_share = 0;             // [share]
    double temporary_share = 0;            // [share]
    double inherited_block_share = 0;      // [share]
    EnumArray<AgeBand, double> use{};      // people in care per person of the band, relative to 65-74
    double provider_size_spread = 0;       // log standard deviation
};

/// What the area is like at the start. Plain value; immutable once checked.
struct Place
{
    std::string name;
    std::vector<std::string> commissioners; // in order of name
    std::vector<LocalityInput> localities;  // in order of code
    std::vector<TravelLink> travel;         // in order of (from, to)
    PerService<PlaceService> of;
};

} // namespace caremarket
