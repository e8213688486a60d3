#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text in lines of a fixed width. Characters beyond ASCII count as one column.
namespace caremarket
{

inline constexpr std::size_t line_width = 110;

/// A paragraph broken between words; lines after the first are indented by `indent` spaces. Ends with a new line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent = 0);

/// A table of text: the first column is set left, others right, two spaces apart. As wide as it must be, but columns
/// keep the widths that all tables of a kind ask for, so that they can be read one under the other.
class TextTable
{
public:
    struct Column
    {
        std::string head;
        std::size_t width = 0; ///< at least
    };
    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(std::vector<std::string> cells); ///< \pre one for each column
    void add_heading(std::string text);       ///< a line of its own between rows
    [[nodiscard]] std::string text() const;   ///< with its heads

private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_; ///< a heading is a row of one cell
};

} // namespace caremarket
