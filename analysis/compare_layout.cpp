#include "analysis/compare_layout.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Columns that UTF-8 text of one column a character takes: its bytes without those that continue a character.
std::size_t columns_of(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string const& text, std::size_t width, bool to_the_right)
{
    std::string const space(width - std::min(width, columns_of(text)), ' ');
    return to_the_right ? space + text : text + space;
}

std::string trimmed(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

} // namespace

std::string wrapped(std::string_view text, std::size_t indent)
{
    std::string result;
    std::size_t column = 0;
    while (!text.empty())
    {
        std::string_view const word = text.substr(0, text.find(' ', text.find_first_not_of(' ')));
        std::size_t const width = columns_of(word);
        if (column > indent && column + width > line_width)
        {
            result += "\n" + std::string(indent, ' ');
            std::string_view const bare = word.substr(word.find_first_not_of(' '));
            result += bare;
            column = indent + columns_of(bare);
        }
        else
        {
            result += word;
            column += width;
        }
        text.remove_prefix(word.size());
    }
    return result + "\n";
}

void TextTable::add(std::vector<std::string> cells)
{
    rows_.push_back(std::move(cells));
}

void TextTable::add_heading(std::string text)
{
    rows_.push_back({std::move(text)});
}

std::vector<std::size_t> TextTable::widths() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i)
    {
        std::size_t width = std::max(columns_[i].width, columns_of(columns_[i].head));
        for (std::vector<std::string> const& row : rows_)
            if (row.size() == columns_.size())
                width = std::max(width, columns_of(row[i]));
        widths.push_back(width);
    }
    return widths;
}

std::string TextTable::text() const
{
    std::vector<std::size_t> const column_widths = widths();
    auto const line = [&column_widths](std::vector<std::string> const& cells)
    {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i == 0 ? "" : " ") + padded(cells[i], column_widths[i], i > 0);
        return trimmed(text) + "\n";
    };
    std::vector<std::string> heads;
    std::ranges::transform(columns_, std::back_inserter(heads), &Column::head);
    std::string result = line(heads);
    for (std::vector<std::string> const& row : rows_)
        result += line(row);
    return result;
}

} // namespace caremarket
