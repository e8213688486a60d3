#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace caremarket
{

/// The left side of `--set strategy[long-block].homecare.mix_block=0.5`, taken apart.
struct SetPath
{
    std::string input; ///< "strategy"
    std::string only;  ///< "long-block"; empty: all
    std::string path;  ///< "strategy.homecare.mix_block"
};

/// \return nothing for an empty text and for brackets that do not belong together
[[nodiscard]] std::optional<SetPath> set_path_in(std::string_view text);

/// Whether there is a value that both set.
[[nodiscard]] bool overlap(SetPath const& a, SetPath const& b);

} // namespace caremarket
