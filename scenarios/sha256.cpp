#include "scenarios/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace caremarket
{

std::string sha256_of(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL cannot compute SHA-256"); // broken installation, not a user's mistake
    std::string hexadecimal;
    for (unsigned int i = 0; i < length; ++i)
        hexadecimal += fmt::format("{:02x}", digest[i]);
    return hexadecimal;
}

} // namespace caremarket
