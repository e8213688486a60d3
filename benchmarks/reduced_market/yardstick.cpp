// The reduced care market as one would write it at first: objects, one generator, every candidate looked at.
// It is what other implementations are measured against, so it is neither slow on purpose nor tuned.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <limits>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace
{

struct Size
{
    int localities = 5;
    int slots = 40; // of each locality
    int recipients = 20'000;
};

struct Form
{
    char const* name = "monthly";
    int steps_a_year = 12;
    int steps_in_debt_before_exit = 3;
};

constexpr Form monthly{"monthly", 12, 3};
constexpr Form weekly{"weekly", 52, 13};
constexpr int years = 10;

struct Provider
{
    bool alive = false;
    int capacity = 0; // [people]
    double price = 0; // [GBP/h]
    double quality = 0;
    double cash = 0; // [GBP]
    int steps_in_debt = 0;
    int clients = 0;
    int hours = 0; // of all clients [h/week]
};

struct Recipient
{
    int age = 0; // [steps]
    int taste = 0;
    int hours = 0; // [h/week]
    Provider* provider = nullptr;
};

/// What is recorded of a locality in a step.
struct Reading
{
    float price = 0;
    float occupancy = 0;
    float waiting = 0;
    float spend = 0;
    float provider_exits = 0;
    float entries = 0;
    float quality = 0;
    float recipient_exits = 0;
};

struct Locality
{
    std::vector<Recipient> recipients;
    std::vector<Provider> providers; // a slot each; never resized, since recipients point at them
    Reading now;
};

/// Wage and costs in a year, all in GBP: an hour, a head and month, a place and month.
struct Costs
{
    double wage = 0;
    double head = 0;
    double place = 0;
};

struct Market
{
    Size size;
    Form form;
    std::mt19937 generator;
    std::uniform_real_distribution<double> uniform{0.0, 1.0};
    std::vector<double> exit_probability; // in a step, by age in whole years
    std::vector<Locality> localities;
    int step = 0;
    Costs costs;                 // of this step
    std::vector<Reading> record; // locality by locality within a step
};

/// Of one replicate; waiting, exits and spend are per recipient and month in either form.
struct Statistics
{
    double exit1000 = 0;
    double price = 0;
    double occ = 0;
    double wait1000 = 0;
    double spendpc = 0;
    double pexit = 0;
    double qual = 0;
    double meanage = 0;
};

struct Options
{
    Size size;
    Form form;
    int replicates = 1;
    std::uint64_t seed = 1;
};

int step_count(Form const& form)
{
    return years * form.steps_a_year;
}

double months_in_a_step(Form const& form)
{
    return 12.0 / form.steps_a_year;
}

bool begins_a_month(Form const& form, int step)
{
    return step * 12 % form.steps_a_year < 12;
}

bool begins_a_later_year(Form const& form, int step)
{
    return step > 0 && step % form.steps_a_year == 0;
}

Costs costs_at(Form const& form, int step)
{
    int const year = step / form.steps_a_year;
    return {11.44 * std::pow(1.045, year), 300 * std::pow(1.03, year), 120 * std::pow(1.03, year)};
}

double recipients_per_slot(Size const& size)
{
    return static_cast<double>(size.recipients) / size.localities / size.slots;
}

/// Recipients of each locality after the arrivals of a step.
int head_count(Market const& market, int step)
{
    double const months = (step + 1) * months_in_a_step(market.form);
    double const at_start = static_cast<double>(market.size.recipients) / market.size.localities;
    return static_cast<int>(std::lround(at_start * std::pow(1.001, months)));
}

std::vector<double> exit_probabilities(Form const& form)
{
    std::vector<double> by_age;
    for (int age = 0; age <= 150; ++age)
    {
        double const in_a_month = std::min(0.5, 0.015 * std::exp(0.07 * (age - 80)));
        by_age.push_back(1 - std::pow(1 - in_a_month, months_in_a_step(form)));
    }
    return by_age;
}

double draw(Market& market)
{
    return market.uniform(market.generator);
}

Recipient new_recipient(Market& market)
{
    Recipient recipient;
    double const sum = draw(market) + draw(market);
    recipient.age = static_cast<int>(market.form.steps_a_year * (65 + 15 * sum));
    recipient.taste = static_cast<int>(4 * draw(market));
    recipient.hours = 7 * (1 + static_cast<int>(4 * draw(market)));
    return recipient;
}

Provider new_provider(Market& market, double price)
{
    double const heads = recipients_per_slot(market.size);
    Provider provider;
    provider.alive = true;
    provider.capacity = static_cast<int>(heads * (0.9 + 0.4 * draw(market)) + 0.5);
    provider.quality = 0.4 + 0.4 * draw(market);
    provider.cash = 1000 * heads;
    provider.price = price;
    return provider;
}

Market market_at_start(Options const& options, int replicate)
{
    Market market;
    market.size = options.size;
    market.form = options.form;
    std::seed_seq seed{static_cast<std::uint32_t>(options.seed), static_cast<std::uint32_t>(options.seed >> 32),
                       static_cast<std::uint32_t>(replicate)};
    market.generator.seed(seed);
    market.exit_probability = exit_probabilities(options.form);
    market.localities.resize(static_cast<std::size_t>(options.size.localities));
    for (Locality& locality : market.localities)
    {
        for (int i = 0; i < options.size.recipients / options.size.localities; ++i)
            locality.recipients.push_back(new_recipient(market));
        for (int i = 0; i < options.size.slots; ++i)
            locality.providers.push_back(new_provider(market, 20 + 6 * draw(market)));
    }
    return market;
}

void leave_provider(Recipient const& recipient)
{
    if (recipient.provider == nullptr)
        return;
    --recipient.provider->clients;
    recipient.provider->hours -= recipient.hours;
}

void exit_recipients(Market& market, Locality& locality)
{
    std::size_t staying = 0;
    for (Recipient& recipient : locality.recipients)
    {
        int const age = recipient.age / market.form.steps_a_year;
        if (draw(market) < market.exit_probability[static_cast<std::size_t>(std::min(age, 150))])
        {
            leave_provider(recipient);
            continue;
        }
        ++recipient.age;
        locality.recipients[staying++] = recipient;
    }
    locality.now.recipient_exits = static_cast<float>(locality.recipients.size() - staying);
    locality.recipients.resize(staying);
}

void arrive(Market& market, Locality& locality, std::size_t wanted)
{
    while (locality.recipients.size() < wanted)
        locality.recipients.push_back(new_recipient(market));
}

/// The three localities in reach, the one before home first. In a ring of one or two some appear twice.
std::array<std::size_t, 3> neighbourhood(Market const& market, std::size_t home)
{
    std::size_t const count = market.localities.size();
    return {(home + count - 1) % count, home, (home + 1) % count};
}

/// The provider with a free place that costs the recipient least, less what they would give for its quality.
Provider* best_provider(Market& market, std::size_t home, Recipient const& recipient)
{
    constexpr double worth_of_quality[] = {0, 4, 8, 12}; // [GBP/h] by taste
    Provider* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t const where : neighbourhood(market, home))
    {
        double const journey = where == home ? 1 : 1.05;
        for (Provider& provider : market.localities[where].providers)
        {
            if (!provider.alive || provider.clients >= provider.capacity)
                continue;
            double const burden = provider.price * journey - worth_of_quality[recipient.taste] * provider.quality;
            if (burden < least)
            {
                least = burden;
                best = &provider;
            }
        }
    }
    return best;
}

