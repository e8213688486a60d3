#pragma once

#include <stdexcept>

namespace caremarket
{

/// A results file, a part or a plan cannot be read or written. `what()` is a sentence for the user: it names the file,
/// what in it, and the reason, such as a full disk.
class ResultsFileError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace caremarket
