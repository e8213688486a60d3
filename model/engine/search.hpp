#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Searches over whole columns, in vector code; each has a twin that looks at one after another.
namespace caremarket
{

/// Appends the positions that hold `value`, in order: the people of a provider that closes, of a contract that ends.
void find_equal(std::span<std::int32_t const> column, std::int32_t value, std::vector<std::uint32_t>& found);
void find_equal(std::span<std::int16_t const> column, std::int16_t value, std::vector<std::uint32_t>& found);

/// Position of the least value, the first of equals. \pre not empty, no NaN
[[nodiscard]] std::size_t position_of_least(std::span<float const> values);

void find_equal_one_by_one(std::span<std::int32_t const> column, std::int32_t value, std::vector<std::uint32_t>& found);
void find_equal_one_by_one(std::span<std::int16_t const> column, std::int16_t value, std::vector<std::uint32_t>& found);
[[nodiscard]] std::size_t position_of_least_one_by_one(std::span<float const> values);

} // namespace caremarket
