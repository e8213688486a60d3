#include "scenarios/read_csv.hpp"

#include "scenarios/printable.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/utf8.hpp"

#include <boost/spirit/home/x3.hpp>
#include <fmt/format.h>

#include <set>

namespace caremarket
{

namespace
{

namespace x3 = boost::spirit::x3;

// RFC 4180, section 2. A bare carriage return ends no line.
auto const text_of_plain_cell = *~x3::standard::char_(",\"\r\n");
auto const
    text_of_quoted_cell = x3::lit('"') >>
                          *((x3::lit('"') >> x3::standard::char_('"')) | ~x3::standard::char_('"')) >> x3::lit('"');
auto const end_of_line = x3::lit("\r\n") | x3::lit('\n') | x3::eoi;

/// Walks over the text cell by cell, and knows where it is.
struct CsvCursor
{
    std::string_view rest;
    Position at{1, 1};

    template <class Parser, class... Attribute>
    bool takes(Parser const& parser, Attribute&... attribute)
    {
        auto next = rest.begin();
        if (!x3::parse(next, rest.end(), parser, attribute...))
            return false;
        auto const length = static_cast<std::size_t>(next - rest.begin());
        at = moved_over(at, rest.substr(0, length));
        rest.remove_prefix(length);
        return true;
    }
};

/// Takes one row with the end of its line. \return false at a misplaced quote or carriage return
bool takes_row(CsvCursor& cursor, CsvRow& row)
{
    do
    {
        CsvCell cell{{}, cursor.at};
        if (!cursor.takes(text_of_quoted_cell, cell.text))
        {
            cell.text.clear(); // what an unclosed quote left behind
            cursor.takes(text_of_plain_cell, cell.text);
        }
        row.push_back(std::move(cell));
    } while (cursor.takes(x3::lit(',')));
    return cursor.takes(end_of_line);
}

bool is_blank(CsvRow const& row)
{
    return row.size() == 1 && row.front().text.empty();
}

Problem misplaced(CsvCursor const& cursor, std::string_view file)
{
    bool const is_quote = cursor.rest.front() == '"';
    return problem_at(file, cursor.at,
                      is_quote ? "a quote that is never closed, or that stands inside a cell without quotes"
                      : cursor.rest.front() == '\r' ? "a carriage return that ends no line"
                                                    : "text behind a closing quote");
}

Problems problems_of_header(CsvRow const& header, std::string_view file)
{
    Problems problems;
    std::set<std::string_view> names;
    for (auto const& cell : header)
        if (cell.text.empty())
            problems.push_back(problem_at(file, cell.at, "a column without a name"));
        else if (!names.insert(cell.text).second)
            problems.push_back(problem_at(file, cell.at, fmt::format("column {} stands twice", in_quotes(cell.text))));
    return problems;
}

} // namespace

Loaded<CsvTable> read_csv(std::string_view text, std::string_view file)
{
    if (auto problems = problems_of_encoding(text, file); !problems.empty())
        return {{}, std::move(problems)};

    CsvTable table{std::string{file}, {}, {}};
    CsvCursor cursor{without_byte_order_mark(text)};
    Problems problems;
    while (!cursor.rest.empty())
    {
        CsvRow row;
        if (!takes_row(cursor, row))
            return {{}, {misplaced(cursor, file)}};
        if (is_blank(row))
            continue;
        if (table.header.empty())
            table.header = std::move(row);
        else if (row.size() == table.header.size())
            table.rows.push_back(std::move(row));
        else
            problems.push_back(
                problem_at(file, row.front().at,
                           fmt::format("the row has {} cells, the header {}", row.size(), table.header.size())));
    }
    if (table.header.empty())
        problems.push_back(problem_at(file, {}, "is empty: a table begins with a header"));
    auto const of_header = problems_of_header(table.header, file);
    problems.insert(problems.begin(), of_header.begin(), of_header.end()); // they stand first in the file
    if (!problems.empty())
        return {{}, std::move(problems)};
    return {std::move(table), {}};
}

std::string csv_cell(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == text.npos)
        return std::string{text};
    std::string cell = "\"";
    for (char const c : text)
        cell += c == '"' ? std::string{"\"\""} : std::string{c};
    return cell + '"';
}

} // namespace caremarket
