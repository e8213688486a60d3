#include "runners/sweep_status.hpp"

#include "runners/commands/sweep.hpp"
#include "runners/exit_code.hpp"
#include "runners/shell_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace caremarket
{

int sweep_status(SweepStatusRequest const& request)
{
    SweepFolder const folder(request.folder);
    SweepStatus const status = status_of(folder, folder.plan());
    if (request.is_json)
    {
        fmt::print("{}\n", status_json(status).dump(2));
        return exit_done;
    }
    fmt::print("{}", status_text(status));
    std::string const name = shell_line({&request.folder, 1});
    if (status.missing > 0)
        fmt::print("now: caremarket sweep run {}\n", name);
    else if (!status.failed.empty())
        fmt::print("failed runs, and no others, are run again by: caremarket sweep run {}\n", name);
    else
        fmt::print("now: caremarket sweep collect {} -o R.h5\n", name);
    return exit_done;
}

} // namespace caremarket