void match(Market& market, std::size_t home)
{
    int waiting = 0;
    for (Recipient& recipient : market.localities[home].recipients)
    {
        if (recipient.provider != nullptr)
            continue;
        recipient.provider = best_provider(market, home, recipient);
        if (recipient.provider == nullptr)
        {
            ++waiting;
            continue;
        }
        ++recipient.provider->clients;
        recipient.provider->hours += recipient.hours;
    }
    market.localities[home].now.waiting = static_cast<float>(waiting);
}

void match_all(Market& market)
{
    std::size_t const count = market.localities.size();
    for (std::size_t i = 0; i < count; ++i)
        match(market, (static_cast<std::size_t>(market.step) + i) % count);
}

void adjust_capacity(Provider& provider, double occupancy)
{
    int const change = static_cast<int>(0.02 * provider.capacity);
    if (occupancy >= 0.97 && provider.cash > 0)
        provider.capacity += std::max(1, change);
    else if (occupancy < 0.60)
        provider.capacity = std::max({provider.capacity - change, provider.clients, 10});
}

/// Accounts of a provider over a step, and what it decides by them. \return its revenue [GBP]
double settle_accounts(Market& market, Provider& provider)
{
    Form const& form = market.form;
    double const months = months_in_a_step(form);
    Costs const& costs = market.costs;

    double const hours = provider.hours * 52.0 / 12 * months;
    double const revenue = provider.price * hours;
    double const cost =
        1.30 * costs.wage * hours + months * costs.head * provider.clients + months * costs.place * provider.capacity;
    double const margin = revenue - cost;
    provider.cash += margin > 0 ? 0.5 * margin : margin;

    double const occupancy = static_cast<double>(provider.clients) / provider.capacity;
    double const rate = std::clamp(margin / std::max(revenue, 1.0), -0.2, 0.2);
    double const uprating = begins_a_later_year(form, market.step) ? 0.0225 : 0;
    provider.price *= 1 + 0.03 * months * (occupancy - 0.90) + uprating;
    provider.price = std::clamp(provider.price, 1.3 * costs.wage, 3.5 * costs.wage);

    double const drift = 0.02 * (0.6 - provider.quality) + 0.05 * rate;
    double const noise = 0.02 * std::sqrt(months) * (2 * draw(market) - 1);
    provider.quality = std::clamp(provider.quality + drift * months + noise, 0.0, 1.0);

    if (begins_a_month(form, market.step))
        adjust_capacity(provider, occupancy);
    provider.steps_in_debt = provider.cash < 0 ? provider.steps_in_debt + 1 : 0;
    return revenue;
}

