#include "model/rules/shortlist.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace caremarket
{

std::vector<std::size_t> shortlist_of(std::vector<RecordSeen> const& records, std::size_t most)
{
    std::vector<std::size_t> places(records.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    if (places.size() <= most)
        return places;
    std::sort(places.begin(), places.end(),
              [&records](std::size_t a, std::size_t b)
              {
                  RecordSeen const& x = records[a];
                  RecordSeen const& y = records[b];
                  return std::tuple{-x.rating, -x.written, x.key} < std::tuple{-y.rating, -y.written, y.key};
              });
    places.resize(most);
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace caremarket
