#include "model/rules/assurance.hpp"

namespace caremarket
{

Assurance assurance_of(double seen, double asked, double partial)
{
    if (seen >= asked)
        return Assurance::assured;
    return seen >= asked - partial ? Assurance::partly_assured : Assurance::not_assured;
}

} // namespace caremarket
