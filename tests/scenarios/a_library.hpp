#pragma once

#include "scenarios/experiment.hpp"
#include "scenarios/library.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <stdlib.h>

/// A library of scenarios for one test, all sound, in a folder that is removed with it: place "twotown" of two localities,
/// outlook and behaviour "central", strategies "spot" and "block", which extends it, and experiment "question" of all
/// these. A test writes over it what it is about.
class TestLibrary
{
public:
    TestLibrary() : folder_(new_folder())
    {
        with("places/twotown.toml", place);
        with("places/twotown/localities.csv", "locality,name,area,wealth,house_price,source,certainty\n"
                                              "E1,Northtown,40,1.1,1.2,ONS,read\n"
                                              "E2,Southtown,60,0.9,0.8,ONS,read\n");
        with("places/twotown/population.csv", population);
        with("places/twotown/travel.csv", "from,to,minutes,source,certainty\nE1,E2,20,map,derived\n");
        with("places/twotown/supply.csv", "locality,service,providers,capacity,source,certainty\n"
                                          "E1,homecare,3,1000,register,read\n"
                                          "E1,residential,4,160,register,read\n"
                                          "E2,homecare,2,800,register,read\n"
                                          "E2,residential,0,0,register,read\n"
                                          "E1,nursing,1,50,register,read\n"
                                          "E2,nursing,1,40,register,read\n");
        with("outlooks/central.toml", outlook);
        with("behaviours/central.toml", "schema = 1\n[all]\nrisk_aversion = 2.0\n");
        with("strategies/spot.toml", spot);
        with("strategies/block.toml", "schema = 1\nextends = \"spot\"\n[homecare]\nmix_block = 0.6\nmix_spot = 0.4\n");
        with("experiments/question.toml", question);
    }
    ~TestLibrary() { std::filesystem::remove_all(folder_); }
    TestLibrary(TestLibrary const&) = delete;
    TestLibrary& operator=(TestLibrary const&) = delete;

    /// Writes a file of the library, "strategies/x.toml".
    TestLibrary& with(std::string_view file, std::string_view text)
    {
        std::filesystem::create_directories((root() / file).parent_path());
        std::ofstream{root() / file, std::ios::binary} << text;
        return *this;
    }

    /// Puts `now` in the place of the first `before` in a file.
    TestLibrary& with_change(std::string_view file, std::string_view before, std::string_view now)
    {
        auto text = text_of(file);
        auto const at = text.find(before);
        if (at == text.npos)
            throw std::logic_error("the test changes what does not stand in the file");
        return with(file, text.replace(at, before.size(), now));
    }

    TestLibrary& without(std::string_view file)
    {
        std::filesystem::remove(root() / file);
        return *this;
    }

    [[nodiscard]] std::string text_of(std::string_view file) const
    {
        std::ostringstream text;
        text << std::ifstream{root() / file, std::ios::binary}.rdbuf();
        return text.str();
    }

    [[nodiscard]] std::filesystem::path root() const { return folder_ / "scenarios"; }
    [[nodiscard]] caremarket::Library get() const { return {{root()}}; }

    [[nodiscard]] caremarket::Loaded<caremarket::LoadedExperiment>
    load(caremarket::Overrides const& overrides = {}) const
    {
        return caremarket::load_experiment(get(), "question", overrides);
    }

private:
    std::filesystem::path folder_;

    static std::filesystem::path new_folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "caremarket-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::runtime_error("no folder for the test");
        return name;
    }

    static constexpr std::string_view place = R"(schema = 1
title = "Two towns"
commissioners = ["Twotown Council"]
inherited = "spot"

[tables]
localities = "twotown/localities.csv"
population = "twotown/population.csv"
travel = "twotown/travel.csv"
supply = "twotown/supply.csv"

[homecare]
council_people = { value = 100, source = "return", certainty = "read" }
self_funder_share = { value = 0.3, source = "survey", certainty = "derived" }
other_buyer_share = { value = 0.05, source = "guess", certainty = "assumption" }
units_per_person = { value = 11, source = "return", certainty = "read" }
book_price = { value = 15.5, source = "return", certainty = "read" }
assessed_charge = { value = 30, source = "return", certainty = "read" }
inherited_block_share = { value = 0.2, source = "guess", certainty = "assumption" }
use_75_84 = { value = 3, source = "survey", certainty = "derived" }
use_85 = { value = 10, source = "survey", certainty = "derived" }
nhs_share = { value = 0, source = "guess", certainty = "assumption" }
self_funder_capital = { value = 60000, source = "guess", certainty = "assumption" }
self_funder_income = { value = 90, source = "guess", certainty = "assumption" }
prices_of = { value = 2016, source = "return", certainty = "read" }
direct_payment_share = { value = 0.2, source = "return", certainty = "read" }

