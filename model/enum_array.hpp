#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace caremarket
{

/// Names of the values of an enumeration, in their order. Specialised beside each enumeration that is an
/// index set (service, channel, age band …); files, tables and messages take the names from here alone.
template <class Enum>
struct NamesOf;

template <class Enum>
inline constexpr std::size_t count_of = NamesOf<Enum>::names.size();

template <class Enum>
[[nodiscard]] constexpr std::size_t index_of(Enum value)
{
    return static_cast<std::size_t>(value);
}

template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value)
{
    return NamesOf<Enum>::names[index_of(value)];
}

/// The value with this name, or nothing.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> named(std::string_view name)
{
    for (std::size_t i = 0; i < count_of<Enum>; ++i)
        if (NamesOf<Enum>::names[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

/// All values, for range-based loops.
template <class Enum>
[[nodiscard]] constexpr auto all_of()
{
    std::array<Enum, count_of<Enum>> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<Enum>(i);
    return values;
}

/// An array with one element for each value of an enumeration, indexed by it.
template <class Enum, class T>
struct EnumArray
{
    std::array<T, count_of<Enum>> values{};

    [[nodiscard]] constexpr T& operator[](Enum e) { return values[index_of(e)]; }
    [[nodiscard]] constexpr T const& operator[](Enum e) const { return values[index_of(e)]; }
    [[nodiscard]] constexpr auto begin() { return values.begin(); }
    [[nodiscard]] constexpr auto end() { return values.end(); }
    [[nodiscard]] constexpr auto begin() const { return values.begin(); }
    [[nodiscard]] constexpr auto end() const { return values.end(); }
    friend constexpr bool operator==(EnumArray const&, EnumArray const&) = default;
};

} // namespace caremarket
