#include "runners/commands/version.hpp"

#include "build_facts.hpp"
#include "runners/exit_code.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

nlohmann::ordered_json facts()
{
    using namespace build_facts;
    nlohmann::ordered_json names;
    for (LinkedLibrary const& library : libraries)
        names[std::string(library.name)] = library.version;
    return {{"schema", "caremarket.version/1"},
            {"version", build_facts::version},
            {"git_revision", git_revision},
            {"dirty", dirty},
            {"behaviour_version", behaviour_version},
            {"compiler", compiler},
            {"build_type", build_type},
            {"instruction_level", instruction_level},
            {"sanitizers", sanitizers},
            {"libraries", names}};
}

} // namespace

int version(VersionRequest const& request)
{
    using namespace build_facts;
    if (request.is_json)
        fmt::print("{}\n", facts().dump(2));
    else
        fmt::print("caremarket {} (revision {}{}, behaviour {}, {}, HDF5 {})\n", build_facts::version, git_revision,
                   dirty ? " with changes" : "", behaviour_version, compiler, hdf5_version);
    return exit_done;
}

} // namespace caremarket
