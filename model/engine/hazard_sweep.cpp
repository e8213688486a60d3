#include "model/engine/hazard_sweep.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace caremarket
{

namespace
{

struct Columns
{
    std::span<float> left;
    std::span<std::uint8_t const> row;
    std::span<std::int16_t const> since;
};

void sweep_from(std::size_t first, Columns const& columns, std::int32_t now, HazardTable const& table, float length,
                std::vector<std::uint32_t>& ended)
{
    for (std::size_t slot = first; slot < columns.left.size(); ++slot)
    {
        if (columns.row[slot] == 0)
            continue;
        float const hazard = table.at(columns.row[slot], now - columns.since[slot]) * length;
        if (columns.left[slot] > hazard)
            columns.left[slot] -= hazard;
        else
            ended.push_back(static_cast<std::uint32_t>(slot));
    }
}

#if defined(__AVX2__)

/// Eight slots at a time. \returns the first slot that was not swept
std::size_t sweep_eights(Columns const& columns, std::int32_t now, HazardTable const& table, float length,
                         std::vector<std::uint32_t>& ended)
{
    __m256i const today = _mm256_set1_epi32(now);
    __m256i const oldest = _mm256_set1_epi32(table.ages - 1);
    __m256i const ages = _mm256_set1_epi32(table.ages);
    __m256 const lengths = _mm256_set1_ps(length);
    std::size_t slot = 0;
    for (; slot + 8 <= columns.left.size(); slot += 8)
    {
        __m128i const rows = _mm_loadl_epi64(reinterpret_cast<__m128i const*>(columns.row.data() + slot));
        __m256i const row = _mm256_cvtepu8_epi32(rows);
        __m256i const is_nobody = _mm256_cmpeq_epi32(row, _mm256_setzero_si256());
        __m256i const since =
            _mm256_cvtepi16_epi32(_mm_loadu_si128(reinterpret_cast<__m128i const*>(columns.since.data() + slot)));
        // Of nobody the age may be anything: column 0 of row 0 then.
        __m256i const age = _mm256_andnot_si256(is_nobody, _mm256_min_epi32(_mm256_sub_epi32(today, since), oldest));
        __m256i const at = _mm256_add_epi32(_mm256_mullo_epi32(row, ages), age);
        __m256 const hazard = _mm256_mul_ps(_mm256_i32gather_ps(table.hazard.data(), at, 4), lengths);
        __m256 const left = _mm256_loadu_ps(columns.left.data() + slot);
        __m256 const stays = _mm256_or_ps(_mm256_cmp_ps(left, hazard, _CMP_GT_OQ), _mm256_castsi256_ps(is_nobody));
        _mm256_storeu_ps(columns.left.data() + slot, _mm256_blendv_ps(left, _mm256_sub_ps(left, hazard), stays));
        for (auto ends = static_cast<unsigned>(~_mm256_movemask_ps(stays)) & 0xFFU; ends != 0; ends &= ends - 1)
            ended.push_back(static_cast<std::uint32_t>(slot) + static_cast<std::uint32_t>(__builtin_ctz(ends)));
    }
    return slot;
}

#endif

} // namespace

void sweep_hazards(std::span<float> left, std::span<std::uint8_t const> row, std::span<std::int16_t const> since,
                   std::int32_t now, HazardTable const& table, float length, std::vector<std::uint32_t>& ended)
{
    Columns const columns{left, row, since};
    std::size_t first = 0;
#if defined(__AVX2__)
    first = sweep_eights(columns, now, table, length, ended);
#endif
    sweep_from(first, columns, now, table, length, ended);
}

void sweep_hazards_one_by_one(std::span<float> left, std::span<std::uint8_t const> row,
                              std::span<std::int16_t const> since, std::int32_t now, HazardTable const& table,
                              float length, std::vector<std::uint32_t>& ended)
{
    sweep_from(0, {left, row, since}, now, table, length, ended);
}

} // namespace caremarket
