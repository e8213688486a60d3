#include "model/standing_care.hpp"

namespace caremarket
{

void StandingCare::change(StandingWeek const& week, std::int32_t sign)
{
    auto const provider = static_cast<std::size_t>(week.provider);
    if (provider >= people_.size())
    {
        people_.resize(provider + 1, 0);
        amounts_.resize(provider + 1);
    }
    std::int64_t const quarter_days = std::int64_t{7} * week.need * sign;
    CareAmounts& amounts = amounts_[provider];
    people_[provider] += sign;
    amounts.quarter_days[week.bill] += quarter_days;
    amounts.price[week.bill] += sign * week.price;
    amounts.charge[week.bill] += sign * week.charge;
    amounts.top_up += sign * week.top_up;
    amounts.nursing += sign * week.nursing;
    if (week.contract == no_contract)
        return;
    auto const contract = static_cast<std::size_t>(week.contract);
    if (contract >= on_contract_.size())
        on_contract_.resize(contract + 1);
    on_contract_[contract] += care_on_contract(quarter_days, week.undercut, week.bill);
}

} // namespace caremarket
