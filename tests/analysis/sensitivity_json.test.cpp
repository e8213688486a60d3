#include "sensitivity_sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace caremarket;

TEST_CASE("The JSON of a sweep's analysis names its schema and holds the answers there are")
{
    auto const sensitivity = sample_indices();
    auto const json = sensitivity_json(sensitivity);
    CHECK(json["schema"] == "caremarket.sensitivity/1");
    CHECK(json["design"] == "saltelli");
    CHECK(json["outcome"] == "net_spend");
    CHECK(json["strategy"] == "frameworks");
    CHECK(json["factors"][1]["factor"] == "outlook.wage_floor.real_growth");
    CHECK(json["resamples"] == 1000);
    CHECK(json["headlines"].size() == 2);
    CHECK(json["screening"].is_null());
    CHECK(json["ranking"].is_null());

    auto const& found = sensitivity.indices->factors[0];
    auto const& first = json["indices"]["factors"][0];
    CHECK(first["factor"] == "behaviour.homecare.labour.quit_rate");
    CHECK(first["first"]["index"] == found.first.value);
    CHECK(first["total"]["lower"] == found.total.interval.lower);
    CHECK(first["total"]["upper"] == found.total.interval.upper);
    CHECK(first["total"]["base_points"] == 1024);
    CHECK(json["indices"]["outcomes"]["missing"] == 0);
    CHECK(json["indices"]["outcomes"]["noise_share"].is_null()); // not known

    auto const& effect = sensitivity.main_effects->factors[0].over_range;
    CHECK(json["main_effects"]["factors"][0]["over_range"]["effect"] == effect.value);
    CHECK(json["main_effects"]["factors"][0]["over_range"]["lower"] == effect.lower);
    CHECK(json["main_effects"]["explained"] == sensitivity.main_effects->explained);
    CHECK(nlohmann::json::parse(json.dump())["schema"] == "caremarket.sensitivity/1");
}

TEST_CASE("The JSON of a screening counts steps and what was missing")
{
    auto const sensitivity = sample_screening(0.2);
    auto const json = sensitivity_json(sensitivity);
    auto const& effects = sensitivity.screening->factors[2];
    auto const& last = json["screening"]["factors"][2];
    CHECK(last["mu_star"] == effects.mu_star);
    CHECK(last["mu_star_upper"] == effects.interval.upper);
    CHECK(last["sigma"] == effects.sigma);
    CHECK(last["steps"] == effects.used);
    CHECK(last["left_out"] == effects.left_out);
    CHECK(json["screening"]["outcomes"]["missing"] == 21);
    CHECK(json["screening"]["whole_walks"] == 4);
    CHECK(json["cautions"].size() == 2);
    CHECK(json["main_effects"].is_null());
}

TEST_CASE("The JSON of an order holds the shares under each outlook, and the parts of each factor")
{
    auto const json = sensitivity_json(sample_ranking(2))["ranking"];
    CHECK(json["strategy"] == "frameworks");
    CHECK(json["direction"] == "down");
    CHECK(json["better_under_all_outlooks"]["samples"] == 30);
    CHECK(json["better_under_all_outlooks"]["of"] == 59);
    auto const& central = json["outlooks"][0];
    CHECK(central["outlook"] == "central");
    CHECK(central["left_out"] == 1);
    CHECK(central["clearly_better"] == 15);
    CHECK(central["clearly_worse"] == 14);
    auto const& factor = central["factors"][0];
    CHECK(factor["turns_order"] == true);
    CHECK(factor["parts"][2]["part"] == "upper third");
    CHECK(factor["parts"][2]["better"]["samples"] == 0);
    CHECK(factor["parts"][2]["better"]["of"] == 19);
    CHECK(factor["parts"][2]["from"].get<double>() == Approx(0.503).margin(5e-4));
}

TEST_CASE("What is not known is null in JSON")
{
    auto sensitivity = sample_indices(1);
    sensitivity.setting.strategy.clear();
    sensitivity.indices = sobol_indices(swept([](Point const&) { return 1; }, saltelli_points(3, 8)));
    auto const json = sensitivity_json(sensitivity);
    CHECK(json["strategy"].is_null());
    CHECK(json["indices"]["factors"][0]["first"]["index"].is_null());
    CHECK(json["indices"]["factors"][0]["first"]["lower"].is_null());
    CHECK(json["indices"]["sum_of_first"].is_null());
    CHECK(json.dump().find("nan") == std::string::npos);
}
