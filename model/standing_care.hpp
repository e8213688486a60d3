#pragma once

#include "model/enum_array.hpp"
#include "model/ids.hpp"
#include "model/kinds.hpp"
#include "model/money.hpp"

#include <cstdint>
#include <vector>

namespace caremarket
{

/// Care and what it costs, by who is billed.
struct CareAmounts
{
    EnumArray<Bill, std::int64_t> quarter_days; // [quarters × days]
    EnumArray<Bill, Pence> price;
    EnumArray<Bill, Pence> charge; // clients' contributions to it
    Pence top_up = 0;              // added by families, or by people with a direct payment
    Pence nursing = 0;             // the NHS's contribution to nursing

    CareAmounts& operator+=(CareAmounts const& other)
    {
        for (Bill const bill : all_of<Bill>())
        {
            quarter_days[bill] += other.quarter_days[bill];
            price[bill] += other.price[bill];
            charge[bill] += other.charge[bill];
        }
        top_up += other.top_up;
        nursing += other.nursing;
        return *this;
    }
    friend bool operator==(CareAmounts const&, CareAmounts const&) = default;
};

/// Care under one contract.
struct ContractCare
{
    std::int64_t quarter_days = 0;     // [quarters × days]
    std::int64_t undercut = 0;         // the same × Undercut of each person
    std::int64_t nhs_quarter_days = 0; // part of the first: people whose whole care the NHS pays
    std::int64_t nhs_undercut = 0;     // part of the second: the same people's

    ContractCare& operator+=(ContractCare const& other)
    {
        quarter_days += other.quarter_days;
        undercut += other.undercut;
        nhs_quarter_days += other.nhs_quarter_days;
        nhs_undercut += other.nhs_undercut;
        return *this;
    }
    friend bool operator==(ContractCare const&, ContractCare const&) = default;
};

/// Care of one person under a contract.
[[nodiscard]] inline ContractCare care_on_contract(std::int64_t quarter_days, Undercut undercut, Bill bill)
{
    std::int64_t const nhs = bill == Bill::nhs_contract ? quarter_days : 0;
    return {quarter_days, quarter_days * undercut, nhs, nhs * undercut};
}

/// A person's whole week of seven days, as it is counted in StandingCare.
struct StandingWeek
{
    ProviderId provider = no_provider; ///< no_provider: not counted
    ContractId contract = no_contract;
    Quarters need = 0;
    Undercut undercut = 0;
    Bill bill{};
    std::int32_t price = 0;   ///< [pence]
    std::int32_t charge = 0;  ///< [pence]
    std::int32_t top_up = 0;  ///< [pence]
    std::int32_t nursing = 0; ///< [pence]
    friend bool operator==(StandingWeek const&, StandingWeek const&) = default;
};

/// What a block's people take and owe in every whole week until something changes: kept as sums, so that a week costs
/// what happens in it and not the number of people alive. Whole numbers: any order of changes gives the same sums.
class StandingCare
{
public:
    void add(StandingWeek const& week) { change(week, 1); }
    void remove(StandingWeek const& week) { change(week, -1); }

    /// Providers for which there may be sums.
    [[nodiscard]] std::size_t provider_count() const { return people_.size(); }
    [[nodiscard]] bool has_people(std::size_t provider) const
    {
        return provider < people_.size() && people_[provider] > 0;
    }
    /// \pre provider < provider_count()
    [[nodiscard]] CareAmounts const& with(std::size_t provider) const { return amounts_[provider]; }
    /// In a week of seven days.
    [[nodiscard]] ContractCare on_contract(std::size_t contract) const
    {
        return contract < on_contract_.size() ? on_contract_[contract] : ContractCare{};
    }
    friend bool operator==(StandingCare const&, StandingCare const&) = default;

private:
    void change(StandingWeek const& week, std::int32_t sign);

    std::vector<std::int32_t> people_; // by provider
    std::vector<CareAmounts> amounts_; // by provider
    std::vector<ContractCare> on_contract_;
};

} // namespace caremarket
