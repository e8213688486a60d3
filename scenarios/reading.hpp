#pragma once

#include "scenarios/input_text.hpp"
#include "scenarios/library.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/read_toml.hpp"

#include <optional>
#include <string>
#include <vector>

namespace caremarket
{

/// One loading of files, from the first to the last: where names are looked for, what was read and what was wrong.
struct Reading
{
    Library library;
    std::vector<InputText> files = {}; ///< sorted by name, none twice
    Problems problems = {};

    /// The text of a file, which is remembered; nothing, and a problem, if it cannot be read.
    [[nodiscard]] std::optional<std::string> text_of(FileAt const& file);

    /// The TOML in a file; nothing, and a problem, if it cannot be read.
    [[nodiscard]] std::optional<TomlTable> toml_of(FileAt const& file);

    /// Takes the value, or the problems.
    template <class T>
    [[nodiscard]] std::optional<T> take(Loaded<T> loaded)
    {
        append(problems, std::move(loaded.problems));
        return std::move(loaded.value);
    }
};

/// Problems without those said before: a file that several others extend is read with each of them.
[[nodiscard]] Problems each_once(Problems const& problems);

} // namespace caremarket