void exit_provider(Market& market, std::size_t home, Provider& provider)
{
    for (std::size_t const where : neighbourhood(market, home))
        for (Recipient& recipient : market.localities[where].recipients)
            if (recipient.provider == &provider)
                recipient.provider = nullptr;
    provider = Provider{};
}

void settle_all_accounts(Market& market, std::size_t home)
{
    double spend = 0;
    int exits = 0;
    for (Provider& provider : market.localities[home].providers)
    {
        if (!provider.alive)
            continue;
        spend += settle_accounts(market, provider);
        if (provider.steps_in_debt < market.form.steps_in_debt_before_exit)
            continue;
        exit_provider(market, home, provider);
        ++exits;
    }
    market.localities[home].now.spend = static_cast<float>(spend);
    market.localities[home].now.provider_exits = static_cast<float>(exits);
}

std::vector<Provider*> empty_slots(Locality& locality)
{
    std::vector<Provider*> empty;
    for (Provider& provider : locality.providers)
        if (!provider.alive)
            empty.push_back(&provider);
    return empty;
}

double price_of_entrant(Locality const& locality, double wage)
{
    double sum = 0;
    int count = 0;
    for (Provider const& provider : locality.providers)
    {
        if (!provider.alive)
            continue;
        sum += provider.price;
        ++count;
    }
    return count > 0 ? 0.95 * sum / count : 2.0 * wage;
}

void enter(Market& market, Locality& locality, std::vector<Provider*> const& empty)
{
    double const probability = 1 - std::pow(0.9, months_in_a_step(market.form));
    double const price = price_of_entrant(locality, market.costs.wage);
    int entries = 0;
    for (Provider* slot : empty)
    {
        if (draw(market) >= probability)
            continue;
        *slot = new_provider(market, price);
        ++entries;
    }
    locality.now.entries = static_cast<float>(entries);
}

