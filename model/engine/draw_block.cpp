#include "model/engine/draw_block.hpp"

#include <Random123/philox.h>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace caremarket
{

#if defined(__AVX2__)

namespace
{

// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3": multipliers and key increments
// of Philox4x32; ten rounds.
constexpr std::uint32_t multiplier_0 = 0xD2511F53;
constexpr std::uint32_t multiplier_1 = 0xCD9E8D57;
constexpr std::uint32_t increment_0 = 0x9E3779B9;
constexpr std::uint32_t increment_1 = 0xBB67AE85;

struct Product
{
    __m256i high, low;
};

/// 32 × 32 → 64 bits in eight lanes: the even and the odd ones apart, then put together.
Product multiply(__m256i a, std::uint32_t constant)
{
    __m256i const b = _mm256_set1_epi32(static_cast<int>(constant));
    __m256i const even = _mm256_mul_epu32(a, b);
    __m256i const odd = _mm256_mul_epu32(_mm256_srli_epi64(a, 32), b);
    return {_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0b10101010),
            _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0b10101010)};
}

} // namespace

void philox_of_eight(CounterBlock& block, std::array<std::uint32_t, 2> key)
{
    auto* const words = reinterpret_cast<__m256i*>(block.words.data());
    __m256i x0 = _mm256_load_si256(words);
    __m256i x1 = _mm256_load_si256(words + 1);
    __m256i x2 = _mm256_load_si256(words + 2);
    __m256i x3 = _mm256_load_si256(words + 3);
    for (int round = 0; round < 10; ++round)
    {
        Product const p0 = multiply(x0, multiplier_0);
        Product const p1 = multiply(x2, multiplier_1);
        x0 = _mm256_xor_si256(_mm256_xor_si256(p1.high, x1), _mm256_set1_epi32(static_cast<int>(key[0])));
        x1 = p1.low;
        x2 = _mm256_xor_si256(_mm256_xor_si256(p0.high, x3), _mm256_set1_epi32(static_cast<int>(key[1])));
        x3 = p0.low;
        key[0] += increment_0;
        key[1] += increment_1;
    }
    _mm256_store_si256(words, x0);
    _mm256_store_si256(words + 1, x1);
    _mm256_store_si256(words + 2, x2);
    _mm256_store_si256(words + 3, x3);
}

#else

void philox_of_eight(CounterBlock& block, std::array<std::uint32_t, 2> key)
{
    philox_one_by_one(block, key);
}

#endif

void philox_one_by_one(CounterBlock& block, std::array<std::uint32_t, 2> key)
{
    for (std::size_t i = 0; i < block_of_draws; ++i)
    {
        auto const words = r123::Philox4x32{}(
            {{block.words[0][i], block.words[1][i], block.words[2][i], block.words[3][i]}}, {{key[0], key[1]}});
        for (std::size_t w = 0; w < 4; ++w)
            block.words[w][i] = words[w];
    }
}

} // namespace caremarket
