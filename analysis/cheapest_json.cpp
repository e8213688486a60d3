#include "analysis/cheapest.hpp"
#include "analysis/paired_json.hpp"

#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

using Json = nlohmann::ordered_json;

std::string key_of(CheapestAt place)
{
    return place == CheapestAt::untold ? "too_close" : std::string(name_of(place));
}

Json to_json(std::vector<WorthInOne> const& worths)
{
    Json list = Json::array();
    for (WorthInOne const& worth : worths)
        list.push_back({{"metric", worth.metric}, {"unit", worth.unit}, {"pounds", worth.pounds}});
    return list;
}

Json to_json(EnumArray<CheapestAt, Chance> const& at)
{
    Json places;
    for (CheapestAt const place : all_of<CheapestAt>())
        places[key_of(place)] = {{"draws", at[place].met},
                                 {"of", at[place].of},
                                 {"lower", known_json(at[place].lower)},
                                 {"upper", known_json(at[place].upper)}};
    return places;
}

Json to_json(std::vector<FixedValue> const& values)
{
    Json list = Json::array();
    for (FixedValue const& value : values)
        list.push_back({{"value", value.value},
                        {"objective", difference_json(value.objective)},
                        {"above_best", difference_json(value.above_best)},
                        {"cheapest", value.cheapest},
                        {"surely", value.surely},
                        {"regret", difference_json(value.regret)},
                        {"worst_regret", value.worst_regret}});
    return list;
}

/// By draw, in which there is one.
Json to_json(std::vector<DrawChoice> const& choices, std::vector<FixedValue> const& values)
{
    Json list = Json::array();
    for (DrawChoice const& choice : choices)
    {
        Json may_be = Json::array();
        for (std::size_t value = 0; value < values.size(); ++value)
            if (choice.may_be[value])
                may_be.push_back(values[value].value);
        list.push_back({{"draw", choice.draw},
                        {"cheapest", values[choice.cheapest].value},
                        {"may_be", may_be},
                        {"at", key_of(choice.at)}});
    }
    return list;
}

Json if_any(std::optional<Sensitivity> const& answer)
{
    return answer ? sensitivity_json(*answer) : Json(nullptr);
}

Json to_json(CheapestAnswer const& answer)
{
    return {{"worths", to_json(answer.worths)},
            {"cheapest_at", to_json(answer.at)},
            {"values", to_json(answer.values)},
            {"best_fixed", answer.values[answer.best].value},
            {"least_worst_regret", answer.values[answer.least_regret].value},
            {"knowing_the_draw",
             {{"about", known_json(answer.knowing.about)}, {"at_most", known_json(answer.knowing.at_most)}}},
            {"choices", to_json(answer.choices, answer.values)},
            {"decides", {{"ends", if_any(answer.ends)}, {"cheapest_value", if_any(answer.choice)}}}};
}

} // namespace

Json cheapest_json(Cheapest const& c)
{
    Json answers = Json::array();
    for (CheapestAnswer const& answer : c.answers)
        answers.push_back(to_json(answer));
    return {{"schema", cheapest_schema},  {"title", c.title},
            {"experiment", c.experiment}, {"design", c.design},
            {"strategy", c.strategy},     {"outlook", c.outlook},
            {"factor", c.factor},         {"unit", c.unit},
            {"values", c.values},         {"moved_with", c.moved_with},
            {"uncertain", c.uncertain},   {"draw_values", c.draw_values},
            {"spend", c.spend},           {"first_year", c.first_year},
            {"years", c.years},           {"draws", c.draws},
            {"left_out", c.left_out},     {"replicates", c.replicates},
            {"answers", answers}};
}

} // namespace caremarket
