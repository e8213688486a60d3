#include "analysis/results_file_cell_map.hpp"

#include <stdexcept>

namespace caremarket
{

namespace
{

/// One axis as it is stored and as it was asked for.
struct Picked
{
    std::size_t stored = 1; ///< length in the file
    Pick pick;

    [[nodiscard]] bool is_kept() const { return pick.how == Pick::How::each; }
    [[nodiscard]] std::size_t length() const { return is_kept() ? stored : 1; }
    [[nodiscard]] std::size_t target(std::size_t index) const { return is_kept() ? index : 0; }
    [[nodiscard]] bool takes(std::size_t index) const { return pick.how != Pick::How::one || pick.index == index; }
};

Picked picked(bool has_axis, std::size_t length, Pick pick, std::string const& metric, char const* axis)
{
    if (pick.how == Pick::How::one && !has_axis)
        throw std::invalid_argument(metric + " is not recorded by " + axis);
    if (pick.how == Pick::How::one && pick.index >= length)
        throw std::invalid_argument(metric + " has no " + axis + " number " + std::to_string(pick.index));
    return {has_axis ? length : 1, pick};
}

} // namespace

CellMap::CellMap(StoredMetric const& metric, ResultsAxes const& axes, Cells const& asked)
{
    bool const has_localities = metric.has_services() && axes.space == RecordSpace::locality;
    std::string const& name = metric.name;
    Picked const service = picked(metric.has_services(), axes.services.size(), asked.service, name, "service");
    Picked const channel = picked(metric.has_channels(), axes.channels.size(), asked.channel, name, "channel");
    Picked const locality = picked(has_localities, axes.locality_codes.size(), asked.locality, name, "locality");
    services_ = service.length();
    channels_ = channel.length();
    localities_ = locality.length();

    for (std::size_t s = 0; s < service.stored; ++s)
        for (std::size_t c = 0; c < channel.stored; ++c)
            for (std::size_t l = 0; l < locality.stored; ++l)
            {
                bool const is_taken = service.takes(s) && channel.takes(c) && locality.takes(l);
                std::size_t const target =
                    (service.target(s) * channels_ + channel.target(c)) * localities_ + locality.target(l);
                targets_.push_back(is_taken ? target : left_out);
            }
}

} // namespace caremarket
