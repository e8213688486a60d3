#pragma once

#include "analysis/hdf5_handles.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Attributes of HDF5 objects. Texts are of fixed length and UTF-8, which every reader takes (datasets of such texts
/// crash netCDF-C 4.9.0, attributes do not). All functions throw ResultsFileError.
namespace caremarket::hdf5
{

void put_attribute(hid_t object, char const* name, std::string_view text);
void put_attribute(hid_t object, char const* name, char const* text);
void put_attribute(hid_t object, char const* name, std::int32_t value);
void put_attribute(hid_t object, char const* name, std::int64_t value);
void put_attribute(hid_t object, char const* name, float value);
void put_attribute(hid_t object, char const* name, double value);
void put_attribute(hid_t object, char const* name, std::vector<std::uint8_t> const& values);
void put_attribute(hid_t object, char const* name, std::vector<std::int32_t> const& values);
void put_attribute(hid_t object, char const* name, std::vector<double> const& values);

[[nodiscard]] bool has_attribute(hid_t object, char const* name);
[[nodiscard]] std::string text_attribute(hid_t object, char const* name);
[[nodiscard]] std::int64_t integer_attribute(hid_t object, char const* name);
[[nodiscard]] double real_attribute(hid_t object, char const* name);
[[nodiscard]] std::vector<std::int32_t> integers_attribute(hid_t object, char const* name);
[[nodiscard]] std::vector<double> reals_attribute(hid_t object, char const* name);

} // namespace caremarket::hdf5
