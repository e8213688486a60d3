#include "tests/support/any_market.hpp"

#include "model/catalogue/contradictions.hpp"
#include "model/catalogue/rows.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket::tests
{

namespace
{

/// Of each thousand choices of a value so many leave the default.
constexpr int left_alone = 800;

double between(Choices& choices, double lower, double upper, double usual)
{
    int const choice = choices.next();
    return choice < left_alone ? usual : lower + (upper - lower) * (choice - left_alone) / (1000.0 - left_alone);
}

double spread(Choices& choices, double lower, double upper)
{
    return lower + (upper - lower) * choices.next() / 1000.0;
}

void vary(Choices& choices, Range range, double& value)
{
    value = between(choices, range.lower, range.upper, value);
}

/// A value for ever, or until the second year.
void vary(Choices& choices, Range range, Dated& value)
{
    double const usual = value.at(first_of_april(2016));
    double const first = between(choices, range.lower, range.upper, usual);
    if (first == usual)
        return;
    double const later = between(choices, range.lower, range.upper, first);
    value = Dated({{first_of_april(2016), first}, {first_of_april(2017), later}});
}

template <class Input>
void vary_all(Choices& choices, Input& input)
{
    visit_values(input,
                 [&](std::string const&, Description const& what, Default const&, auto& value)
                 {
                     if (what.choices.empty())
                         vary(choices, what.range, value);
                     else
                         value = std::floor(between(choices, what.range.lower, what.range.upper + 0.999,
                                                    [&value]
                                                    {
                                                        if constexpr (requires { value.at(Date{}); })
                                                            return value.at(first_of_april(2016));
                                                        else
                                                            return value;
                                                    }()));
                 });
}

SmallPlace any_place(Choices& choices)
{
    SmallPlace place;
    place.localities = static_cast<std::size_t>(spread(choices, 1.0, 4.999));
    place.councils = place.localities > 1 && choices.next() < 400 ? 2 : 1;
    for (Service const service : all_of<Service>())
    {
        place.council[service] = std::floor(spread(choices, 0.0, 120.0));
        place.providers[service] = std::floor(spread(choices, 0.0, 5.999));
        place.spare[service] = spread(choices, -0.3, 0.6);
    }
    place.inherited_block = spread(choices, 0.0, 1.0);
    place.self_funders_in_homes = spread(choices, 0.0, 0.6);
    place.self_funders_at_home = spread(choices, 0.0, 0.6);
    place.other_buyers = spread(choices, 0.0, 0.3);
    place.nhs_in_nursing = spread(choices, 0.0, 0.05);
    place.capital = spread(choices, 0.0, 300'000.0);
    place.in_groups = spread(choices, 0.0, 1.0);
    return place;
}

void vary_place(Choices& choices, Place& place)
{
    PlaceService& homecare = place.of[Service::homecare];
    homecare.units_per_person = spread(choices, 2.0, 30.0);
    homecare.book_price = spread(choices, 10.0, 25.0);
    homecare.direct_payment_share = spread(choices, 0.0, 0.9);
    for (Service const service : {Service::residential, Service::nursing})
    {
        PlaceService& homes = place.of[service];
        homes.book_price = spread(choices, 400.0, 900.0);
        homes.disregarded_share = spread(choices, 0.0, 0.9);
        homes.top_up_share = spread(choices, 0.0, 1.0);
        homes.top_up_mean = spread(choices, 0.0, 300.0);
    }
    for (PlaceService& service : place.of)
    {
        service.temporary_share = spread(choices, 0.0, 0.9);
        service.voluntary_share = spread(choices, 0.0, 1.0);
        service.self_funder_income = spread(choices, 0.0, 500.0);
    }
    for (LocalityInput& locality : place.localities)
    {
        locality.wealth = spread(choices, 0.3, 3.0);
        locality.house_price = spread(choices, 0.3, 3.0);
    }
}

/// Whether any service's levers contradict each other in the first year or after it.
bool is_contradictory(Strategy const& strategy)
{
    for (StrategyService const& service : strategy.of)
        for (int const year : {2016, 2017})
            if (contradicts_itself(service, first_of_april(year)))
                return true;
    return false;
}

/// A mix is a whole: five parts in proportion to what is chosen, some of them none.
EnumArray<Channel, Dated> any_mix(Choices& choices)
{
    EnumArray<Channel, double> parts{};
    double sum = 0.0;
    for (Channel const channel : {Channel::block, Channel::core, Channel::framework, Channel::spot, Channel::in_house})
    {
        parts[channel] = std::max(0.0, spread(choices, -1.0, 1.0));
        sum += parts[channel];
    }
    EnumArray<Channel, Dated> mix;
    double left = 1.0;
    for (Channel const channel : {Channel::block, Channel::core, Channel::framework, Channel::in_house})
    {
        double const share = sum > 0.0 ? std::min(left, parts[channel] / sum) : 0.0;
        mix[channel] = share;
        left -= share;
    }
    mix[Channel::spot] = left;
    return mix;
}

} // namespace

void vary_strategy(Choices& choices, Strategy& strategy)
{
    constexpr int most_draws = 50; // choices may be the same for ever
    Strategy const inherited = strategy;
    for (int draw = 0; draw < most_draws; ++draw)
    {
        strategy = inherited;
        vary_all(choices, strategy);
        for (StrategyService& service : strategy.of)
            service.mix = any_mix(choices);
        if (!is_contradictory(strategy))
            return;
    }
    strategy = inherited;
}

Inputs any_inputs(Choices& choices)
{
    Inputs inputs = small_inputs(any_place(choices), 2);
    inputs.seed = static_cast<std::uint64_t>(choices.next());
    vary_place(choices, inputs.place);
    vary_all(choices, inputs.behaviour);
    vary_all(choices, inputs.outlook);
    // A reform of charging, between two Aprils.
    Date const reform = first_of_april(inputs.first_year) + std::chrono::days{200};
    auto& outlook = inputs.outlook.all;
    outlook.capital_limit_upper = Dated({{Date::min(), outlook.capital_limit_upper.at(reform)}, {reform, 100000.0}});
    outlook.capital_limit_lower = Dated({{Date::min(), outlook.capital_limit_lower.at(reform)}, {reform, 20000.0}});
    vary_strategy(choices, inputs.strategies.front());
    inputs.strategies.assign(inputs.strategies.size(), inputs.strategies.front()); // as in an experiment
    return inputs;
}

} // namespace caremarket::tests
