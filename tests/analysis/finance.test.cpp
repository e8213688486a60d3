#include "analysis/finance.hpp"

#include "analysis/results_file.hpp"
#include "sample_results.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace caremarket;

namespace
{

/// A results file of made-up values, some of them replaced.
struct Sample
{
    TemporaryFolder folder;
    Plan plan = sample_plan();

    Finance statement(FinanceQuestion const& question = {}, std::function<void(RunResult&)> const& change = {}) const
    {
        PartStore const store(folder.path());
        RecordShape const shape = monthly_shape(plan.axes);
        for (PlannedPart const& planned : planned_parts(plan))
        {
            Part part{.key = planned.key, .version = "0.1.0", .shape = shape, .runs = {}};
            for (std::size_t r = 0; r < planned.key.count; ++r)
            {
                RunResult run{.record = sample_record(shape, sample_run(plan.axes, planned.outlook, planned.strategy,
                                                                        planned.key.first_replicate + r)),
                              .failure = {}};
                if (change && planned.key.first_replicate + r == 0)
                    change(run);
                part.runs.push_back(std::move(run));
            }
            store.write(part);
        }
        assemble(plan, store, folder / "r.h5");
        return finance(ResultsFile(folder / "r.h5"), question);
    }
};

FinanceLine const& line_of(Finance const& all, std::string_view section, std::string_view service,
                           std::string_view name)
{
    for (FinanceSection const& found : all.sections)
        if (found.title.starts_with(section) && found.service == service)
            for (FinanceLine const& line : found.lines)
                if (std::string_view(line.name).substr(line.name.find_first_not_of(' ')) == name)
                    return line;
    FAIL(section << ": no line " << name);
    throw; // not reached
}

double mean(Finance const& all, std::string_view section, std::string_view service, std::string_view name,
            std::size_t year)
{
    return line_of(all, section, service, name).years.at(year).mean;
}

} // namespace

TEST_CASE("From gross to net every step of a statement adds up")
{
    Finance const all = Sample{}.statement();
    for (std::size_t year = 0; year < 2; ++year)
    {
        auto const gross_to_net = [&](char const* name) { return mean(all, "From gross", "", name, year); };
        CHECK(gross_to_net("net spend on care") ==
              Approx(gross_to_net("gross spend on care") + gross_to_net("less client contributions")));
        CHECK(gross_to_net("net cost to the council") ==
              Approx(gross_to_net("net spend on care") + gross_to_net("tenders") +
                     gross_to_net("commissioning officers") + gross_to_net("capital in own supply") +
                     gross_to_net("grants towards buildings") + gross_to_net("invested to save")));
        CHECK(gross_to_net("over budget (+) or under (-)") ==
              Approx(gross_to_net("net cost to the council") - gross_to_net("budget")));
        CHECK(gross_to_net("gross spend on care") > 0.0);
    }
}

TEST_CASE("A statement's gross spend is what the file holds, over all services")
{
    Sample const sample;
    Finance const all = sample.statement({.strategy = "block-heavy", .outlook = "high-wage"});
    ResultsFile const file(sample.folder / "r.h5");
    PenceSeries const spent = file.yearly_pence("gross_spend");
    for (std::size_t year = 0; year < 2; ++year)
    {
        double sum = 0.0;
        for (std::size_t replicate = 0; replicate < 3; ++replicate)
            sum += static_cast<double>(spent(1, 1, replicate, year)) / 100.0;
        CHECK(mean(all, "From gross", "", "gross spend on care", year) == Approx(sum / 3.0));
    }
}

TEST_CASE("What was saved is what it is against the baseline, and is avoided or cashable")
{
    Sample const sample;
    Finance const with = sample.statement({.strategy = "block-heavy", .outlook = {}});
    Finance const without = sample.statement();
    for (std::size_t year = 0; year < 2; ++year)
    {
        double const saved = mean(with, "Saved against", "", "saved in the year", year);
        CHECK(saved == Approx(mean(without, "From gross", "", "net cost to the council", year) -
                              mean(with, "From gross", "", "net cost to the council", year)));
        CHECK(saved == Approx(mean(with, "Saved against", "", "of it avoided", year) +
                              mean(with, "Saved against", "", "of it cashable", year)));
    }
    for (FinanceSection const& section : without.sections)
        CHECK_FALSE(section.title.starts_with("Saved")); // the baseline saves nothing against itself
}

TEST_CASE("The bridge from one year to the next adds up to the difference, service by service")
{
    Finance const all = Sample{}.statement();
    for (std::string_view const service : {"homecare", "residential", "nursing"})
    {
        double steps = 0.0;
        for (char const* const step :
             {"inflation", "demography", "wealth spent", "complexity", "other volume", "mix", "price"})
            steps += mean(all, "Why gross spend", service, step, 1);
        CHECK(steps == Approx(mean(all, "Why gross spend", service, "difference", 1)));
        CHECK_FALSE(std::isfinite(mean(all, "Why gross spend", service, "difference", 0))); // no year before
    }
}

TEST_CASE("A future without a placement has no price of new placements, and is left out and counted")
{
    auto const nobody_starts = [](RunResult& run)
    {
        RecordShape const shape = run.record.shape();
        for (std::size_t period = 0; period < shape.periods; ++period)
            for (std::size_t cell = 0; cell < shape.cells(metric(Recorded::started_units).dimensions); ++cell)
            {
                run.record.set(Recorded::started_units, period, cell, 0.0);
                run.record.set(Recorded::starts_at_price, period, cell, 0.0);
            }
    };
    Finance const all = Sample{}.statement({}, nobody_starts);
    Spread const& price = line_of(all, "The book", "homecare", "price of new placements").years[0];
    CHECK(std::isfinite(price.mean));
    CHECK(price.futures == 2);
    CHECK(line_of(all, "The book", "homecare", "placed again").years[0].futures == 3);
    CHECK(finance_text(all).find("* of the futures") != std::string::npos);
    CHECK(finance_text(Sample{}.statement()).find("* of the futures") == std::string::npos);
}

TEST_CASE("Of a few futures no range is shown")
{
    Finance const all = Sample{}.statement();
    Spread const& gross = line_of(all, "From gross", "", "gross spend on care").years[0];
    CHECK(std::isfinite(gross.mean));
    CHECK_FALSE(std::isfinite(gross.low));
    CHECK(finance_text(all).find("No range of nine in ten") != std::string::npos);
    nlohmann::ordered_json const json = finance_json(all);
    CHECK(json["items"][0]["low"].is_null());
    CHECK(json["items"][0]["futures"] == 3);
}
