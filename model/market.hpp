#pragma once

#include "model/calendar.hpp"
#include "model/decisions.hpp"
#include "model/draws.hpp"
#include "model/engine/hazard_sweep.hpp"
#include "model/entity_key.hpp"
#include "model/geography.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/matching.hpp"
#include "model/money.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// All mutable state of a run. `Market` is a value: a copy of it is a fork, and nothing else owns state.
namespace caremarket
{

inline constexpr std::uint8_t stays_on = 255; ///< People::last_day of who does not leave this week
/// Rows of Tables::hazards.
inline constexpr std::uint8_t no_hazard = 0;
[[nodiscard]] constexpr std::uint8_t hazard_row_of(Service service)
{
    return static_cast<std::uint8_t>(1 + index_of(service));
}

inline constexpr std::int32_t not_worked_out = -1; ///< People::week_price of who is new, or whose price has changed

/// People of one block: in care, waiting, or leaving this week. One column each; a slot whose key is 0 is empty.
struct People
{
    std::vector<EntityKey> key;
    std::vector<float> stay_left;         // [1] Exp(1) threshold less the hazard lived through
    std::vector<std::uint8_t> hazard_row; // of Tables::hazards; `no_hazard` for who has an end date, and empty slots
    std::vector<std::int16_t> need_since; // [week] the first lived through whole
    std::vector<std::uint16_t> weeks_waiting; // since care was last lost or first sought
    std::vector<Service> service;
    std::vector<AgeBand> band;
    std::vector<Funding> funding;
    std::vector<Source> source;
    std::vector<std::uint8_t> taste;
    std::vector<std::uint8_t> chooses;      // council people: chooses for themselves within the limit
    std::vector<std::uint8_t> is_displaced; // lost their provider and have not found another
    std::vector<std::uint8_t> is_temporary;
    std::vector<std::uint8_t> first_day;   // first day of this week with care
    std::vector<std::uint8_t> last_day;    // first day of this week without; `stays_on` while the stay goes on
    std::vector<Quarters> need;            // [quarters of a unit per week]
    std::vector<double> price;             // [GBP/unit] of the placement
    std::vector<double> charge;            // [GBP/week] assessed charge, council people
    std::vector<std::int32_t> week_price;  // [pence] of a whole week's care, contracts apart; or `not_worked_out`
    std::vector<Bill> bill;                // known when week_price is
    std::vector<std::int32_t> week_charge; // [pence] contribution to it; known when week_price is
    std::vector<ProviderId> provider;      // no_provider: waiting
    std::vector<ContractId> contract;      // no_contract: bought on the spot, or not by the council
    std::vector<PersonSlot> free_slots;
    std::vector<PersonSlot> seeking; // who waits, in no order; may hold some who do no longer, see drop_settled
    std::vector<PersonSlot> leaving; // who leaves this week

    [[nodiscard]] PersonSlot size() const { return static_cast<PersonSlot>(key.size()); }
    [[nodiscard]] bool is_empty(PersonSlot p) const { return key[p].value == 0; }
    [[nodiscard]] bool is_waiting(PersonSlot p) const { return key[p].value != 0 && provider[p] == no_provider; }
    [[nodiscard]] bool is_in_care(PersonSlot p) const { return key[p].value != 0 && provider[p] != no_provider; }

    /// A slot for a newcomer, reused if one is free; its columns hold defaults.
    [[nodiscard]] PersonSlot take_slot();
    void give_back(PersonSlot p);

    /// The need ends as the service's hazards say.
    void expose(PersonSlot p) { hazard_row[p] = hazard_row_of(service[p]); }
    /// The person has no provider.
    void seek(PersonSlot p)
    {
        provider[p] = no_provider;
        seeking.push_back(p);
    }
    /// Takes those off `seeking` who wait no longer. To be called before anybody can seek again from the same slot.
    void drop_settled()
    {
        std::erase_if(seeking, [this](PersonSlot p) { return !is_waiting(p); });
    }
    /// The person leaves care on a day of this week.
    void leave(PersonSlot p, std::uint8_t day)
    {
        last_day[p] = day;
        leaving.push_back(p);
    }

