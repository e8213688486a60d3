#pragma once

#include "model/entity_key.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/matching.hpp"
#include "model/money.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace caremarket
{

/// Registered locations. A slot whose key is 0 is empty.
struct Providers
{
    std::vector<EntityKey> key;
    std::vector<Service> service;
    std::vector<LocalityId> locality;
    std::vector<Sector> sector;
    std::vector<GroupId> group;              // no_group: on its own
    std::vector<double> size;                // [units] beds, or the volume it was made for
    std::vector<double> efficiency;          // [1] unit cost relative to the usual
    std::vector<double> overhead;            // [GBP/week] at start prices
    std::vector<double> wage;                // [GBP/h] that it offers
    std::vector<double> pay_lift;            // [GBP/h] that contracts add to it, on average over all its hours
    std::vector<double> living_wage_part;    // [share] of its hours that contracts have it pay the real living wage
    std::vector<double> hours_floor;         // [share] of staff hours that contracts have it guarantee
    std::vector<double> staff;               // [h/week] employed
    std::vector<double> posts;               // [h/week] wanted
    std::vector<double> turnover;            // [1/year] lately
    std::vector<double> guaranteed_hours;    // [share] of staff hours paid whether there is work or not
    std::vector<double> office_shared;       // [share] of its office that its owner's other services make needless
    std::vector<double> idle_cost;           // [GBP/week] of those paid and not worked, lately
    std::vector<double> agency_share;        // [share] of hours worked by agency staff, lately
    std::vector<double> travel;              // [share] of contact time
    std::vector<float> next_leaver;          // [1] Exp(1) threshold less the hazard since the last left
    std::vector<std::uint32_t> leavers;      // workers who have left; numbers the next
    std::vector<double> left;                // [h/week] staff who left, since they were last paid for
    std::vector<double> quit_pay;            // [1] pay over outside pay at which quit_rate was worked out
    std::vector<double> quit_guaranteed;     // [share] of hours guaranteed, likewise
    std::vector<double> quit_rate;           // [1/year]
    std::vector<double> pay_appeal;          // [1] of pay over outside pay to who looks for work
    std::vector<double> appeal;              // [h/week] vacancies weighted by pay, this week
    std::vector<Quarters> capacity;          // what staff and beds allow
    std::vector<Quarters> occupied;          // by people placed here
    std::vector<Quarters> council_spot;      // part of it: council people outside a contract
    std::vector<Quarters> direct_payment;    // part of that: people with a direct payment
    std::vector<Quarters> self_funded;       // part of it: self-funders
    std::vector<Quarters> nhs_spot;          // part of it: paid for by the NHS, outside a contract
    std::vector<Quarters> guaranteed;        // under contracts
    std::vector<Quarters> contract_used;     // part of occupied: people on contracts
    std::vector<double> occupancy;           // [share] of capacity, lately
    std::vector<double> self_funder_starts;  // [units/week] lately
    std::vector<Quarters> began_self_funded; // since the last accounts
    std::vector<double> list_price;          // [GBP/unit] to self-funders
    std::vector<double> quote;               // [GBP/unit] to the council for one person
    std::vector<double> risk_charge;         // [GBP/unit] part of the quote that pays for risk
    std::vector<double> growth_left;         // [share/year] of unit cost that placements' uplift leaves to it
    std::vector<double> reservation;         // [GBP/unit] lowest price for a council person
    std::vector<std::array<double, taste_classes>> liking; // [1] what each taste class sees in it, Gumbel
    std::vector<double> quality;                           // [sd] latent
    std::vector<double> quality_level;                     // [sd] it settles at
    std::vector<Rating> rating;
    std::vector<std::uint8_t> is_rated;
    std::vector<Rating> known_as;       // what people go by: its rating, or what a council published since
    std::vector<float> inspection_left; // [1] Exp(1) threshold less the hazard lived through
    std::vector<std::uint32_t> inspections;
    std::vector<float> retirement_left;               // [1]
    std::vector<std::uint8_t> quarters_unviable;      // in a row in which closing was worth more
    std::vector<std::uint8_t> times_inadequate;       // judgements in a row
    std::vector<std::uint8_t> months_below_cost;      // in a row in which packages cost more than they brought
    std::vector<double> extension;                    // [units] being built
    std::vector<std::int32_t> extension_opens;        // [week]; or `never`
    std::vector<Pence> income;                        // this month
    std::vector<Pence> cost;                          // this month, charge for capital included
    std::vector<double> margin;                       // [GBP/week] income less cost, lately
    std::vector<double> weekly_cost;                  // [GBP/week] lately
    std::vector<double> earned_elsewhere;             // [GBP/unit] average price outside block contracts, lately
    std::vector<Pence> income_elsewhere;              // this month, outside block contracts
    std::vector<std::int64_t> quarter_days_elsewhere; // this month [quarters × days]
    std::vector<std::int64_t> quarter_days;           // care given this week [quarters × days]
    std::vector<double> told_price;                   // [GBP/unit] that won where it lost, told by a council; 0: none
    std::vector<std::int32_t> told_in;                // week
    std::vector<std::int32_t> barred_until;           // [week] from which councils ask it again

    /// What an hour of its staff earns on average [GBP/h].
    [[nodiscard]] double pay(std::size_t p) const { return wage[p] + pay_lift[p]; }
    [[nodiscard]] ProviderId size_of_columns() const { return static_cast<ProviderId>(key.size()); }
    [[nodiscard]] bool is_open(ProviderId p) const { return key[static_cast<std::size_t>(p)].value != 0; }
    [[nodiscard]] ProviderId take_slot();

    /// Counts volume that people of a bill begin to take here, or with a minus cease to take.
    void count(std::size_t p, Bill bill, Quarters change);
};

/// Owners of several homes. A group stands or falls as a whole.
struct Groups
{
    std::vector<std::uint8_t> has_failed;
};

} // namespace caremarket
