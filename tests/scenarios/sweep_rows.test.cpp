#include "scenarios/number_text.hpp"
#include "scenarios/sweep.hpp"

#include "tests/scenarios/a_library.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace caremarket;

namespace
{

constexpr std::string_view numbers[] = {"behaviour.all.risk_aversion", "behaviour.all.least_volume",
                                        "outlook.all.demand_growth", "strategy.homecare.mix_block",
                                        "place.homecare.book_price"};

/// Some of the distributions, over ranges inside [0.01, 0.09], which all of the numbers allow.
Distribution any_distribution()
{
    auto const kind = *rc::gen::element(DistributionKind::uniform, DistributionKind::log_uniform,
                                        DistributionKind::normal, DistributionKind::triangular);
    auto const low = 0.01 + 0.0001 * *rc::gen::inRange(0, 400);
    auto const high = low + 0.0001 * *rc::gen::inRange(1, 400);
    auto const mode = low + (high - low) * 0.01 * *rc::gen::inRange(0, 101);
    return {.kind = kind, .low = low, .high = high, .mode = mode, .mean = mode, .spread = 0.01};
}

Design any_design(DesignKind kind)
{
    Design design{.kind = kind,
                  .samples = *rc::gen::inRange<std::size_t>(1, 40),
                  .levels = 2 * *rc::gen::inRange<std::size_t>(1, 6),
                  .seed = *rc::gen::arbitrary<std::uint32_t>()};
    auto const count = *rc::gen::inRange<std::size_t>(1, std::size(numbers) + 1);
    for (std::size_t f = 0; f < count; ++f)
    {
        Factor factor;
        factor.path = numbers[f];
        factor.distribution = any_distribution();
        design.factors.push_back(std::move(factor));
    }
    return design;
}

DesignKind any_sampled_kind()
{
    return *rc::gen::element(DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris);
}

/// A factor as a sweep file writes it.
std::string in_toml(Factor const& factor)
{
    auto const& d = *factor.distribution;
    auto text = fmt::format("\"{}\" = {{ range = [{}, {}], distribution = \"{}\"", factor.path, shortest_text(d.low),
                            shortest_text(d.high), name_of(d.kind));
    if (d.kind == DistributionKind::normal)
        text += fmt::format(", mean = {}, spread = {}", shortest_text(d.mean), shortest_text(d.spread));
    if (d.kind == DistributionKind::triangular)
        text += fmt::format(", mode = {}", shortest_text(d.mode));
    return text + " }\n";
}

/// The design as the sweep `name` of a library.
void write(Design const& design, std::string_view name, TestLibrary& library)
{
    auto text = fmt::format("schema = 1\nexperiment = \"question\"\n[design]\nkind = \"{}\"\nsamples = {}\n",
                            name_of(design.kind), design.samples);
    if (design.kind == DesignKind::morris)
        text += fmt::format("levels = {}\n", design.levels);
    if (!keeps_rows_when_grown(design.kind) || design.kind == DesignKind::morris)
        text += fmt::format("seed = {}\n", design.seed);
    text += "[design.factors]\n";
    for (auto const& factor : design.factors)
        text += in_toml(factor);
    library.with(fmt::format("sweeps/{}.toml", name), text);
}

} // namespace

TEST_CASE("Every value of every row lies in its factor's range")
{
    CHECK(rc::check(
        []
        {
            auto const design = any_design(any_sampled_kind());
            auto const rows = rows_of(design);
            RC_ASSERT(rows.size() == row_count(design));
            for (auto const& row : rows)
            {
                RC_ASSERT(row.size() == design.factors.size());
                for (std::size_t f = 0; f < row.size(); ++f)
                {
                    auto const value = number_in(row[f]);
                    RC_ASSERT(value.has_value());
                    RC_ASSERT(*value >= design.factors[f].distribution->low);
                    RC_ASSERT(*value <= design.factors[f].distribution->high);
                }
            }
        }));
}

TEST_CASE("A design with more samples begins with the rows it had")
{
    CHECK(rc::check(
        []
        {
            auto design = any_design(*rc::gen::element(DesignKind::sobol, DesignKind::saltelli, DesignKind::morris));
            auto const few = rows_of(design);
            design.samples += *rc::gen::inRange<std::size_t>(0, 30);
            auto const many = rows_of(design);
            RC_ASSERT(std::equal(few.begin(), few.end(), many.begin(), many.begin() + std::ssize(few)));
        }));
}

TEST_CASE("A list or table with rows added behind begins with the rows it had")
{
    CHECK(rc::check(
        []
        {
            Design design{.kind = *rc::gen::element(DesignKind::list, DesignKind::csv)};
            auto const length = *rc::gen::inRange<std::size_t>(1, 20);
            auto const cell = [](std::size_t) { return std::to_string(*rc::gen::inRange(0, 100)); };
            for (std::string_view const path : {numbers[0], numbers[1]})
            {
                auto& factor = design.factors.emplace_back();
                factor.path = path;
                for (std::size_t i = 0; i < length; ++i)
                    factor.values.push_back(cell(i));
            }
            auto const few = rows_of(design);
            for (auto& factor : design.factors)
                factor.values.push_back(cell(length));
            auto const many = rows_of(design);
            RC_ASSERT(many.size() == few.size() + 1);
            RC_ASSERT(std::equal(few.begin(), few.end(), many.begin()));
        }));
}