    /// To be called when a placement's price, its contract's price or the charge changes.
    void forget_week_price(PersonSlot p) { week_price[p] = not_worked_out; }
};

/// Registered locations. A slot whose key is 0 is empty.
struct Providers
{
    std::vector<EntityKey> key;
    std::vector<Service> service;
    std::vector<LocalityId> locality;
    std::vector<double> size;                              // [units] beds, or the volume it was made for
    std::vector<double> efficiency;                        // [1] unit cost relative to the usual
    std::vector<double> overhead;                          // [GBP/week] at start prices
    std::vector<double> opening_cash;                      // [GBP]
    std::vector<double> wage;                              // [GBP/h]
    std::vector<double> staff;                             // [h/week] employed
    std::vector<double> posts;                             // [h/week] wanted
    std::vector<double> turnover;                          // [1/year] lately
    std::vector<double> quit_pay;                          // [1] pay over outside pay at which quit_rate was worked out
    std::vector<double> quit_rate;                         // [1/year]
    std::vector<double> appeal;                            // [h/week] vacancies weighted by pay, this week
    std::vector<Quarters> capacity;                        // what staff and beds allow
    std::vector<Quarters> occupied;                        // by people placed here
    std::vector<Quarters> council_spot;                    // part of it: council people outside a contract
    std::vector<Quarters> self_funded;                     // part of it: self-funders
    std::vector<Quarters> guaranteed;                      // under block contracts
    std::vector<Quarters> block_used;                      // part of occupied: people on contracts
    std::vector<double> occupancy;                         // [share] of capacity, lately
    std::vector<double> self_funder_starts;                // [units/week] lately
    std::vector<Quarters> began_self_funded;               // since the last accounts
    std::vector<double> list_price;                        // [GBP/unit] to self-funders
    std::vector<double> quote;                             // [GBP/unit] to the council for one person
    std::vector<double> risk_charge;                       // [GBP/unit] part of the quote that pays for risk
    std::vector<double> reservation;                       // [GBP/unit] lowest price for a council person
    std::vector<std::array<double, taste_classes>> liking; // [1] what each taste class sees in it, Gumbel
    std::vector<double> quality;                           // [sd] latent
    std::vector<double> quality_level;                     // [sd] it settles at
    std::vector<Rating> rating;
    std::vector<std::uint8_t> is_rated;
    std::vector<float> inspection_left; // [1] Exp(1) threshold less the hazard lived through
    std::vector<std::uint32_t> inspections;
    std::vector<float> retirement_left;               // [1]
    std::vector<std::uint8_t> quarters_unviable;      // in a row in which closing was worth more
    std::vector<Pence> income;                        // this month
    std::vector<Pence> cost;                          // this month, charge for capital included
    std::vector<double> margin;                       // [GBP/week] income less cost, lately
    std::vector<double> weekly_cost;                  // [GBP/week] lately
    std::vector<double> earned_elsewhere;             // [GBP/unit] average price outside block contracts, lately
    std::vector<Pence> income_elsewhere;              // this month, outside block contracts
    std::vector<std::int64_t> quarter_days_elsewhere; // this month [quarters × days]
    std::vector<std::int64_t> quarter_days;           // care given this week [quarters × days]

    [[nodiscard]] ProviderId size_of_columns() const { return static_cast<ProviderId>(key.size()); }
    [[nodiscard]] bool is_open(ProviderId p) const { return key[static_cast<std::size_t>(p)].value != 0; }
    [[nodiscard]] ProviderId take_slot();
};

/// Contracts in force or awarded. A slot whose key is 0 is empty.
struct Contracts
{
    std::vector<EntityKey> key;
    std::vector<CommissionerId> commissioner;
    std::vector<Service> service;
    std::vector<LocalityId> locality;
    std::vector<ProviderId> provider;
    std::vector<Quarters> guaranteed;
    std::vector<Quarters> used;       // by people on it
    std::vector<double> price;        // [GBP/unit]
    std::vector<std::int32_t> begins; // week
    std::vector<std::int32_t> ends;   // week
    std::vector<std::uint8_t> is_in_force;
    std::vector<std::uint8_t> transfers_existing;

