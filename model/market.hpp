#pragma once

#include "model/calendar.hpp"
#include "model/contracts.hpp"
#include "model/draws.hpp"
#include "model/entity_key.hpp"
#include "model/geography.hpp"
#include "model/money.hpp"
#include "model/people.hpp"
#include "model/procurements.hpp"
#include "model/providers.hpp"
#include "model/week_scratch.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// All mutable state of a run. `Market` is a value: a copy of it is a fork, and nothing else owns state.
namespace caremarket
{

/// One service in one locality: what agents there can see of their market.
struct LocalMarket
{
    double council_volume = 0;        // [units/week] council people in care or waiting, lately
    double council_starts = 0;        // [units/week per week] lasting council volume that begins, lately
    std::int64_t council_started = 0; // [quarters] since the last accounts
    double nhs_volume = 0;            // [units/week] of people whose whole care the NHS pays, likewise
    double nhs_starts = 0;            // [units/week per week] likewise
    std::int64_t nhs_started = 0;     // [quarters] since the last accounts
    double need_index = 0;            // older people weighted by use, times need at given age
    double usual_wait = 0;            // [weeks] of council people whose care began, lately
    std::int64_t began = 0;           // council people whose care began, since the last accounts
    std::int64_t waited = 0;          // [weeks] they had waited
    double dearest_rival_cost = 0;    // [GBP/unit] what firms believe: mean full unit cost and a spread above it
    std::int32_t providers_with_room = 0;
    double waiting = 0;                        // [units/week] of everybody waiting
    std::uint32_t entries = 0;                 // so far; numbers the next entrant
    std::int32_t opens_in_week = never;        // week in which an entrant under way opens
    std::uint32_t rounds = 0;                  // tenders so far
    EnumArray<Channel, bool> tender_is_late{}; // officers were too busy for the last one wanted
    EnumArray<Channel, std::int32_t> bridged_until{
        {-never, -never, -never, -never, -never, -never}}; // week in which a successor begins that was opened late
    EnumArray<Channel, std::int32_t> left_to_spot_until{
        {-never, -never, -never, -never, -never, -never}}; // week from which it is sought again after a failure
    std::int32_t list_opened = 0; // week in which the framework last let was put out, to all or to newcomers
    std::int32_t in_house_opens_in_week = never;
    bool in_house_is_to_close = false; // at the end of the week
    std::uint32_t in_house_opened = 0; // so far; numbers the next
};

/// People looking for care work in one locality, and the pay they could have elsewhere.
struct LabourMarket
{
    double job_seekers = 0;  // [h/week]
    double usual_inflow = 0; // [h/week per year]
    double average_pay = 0;  // [GBP/h] in care here
};

/// One council's standing in the market.
struct Commissioner
{
    EntityKey key{};
    PerService<double> inherited_rate{}; // [GBP/unit] usual rate as it was at the start, uplifted since
    PerService<double> usual_rate{};     // [GBP/unit] the same as the strategy sets it
    PerService<double> uplift_index{};   // since the strategy began, for prices posted at start values
    double officer_weeks = 0;            // [person-weeks] of its officers that are free
    double budget = 0;                   // [GBP/year] for these services, net of charges
    Pence balance_in_april = 0;          // of its account on the last 1 April
    std::int32_t days_since_april = 0;
    double pressure = 0; // [0, 1] how far the forecast is over budget: 1 at `full_pressure` or more
};

/// Somebody whose contract has ended and may go over to one that others have won there.
struct Handover
{
    EntityKey person{};
    std::size_t block = 0;
    PersonSlot slot = 0;               // whoever acts checks that the key is still there
    ProviderId provider = no_provider; // whose the contract was
    Funding funding{};                 // the person's
    Service service{};                 // of the contract
    LocalityId locality = 0;           // that the contract served the person as one of
    Channel kind{};                    // of the contract
    std::int32_t ended = 0;            // week in which it did
};

/// Flows of a month that are not money, by service, channel and locality. What blocks write in parallel are whole
/// numbers of their own localities.
struct MonthCounts
{
    struct Cell
    {
        std::int64_t used_quarter_days = 0; // council, commissioned
        std::int64_t void_quarter_days = 0; // paid for and not used
        std::int64_t starts = 0;
        std::int64_t placed_again = 0;
        std::int64_t start_waits = 0; // [person-weeks]
        std::int64_t started_quarters = 0;
        Pence started_value = 0; // per week
    };
    std::vector<Cell> channels; // [service][channel][locality]
    struct Area
    {
        std::int64_t assessed_quarter_days = 0; // of council people in care, in the assessed service
        std::int64_t self_funded_quarter_days = 0;
        std::int64_t nhs_quarter_days = 0;
        std::int64_t waiting_quarter_days = 0;
        std::int64_t waiting_person_days = 0;
        std::int64_t hospital_person_days = 0;
        std::int64_t ends = 0;
        std::int64_t displaced = 0;
        std::int64_t council_displaced = 0; // of them
        std::int64_t began_to_pay = 0;
        std::int64_t entries = 0;
        std::int64_t exits = 0;
        std::int64_t tenders = 0;
        std::int64_t lots_without_bid = 0;
        std::int64_t asked = 0;             // providers, tender by tender
        std::int64_t bids = 0;              // that stood
        std::int64_t bids_too_low = 0;      // thrown out
        std::int64_t bids_not_worth = 0;    // providers that could have bid, and for which it did not pay
        std::int64_t gateways_failed = 0;   // procurements begun anew in the open
        std::int64_t awards = 0;            // contracts
        std::int64_t weeks_to_contract = 0; // of awards, from the decision to let to the first day
        std::int64_t tenders_delayed = 0;
        std::int64_t contracts_extended = 0;
        std::int64_t contracts_handed_back = 0;
        std::int64_t packages_handed_back = 0;
        std::int64_t quarters_handed_back = 0;
        std::int64_t diverted = 0;
        std::int64_t wealth_spent = 0;
        std::int64_t moved_for_price = 0;
        std::int64_t reviewed_down = 0;
        std::int64_t reabled = 0;             // people who began reablement
        std::int64_t spared = 0;              // of them, who needed no homecare after it
        std::int64_t prevented = 0;           // council people who did not come for prevention
        std::int64_t families_gave_up = 0;    // people who need a care home for it
        double respite = 0;                   // [weeks] given to families
        std::int64_t placements_reviewed = 0; // dear ones
        std::int64_t placements_repriced = 0; // of them
        std::int64_t moved_by_review = 0;     // of them
        std::int64_t bought_off_contract = 0; // people for whom care managers bought
        std::int64_t outside_reviews = 0;
        std::int64_t forced_closures = 0;
        std::int64_t changed_hands = 0;
        double capacity_opened = 0;          // [units/week]
        Pence contract_value = 0;            // of care and places under contracts at their prices
        Pence outcome_withheld = 0;          // of it
        Pence sanctions = 0;                 // of it, likewise withheld
        std::int64_t visits = 0;             // to providers under contract
        std::int64_t findings_published = 0; // of them
        std::int64_t kpis_measured = 0;
        std::int64_t kpis_met = 0; // of them
        std::int64_t queries = 0;
        std::int64_t performance_notices = 0;
        std::int64_t exception_reports = 0;
        std::int64_t decommissioned = 0;      // contracts
        std::int64_t shared_quarter_days = 0; // of guarantees, filled by other members of an alliance
        std::int64_t disputes = 0;            // in alliances
        double remedies = 0;                  // [GBP/week] by which providers raised pay to cure
        Pence price_uplift = 0;               // per week, of council placements and contracts on 1 April
        double volume_sought = 0;             // [units/week]
        double volume_awarded = 0;            // [units/week]
        double value_awarded = 0;             // [GBP/week]
        double misjudged = 0;                 // [units/week] of awards × winner's misjudgement of its cost
        double need_misjudged = 0;            // [units/week] likewise of the council's need, whichever way
        double quality_awarded = 0;           // [sd × units/week]
        double leavers = 0;                   // [h/week]
        double agency = 0;                    // [h]
    };
    std::vector<Area> areas; // [service][locality]
    std::int64_t matching_rounds_cut = 0;
    std::int64_t refused_by_people = 0;     // offers
    std::int64_t declined_by_providers = 0; // people
    std::int64_t groups_failed = 0;
};

/// The state of the world outside the market on the date.
struct World
{
    Date date{};
    double wage_floor = 0;                    // [GBP/h]
    double real_living_wage = 0;              // [GBP/h]; 0: not known
    double wage_floor_growth = 0;             // [share] at the last 1 April
    double outside_pay_growth = 0;            // [share] at the last 1 April, as published
    double inflation = 0;                     // [share] at the last 1 April
    double price_level = 1;                   // start = 1
    double outside_wage = 0;                  // [GBP/h]
    double outside_wage_level = 1;            // start = 1
    double employer_on_cost = 0;              // [share]
    double cost_of_capital = 0;               // [share/year]
    double labour_supply = 1;                 // [1]
    double need_level = 1;                    // need at given age, start = 1
    double funded_nursing_care = 0;           // [GBP/week]
    double capital_cost_level = 1;            // [1] what capital costs, start = 1
    double capital_limit_upper_at_start = 0;  // [GBP] above which people's capital was drawn
    double capital_limit_upper = 0;           // [GBP]
    double capital_limit_lower = 0;           // [GBP]
    double house_price_level = 1;             // start = 1
    PerService<double> new_need{};            // of people beginning to need each service, usual = 1
    double hospital_discharges = 1;           // of people coming from hospital, usual = 1
    double mortality = 1;                     // of the hazard that ends care, usual = 1
    double staff_absence = 0;                 // [share] of staff hours, beyond the usual
    double running_costs = 1;                 // of what care takes besides staff, against consumer prices
    double inspection_frequency = 1;          // usual = 1
    double inspection_standard = 0;           // [sd of quality] by which more is asked for than usual
    double group_failure = 0;                 // [share] of what groups own that has failed by the date
    EnumArray<Funding, double> buyer_level{}; // of people by who pays, start = 1
};

/// Numbers worked out from the inputs once, when the market is built.
struct Tables
{
    Geography geography;
    std::vector<EntityKey> locality_keys;
    std::vector<CommissionerId> commissioner_of;     // [locality] who is answerable there
    PerService<std::vector<float>> weekly_hazard;    // by weeks in need, the last holds for ever after
    HazardTable hazards;                             // the same, rows as of hazard_row_of
    PerService<EnumArray<Funding, double>> arrivals; // [1/year per weighted person] new people
    PerService<std::vector<EnumArray<Funding, double>>> local_arrivals; // [1] of a locality against the place
    PerService<double> delivered;                                       // [share] of commissioned units
    PerService<double> paid;                                            // [share] of commissioned units
    PerService<double> permanent_stay;                                  // [weeks] mean
    PerService<double> temporary_share;                                 // [share] of new council people
    double delayed_day_cost = 0;                                        // [GBP/day] as behaviour has it
    double tariff_step = 1;                                             // [GBP] as the outlook has it
    double least_volume = 1;                                            // [share of size] as behaviour has it
    PerService<double> usual_need;                                      // [units/week] of one person
};

struct Market
{
    Draws draws{1, 0};
    Tables tables;
    World world;
    int first_month = 0;                // of the run, as month_index
    std::vector<People> people;         // by block: one block a locality
    std::vector<Calendar> due_in_block; // by block
    std::vector<BlockScratch> scratch;  // by block
    Calendar due;                       // contracts
    Delivery delivery;                  // of the week
    Matching matching;                  // of the week
    Providers providers;
    std::vector<std::vector<ProviderId>> providers_of; // [service × locality] open ones, in order of key
    Groups groups;
    Contracts contracts;
    std::vector<Handover> handovers;       // in order of person
    std::vector<Procurement> procurements; // under way, in the order in which they were opened
    std::vector<LocalMarket> local;        // [service × locality]
    std::vector<LabourMarket> labour;      // [locality]
    std::vector<double> prevention;        // [locality], GBP/year for each older person: what has built up of it
    std::vector<Commissioner> commissioners;
    Books books;
    std::array<MonthCounts, 2> counts;         // this month, and the next into which a week may reach
    std::array<std::vector<Pence>, 2> income;  // this month and the next, [service × locality] of providers
    std::array<std::vector<Pence>, 2> surplus; // and what was left of it
    std::int32_t days_since_accounts = 0;      // over which providers' income and cost have been added up
    Notebook notebook;
    /// Providers in order of preference: [service × locality][list], see brokerage. Remade monthly and when a
    /// provider opens or closes.
    std::vector<std::vector<std::vector<ProviderId>>> preference;
    PerService<bool> preferences_are_stale = for_every_service(true);

    [[nodiscard]] std::size_t locality_count() const { return people.size(); }
    [[nodiscard]] std::size_t area(Service service, std::size_t locality) const
    {
        return index_of(service) * people.size() + locality;
    }
    /// Where a service, channel and locality stand in `MonthCounts::channels`.
    [[nodiscard]] std::size_t cell(Service service, Channel channel, std::size_t locality) const
    {
        return (index_of(service) * count_of<Channel> + index_of(channel)) * people.size() + locality;
    }
    [[nodiscard]] Account account_of(ProviderId provider) const
    {
        return accounts::first_commissioner + static_cast<Account>(commissioners.size()) +
               static_cast<Account>(provider);
    }
    /// The council answerable for a locality.
    [[nodiscard]] Commissioner const& council_of(std::size_t locality) const
    {
        return commissioners[tables.commissioner_of[locality]];
    }
    [[nodiscard]] static Account account_of_commissioner(CommissionerId commissioner)
    {
        return accounts::first_commissioner + commissioner;
    }
    [[nodiscard]] double cash(ProviderId provider) const { return to_pounds(books.balance(account_of(provider))); }
};

} // namespace caremarket