/// Not a number where there is nothing to divide by, such as the mean price of no providers.
double ratio(double sum, double count)
{
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

void record(Market& market, Locality& locality)
{
    double price = 0;
    double quality = 0;
    int clients = 0;
    int capacity = 0;
    int alive = 0;
    for (Provider const& provider : locality.providers)
    {
        if (!provider.alive)
            continue;
        price += provider.price;
        quality += provider.quality;
        clients += provider.clients;
        capacity += provider.capacity;
        ++alive;
    }
    locality.now.price = static_cast<float>(ratio(price, alive));
    locality.now.quality = static_cast<float>(ratio(quality, alive));
    locality.now.occupancy = static_cast<float>(ratio(clients, capacity));
    market.record.push_back(locality.now);
}

void advance(Market& market)
{
    market.costs = costs_at(market.form, market.step);
    for (Locality& locality : market.localities)
        exit_recipients(market, locality);
    auto const wanted = static_cast<std::size_t>(head_count(market, market.step));
    for (Locality& locality : market.localities)
        arrive(market, locality, wanted);
    match_all(market);
    for (std::size_t home = 0; home < market.localities.size(); ++home)
    {
        Locality& locality = market.localities[home];
        std::vector<Provider*> const empty = empty_slots(locality);
        settle_all_accounts(market, home);
        enter(market, locality, empty);
        record(market, locality);
    }
    ++market.step;
}

/// Readings of all localities from a step to the end.
std::span<Reading const> readings_from(Market const& market, int step)
{
    return std::span(market.record).subspan(static_cast<std::size_t>(step) * market.localities.size());
}

double sum_of(float Reading::*series, std::span<Reading const> readings)
{
    double sum = 0;
    for (Reading const& reading : readings)
        sum += reading.*series;
    return sum;
}

/// Mean where there is a number.
double mean_of(float Reading::*series, std::span<Reading const> readings)
{
    double sum = 0;
    int count = 0;
    for (Reading const& reading : readings)
    {
        if (std::isnan(reading.*series))
            continue;
        sum += reading.*series;
        ++count;
    }
    return ratio(sum, count);
}

/// Recipients times months from a step up to another, counted after the arrivals of each step.
double recipient_months(Market const& market, int from_step, int end_step)
{
    double heads = 0;
    for (int step = from_step; step < end_step; ++step)
        heads += head_count(market, step);
    return heads * market.size.localities * months_in_a_step(market.form);
}

double mean_age(Market const& market)
{
    double steps = 0;
    double count = 0;
    for (Locality const& locality : market.localities)
    {
        for (Recipient const& recipient : locality.recipients)
            steps += recipient.age;
        count += static_cast<double>(locality.recipients.size());
    }
    return steps / count / market.form.steps_a_year;
}

/// Mean over the steps from one to the end.
double waiting_per_1000(Market const& market, int from_step)
{
    double sum = 0;
    for (int step = from_step; step < market.step; ++step)
    {
        auto const readings = readings_from(market, step).first(market.localities.size());
        sum += 1000 * sum_of(&Reading::waiting, readings) /
               (static_cast<double>(head_count(market, step)) * market.size.localities);
    }
    return sum / (market.step - from_step);
}

/// What a market comes to that has reached its end.
Statistics statistics_of(Market const& market)
{
    int const end = market.step;
    auto const whole_run = readings_from(market, 0);
    auto const second_half = readings_from(market, end / 2);
    auto const last_year = readings_from(market, end - market.form.steps_a_year);
    auto const last_step = readings_from(market, end - 1);
    // At risk in a step are those there after the arrivals of the step before, in the first step the initial ones.
    double const at_risk =
        market.size.recipients * months_in_a_step(market.form) + recipient_months(market, 0, end - 1);

    Statistics statistics;
    statistics.exit1000 = 1000 * sum_of(&Reading::recipient_exits, whole_run) / at_risk;
    statistics.price = mean_of(&Reading::price, last_step);
    statistics.occ = mean_of(&Reading::occupancy, second_half);
    statistics.wait1000 = waiting_per_1000(market, end / 2);
    statistics.spendpc =
        sum_of(&Reading::spend, last_year) / recipient_months(market, end - market.form.steps_a_year, end);
    statistics.pexit = 100 * sum_of(&Reading::provider_exits, whole_run) /
                       (static_cast<double>(market.size.localities) * market.size.slots);
    statistics.qual = mean_of(&Reading::quality, last_step);
    statistics.meanage = mean_age(market);
    return statistics;
}

Statistics simulate(Options const& options, int replicate)
{
    Market market = market_at_start(options, replicate);
    while (market.step < step_count(options.form))
        advance(market);
    return statistics_of(market);
}

template <class Number>
Number number(std::string_view text, Number least)
{
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least)
        throw std::invalid_argument("\"" + std::string(text) + "\" is not a whole number of at least " +
                                    std::to_string(least));
    return value;
}

