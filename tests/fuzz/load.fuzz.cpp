#include "model/catalogue/rows.hpp"
#include "scenarios/bind.hpp"
#include "scenarios/experiment.hpp"
#include "scenarios/load_any.hpp"
#include "scenarios/load_experiment.hpp"
#include "scenarios/load_sweep.hpp"
#include "scenarios/place_tables.hpp"
#include "scenarios/resolve_input.hpp"

#include <cstdint>
#include <cstdlib>

/// Throws any bytes at the readers: they answer with a value or with problems, and never both or neither. The first byte
/// says what the others are; corpus/ has a sample of each.
using namespace caremarket;

namespace
{

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void bind_any(InputKind kind, ResolvedInputs const& inputs)
{
    if (kind == InputKind::outlook)
        (void)outlook_from(inputs);
    if (kind == InputKind::strategy)
        (void)strategy_from(inputs);
    if (kind == InputKind::behaviour)
        (void)behaviour_from(inputs);
}

/// An outlook, strategy, behaviour or place, with no library about: it can extend nothing.
void try_input(InputKind kind, std::string_view text)
{
    Reading reading{{}};
    auto const inputs = resolve_text(reading, kind, {"x.toml", "x.toml"}, text);
    require(inputs.has_value() == reading.problems.empty());
    for (auto const& problem : reading.problems)
        require(to_line(problem).find('\n') == std::string::npos);
    if (inputs)
    {
        bind_any(kind, *inputs);
        auto const back = from_text(to_text(*inputs), "x");
        require(back.has_value() && *back.value == *inputs);
    }
    if (auto const toml = read_toml(text, "x.toml"); toml.has_value())
        (void)kind_by_keys(*toml.value);
}

void try_experiment(std::string_view text)
{
    auto const loaded = load_experiment_text({}, {"x.toml", "x.toml"}, text);
    require(loaded.has_value() == loaded.problems.empty());
}

ResolvedInputs input_of(InputKind kind, std::string_view text)
{
    Reading reading{{}};
    return *resolve_text(reading, kind, {"x.toml", "x.toml"}, text);
}

/// An experiment without a place, for sweeps over all that has none.
LoadedExperiment small_experiment()
{
    LoadedExperiment loaded;
    loaded.outlooks = {input_of(InputKind::outlook, "schema = 1\n[all]\nwage_floor = 7\ninflation = 0\n"
                                                    "outside_wage_growth = 0\nfunded_nursing_care = 0\n")};
    loaded.strategies = {input_of(InputKind::strategy, "schema = 1\n")};
    loaded.behaviour = input_of(InputKind::behaviour, "schema = 1\n");
    Problems problems;
    auto const toml = read_toml("schema = 1\nplace = \"x\"\noutlooks = [\"x\"]\nstrategies = [\"x\"]\n"
                                "baseline = \"x\"\nstart = 2016-04-01\nyears = 1\nreplicates = 1\nseed = 1\n",
                                "x.toml");
    loaded.settings = experiment_file_in(*toml.value, {"x.toml", "x.toml"}, problems).settings;
    loaded.experiment = *experiment_from(loaded.settings, "x.toml").value;
    return loaded;
}

/// A sweep over a small experiment; its rows, if not too many, are made and set.
void try_sweep(std::string_view text)
{
    static LoadedExperiment const experiment = small_experiment();
    Reading reading{{}};
    auto const toml = reading.take(read_toml(text, "x.toml"));
    if (!toml)
        return;
    auto stated = sweep_file_in(*toml, {"x.toml", "x.toml"}, reading);
    constexpr std::size_t few = 200;
    if (!reading.problems.empty() || row_count(stated.design) > few)
        return;
    auto const sweep = sweep_over(experiment, std::move(stated));
    require(sweep.has_value() == sweep.problems.empty());
    for (auto const& problem : sweep.problems)
        require(to_line(problem).find('\n') == std::string::npos);
    if (!sweep.has_value())
        return;
    require(sweep.value->rows.size() == row_count(sweep.value->design));
    (void)plan_in_words(*sweep.value);
    (void)loaded_sample(*sweep.value, sweep.value->rows.size() - 1);
}

/// A CSV text as each of the tables of a place.
void try_csv(std::string_view text)
{
    auto const csv = read_csv(text, "x.csv");
    require(csv.has_value() == csv.problems.empty());
    if (!csv.has_value())
        return;
    for (auto const& table : place_tables())
    {
        ResolvedInputs place;
        Problems problems;
        take_tables({{table.name, *csv.value}}, place, problems);
    }
}

void try_stored(std::string_view text)
{
    auto const one = from_text(text, "x");
    require(one.has_value() == one.problems.empty());
    if (one.has_value())
        (void)hash_of(*one.value);
    auto const experiment = experiment_from_text(text, "x");
    require(experiment.has_value() == experiment.problems.empty());
    if (experiment.has_value())
        (void)inputs_of(*experiment.value, 0, 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0)
        return 0;
    std::string_view const text{reinterpret_cast<char const*>(data + 1), size - 1};
    switch (data[0])
    {
    case 'p': try_input(InputKind::place, text); break;
    case 'o': try_input(InputKind::outlook, text); break;
    case 's': try_input(InputKind::strategy, text); break;
    case 'b': try_input(InputKind::behaviour, text); break;
    case 'e': try_experiment(text); break;
    case 'w': try_sweep(text); break;
    case 'c': try_csv(text); break;
    case 't': try_stored(text); break;
    default: // bytes without a kind, to keep the fuzzer from wasting its time
        (void)read_toml({reinterpret_cast<char const*>(data), size}, "x.toml");
        break;
    }
    return 0;
}
