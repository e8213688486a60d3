#pragma once

#include "analysis/objective.hpp"
#include "analysis/paired.hpp"
#include "analysis/sensitivity.hpp"
#include "model/enum_array.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which value of a lever is cheapest, draw by draw of all that is uncertain; what each costs a council that does not know
/// the draw; and what decides.
namespace caremarket
{

struct CheapestQuestion
{
    std::string factor; ///< the lever: a factor that a sweep crosses with the others
    ObjectiveQuestion objective = {};
    std::optional<std::string> strategy = {}; ///< nothing: the one that the factor names, or the baseline
    std::optional<std::string> outlook = {};  ///< nothing: the file's first
};

/// Where the cheapest value of a draw surely lies.
enum class CheapestAt : std::uint8_t
{
    lowest, ///< of the lever's values; of choices the first
    inside,
    highest, ///< of choices the last
    untold   ///< values that cannot be told apart lie at more than one of these
};
template <>
struct NamesOf<CheapestAt>
{
    static constexpr std::array<std::string_view, 4> names{"lowest", "inside", "highest", "too close to tell"};
};

/// The lever in one draw.
struct DrawChoice
{
    std::size_t draw = 0;     ///< its number
    std::size_t cheapest = 0; ///< the value with the lowest mean
    std::vector<bool> may_be =
        {}; ///< [value] not clearly dearer than any other: with 95 % the truly cheapest is among them
    CheapestAt at = CheapestAt::untold;
};

/// Runs of the lever's values in the same futures. \param objective [value][replicate], none missing; not empty
[[nodiscard]] DrawChoice choice_in_draw(std::vector<std::vector<double>> const& objective);

/// One value of the lever, held in all draws.
struct FixedValue
{
    std::string value;
    PairedDifference objective;  ///< its mean over draws [GBP]
    PairedDifference above_best; ///< over the fixed value with the lowest mean, draw by draw [GBP]
    std::size_t cheapest = 0;    ///< draws in which its mean is the lowest
    std::size_t surely = 0;      ///< draws in which no other value may be the cheapest
    PairedDifference regret;     ///< over the cheapest of the draw [GBP]
    double worst_regret = 0;     ///< in the draw in which it is greatest [GBP]
};

/// What knowing the draw is worth to a council that else holds the best fixed value [GBP on average].
struct WorthOfKnowing
{
    double at_most = 0; ///< taking the lowest mean of a draw for the truth: chance in the replicates makes it too much
    /// Each replicate with the value that is cheapest in the others: too little, for these tell it less well than all. NaN
    /// with one replicate.
    double about = 0;
};

/// The answer with one set of worths.
struct CheapestAnswer
{
    std::vector<WorthInOne> worths;
    std::vector<DrawChoice> choices; ///< of the draws that are known, in their order
    EnumArray<CheapestAt, Chance> at;
    std::vector<FixedValue> values;
    std::size_t best = 0;         ///< the fixed value with the lowest mean
    std::size_t least_regret = 0; ///< the fixed value whose worst regret is smallest
    WorthOfKnowing knowing;
    /// What decides, over the uncertain factors; nothing without these. Of the ends: the objective at the highest value less
    /// that at the lowest. Of the choice: the cheapest value itself, of a lever that is a number.
    std::optional<Sensitivity> ends, choice;
};

struct Cheapest
{
    std::string title, experiment, design, strategy, outlook;
    std::string factor, unit;
    std::vector<std::string> values;     ///< of the lever: numbers from the least
    std::vector<std::string> moved_with; ///< factors that go with the lever
    std::vector<std::string> uncertain;
    std::vector<std::vector<std::string>> draw_values; ///< [draw][uncertain factor]
    std::string spend;
    int first_year = 0, years = 0;
    std::size_t draws = 0, left_out = 0; ///< left out: no replicate ran to its end under all values
    std::size_t replicates = 0;          ///< of each draw, at most
    std::vector<CheapestAnswer> answers; ///< one for each set of worths
};

/// \throws std::invalid_argument when what is asked is not in the file, or draws are not crossed with the lever's values
/// \throws ResultsFileError
[[nodiscard]] Cheapest cheapest(ResultsFile const& file, CheapestQuestion const& question);

/// For people: at most 110 columns wide.
[[nodiscard]] std::string cheapest_text(Cheapest const& cheapest);

inline constexpr std::string_view cheapest_schema = "caremarket.cheapest/1";
/// For programs; described in README.md.
[[nodiscard]] nlohmann::ordered_json cheapest_json(Cheapest const& cheapest);

} // namespace caremarket