[residential]
council_people = { value = 70, source = "return", certainty = "read" }
self_funder_share = { value = 0.5, source = "survey", certainty = "derived" }
other_buyer_share = { value = 0.05, source = "guess", certainty = "assumption" }
units_per_person = { value = 1, source = "one bed each", certainty = "read" }
book_price = { value = 550, source = "return", certainty = "read" }
assessed_charge = { value = 150, source = "return", certainty = "read" }
inherited_block_share = { value = 0.2, source = "guess", certainty = "assumption" }
use_75_84 = { value = 4, source = "survey", certainty = "derived" }
use_85 = { value = 20, source = "survey", certainty = "derived" }
nhs_share = { value = 0, source = "guess", certainty = "assumption" }
self_funder_capital = { value = 170000, source = "guess", certainty = "assumption" }
self_funder_income = { value = 320, source = "guess", certainty = "assumption" }
prices_of = { value = 2016, source = "return", certainty = "read" }
disregarded_share = { value = 0.1, source = "guess", certainty = "assumption" }
top_up_share = { value = 0.25, source = "survey", certainty = "derived" }
top_up_mean = { value = 60, source = "survey", certainty = "derived" }
group_share = { value = 0.3, source = "survey", certainty = "derived" }

[nursing]
council_people = { value = 40, source = "return", certainty = "read" }
self_funder_share = { value = 0.45, source = "survey", certainty = "derived" }
other_buyer_share = { value = 0.05, source = "guess", certainty = "assumption" }
units_per_person = { value = 1, source = "one bed each", certainty = "read" }
book_price = { value = 590, source = "return", certainty = "read" }
assessed_charge = { value = 190, source = "return", certainty = "read" }
inherited_block_share = { value = 0.2, source = "guess", certainty = "assumption" }
use_75_84 = { value = 4, source = "survey", certainty = "derived" }
use_85 = { value = 20, source = "survey", certainty = "derived" }
nhs_share = { value = 0, source = "guess", certainty = "assumption" }
self_funder_capital = { value = 170000, source = "guess", certainty = "assumption" }
self_funder_income = { value = 320, source = "guess", certainty = "assumption" }
prices_of = { value = 2016, source = "return", certainty = "read" }
disregarded_share = { value = 0.1, source = "guess", certainty = "assumption" }
top_up_share = { value = 0.25, source = "survey", certainty = "derived" }
top_up_mean = { value = 60, source = "survey", certainty = "derived" }
group_share = { value = 0.3, source = "survey", certainty = "derived" }
)";
    static constexpr std::string_view population = "locality,band,date,people,source,certainty\n"
                                                   "E1,65-74,2016-06-30,5000,ONS,read\n"
                                                   "E1,75-84,2016-06-30,3000,ONS,read\n"
                                                   "E1,85+,2016-06-30,1000,ONS,read\n"
                                                   "E2,65-74,2016-06-30,4000,ONS,read\n"
                                                   "E2,75-84,2016-06-30,2500,ONS,read\n"
                                                   "E2,85+,2016-06-30,900,ONS,read\n"
                                                   "E1,65-74,2020-06-30,5500,ONS,read\n"
                                                   "E1,75-84,2020-06-30,3300,ONS,read\n"
                                                   "E1,85+,2020-06-30,1100,ONS,read\n"
                                                   "E2,65-74,2020-06-30,4400,ONS,read\n"
                                                   "E2,75-84,2020-06-30,2750,ONS,read\n"
                                                   "E2,85+,2020-06-30,990,ONS,read\n";
    static constexpr std::string_view outlook = R"(schema = 1
[all]
wage_floor = { value = { "2016-04-01" = 7.20, "2017-04-01" = 7.50 }, source = "gov.uk", certainty = "read" }
inflation = 0.02
outside_wage_growth = 0.025
funded_nursing_care = 112
)";
    static constexpr std::string_view spot = R"(schema = 1
title = "Spot"

[homecare]
mix_block = 0.2
mix_spot = 0.8
uplift_rule = "cpi"
contract_length = 4
)";
    static constexpr std::string_view question = R"(schema = 1
place = "twotown"
outlooks = ["central"]
strategies = ["spot", "block"]
baseline = "spot"
start = 2016-04-01
years = 3
replicates = 10
seed = 1

[savings_target]
basis = "recurrent"
source = "budget paper"
"2016/17" = 1.5
"2018/19" = 4.0
)";
};

/// All problems, one a line.
inline std::string lines_of(caremarket::Problems const& problems)
{
    std::string lines;
    for (auto const& problem : problems)
        lines += caremarket::to_line(problem) + '\n';
    return lines;
}
