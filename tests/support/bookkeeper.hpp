#pragma once

#include "model/catalogue/metrics.hpp"
#include "model/inputs/inputs.hpp"
#include "tests/support/register.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// The books, worked out again from outside: from the lines of the ledger, the days of the weeks and the register of
/// who is who, without looking at any price, day or contract in the market.
namespace caremarket::tests
{

/// What holds whatever is decided, and so stands in no line.
struct Terms
{
    PerService<double> paid{};         ///< [share] of commissioned units
    PerService<double> sliding_from{}; ///< [share of the guarantee] up to which the full price is paid
    Dated funded_nursing_care;         ///< [GBP/week]
};

/// \pre the levers of the one council do not change
[[nodiscard]] Terms terms_of(Inputs const& inputs);

/// Pence by (month as month_index, metric, service, channel, locality). What has no channel stands under `block`.
using Money = std::map<std::tuple<int, Recorded, Service, Channel, std::size_t>, Pence>;

class Bookkeeper
{
public:
    /// \param opening lines that tell the state before the first week
    Bookkeeper(Register const& who, Terms terms, std::vector<Decision> const& opening);

    /// Pays for a week, told by its lines.
    void pay_week(Week const& week, std::vector<Decision> const& lines);

    [[nodiscard]] Money const& money() const { return money_; }
    [[nodiscard]] std::size_t voids() const { return voids_; }
    /// People who joined a contract at less than its price.
    [[nodiscard]] std::size_t people_below_price() const { return people_below_price_; }
    /// Care paid for, week by week, by who is billed.
    [[nodiscard]] EnumArray<Bill, std::size_t> const& weeks_of_care() const { return weeks_of_care_; }
    /// Lines that cannot be right: places held beyond a guarantee, or under no contract in force.
    [[nodiscard]] std::vector<std::string> const& complaints() const { return complaints_; }

private:
    /// A person in care, as the lines tell it.
    struct Placement
    {
        EntityKey provider{};
        double price = 0; // [GBP/unit], outside a contract
        std::int64_t quarters = 0;
        double charge = 0;       // [GBP/week]
        double top_up = 0;       // [GBP/week]
        EntityKey contract{};    // 0: outside contracts
        std::int64_t spared = 0; // [millionths] of the contract's price, agreed for the person
        std::int32_t from = 0;   // first day of the week with care
        std::int32_t until = -1; // first day of the week without; -1: stays
    };
    struct Contract
    {
        double price = 0; // [GBP/unit]
        std::int64_t guaranteed = 0;
        double share_paid = 1; // of the price
    };
    /// Who pays for people under a contract: where they live, and whether it is the NHS.
    using Buyer = std::pair<std::size_t, bool>;
    /// What is paid in one sum: of one provider, for the people of one locality, in one line of the books.
    using Sum = std::tuple<EntityKey, std::size_t, Recorded, Channel, Bill>;

    void apply(Decision const& line);
    template <class Chosen>
    void apply_those(std::vector<Decision> const& lines, Chosen chosen);
    void settle_before_care(std::vector<Decision> const& lines);
    void post(Week const& week, Recorded what, Service service, Channel channel, std::size_t locality, Pence total);
    void pay_for_people(Week const& week);
    void pay_for(Week const& week, EntityKey key, Placement const& placement, std::map<Sum, Pence>& sums);
    void pay_contracts(Week const& week, std::vector<Decision> const& lines);
    void pay_contract(Week const& week, EntityKey key, Contract const& terms, std::int64_t held);
    void pay_buyer(Week const& week, Register::Contract const& contract, Contract const& terms, Buyer const& buyer,
                   double units, double voids);
    void meet_costs(Week const& week, std::vector<Decision> const& lines);
    [[nodiscard]] Bill bill_of(EntityKey key, Placement const& placement) const;

    Register const& who_;
    Terms terms_;
    std::map<EntityKey, Funding> funding_; // of those whose payer has changed
    std::map<EntityKey, Placement> placements_;
    std::map<EntityKey, Contract> contracts_;
    /// Care under a contract this week of one buyer's people.
    struct Used
    {
        std::int64_t quarter_days = 0;
        std::int64_t spared = 0; // the same × what was agreed below the price
    };
    std::map<EntityKey, std::map<Buyer, Used>> used_;
    Money money_;
    std::size_t voids_ = 0;
    std::size_t people_below_price_ = 0;
    EnumArray<Bill, std::size_t> weeks_of_care_{};
    std::vector<std::string> complaints_;
};

} // namespace caremarket::tests
