#include "model/decisions.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

void sort_decisions(std::vector<Decision>& decisions)
{
    std::sort(decisions.begin(), decisions.end(),
              [](Decision const& a, Decision const& b)
              {
                  return std::tuple{a.week, a.kind, a.subject, a.object, a.day, a.amount, a.quantity} <
                         std::tuple{b.week, b.kind, b.subject, b.object, b.day, b.amount, b.quantity};
              });
}

} // namespace caremarket
