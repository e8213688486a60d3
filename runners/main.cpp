#include "runners/command_line.hpp"
#include "runners/processor_level.hpp"

#include <cstdio>

int main(int argc, char** argv)
{
    if (auto const problem = caremarket::missing_processor_features())
    {
        std::fprintf(stderr, "caremarket: %s\n", problem->c_str());
        return 1;
    }
    return caremarket::run_command_line(argc, argv);
}
