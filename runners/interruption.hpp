#pragma once

namespace caremarket
{

/// While it lives, the first Ctrl-C or SIGTERM is remembered, so that replicates under way can be finished; the second
/// ends the program at once (exit code 3). SIGTERM is what batch systems send before they kill.
///
/// A signal handler can reach nothing but a global: the flag it sets is the one the program has.
class InterruptionWatch
{
public:
    InterruptionWatch();
    ~InterruptionWatch();
    InterruptionWatch(InterruptionWatch const&) = delete;
    InterruptionWatch& operator=(InterruptionWatch const&) = delete;

    [[nodiscard]] static bool is_interrupted();
};

/// Makes writing beyond a limit of file size an error that is told like a full disk, instead of the end of the program.
void ignore_file_size_signal();

} // namespace caremarket