Size size_from(std::string_view text)
{
    if (text == "county")
        return {5, 40, 20'000};
    if (text == "england")
        return {1'500, 10, 1'500'000};
    std::size_t const first = text.find('x');
    std::size_t const last = text.rfind('x');
    if (first == last)
        throw std::invalid_argument("--size is county, england or LxPxN, such as 5x40x20000");
    Size const size{number(text.substr(0, first), 1), number(text.substr(first + 1, last - first - 1), 1),
                    number(text.substr(last + 1), 1)};
    if (size.recipients % size.localities != 0)
        throw std::invalid_argument("--size: recipients must divide evenly among the localities");
    if (recipients_per_slot(size) < 1)
        throw std::invalid_argument("--size: there must be a recipient or more for each provider slot");
    return size;
}

Form form_from(std::string_view text)
{
    if (text == monthly.name)
        return monthly;
    if (text == weekly.name)
        return weekly;
    throw std::invalid_argument("--form is monthly or weekly");
}

void set_option(Options& options, std::string_view name, std::string_view value)
{
    if (name == "--size")
        options.size = size_from(value);
    else if (name == "--form")
        options.form = form_from(value);
    else if (name == "--replicates")
        options.replicates = number(value, 1);
    else if (name == "--seed")
        options.seed = number(value, std::uint64_t{0});
    else if (name == "--threads" && value != "1")
        throw std::invalid_argument("--threads: the yardstick has one thread");
    else if (name != "--threads")
        throw std::invalid_argument("unknown option " + std::string(name));
}

Options options_from(std::vector<std::string_view> const& arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); i += 2)
    {
        if (i + 1 == arguments.size())
            throw std::invalid_argument(std::string(arguments[i]) + ": unknown option, or its value is missing");
        set_option(options, arguments[i], arguments[i + 1]);
    }
    return options;
}

/// Most memory the process has held so far [MB]; 0 where the system does not tell.
double peak_megabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kilobytes = 0; word == "VmHWM:" && status >> kilobytes)
            return kilobytes / 1024;
    return 0;
}

void print_statistic(char const* name, double value, char const* after)
{
    if (std::isfinite(value))
        std::printf("\"%s\": %.9g%s", name, value, after);
    else
        std::printf("\"%s\": null%s", name, after);
}

void print_statistics(Statistics const& statistics)
{
    std::printf("{");
    print_statistic("exit1000", statistics.exit1000, ", ");
    print_statistic("price", statistics.price, ", ");
    print_statistic("occ", statistics.occ, ", ");
    print_statistic("wait1000", statistics.wait1000, ", ");
    print_statistic("spendpc", statistics.spendpc, ", ");
    print_statistic("pexit", statistics.pexit, ", ");
    print_statistic("qual", statistics.qual, ", ");
    print_statistic("meanage", statistics.meanage, "}");
}

void print_report(Options const& options, double seconds, std::vector<Statistics> const& replicates)
{
    std::printf("{\"program\": \"yardstick\", \"localities\": %d, \"slots\": %d, \"recipients\": %d, ",
                options.size.localities, options.size.slots, options.size.recipients);
    std::printf("\"form\": \"%s\", \"threads\": 1, \"seconds\": %.6f, \"peak_megabytes\": %.1f, \"replicates\": [",
                options.form.name, seconds, peak_megabytes());
    for (std::size_t i = 0; i < replicates.size(); ++i)
    {
        std::printf("%s\n", i > 0 ? "," : "");
        print_statistics(replicates[i]);
    }
    std::printf("\n]}\n");
}

} // namespace

int main(int argc, char** argv)
try
{
    Options const options = options_from({argv + 1, argv + argc});
    auto const begun = std::chrono::steady_clock::now();
    std::vector<Statistics> replicates;
    for (int i = 0; i < options.replicates; ++i)
        replicates.push_back(simulate(options, i));
    std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - begun;
    print_report(options, taken.count(), replicates);
}
catch (std::invalid_argument const& error)
{
    std::fprintf(stderr, "yardstick: %s\n", error.what());
    return 2;
}
