#include "scenarios/experiment_file.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/name_list.hpp"
#include "scenarios/number_text.hpp"

#include <limits>

namespace caremarket
{

namespace
{

constexpr std::string_view target_prefix = "experiment.savings_target.";

/// Takes settings one by one; notes the paths that are missing or of another kind than they should be.
class SettingsReader
{
public:
    explicit SettingsReader(ResolvedInputs const& settings) : settings_(settings) {}

    std::vector<std::string> unreadable;

    template <class T>
    T const* find(std::string const& path)
    {
        auto const* resolved = caremarket::find(settings_, path);
        auto const* value = resolved ? std::get_if<T>(&resolved->value) : nullptr;
        if (resolved && !value)
            unreadable.push_back(path);
        return value;
    }

    std::string text(std::string const& path)
    {
        auto const* text = find<std::string>(path);
        if (!text)
            unreadable.push_back(path);
        return text ? *text : std::string{};
    }

    int count(std::string const& path, int most)
    {
        auto const* number = find<double>(path);
        bool const is_sound = number && *number >= 1 && *number <= most;
        if (!is_sound)
            unreadable.push_back(path);
        return is_sound ? static_cast<int>(*number) : 1;
    }

    Date start(std::string const& path)
    {
        auto const day = date_in(text(path));
        if (!day)
            unreadable.push_back(path);
        return day.value_or(Date{});
    }

    std::uint64_t seed(std::string const& path)
    {
        auto const seed = whole_number_in<std::int64_t>(text(path));
        if (!seed)
            unreadable.push_back(path);
        return static_cast<std::uint64_t>(seed.value_or(0));
    }

    SavingsTarget target()
    {
        SavingsTarget target;
        auto const prefix = std::string{target_prefix};
        for (auto at = settings_.values.lower_bound(prefix);
             at != settings_.values.end() && at->first.starts_with(prefix); ++at)
            if (auto const year = financial_year_in(at->first.substr(prefix.size())))
                if (auto const* million = find<double>(at->first))
                    target.years.push_back({*year, *million});
        if (auto const* basis = find<std::string>(prefix + "basis"))
            target.basis = named<SavingsTarget::Basis>(*basis);
        if (auto const* scope = find<std::string>(prefix + "scope"))
            target.scope = *scope;
        if (auto const* source = find<std::string>(prefix + "source"))
            target.source = *source;
        if (auto const* share = find<double>(prefix + "share"))
            target.share = *share;
        return target;
    }

private:
    ResolvedInputs const& settings_;
};

} // namespace

Loaded<Experiment> experiment_from(ResolvedInputs const& settings, std::string_view file)
{
    SettingsReader reader{settings};
    Experiment experiment{
        .name = settings.name,
        .title = settings.title,
        .place = reader.text("experiment.place"),
        .behaviour = reader.text("experiment.behaviour"),
        .outlooks = split_names(reader.text("experiment.outlooks")),
        .strategies = split_names(reader.text("experiment.strategies")),
        .baseline = reader.text("experiment.baseline"),
        .start = reader.start("experiment.start"),
        .years = reader.count("experiment.years", 50),
        .replicates = reader.count("experiment.replicates", 1'000'000),
        .seed = reader.seed("experiment.seed"),
        .target = reader.target(),
    };
    if (reader.unreadable.empty())
        return {std::move(experiment), {}};
    Problems problems;
    for (auto const& path : reader.unreadable)
        problems.push_back({.file = std::string{file}, .key = path, .message = "is missing or unreadable"});
    return {{}, std::move(problems)};
}

} // namespace caremarket
