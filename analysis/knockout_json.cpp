#include "analysis/knockout.hpp"
#include "analysis/paired_json.hpp"

#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

Json to_json(std::vector<PairedDifference> const& by_outlook, std::vector<std::string> const& outlooks)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < outlooks.size(); ++i)
        list.push_back({{"outlook", outlooks[i]}, {"difference", difference_json(by_outlook[i])}});
    return list;
}

Json to_json(CostDifference const& difference, std::vector<std::string> const& outlooks)
{
    return {{"all_outlooks", difference_json(difference.all)},
            {"by_outlook", to_json(difference.by_outlook, outlooks)}};
}

Json measures_json(EnumArray<KnockoutMeasure, PairedDifference> const& values)
{
    Json all = Json::object();
    for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
        all[std::string(name_of(measure))] = difference_json(values[measure]);
    return all;
}

Json measures_json()
{
    Json list = Json::array();
    for (KnockoutMeasure const measure : all_of<KnockoutMeasure>())
        list.push_back({{"measure", name_of(measure)},
                        {"unit", words_of(measure).unit},
                        {"change_in", words_of(measure).changes_in_points ? "points" : "%"},
                        {"meaning", words_of(measure).meaning}});
    return list;
}

Json to_json(MechanismEffect const& effect, std::vector<std::string> const& outlooks)
{
    return {{"mechanism", effect.name},
            {"meaning", effect.meaning},
            {"is_removed", effect.is_removed},
            {"change", effect.changes},
            {"under_baseline", measures_json(effect.under_baseline)},
            {"strategy_less_baseline", to_json(effect.difference, outlooks)},
            {"moved", to_json(effect.moved, outlooks)},
            {"sign", name_of(effect.sign)}};
}

} // namespace

Json knockout_json(Knockout const& k)
{
    KnockoutSetting const& s = k.setting;
    Json mechanisms = Json::array();
    for (MechanismEffect const& effect : k.effects)
        mechanisms.push_back(to_json(effect, s.outlooks));
    return {
        {"schema", knockout_schema},
        {"title", s.title},
        {"experiment", s.experiment},
        {"baseline", s.baseline},
        {"strategy", s.strategy},
        {"outlooks", s.outlooks},
        {"replicates", s.replicates},
        {"first_year", s.first_year},
        {"years", s.years},
        {"measures", measures_json()},
        {"sentences", knockout_sentences(k)},
        {"full_model",
         {{"under_baseline", measures_json(k.full)}, {"strategy_less_baseline", to_json(k.difference, s.outlooks)}}},
        {"mechanisms", mechanisms}};
}

} // namespace caremarket
