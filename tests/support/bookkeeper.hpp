#pragma once

#include "model/catalogue/metrics.hpp"
#include "model/market.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

/// The books, worked out again from outside: from the lines of the ledger, the days of the weeks and the register of
/// who is who, without looking at any price, day or contract in the market.
namespace caremarket::tests
{

/// What the ledger's keys stand for. Its lines say neither where a person lives, nor what they seek and who pays, nor
/// which service and locality a contract is for; everything else is in the lines.
struct Register
{
    struct Person
    {
        std::size_t locality = 0;
        Service service{};
        Funding funding{};
    };
    struct Contract
    {
        std::size_t locality = 0;
        Service service{};
    };
    std::map<EntityKey, Person> people;
    std::map<EntityKey, Contract> contracts;

    /// Writes down who and what is there now; those of before stay.
    void add(Market const& market);
};

/// Pence by (month as month_index, metric, service, channel, locality). What has no channel stands under `block`.
using Money = std::map<std::tuple<int, Recorded, Service, Channel, std::size_t>, Pence>;

class Bookkeeper
{
public:
    /// \param opening lines that tell the state before the first week
    Bookkeeper(Register const& who, std::vector<Decision> const& opening);

    /// Pays for a week, told by its lines.
    void pay_week(Week const& week, std::vector<Decision> const& lines);

    [[nodiscard]] Money const& money() const { return money_; }
    [[nodiscard]] std::size_t payments() const { return payments_; }
    [[nodiscard]] std::size_t voids() const { return voids_; }
    /// Lines that cannot be right: places held beyond a guarantee, or under no contract in force.
    [[nodiscard]] std::vector<std::string> const& complaints() const { return complaints_; }

private:
    /// A person in care, as the lines tell it.
    struct Placement
    {
        double price = 0; // [GBP/unit], outside a contract
        std::int64_t quarters = 0;
        double charge = 0;       // [GBP/week]
        EntityKey contract{};    // 0: on the spot
        std::int32_t from = 0;   // first day of the week with care
        std::int32_t until = -1; // first day of the week without; -1: stays
    };
    struct Terms
    {
        double price = 0; // [GBP/unit]
        std::int64_t guaranteed = 0;
    };

    void apply(Decision const& line);
    void post(Week const& week, Recorded what, Service service, Channel channel, std::size_t locality, double pounds);
    void pay_for_people(Week const& week);
    void pay_contracts(Week const& week, std::vector<Decision> const& lines);

    Register const& who_;
    std::map<EntityKey, Placement> placements_;
    std::map<EntityKey, Terms> contracts_;
    std::map<EntityKey, std::int64_t> used_; // [quarters × days] this week, by contract
    Money money_;
    std::size_t payments_ = 0;
    std::size_t voids_ = 0;
    std::vector<std::string> complaints_;
};

} // namespace caremarket::tests
