#pragma once

#include <string>

namespace caremarket
{

/// The exact text of a file that was read.
struct InputText
{
    std::string name; ///< as messages call it
    std::string text;
    std::string sha256; ///< in hexadecimal
    friend bool operator==(InputText const&, InputText const&) = default;
};

} // namespace caremarket
