#include "scenarios/table_rows.hpp"

#include "scenarios/check_value.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace caremarket
{

namespace
{

constexpr std::string_view source_column = "source";
constexpr std::string_view certainty_column = "certainty";

/// A code becomes part of a path, whose parts are separated by dots.
bool is_code(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) {
                           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                  c == '-' || c == '_';
                       });
}

class TableReader
{
public:
    TableReader(Table const& table, CsvTable const& csv, std::optional<Codes> const& localities, Problems& problems)
        : table_(table), csv_(csv), localities_(localities), problems_(problems)
    {}

    std::optional<std::vector<TableRow>> read()
    {
        auto const before = problems_.size();
        check_header();
        if (problems_.size() > before)
            return std::nullopt;
        std::vector<TableRow> rows;
        for (auto const& row : csv_.rows)
            rows.push_back(read_row(row));
        if (rows.empty())
            report({}, "has no rows");
        if (problems_.size() > before)
            return std::nullopt;
        return rows;
    }

private:
    Table const& table_;
    CsvTable const& csv_;
    std::optional<Codes> const& localities_;
    Problems& problems_;

    void report(Position at, std::string message, std::string_view column = {}, std::string did_you_mean = {})
    {
        auto key = fmt::format("place.{}", table_.name);
        if (!column.empty())
            key += '.' + std::string{column};
        problems_.push_back(
            {csv_.file, at.line, at.column, std::move(key), std::move(message), std::move(did_you_mean)});
    }

    std::vector<std::string_view> known_columns() const
    {
        std::vector<std::string_view> names;
        for (auto const& column : table_.columns)
            names.push_back(column.what.name);
        names.push_back(source_column);
        names.push_back(certainty_column);
        return names;
    }

    std::size_t index_of_column(std::string_view name) const
    {
        auto const found = std::find_if(csv_.header.begin(), csv_.header.end(),
                                        [&](CsvCell const& cell) { return cell.text == name; });
        return static_cast<std::size_t>(found - csv_.header.begin());
    }

    bool may_be_left_out(std::string_view name) const
    {
        return std::any_of(table_.columns.begin(), table_.columns.end(),
                           [&](Column const& column) { return column.what.name == name && column.may_be_left_out; });
    }

    void check_header()
    {
        auto const known = known_columns();
        for (auto const& cell : csv_.header)
            if (std::find(known.begin(), known.end(), std::string_view{cell.text}) == known.end())
                report(cell.at, "unknown column", cell.text, nearest_name(cell.text, known));
        for (auto const name : known)
            if (index_of_column(name) == csv_.header.size() && !may_be_left_out(name))
                report(csv_.header.front().at, "the column is missing", name);
    }

    TableRow read_row(CsvRow const& row)
    {
        TableRow result{{}, {}, row.front().at};
        auto const origin = origin_of(row);
        for (auto const& column : table_.columns)
        {
            auto const at = index_of_column(column.what.name);
            if (at == row.size())
                continue; // a column that may be left out
            auto const& cell = row[at];
            auto value = value_in(column, cell);
            if (!value)
                continue;
            if (column.is_key)
                result.keys.push_back(std::get<std::string>(*value));
            else
                result.cells.emplace_back(column.what.name, resolved(std::move(*value), origin, cell));
        }
        if (is_of_journeys(table_) && result.keys.size() == 2)
            order_ends(result);
        return result;
    }

    void order_ends(TableRow& row)
    {
        if (row.keys[0] == row.keys[1])
            report(row.at, fmt::format("a journey from {} to itself", row.keys[0]));
        std::sort(row.keys.begin(), row.keys.end());
    }

    Origin origin_of(CsvRow const& row)
    {
        Origin origin{.what = Origin::What::file, .file = csv_.file};
        auto const& source = row[index_of_column(source_column)];
        auto const& certainty = row[index_of_column(certainty_column)];
        if (source.text.empty())
            report(source.at, "is missing: say where the figures of this row are from", source_column);
        origin.source = source.text;
        auto const known = std::find(std::begin(certainty_names), std::end(certainty_names), certainty.text);
        if (known != std::end(certainty_names))
            origin.certainty = static_cast<Certainty>(known - std::begin(certainty_names));
        else
            report(certainty.at,
                   fmt::format("{} is not one of {}", in_quotes(certainty.text), fmt::join(certainty_names, ", ")),
                   certainty_column, nearest_name(certainty.text, certainty_names));
        return origin;
    }