    [[nodiscard]] ContractId size() const { return static_cast<ContractId>(key.size()); }
    [[nodiscard]] bool is_empty(ContractId c) const { return key[static_cast<std::size_t>(c)].value == 0; }
    [[nodiscard]] ContractId take_slot();
    void give_back(ContractId c) { key[static_cast<std::size_t>(c)] = {}; }
};

inline constexpr std::int32_t never = INT32_MAX;

/// One service in one locality: what agents there can see of their market.
struct LocalMarket
{
    double council_volume = 0;        // [units/week] council people in care or waiting, lately
    double council_starts = 0;        // [units/week per week] lasting council volume that begins, lately
    std::int64_t council_started = 0; // [quarters] since the last accounts
    double dearest_rival_cost = 0;    // [GBP/unit] highest full unit cost among open providers
    std::int32_t providers_with_room = 0;
    double waiting = 0;                 // [units/week] of everybody waiting
    std::uint32_t entries = 0;          // so far; numbers the next entrant
    std::int32_t opens_in_week = never; // week in which an entrant under way opens
    std::uint32_t rounds = 0;           // tenders so far
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
    PerService<double> usual_rate{};   // [GBP/unit]
    PerService<double> uplift_index{}; // since the strategy began, for prices posted at start values
};

/// Care and what it costs, by who is billed.
struct CareAmounts
{
    EnumArray<Bill, std::int64_t> quarter_days; // [quarters × days]
    EnumArray<Bill, Pence> price;
    EnumArray<Bill, Pence> charge; // clients' contributions to it
};

/// Care one provider gave to the people of one block in one week.
struct CareGiven
{
    CareAmounts week;
    CareAmounts first_month;         // part of it in the month of the week's first day
    EnumArray<Bill, Quarters> freed; // by who left
    std::uint8_t is_listed = 0;      // in BlockScratch::gave
};

/// What the week's people left in one block, merged after the blocks are done, and room to work in.
struct BlockScratch
{
    Notebook notebook;
    std::vector<CareGiven> given;                                // by provider
    std::vector<ProviderId> gave;                                // whose `given` is not empty
    std::vector<std::int64_t> contract_quarter_days;             // by contract
    std::vector<std::pair<ContractId, Quarters>> freed_contract; // by who left
    std::vector<PersonSlot> found;                               // of searches, until the next
    std::vector<Scored> scored;
    std::vector<Seeker> seekers;
    std::vector<Proposal> proposals;

    CareGiven& given_by(ProviderId provider)
    {
        CareGiven& one = given[static_cast<std::size_t>(provider)];
        if (one.is_listed == 0)
        {
            one.is_listed = 1;
            gave.push_back(provider);
        }
        return one;
    }
};

/// What one contract's provider gave in a week.
struct ContractWeek
{
    std::int64_t used = 0; // [quarters × days]
    std::int64_t held = 0; // [quarters × days] guaranteed, not used, and kept free
};

/// What the delivery of a week works with; it stands in `Market` only so that no week has to allocate it anew.
struct Delivery
{
    std::vector<ContractId> in_force;
    std::vector<std::int64_t> free;                // by provider [quarters × days]
    std::vector<ContractWeek> weeks;               // by contract
    std::vector<Pence> income_before, cost_before; // by provider
};

/// Flows of a month that are not money, by service, channel and locality. What blocks write in parallel are whole
/// numbers of their own localities.
struct MonthCounts
{
    struct Cell
    {
        std::int64_t used_quarter_days = 0; // council
        std::int64_t starts = 0;
        std::int64_t start_waits = 0; // [person-weeks]
        std::int64_t started_quarters = 0;
        Pence started_value = 0; // per week
    };
    std::vector<Cell> channels; // [service][channel][locality]
    struct Area
    {
        std::int64_t paid_quarter_days = 0; // under block contracts
        std::int64_t self_funded_quarter_days = 0;
        std::int64_t waiting_quarter_days = 0;
        std::int64_t waiting_person_days = 0;
        std::int64_t hospital_person_days = 0;
        std::int64_t ends = 0;
        std::int64_t displaced = 0;
        std::int64_t entries = 0;
        std::int64_t exits = 0;
        std::int64_t tenders = 0;
        std::int64_t lots_without_bid = 0;
        double volume_sought = 0;  // [units/week]
        double volume_awarded = 0; // [units/week]
        double leavers = 0;        // [h/week]
        double agency = 0;         // [h]
    };
    std::vector<Area> areas; // [service][locality]
    std::int64_t matching_rounds_cut = 0;
};

/// The state of the world outside the market on the date.
struct World
{
    Date date{};
    double wage_floor = 0;         // [GBP/h]
    double wage_floor_growth = 0;  // [share] at the last 1 April
    double inflation = 0;          // [share] at the last 1 April
    double price_level = 1;        // start = 1
    double outside_wage = 0;       // [GBP/h]
    double outside_wage_level = 1; // start = 1
    double employer_on_cost = 0;   // [share]
    double cost_of_capital = 0;    // [share/year]
    double labour_supply = 1;      // [1]
    double need_level = 1;         // need at given age, start = 1
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
    PerService<double> permanent_stay;               // [weeks] mean
    PerService<double> temporary_share;              // [share] of new council people
    PerService<double> usual_need;                   // [units/week] of one person
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
    Contracts contracts;
    std::vector<LocalMarket> local;   // [service × locality]
    std::vector<LabourMarket> labour; // [locality]
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
    bool preferences_are_stale = true;

    [[nodiscard]] std::size_t locality_count() const { return people.size(); }
    [[nodiscard]] std::size_t area(Service service, std::size_t locality) const
    {
        return index_of(service) * people.size() + locality;
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
