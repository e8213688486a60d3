#pragma once

#include "scenarios/read_toml.hpp"

#include <optional>
#include <string>

namespace caremarket
{

/// `strategy[long-block].homecare.mix_block=0.5`, taken apart.
struct Override
{
    std::string shown; ///< `--set strategy…=0.5`
    std::string input; ///< "strategy"
    std::string only;  ///< "long-block"; empty: all
    std::string path;  ///< "strategy.homecare.mix_block"
    TomlValue value;
};

/// \return nothing if the text is not of the form `path=value`
[[nodiscard]] std::optional<Override> override_in(std::string const& text);

} // namespace caremarket