    static ResolvedValue resolved(Scalar value, Origin origin, CsvCell const& cell)
    {
        origin.line = cell.at.line;
        origin.column = cell.at.column;
        return {std::visit([](auto& it) { return InputValue{std::move(it)}; }, value), std::move(origin)};
    }

    /// Every column of the catalogue must be filled in, if it may not be left out; an empty cell is never 0.
    std::optional<Scalar> value_in(Column const& column, CsvCell const& cell)
    {
        if (cell.text.empty())
        {
            if (!column.may_be_left_out)
                report(cell.at, "is missing", column.what.name);
            return std::nullopt;
        }
        switch (column.kind)
        {
        case Column::Kind::locality: return locality_in(column, cell);
        case Column::Kind::service:
        case Column::Kind::age_band: return choice_in(column, cell);
        case Column::Kind::date: return day_in(column, cell);
        case Column::Kind::text: return text_in(column, cell);
        case Column::Kind::number: break;
        }
        return checked_number_in(column, cell);
    }

    std::optional<Scalar> locality_in(Column const& column, CsvCell const& cell)
    {
        if (!localities_ || localities_->contains(cell.text))
            return cell.text;
        std::vector<std::string> const known{localities_->begin(), localities_->end()};
        report(cell.at, fmt::format("{} is not in the table of localities", in_quotes(cell.text)), column.what.name,
               nearest_name(cell.text, known));
        return std::nullopt;
    }

    std::optional<Scalar> choice_in(Column const& column, CsvCell const& cell)
    {
        auto const choices = choices_of(column.kind);
        if (std::find(choices.begin(), choices.end(), cell.text) != choices.end())
            return cell.text;
        report(cell.at, fmt::format("{} is not one of {}", in_quotes(cell.text), fmt::join(choices, ", ")),
               column.what.name, nearest_name(cell.text, choices));
        return std::nullopt;
    }

    std::optional<Scalar> day_in(Column const& column, CsvCell const& cell)
    {
        if (auto const day = date_in(cell.text))
            return iso_text(*day);
        report(cell.at, fmt::format("{} is no date of the form 2016-04-01", in_quotes(cell.text)), column.what.name);
        return std::nullopt;
    }

    std::optional<Scalar> text_in(Column const& column, CsvCell const& cell)
    {
        if (!column.is_key || is_code(cell.text))
            return cell.text;
        report(cell.at, fmt::format("{} is no code: letters, digits, - and _", in_quotes(cell.text)), column.what.name);
        return std::nullopt;
    }

    std::optional<Scalar> checked_number_in(Column const& column, CsvCell const& cell)
    {
        auto const number = number_in(cell.text);
        if (!number)
        {
            report(cell.at, fmt::format("{} is no number; write it like 1234.5", in_quotes(cell.text)),
                   column.what.name);
            return std::nullopt;
        }
        if (auto const fault = fault_of(column.what, Scalar{*number}))
        {
            report(cell.at, fault->message, column.what.name);
            return std::nullopt;
        }
        return *number;
    }
};

} // namespace

std::optional<std::vector<TableRow>> rows_of(Table const& table, CsvTable const& csv,
                                             std::optional<Codes> const& localities, Problems& problems)
{
    return TableReader{table, csv, localities, problems}.read();
}

std::vector<Column> key_columns(Table const& table)
{
    std::vector<Column> keys;
    std::copy_if(table.columns.begin(), table.columns.end(), std::back_inserter(keys),
                 [](Column const& column) { return column.is_key; });
    return keys;
}

bool is_of_journeys(Table const& table)
{
    auto const keys = key_columns(table);
    return keys.size() == 2 && keys[0].kind == Column::Kind::locality && keys[1].kind == Column::Kind::locality;
}

std::span<std::string_view const> choices_of(Column::Kind kind)
{
    if (kind == Column::Kind::service)
        return NamesOf<Service>::names;
    if (kind == Column::Kind::age_band)
        return NamesOf<AgeBand>::names;
    return {};
}

} // namespace caremarket
