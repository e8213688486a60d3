#include "runners/interruption.hpp"

#include "runners/exit_code.hpp"

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace caremarket
{

namespace
{

std::atomic<int> signals_seen{0}; // NOLINT: see the header
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch it");

extern "C" void remember_signal(int)
{
    if (signals_seen.fetch_add(1) > 0)
        ::_exit(exit_interrupted);
    constexpr char note[] = "\ncaremarket: finishing the replicates under way; once more stops at once\n";
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, note, sizeof note - 1);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action
    {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART; // writes under way are not to fail
    ::sigaction(signal, &action, nullptr);
}

} // namespace

InterruptionWatch::InterruptionWatch()
{
    signals_seen = 0;
    handle(SIGINT, remember_signal);
    handle(SIGTERM, remember_signal);
}

InterruptionWatch::~InterruptionWatch()
{
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
}

bool InterruptionWatch::is_interrupted()
{
    return signals_seen.load() > 0;
}

void ignore_file_size_signal()
{
    handle(SIGXFSZ, SIG_IGN);
}

} // namespace caremarket
