#include "scenarios/reference.hpp"

#include "model/catalogue/metrics.hpp"
#include "scenarios/check_value.hpp"
#include "scenarios/file_head.hpp"
#include "scenarios/knockouts.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/value_spec.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

std::string text_of(std::string_view text)
{
    return std::string{text};
}

Json default_shown(ValueSpec const& spec)
{
    if (spec.is_required())
        return nullptr;
    if (spec.what->choices.empty())
        return spec.usual.value;
    return text_of(spec.what->choices[static_cast<std::size_t>(spec.usual.value)]);
}

Json item_of(ValueSpec const& spec)
{
    auto const& what = *spec.what;
    bool const is_choice = !what.choices.empty();
    Json item{{"path", spec.path}, {"unit", text_of(what.unit)}, {"default", default_shown(spec)}};
    item["range"] = is_choice ? Json{} : Json::array({what.range.lower, what.range.upper});
    item["meaning"] = text_of(what.meaning);
    item["source"] = text_of(what.source);
    item["certainty"] = text_of(certainty_names[static_cast<std::size_t>(what.certainty)]);
    if (is_choice)
        item["choices"] = std::vector<std::string>{what.choices.begin(), what.choices.end()};
    item["dated"] = what.may_be_dated;
    item["whole"] = what.is_whole;
    if (!what.mediator.empty())
        item["mediator"] = text_of(what.mediator);
    if (!what.mediator_metric.empty())
        item["mediator_metric"] = text_of(what.mediator_metric);
    return item;
}

Json items_of(InputKind kind)
{
    auto items = Json::array();
    for (auto const& spec : value_specs(kind))
        items.push_back(item_of(spec));
    return items;
}

Json parameter_items()
{
    auto items = items_of(InputKind::outlook);
    for (auto& item : items_of(InputKind::behaviour))
        items.push_back(std::move(item));
    return items;
}

std::string_view better_name(Better better)
{
    constexpr std::array<std::string_view, 3> names{"up", "down", "neither"};
    return names[static_cast<std::size_t>(better)];
}

Json metric_items()
{
    constexpr std::array<std::string_view, 3> dimensions{"place", "service, locality", "service, channel, locality"};
    auto items = Json::array();
    for (auto const& metric : recorded_metrics())
        items.push_back({{"path", text_of(metric.name)},
                         {"unit", text_of(metric.unit)},
                         {"meaning", text_of(metric.meaning)},
                         {"kind", "recorded"},
                         {"better", text_of(better_name(metric.better))},
                         {"over", metric.over == Over::sum ? "sum" : "point"},
                         {"by", text_of(dimensions[static_cast<std::size_t>(metric.dimensions)])},
                         {"care", metric.is_care}});
    for (auto const& metric : derived_metrics())
        items.push_back({{"path", text_of(metric.name)},
                         {"unit", text_of(metric.unit)},
                         {"meaning", text_of(metric.meaning)},
                         {"kind", "derived"},
                         {"better", text_of(better_name(metric.better))},
                         {"over", metric.form == DerivedMetric::Form::ratio ? "ratio" : "difference"},
                         {"care", metric.is_care}});
    return items;
}

Json file_item(Library const& library, InputKind kind, std::string const& name)
{
    auto const file = *find_file(library, kind, name);
    Reading reading{library};
    Json item{{"path", name}, {"title", ""}, {"description", ""}, {"file", file.shown}};
    if (auto const toml = reading.toml_of(file))
    {
        Problems unused; // `check` says what is wrong with a file; a list shows what there is
        FileKeys keys{*toml, name_of(kind), file.shown, unused};
        auto const head = head_in(keys);
        item["title"] = head.title;
        item["description"] = head.description;
    }
    else
        item["problem"] = to_line(reading.problems.front());
    return item;
}

Json file_items(Library const& library, InputKind kind)
{
    auto items = Json::array();
    for (auto const& name : names_in(library, kind))
        items.push_back(file_item(library, kind, name));
    return items;
}

Json mechanism_items(Library const& library)
{
    auto items = Json::array();
    for (auto const& mechanism : mechanisms_of(library).value.value_or(std::vector<Mechanism>{}))
    {
        Json item{{"path", mechanism.name}, {"meaning", mechanism.meaning}, {"removed", mechanism.is_removed}};
        item["change"] = Json::array();
        for (auto const& change : mechanism.changes)
            item["change"].push_back(change.text);
        items.push_back(std::move(item));
    }
    return items;
}

Json items_of(Listing listing, Library const& library)
{
    switch (listing)
    {
    case Listing::places: return file_items(library, InputKind::place);
    case Listing::outlooks: return file_items(library, InputKind::outlook);
    case Listing::strategies: return file_items(library, InputKind::strategy);
    case Listing::behaviours: return file_items(library, InputKind::behaviour);
    case Listing::experiments: return file_items(library, InputKind::experiment);
    case Listing::sweeps: return file_items(library, InputKind::sweep);
    case Listing::metrics: return metric_items();
    case Listing::levers: return items_of(InputKind::strategy);
    case Listing::mechanisms: return mechanism_items(library);
    case Listing::parameters: break;
    }
    return parameter_items();
}

std::string text_of(ValueSpec const& spec)
{
    auto const& what = *spec.what;
    auto const usual = default_shown(spec);
    auto const usual_text = usual.is_null()     ? std::string{"must be given"}
                            : usual.is_string() ? usual.get<std::string>()
                                                : with_unit(usual.get<double>(), what.unit);
    auto text = fmt::format("{}\n    {}\n    usually {}; allowed {}{}{}\n", spec.path, what.meaning, usual_text,
                            allowed_in_words(what), what.is_whole ? ", whole" : "",
                            what.may_be_dated ? "; may change over time" : "");
    if (!what.mediator.empty())
        text += fmt::format("    acts through: {}, seen first in {}\n", what.mediator, what.mediator_metric);
    return text +
           fmt::format("    source: {} ({})\n", what.source, certainty_names[static_cast<std::size_t>(what.certainty)]);
}

std::string text_of(InputKind kind)
{
    std::string text;
    for (auto const& spec : value_specs(kind))
        text += text_of(spec);
    return text;
}

/// Two or three columns, as wide as the longest entry asks.
std::string columns_of(Json const& items, std::initializer_list<char const*> keys)
{
    std::string text;
    std::size_t width[3] = {};
    for (auto const& item : items)
        std::transform(keys.begin(), keys.end(), width, width,
                       [&](char const* key, std::size_t before)
                       { return std::max(before, item[key].get_ref<std::string const&>().size()); });
    for (auto const& item : items)
    {
        std::string line;
        std::size_t column = 0;
        for (auto const* key : keys)
            line += fmt::format("{:<{}}  ", item[key].get_ref<std::string const&>(), width[column++]);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

} // namespace

std::string list_as_json(Listing listing, Library const& library)
{
    Json const list{{"schema", "caremarket.list/1"}, {"items", items_of(listing, library)}};
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string list_as_text(Listing listing, Library const& library)
{
    if (listing == Listing::levers)
        return text_of(InputKind::strategy);
    if (listing == Listing::parameters)
        return text_of(InputKind::outlook) + text_of(InputKind::behaviour);
    if (listing == Listing::metrics)
        return columns_of(items_of(listing, library), {"path", "unit", "meaning"});
    if (listing == Listing::mechanisms)
        return columns_of(items_of(listing, library), {"path", "meaning"});
    return columns_of(items_of(listing, library), {"path", "title"});
}

} // namespace caremarket
