#include "model/money.hpp"

#include <numeric>

namespace caremarket
{

Pence Books::sum_posted(std::size_t month) const
{
    return std::accumulate(posted_[month].begin(), posted_[month].end(), Pence{0});
}

void Books::close_month()
{
    for (std::size_t account = 0; account < closed_.size(); ++account)
        closed_[account] += posted_[0][account];
    std::swap(posted_[0], posted_[1]);
    std::swap(lines_[0], lines_[1]);
    std::fill(posted_[1].begin(), posted_[1].end(), 0);
    std::fill(lines_[1].begin(), lines_[1].end(), 0);
}

} // namespace caremarket
