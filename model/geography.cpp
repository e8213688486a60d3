#include "model/geography.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>

namespace caremarket
{

namespace
{

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;

std::size_t position_of(std::string const& code, Place const& place)
{
    auto const found = std::lower_bound(place.localities.begin(), place.localities.end(), code,
                                        [](LocalityInput const& l, std::string const& c) { return l.code < c; });
    return static_cast<std::size_t>(found - place.localities.begin());
}

} // namespace

Geography::Geography(Place const& place, double limit)
{
    std::size_t const count = place.localities.size();
    Graph graph(count);
    for (TravelLink const& link : place.travel)
        boost::add_edge(position_of(link.from, place), position_of(link.to, place), link.minutes, graph);

    areas_.resize(count);
    std::vector<double> minutes(count);
    for (std::size_t from = 0; from < count; ++from)
    {
        boost::dijkstra_shortest_paths(graph, from, boost::distance_map(minutes.data()));
        for (std::size_t to = 0; to < count; ++to)
            if (to == from || minutes[to] <= limit)
                areas_[from].push_back({static_cast<LocalityId>(to), to == from ? 0.0 : minutes[to]});
        minutes_.push_back(minutes);
    }
}

} // namespace caremarket
