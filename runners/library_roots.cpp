#include "runners/library_roots.hpp"

#include "runners/exit_code.hpp"
#include "runners/is_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

fs::path installed_folder()
{
    std::error_code error;
    fs::path const program = fs::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / "share" / "caremarket" / "scenarios";
}

} // namespace

Library usual_library()
{
    Library library;
    if (char const* const chosen = std::getenv("CAREMARKET_SCENARIOS"); chosen != nullptr && *chosen != '\0')
    {
        if (!is_folder(chosen))
            throw WrongUse(std::string("CAREMARKET_SCENARIOS: there is no folder ") + chosen);
        library.roots.emplace_back(chosen);
    }
    if (is_folder(installed_folder()))
        library.roots.push_back(installed_folder());
    else if (is_folder(CAREMARKET_SCENARIO_SOURCE_DIR))
        library.roots.emplace_back(CAREMARKET_SCENARIO_SOURCE_DIR);
    return library;
}

} // namespace caremarket