TEST_CASE("A crossed design with more samples begins with the rows it had, and each draw meets every value once")
{
    CHECK(rc::check(
        []
        {
            auto design = any_design(DesignKind::sobol);
            design.crossed = *rc::gen::inRange<std::size_t>(1, 3);
            auto const times = *rc::gen::inRange<std::size_t>(2, 7);
            for (std::size_t f = 0; f < design.crossed; ++f)
            {
                auto& factor = design.factors.emplace_back();
                for (std::size_t i = 0; i < times; ++i)
                    factor.values.push_back(std::to_string(i));
            }
            auto const few = rows_of(design);
            RC_ASSERT(few.size() == design.samples * times);
            RC_ASSERT(few.size() == row_count(design));
            RC_ASSERT(points_of(design).size() == few.size());
            for (std::size_t row = 0; row < few.size(); ++row)
            {
                auto const end = few[row].end() - static_cast<std::ptrdiff_t>(design.crossed);
                RC_ASSERT(std::equal(few[row].begin(), end, few[row - row % times].begin()));
                RC_ASSERT(std::all_of(end, few[row].end(),
                                      [&](auto const& value) { return value == std::to_string(row % times); }));
            }
            design.samples += *rc::gen::inRange<std::size_t>(0, 30);
            auto const many = rows_of(design);
            RC_ASSERT(std::equal(few.begin(), few.end(), many.begin(), many.begin() + std::ssize(few)));
        }));
}

TEST_CASE("Each part of a Latin hypercube's uniform range is met once")
{
    CHECK(rc::check(
        []
        {
            auto design = any_design(DesignKind::latin_hypercube);
            for (auto& factor : design.factors)
                factor.distribution = Distribution{.kind = DistributionKind::uniform, .low = 0, .high = 1};
            std::map<std::size_t, std::size_t> met;
            for (auto const& row : rows_of(design))
                for (auto const& value : row)
                    ++met[static_cast<std::size_t>(*number_in(value) * static_cast<double>(design.samples))];
            RC_ASSERT(met.size() == design.samples);
            for (auto const& [part, times] : met)
                RC_ASSERT(times == design.factors.size());
        }));
}

TEST_CASE("A grid meets every combination once")
{
    CHECK(rc::check(
        []
        {
            Design design{.kind = DesignKind::grid};
            std::size_t product = 1;
            for (std::string_view const path : {numbers[0], numbers[1], numbers[2]})
            {
                auto& factor = design.factors.emplace_back();
                factor.path = path;
                auto const count = *rc::gen::inRange<std::size_t>(1, 6);
                for (std::size_t i = 0; i < count; ++i)
                    factor.values.push_back(std::to_string(i));
                product *= count;
            }
            auto const rows = rows_of(design);
            RC_ASSERT(rows.size() == product);
            RC_ASSERT(std::is_sorted(rows.begin(), rows.end())); // the last factor fastest
            RC_ASSERT(std::adjacent_find(rows.begin(), rows.end()) == rows.end());
        }));
}

TEST_CASE("Neighbouring rows of a walk differ in one factor, and every factor changes once a walk")
{
    CHECK(rc::check(
        []
        {
            auto const design = any_design(DesignKind::morris);
            auto const rows = rows_of(design);
            auto const factors = design.factors.size();
            for (std::size_t walk = 0; walk < design.samples; ++walk)
            {
                std::vector<int> changes(factors);
                for (std::size_t step = 0; step < factors; ++step)
                    for (std::size_t f = 0; f < factors; ++f)
                        changes[f] += rows[walk * (factors + 1) + step][f] != rows[walk * (factors + 1) + step + 1][f];
                RC_ASSERT(changes == std::vector<int>(factors, 1));
            }
        }));
}

TEST_CASE("Any design written as a sweep file reads back to its rows, and so does a table of them")
{
    TestLibrary library;
    CHECK(rc::check(
        [&]
        {
            auto const design = any_design(any_sampled_kind());
            auto const rows = rows_of(design);
            write(design, "x", library);
            auto const read = load_sweep(library.get(), "x");
            RC_ASSERT(lines_of(read.problems) == "");
            RC_ASSERT(read.value->rows == rows);

            library.with("sweeps/rows.csv", csv_of(design, rows));
            library.with("sweeps/y.toml",
                         "schema = 1\nexperiment = \"question\"\n[design]\nkind = \"csv\"\nfile = \"rows.csv\"\n");
            auto const table = load_sweep(library.get(), "y");
            RC_ASSERT(lines_of(table.problems) == "");
            RC_ASSERT(table.value->rows == rows);
        }));
}

TEST_CASE("Cells of a design's table may hold commas and quotes")
{
    Design design{.kind = DesignKind::list};
    auto& factor = design.factors.emplace_back();
    factor.path = "outlook.all.wage_floor";
    factor.values = {"{ \"2016-04-01\" = 7.2, \"2018-04-01\" = 8 }", "9"};
    CHECK(csv_of(design, rows_of(design)) ==
          "outlook.all.wage_floor\n\"{ \"\"2016-04-01\"\" = 7.2, \"\"2018-04-01\"\" = 8 }\"\n9\n");
}
