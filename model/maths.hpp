#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

/// The one door to transcendental functions. The C library's `exp`, `log` and `pow` choose another implementation
/// for each processor, and with it other last bits; these are plain arithmetic, so a run has the same bits on every
/// machine of the architecture and, being inline, they vectorise. Errors are a few units in the last place (tested
/// against the C library and Boost.Math).
namespace caremarket::maths
{

inline constexpr double ln2_high = 6.93147180369123816490e-01; // last 32 bits are zero: n * ln2_high is exact
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// Polynomial with the coefficient of the highest power last, by Estrin's scheme: neighbours are added up in pairs, and
/// the pairs are a polynomial of half the length in x * x. Horner's chain would wait for every product in turn; the
/// pairs do not wait for each other.
template <std::size_t N>
[[nodiscard]] constexpr double polynomial(std::array<double, N> const& coefficients, double x)
{
    if constexpr (N == 1)
        return coefficients[0];
    else
        return [&]<std::size_t... pair>(std::index_sequence<pair...>)
        {
            std::array<double, (N + 1) / 2> const pairs{
                (2 * pair + 1 < N ? coefficients[2 * pair] + coefficients[std::min(2 * pair + 1, N - 1)] * x
                                  : coefficients[2 * pair])...};
            return polynomial(pairs, x * x);
        }
    (std::make_index_sequence<(N + 1) / 2>{});
}

/// e to the power x; 0 below -708, and the value at 709 above it.
[[nodiscard]] inline double exp(double x)
{
    if (x < -708.0)
        return 0.0;
    if (x > 709.0)
        x = 709.0;
    double const n = std::nearbyint(x * 1.44269504088896340736);
    double const r = (x - n * ln2_high) - n * ln2_low;
    // Taylor's series: |r| <= 0.347, so the term of r^14 is below 1e-17.
    static constexpr std::array taylor{1.0,
                                       1.0,
                                       0.5,
                                       1.0 / 6.0,
                                       1.0 / 24.0,
                                       1.0 / 120.0,
                                       1.0 / 720.0,
                                       1.0 / 5040.0,
                                       1.0 / 40320.0,
                                       1.0 / 362880.0,
                                       1.0 / 3628800.0,
                                       1.0 / 39916800.0,
                                       1.0 / 479001600.0,
                                       1.0 / 6227020800.0};
    auto const scale = std::bit_cast<double>((static_cast<std::int64_t>(n) + 1023) << 52);
    return polynomial(taylor, r) * scale;
}

/// Natural logarithm. \pre x is a positive normal number
[[nodiscard]] inline double log(double x)
{
    auto const bits = std::bit_cast<std::uint64_t>(x);
    auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    if (m > 1.41421356237309504880)
    {
        m *= 0.5;
        ++exponent;
    }
    double const s = (m - 1.0) / (m + 1.0);
    // 2 atanh(s) = 2 s + 2 s^3 (1/3 + s^2/5 + ...), |s| <= 0.172: the term of s^23 is below 1e-18.
    static constexpr std::array atanh{1.0 / 3.0,  1.0 / 5.0,  1.0 / 7.0,  1.0 / 9.0,  1.0 / 11.0,
                                      1.0 / 13.0, 1.0 / 15.0, 1.0 / 17.0, 1.0 / 19.0, 1.0 / 21.0};
    auto const n = static_cast<double>(exponent);
    double const s2 = s * s;
    return n * ln2_high + (2.0 * s + (2.0 * s * s2 * polynomial(atanh, s2) + n * ln2_low));
}

/// x to the power y. \pre x > 0
[[nodiscard]] inline double pow(double x, double y)
{
    return exp(y * log(x));
}

/// Nearest whole number, halves to the even one.
[[nodiscard]] inline double round_half_even(double x)
{
    return std::nearbyint(x); // the rounding mode is never changed in this program
}

/// Chance that a standard normal variable is below z. Absolute error below 1e-15.
/// Source: Hart's rational approximation as given by West, "Better approximations to cumulative normal functions"
/// (2005).
[[nodiscard]] double normal_cdf(double z);

/// Value that a standard normal variable is below with chance p. \pre 0 < p < 1
/// Source: Wichura, algorithm AS 241 (1988), the routine of 16 figures.
[[nodiscard]] double normal_quantile(double p);

} // namespace caremarket::maths
