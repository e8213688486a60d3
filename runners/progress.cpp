#include "runners/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace caremarket
{

namespace
{

constexpr std::chrono::milliseconds between_paintings{100};
constexpr std::chrono::seconds between_lines{10};
constexpr std::size_t bar_places = 24;

double share_done(ProgressFigures const& figures)
{
    return figures.total == 0 ? 1.0 : static_cast<double>(figures.done) / static_cast<double>(figures.total);
}

std::string rate_in_words(double rate)
{
    if (rate >= 0.95)
        return fmt::format("{:.1f} a second", rate);
    return rate * 60.0 >= 0.95 ? fmt::format("{:.1f} a minute", rate * 60.0)
                               : fmt::format("{:.1f} an hour", rate * 3600.0);
}

} // namespace

std::optional<double> rate_of(ProgressFigures const& figures)
{
    auto const runs = static_cast<double>(figures.done - figures.done_before);
    if (runs == 0.0 || figures.elapsed.count() <= 0.0)
        return std::nullopt;
    return runs / figures.elapsed.count();
}

std::optional<std::chrono::seconds> time_left(ProgressFigures const& figures)
{
    auto const rate = rate_of(figures);
    if (!rate)
        return std::nullopt;
    std::chrono::duration<double> const left(static_cast<double>(figures.total - figures.done) / *rate);
    return std::chrono::round<std::chrono::seconds>(left);
}

std::string duration_in_words(std::chrono::seconds duration)
{
    auto const seconds = duration.count();
    if (seconds < 100)
        return fmt::format("{} s", seconds);
    auto const minutes = (seconds + 30) / 60;
    return minutes < 100 ? fmt::format("{} min", minutes) : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string progress_sentence(ProgressFigures const& figures)
{
    std::string text =
        fmt::format("{} of {} runs ({} %)", figures.done, figures.total, static_cast<int>(share_done(figures) * 100.0));
    auto const rate = rate_of(figures);
    if (rate)
        text += ", " + rate_in_words(*rate);
    if (rate && figures.done < figures.total)
        text += fmt::format(", about {} left", duration_in_words(*time_left(figures)));
    return text;
}

std::string progress_bar(ProgressFigures const& figures, std::size_t places)
{
    auto const filled = static_cast<std::size_t>(share_done(figures) * static_cast<double>(places));
    std::string bar(places, ' ');
    std::fill_n(bar.begin(), filled, '=');
    if (filled < places)
        bar[filled] = '>';
    return '[' + bar + ']';
}

Progress::Progress(ProgressStyle style, std::FILE* out, std::size_t total, std::size_t done_before)
    : style_(style), out_(out), figures_{done_before, total, done_before, {}}
{
    if (style_ == ProgressStyle::bar)
        show();
}

Progress::~Progress()
{
    if (style_ == ProgressStyle::bar)
        std::fputc('\n', out_);
}

void Progress::add(std::size_t runs)
{
    std::lock_guard const lock(mutex_);
    figures_.done += runs;
    auto const now = Clock::now();
    figures_.elapsed = now - begun_;
    auto const pause =
        style_ == ProgressStyle::bar ? Clock::duration(between_paintings) : Clock::duration(between_lines);
    bool const is_last = figures_.done == figures_.total;
    if (now - shown_ < pause && !is_last)
        return;
    shown_ = now;
    show();
}

void Progress::show()
{
    constexpr std::string_view erase_rest = "\033[K";
    if (style_ == ProgressStyle::bar)
        fmt::print(out_, "\r{} {}{}", progress_bar(figures_, bar_places), progress_sentence(figures_), erase_rest);
    else if (style_ == ProgressStyle::plain)
        fmt::print(out_, "{}\n", progress_sentence(figures_));
    std::fflush(out_);
}

ProgressStyle fitting_style(std::FILE* out)
{
    char const* const terminal = std::getenv("TERM");
    bool const can_go_back = terminal != nullptr && std::string_view(terminal) != "dumb";
    return ::isatty(::fileno(out)) != 0 && can_go_back ? ProgressStyle::bar : ProgressStyle::plain;
}

} // namespace caremarket
