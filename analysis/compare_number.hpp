#pragma once

#include <string>
#include <string_view>

/// Numbers for people: never more digits than the noise of the simulation lets stand.
namespace caremarket
{

/// Numbers that stand together are shown in one unit of size.
struct NumberSize
{
    double size = 1;
    std::string_view suffix; ///< "m" for millions
};

/// Millions from one million pounds, or ten million of anything else; thousand millions likewise.
[[nodiscard]] NumberSize size_for(double largest, bool is_money);

/// How numbers that stand together are written: size, prefix and last digit.
class NumberForm
{
public:
    struct Asked
    {
        double largest = 0;  ///< magnitude of the largest of the numbers
        double error = 0;    ///< half the 95 % interval; 0: exact; NaN: unknown
        int most_digits = 4; ///< more are not shown, whatever the error
    };
    /// The last digit is the first of the error, or its second where the first is 1: 1.2 ± 0.3 and 1.24 ± 0.13.
    NumberForm(Asked asked, NumberSize size, std::string_view prefix = "");

    [[nodiscard]] std::string text(double number) const;        ///< "-£1.2m"
    [[nodiscard]] std::string signed_text(double number) const; ///< "+£1.2m"
    /// "£0.3m"; "<£0.1m" if it would round to 0; "-" if unknown.
    [[nodiscard]] std::string error_text(double error) const;

private:
    NumberSize size_;
    std::string prefix_;
    int last_place_;   ///< power of ten of the last digit
    bool drops_zeros_; ///< zeros at the end would claim more than is known
};

/// Whether the digits that the error lets stand leave nothing of the mean: 0.1 ± 3.
[[nodiscard]] bool is_lost_in_error(double mean, double half_width);

/// "£1.2m ± £0.3m" of a mean that is not negative; "£1.2m" if the half-width is 0 or unknown.
[[nodiscard]] std::string money_text(double pounds, double half_width);

/// Roughly so many: two digits, upwards. 583 → "590".
[[nodiscard]] std::string rough_count(std::size_t number);

/// "1 replicate", "2 replicates".
[[nodiscard]] std::string counted(std::size_t number, std::string_view noun);

} // namespace caremarket
