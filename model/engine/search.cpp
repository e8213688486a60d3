#include "model/engine/search.hpp"

#include <algorithm>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace caremarket
{

namespace
{

template <class Value>
void find_from(std::size_t first, std::span<Value const> column, Value value, std::vector<std::uint32_t>& found)
{
    for (std::size_t at = first; at < column.size(); ++at)
        if (column[at] == value)
            found.push_back(static_cast<std::uint32_t>(at));
}

} // namespace

void find_equal_one_by_one(std::span<std::int32_t const> column, std::int32_t value, std::vector<std::uint32_t>& found)
{
    find_from(0, column, value, found);
}

void find_equal_one_by_one(std::span<std::int16_t const> column, std::int16_t value, std::vector<std::uint32_t>& found)
{
    find_from(0, column, value, found);
}

std::size_t position_of_least_one_by_one(std::span<float const> values)
{
    return static_cast<std::size_t>(std::min_element(values.begin(), values.end()) - values.begin());
}

#if defined(__AVX2__)

namespace
{

float least_of_eight(__m256 eight)
{
    __m128 const four = _mm_min_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 const two = _mm_min_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_min_ss(two, _mm_movehdup_ps(two)));
}

/// Appends a position for each byte mask of `width` set bits, lowest first.
void append(unsigned mask, unsigned width, std::size_t at, std::vector<std::uint32_t>& found)
{
    unsigned const one = (1U << width) - 1U;
    while (mask != 0)
    {
        auto const bit = static_cast<unsigned>(__builtin_ctz(mask));
        found.push_back(static_cast<std::uint32_t>(at) + bit / width);
        mask &= ~(one << bit);
    }
}

} // namespace

void find_equal(std::span<std::int32_t const> column, std::int32_t value, std::vector<std::uint32_t>& found)
{
    __m256i const wanted = _mm256_set1_epi32(value);
    std::size_t at = 0;
    for (; at + 8 <= column.size(); at += 8)
    {
        __m256i const eight = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(column.data() + at));
        append(static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi32(eight, wanted))), 4, at, found);
    }
    find_from(at, column, value, found);
}

void find_equal(std::span<std::int16_t const> column, std::int16_t value, std::vector<std::uint32_t>& found)
{
    __m256i const wanted = _mm256_set1_epi16(value);
    std::size_t at = 0;
    for (; at + 16 <= column.size(); at += 16)
    {
        __m256i const sixteen = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(column.data() + at));
        append(static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi16(sixteen, wanted))), 2, at, found);
    }
    find_from(at, column, value, found);
}

std::size_t position_of_least(std::span<float const> values)
{
    if (values.size() < 8)
        return position_of_least_one_by_one(values);
    // The least value first, then where it stands: a branch at every better one would cost more than the second pass.
    __m256 lowest = _mm256_loadu_ps(values.data());
    std::size_t at = 8;
    for (; at + 8 <= values.size(); at += 8)
        lowest = _mm256_min_ps(lowest, _mm256_loadu_ps(values.data() + at));
    float least = least_of_eight(lowest);
    for (; at < values.size(); ++at)
        least = std::min(least, values[at]);
    __m256 const wanted = _mm256_set1_ps(least);
    for (at = 0; at + 8 <= values.size(); at += 8)
    {
        auto const mask = static_cast<unsigned>(
            _mm256_movemask_ps(_mm256_cmp_ps(_mm256_loadu_ps(values.data() + at), wanted, _CMP_EQ_OQ)));
        if (mask != 0)
            return at + static_cast<std::size_t>(__builtin_ctz(mask));
    }
    while (values[at] != least)
        ++at;
    return at;
}

#else

void find_equal(std::span<std::int32_t const> column, std::int32_t value, std::vector<std::uint32_t>& found)
{
    find_equal_one_by_one(column, value, found);
}

void find_equal(std::span<std::int16_t const> column, std::int16_t value, std::vector<std::uint32_t>& found)
{
    find_equal_one_by_one(column, value, found);
}

std::size_t position_of_least(std::span<float const> values)
{
    return position_of_least_one_by_one(values);
}

#endif

} // namespace caremarket
