#include "model/calendar.hpp"

#include <algorithm>
#include <tuple>

namespace caremarket
{

namespace
{

bool is_later(Event const& a, Event const& b)
{
    return std::tuple{a.week, a.kind, a.key} > std::tuple{b.week, b.kind, b.key};
}

} // namespace

void Calendar::add(Event const& event)
{
    heap_.push_back(event);
    std::push_heap(heap_.begin(), heap_.end(), is_later);
}

std::vector<Event> const& Calendar::take_due(std::int32_t week)
{
    due_.clear();
    while (!heap_.empty() && heap_.front().week <= week)
    {
        std::pop_heap(heap_.begin(), heap_.end(), is_later);
        due_.push_back(heap_.back());
        heap_.pop_back();
    }
    return due_;
}

} // namespace caremarket
