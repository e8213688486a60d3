#pragma once

#include <optional>
#include <string>

namespace caremarket
{

/// What this program's level of instructions (x86-64-v3) asks for and the processor lacks, as a sentence for the user;
/// nothing when all is there. To be asked before anything else runs: the rest of the program may stop with "illegal
/// instruction" on such a machine.
[[nodiscard]] std::optional<std::string> missing_processor_features();

} // namespace caremarket
