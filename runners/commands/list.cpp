#include "runners/commands/list.hpp"

#include "runners/exit_code.hpp"
#include "runners/library_roots.hpp"
#include "runners/print_problems.hpp"
#include "scenarios/knockouts.hpp"

#include <fmt/format.h>

namespace caremarket
{

int list(ListRequest const& request)
{
    Library const library = usual_library();
    if (request.what == Listing::mechanisms)
        if (auto const mechanisms = mechanisms_of(library); !mechanisms.has_value())
            return print_problems(mechanisms.problems);
    fmt::print("{}", request.is_json ? list_as_json(request.what, library) : list_as_text(request.what, library));
    return exit_done;
}

} // namespace caremarket
