#include "model/maths.hpp"
#include "tests/support/fingerprint.hpp"
#include "tests/support/small_market.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

/// One small market of which every bit is known. It changes only with a line that says why:
///     CAREMARKET_GOLDEN=write CAREMARKET_GOLDEN_WHY="what changed" <build>/tests/tests_model "Golden run*"
using namespace caremarket;
using namespace caremarket::tests;

namespace
{

std::string const path = std::string{CAREMARKET_SOURCE_DIR} + "/tests/golden/summary.txt";

/// Many values of each function behind the door `model/maths`: a market of this size asks for too few to show a last bit
/// that another processor might give.
std::uint64_t mathematics()
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    auto const add = [&hash](double value) { hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3ULL; };
    for (int i = 1; i < 50'000; ++i)
    {
        double const x = 0.0002 * i;
        add(maths::exp(x));
        add(maths::exp(-x));
        add(maths::log(x));
        add(maths::pow(x, 0.71));
        add(maths::normal_cdf(x - 5.0));
        add(maths::normal_quantile(i / 50'000.0));
    }
    return hash;
}

/// The lines of the summary: a dozen totals for people, and a hash of all the record's bytes for machines.
std::string summary()
{
    SmallPlace place;
    place.nhs_in_nursing = 0.1;
    Inputs const inputs = small_inputs(place, 3);
    Run const run = run_all(inputs);
    std::ostringstream text;
    text << std::fixed;
    for (Recorded const what :
         {Recorded::gross_spend, Recorded::void_spend, Recorded::client_contributions, Recorded::self_funder_spend,
          Recorded::council_units_used, Recorded::starts, Recorded::ends, Recorded::person_weeks_waiting,
          Recorded::volume_awarded, Recorded::exits, Recorded::entries, Recorded::staff_hours, Recorded::spot_quote})
    {
        RecordedMetric const& m = metric(what);
        text << std::left << std::setw(24) << m.name;
        for (Service const service : all_of<Service>())
        {
            double const sum = total(run.record, what, service);
            text << std::right << std::setw(16) << std::setprecision(2) << (m.is_money() ? sum / 100.0 : sum);
        }
        text << '\n';
    }
    auto const hash = [&text](char const* of, std::uint64_t bits)
    {
        text << std::left << std::setw(24) << of << std::right << std::hex << std::setw(16) << std::setfill('0') << bits
             << std::dec << std::setfill(' ') << '\n';
    };
    hash("hash of mathematics", mathematics());
    hash("hash of the record", fingerprint(run.record));
    hash("hash of the market", fingerprint(run.market));
    return text.str();
}

struct Stored
{
    std::vector<std::string> reasons; ///< newest first
    std::string numbers;
};

Stored read()
{
    Stored stored;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("# - "))
            stored.reasons.push_back(line);
        else if (!line.starts_with('#') && !line.empty())
            stored.numbers += line + '\n';
    return stored;
}

void write(Stored const& stored)
{
    std::ofstream file(path);
    file << "# Three years of the small market of tests/support/small_market, seed 7, replicate 0: totals over\n"
            "# localities and months of each service. Pounds, units, people, hours; the order of columns is\n"
            "# homecare, residential, nursing. Written by the golden test (how stands there). Why it changed, newest "
            "first:\n";
    for (std::string const& reason : stored.reasons)
        file << reason << '\n';
    file << '\n' << stored.numbers;
}

} // namespace

TEST_CASE("Golden run: the small market has every bit it had when somebody last said why it changed")
{
    Stored stored = read();
    std::string const now = summary();
    if (char const* const wish = std::getenv("CAREMARKET_GOLDEN"); wish != nullptr && std::string{wish} == "write")
    {
        char const* const why = std::getenv("CAREMARKET_GOLDEN_WHY");
        REQUIRE(why != nullptr); // no change without a reason
        if (now != stored.numbers)
            stored.reasons.insert(stored.reasons.begin(), "# - " + std::string{why});
        stored.numbers = now;
        write(stored);
    }
    CHECK(now == stored.numbers);
    // Other numbers are another behaviour, or parts of an earlier model would be taken for its own.
    INFO("after a change raise CAREMARKET_BEHAVIOUR_VERSION in CMakeLists.txt");
    CHECK(stored.reasons.size() == std::size_t{CAREMARKET_BEHAVIOUR_VERSION});
}
