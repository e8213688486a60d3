#include "model/firms/groups.hpp"
#include "tests/support/small_market.hpp"
#include "tests/support/staged_phases.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace caremarket;
using namespace caremarket::tests;

namespace
{

/// Two years of the small market, with the outlook changed from October of the first.
Record with_shock(Dated OutlookAll::*value, double usual, double then)
{
    Inputs inputs = small_inputs();
    inputs.outlook.all.*value =
        Dated{{{first_of_april(2010), usual}, {first_of_april(2016) + std::chrono::days{183}, then}}};
    return run_all(inputs).record;
}

double over_services(Record const& record, Recorded what)
{
    double sum = 0.0;
    for (Service const service : all_of<Service>())
        sum += total(record, what, service);
    return sum;
}

double homes(Record const& record, Recorded what)
{
    return total(record, what, Service::residential) + total(record, what, Service::nursing);
}

} // namespace

TEST_CASE("Fewer admissions to homes leave homecare's as they are, and the other way round")
{
    Record const usual = with_shock(&OutlookAll::home_admissions, 1.0, 1.0);
    Record const fewer = with_shock(&OutlookAll::home_admissions, 1.0, 0.4);
    CHECK(homes(fewer, Recorded::starts) < 0.85 * homes(usual, Recorded::starts));
    CHECK(homes(fewer, Recorded::occupied_capacity) < homes(usual, Recorded::occupied_capacity));
    Record const at_home = with_shock(&OutlookAll::homecare_starts, 1.0, 0.4);
    CHECK(total(at_home, Recorded::starts, Service::homecare) <
          0.85 * total(usual, Recorded::starts, Service::homecare));
    CHECK(homes(at_home, Recorded::starts) > 0.9 * homes(usual, Recorded::starts));
}

TEST_CASE("Discharged in greater number, more people wait in hospital, and what that costs is no part of spend")
{
    Record const usual = with_shock(&OutlookAll::hospital_discharges, 1.0, 1.0);
    Record const more = with_shock(&OutlookAll::hospital_discharges, 1.0, 3.0);
    CHECK(over_services(more, Recorded::delayed_days) > over_services(usual, Recorded::delayed_days));
    double const days = over_services(more, Recorded::delayed_days);
    double const cost = over_services(more, Recorded::delayed_days_cost) / 100.0;
    CHECK(cost >= 262.0 * days * 0.999);
    CHECK(cost < 262.0 * days * 1.2); // risen with prices
}

TEST_CASE("Where more people die, more care ends")
{
    Record const usual = with_shock(&OutlookAll::mortality, 1.0, 1.0);
    Record const more = with_shock(&OutlookAll::mortality, 1.0, 2.0);
    CHECK(over_services(more, Recorded::ends) > 1.2 * over_services(usual, Recorded::ends));
}

TEST_CASE("Absent staff are paid and others are needed: less capacity, more agency, less surplus")
{
    Record const usual = with_shock(&OutlookAll::staff_absence, 0.0, 0.0);
    Record const absent = with_shock(&OutlookAll::staff_absence, 0.0, 0.15);
    CHECK(over_services(absent, Recorded::capacity) < over_services(usual, Recorded::capacity));
    CHECK(over_services(absent, Recorded::agency_hours) > over_services(usual, Recorded::agency_hours));
    CHECK(over_services(absent, Recorded::posts_hours) > over_services(usual, Recorded::posts_hours));
    CHECK(over_services(absent, Recorded::provider_surplus) < over_services(usual, Recorded::provider_surplus));
}

TEST_CASE("Dearer running costs take from surplus and are asked for in quotes")
{
    Record const usual = with_shock(&OutlookAll::running_costs, 1.0, 1.0);
    Record const dear = with_shock(&OutlookAll::running_costs, 1.0, 2.0);
    CHECK(over_services(dear, Recorded::provider_surplus) < over_services(usual, Recorded::provider_surplus));
    CHECK(over_services(dear, Recorded::spot_quote) > over_services(usual, Recorded::spot_quote));
}

TEST_CASE("A stricter regulator finds more care poor, and one that comes oftener rates more of it")
{
    Record const usual = with_shock(&OutlookAll::inspection_standard, 0.0, 0.0);
    Record const strict = with_shock(&OutlookAll::inspection_standard, 0.0, 1.0);
    CHECK(over_services(strict, Recorded::people_in_poor_care) > over_services(usual, Recorded::people_in_poor_care));
    Record const often = with_shock(&OutlookAll::inspection_frequency, 1.0, 4.0);
    CHECK(over_services(often, Recorded::people_in_rated_care) > over_services(usual, Recorded::people_in_rated_care));
}

TEST_CASE("When the outlook has groups fail, the largest do, once: most homes change hands and the rest close")
{
    for (double const share : {0.0, 0.6})
    {
        StagedMarket stage;
        Providers& all = stage.market.providers;
        stage.market.groups.has_failed.assign(2, 0);
        std::vector<ProviderId> const open = stage.market.providers_of[stage.market.area(Service::residential, 0)];
        REQUIRE(open.size() >= 2);
        // The second group is the larger.
        for (std::size_t n = 0; n < open.size(); ++n)
        {
            auto const p = StagedMarket::at(open[n]);
            all.sector[p] = Sector::independent;
            all.group[p] = n == 0 ? GroupId{0} : GroupId{1};
            all.size[p] = n == 0 ? 10.0 : 30.0;
        }
        stage.inputs.behaviour.all.group_transfer = 1.0;
        stage.inputs.outlook.all.group_failure = Dated{{{first_of_april(2010), 0.0}, {first_of_april(2017), share}}};
        stage.week = Clock(2016).week(51);
        fail_groups_of_outlook(stage.market, stage.inputs, stage.week);
        CHECK(stage.market.counts[0].groups_failed == 0); // the day has not come
        stage.week = Clock(2016).week(52);
        fail_groups_of_outlook(stage.market, stage.inputs, stage.week);
        fail_groups_of_outlook(stage.market, stage.inputs, stage.week);
        CHECK(stage.market.counts[0].groups_failed == (share > 0.0 ? 1 : 0));
        CHECK((stage.market.groups.has_failed[1] != 0) == (share > 0.0));
        CHECK(stage.market.groups.has_failed[0] == 0);
        auto const changed = stage.market.counts[0].areas[stage.market.area(Service::residential, 0)].changed_hands;
        CHECK(changed == (share > 0.0 ? static_cast<std::int64_t>(open.size()) - 1 : 0));
    }
}

TEST_CASE("Homes of a failed group that find no new owner close, and their people move")
{
    StagedMarket stage;
    Providers& all = stage.market.providers;
    stage.market.groups.has_failed.assign(1, 0);
    ProviderId const provider = stage.provider(Service::residential, 0);
    auto const p = StagedMarket::at(provider);
    for (std::size_t other = 0; other < all.key.size(); ++other)
        all.group[other] = no_group;
    all.sector[p] = Sector::independent;
    all.group[p] = GroupId{0};
    stage.add_resident(0, Service::residential, Funding::council, provider, 600.0);
    stage.inputs.behaviour.all.group_transfer = 0.0;
    stage.inputs.outlook.all.group_failure = 1.0;
    fail_groups_of_outlook(stage.market, stage.inputs, stage.week);
    CHECK_FALSE(all.is_open(provider));
    CHECK(stage.market.counts[0].areas[stage.market.area(Service::residential, 0)].displaced == 1);
}
