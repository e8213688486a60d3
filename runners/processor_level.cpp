#include "runners/processor_level.hpp"

namespace caremarket
{

// Compiled for any processor of the architecture (runners/CMakeLists.txt), so that it can say what is missing.
std::optional<std::string> missing_processor_features()
{
#if defined(__x86_64__)
    std::string missing;
    auto const require = [&missing](bool is_present, char const* feature)
    {
        if (!is_present)
            missing.append(missing.empty() ? "" : ", ").append(feature);
    };
    // The features of x86-64-v3 that both compilers can ask for; no processor has these without the rest.
    require(__builtin_cpu_supports("avx") != 0, "avx");
    require(__builtin_cpu_supports("avx2") != 0, "avx2");
    require(__builtin_cpu_supports("bmi") != 0, "bmi");
    require(__builtin_cpu_supports("bmi2") != 0, "bmi2");
    require(__builtin_cpu_supports("fma") != 0, "fma");
    require(__builtin_cpu_supports("popcnt") != 0, "popcnt");
    if (!missing.empty())
        return "this program is built for processors of the level x86-64-v3, so that results are the same to the bit "
               "on all of them; this one lacks " +
               missing;
#endif
    return std::nullopt;
}

} // namespace caremarket
