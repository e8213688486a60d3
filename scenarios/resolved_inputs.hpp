#pragma once

#include "model/catalogue/description.hpp"
#include "model/clock.hpp"
#include "scenarios/problem.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Everything that was read, as one flat sorted map from path to value and origin. Hash, stored inputs, differences,
/// factors of a sweep and `rerun` all use it; the model's inputs are bound from it.
namespace caremarket
{

/// A number, or a text: a name, a title, or one of the choices of the catalogue.
using Scalar = std::variant<double, std::string>;

/// Each value holds from its day until the next. In order of days.
using DatedScalars = std::vector<std::pair<Date, Scalar>>;

using InputValue = std::variant<double, std::string, DatedScalars>;

/// Where a value comes from.
struct Origin
{
    enum class What : std::uint8_t
    {
        catalogue,   ///< no file gives it: the default
        file,        ///< stands in the file itself
        extended,    ///< stands in a file that this one extends
        command_line ///< `--set`
    };
    What what = What::catalogue;
    std::string file = {}; ///< name of the file; for the command line the text that was given
    int line = 0;
    int column = 0;
    std::string parent = {}; ///< name of the extended file
    std::string source = {}; ///< of the figure, as the file or the catalogue states it
    std::optional<Certainty> certainty = {};
    std::string note = {}; ///< how it was formed, when it does not stand there in so many words

    friend bool operator==(Origin const&, Origin const&) = default;
};

/// One line: "scenarios/outlooks/central.toml:7:14, extended from central; source: …".
[[nodiscard]] std::string in_words(Origin const& origin);

struct ResolvedValue
{
    InputValue value;
    Origin origin;
    friend bool operator==(ResolvedValue const&, ResolvedValue const&) = default;
};

/// One input, resolved. Paths are `<input>.<section>.<name>`, for cells of a place's tables
/// `place.<table>.<key>….<column>`, for an experiment `experiment.<key>`.
struct ResolvedInputs
{
    std::string name; ///< of the file, without folder and ending
    std::string title;
    std::string description;
    std::map<std::string, ResolvedValue, std::less<>> values;

    friend bool operator==(ResolvedInputs const&, ResolvedInputs const&) = default;
};

/// The value at a path, or nothing.
[[nodiscard]] ResolvedValue const* find(ResolvedInputs const& inputs, std::string_view path);
/// \pre there is a number at the path
[[nodiscard]] double number_at(ResolvedInputs const& inputs, std::string_view path);
/// \pre there is a text at the path
[[nodiscard]] std::string const& text_at(ResolvedInputs const& inputs, std::string_view path);

/// Canonical text of a value: numbers in the fewest digits that read back to the same bits; a path as
/// `2016-04-01=7.2 2017-04-01=7.5`.
[[nodiscard]] std::string canonical_text(InputValue const& value);

/// SHA-256 over the lines `path=value`, in hexadecimal. Neither origins nor names, titles and descriptions count.
[[nodiscard]] std::string hash_of(ResolvedInputs const& inputs);

/// Inputs and what they are in their set: "place", "outlook", "strategy" …
struct NamedInputs
{
    std::string role;
    ResolvedInputs inputs;
    friend bool operator==(NamedInputs const&, NamedInputs const&) = default;
};

/// A text that holds inputs with names and origins and reads back to equal ones. It is a CSV table, so other tools
/// read it too: role, name, path, kind, value, origin, file, line, column, parent, certainty, source, note.
[[nodiscard]] std::string to_text(std::vector<NamedInputs> const& inputs);
[[nodiscard]] std::string to_text(ResolvedInputs const& inputs);

/// Reads what `to_text` wrote.
/// \param file name to show in problems
[[nodiscard]] Loaded<std::vector<NamedInputs>> inputs_from_text(std::string_view text, std::string_view file);
[[nodiscard]] Loaded<ResolvedInputs> from_text(std::string_view text, std::string_view file);

} // namespace caremarket
