#include "tests/support/any_market.hpp"

#include "model/catalogue/rows.hpp"

#include <algorithm>
#include <cmath>

namespace caremarket::tests
{

namespace
{

/// Of each thousand choices of a value so many leave the default.
constexpr int left_alone = 850;

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
    return place;
}

} // namespace

Inputs any_inputs(Choices& choices)
{
    Inputs inputs = small_inputs(any_place(choices), 2);
    inputs.seed = static_cast<std::uint64_t>(choices.next());
    PlaceService& homecare = inputs.place.of[Service::homecare];
    homecare.units_per_person = spread(choices, 2.0, 30.0);
    homecare.book_price = spread(choices, 10.0, 25.0);
    inputs.place.of[Service::residential].book_price = spread(choices, 400.0, 900.0);
    for (PlaceService& service : inputs.place.of)
        service.temporary_share = spread(choices, 0.0, 0.9);
    vary_all(choices, inputs.behaviour);
    vary_all(choices, inputs.outlook);
    for (Strategy& strategy : inputs.strategies)
        vary_all(choices, strategy);
    for (StrategyService& service : inputs.strategies.front().of)
    {
        double const block = spread(choices, 0.0, 1.0); // a mix is a whole
        service.mix[Channel::block] = block;
        service.mix[Channel::spot] = 1.0 - block;
    }
    return inputs;
}

} // namespace caremarket::tests
