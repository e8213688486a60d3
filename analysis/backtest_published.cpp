#include "analysis/backtest_published.hpp"

#include "model/catalogue/description.hpp"
#include "scenarios/iso_date.hpp"
#include "scenarios/nearest_name.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"
#include "scenarios/read_csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace caremarket
{

namespace
{

enum Column : std::size_t
{
    quantity,
    service,
    financial_year,
    value,
    unit,
    role,
    source,
    certainty,
    note,
    column_count
};
constexpr std::array<std::string_view, column_count> column_names{
    "quantity", "service", "financial_year", "value", "unit", "role", "source", "certainty", "note"};

std::vector<std::string> names_of(auto const& range)
{
    return {std::begin(range), std::end(range)};
}

std::vector<std::string> quantity_names()
{
    std::vector<std::string> names;
    for (Quantity const& known : quantities())
        names.emplace_back(known.name);
    return names;
}

/// The year in which the financial year `2016-17` begins; nothing for any other form.
std::optional<int> year_in(std::string text)
{
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    text[4] = '/';
    return financial_year_in(text);
}

std::string year_text(int year)
{
    std::string text = financial_year_text(year);
    text[4] = '-';
    return text;
}

std::string_view told_of(Quantity::Of of)
{
    switch (of)
    {
    case Quantity::Of::beds: return "services in beds, one alone or care-homes";
    case Quantity::Of::one_unit: return "one service, or care-homes";
    case Quantity::Of::care_homes: return "care-homes";
    case Quantity::Of::any: return "any services";
    }
    return {};
}

class PublishedReader
{
public:
    PublishedReader(CsvTable const& csv, BacktestServices const& services, ResultsAxes const& axes)
        : csv_(csv), services_(services), axes_(axes)
    {}

    Loaded<std::vector<PublishedFigure>> read()
    {
        check_header();
        if (!problems_.empty())
            return {{}, std::move(problems_)};
        std::vector<PublishedFigure> figures;
        for (CsvRow const& row : csv_.rows)
            figures.push_back(figure_in(row));
        if (figures.empty())
            problems_.push_back(problem_at(csv_.file, {}, "has no rows: a row tells one published figure"));
        if (problems_.empty())
            return {std::move(figures), {}};
        std::ranges::stable_sort(problems_, {}, [](Problem const& one) { return std::pair(one.line, one.column); });
        return {{}, std::move(problems_)};
    }

private:
    void report(Position at, std::string_view column, std::string message, std::string did_you_mean = {})
    {
        problems_.push_back(
            {csv_.file, at.line, at.column, std::string{column}, std::move(message), std::move(did_you_mean)});
    }

    void report(CsvRow const& row, Column column, std::string message, std::string did_you_mean = {})
    {
        report(cell(row, column).at, column_names[column], std::move(message), std::move(did_you_mean));
    }

    void check_header()
    {
        for (CsvCell const& head : csv_.header)
            if (std::ranges::find(column_names, head.text) == column_names.end())
                report(head.at, head.text, fmt::format("unknown column; known are {}", fmt::join(column_names, ", ")),
                       nearest_name(head.text, column_names));
        for (std::size_t column = 0; column < column_count; ++column)
        {
            auto const found = std::ranges::find(csv_.header, column_names[column], &CsvCell::text);
            if (found == csv_.header.end())
                report(csv_.header.front().at, column_names[column], "the column is missing");
            places_[column] = static_cast<std::size_t>(found - csv_.header.begin());
        }
    }

    [[nodiscard]] CsvCell const& cell(CsvRow const& row, Column column) const { return row[places_[column]]; }

    PublishedFigure figure_in(CsvRow const& row)
    {
        PublishedFigure figure;
        figure.service = cell(row, service).text;
        figure.source = cell(row, source).text;
        figure.certainty = choice_in(row, certainty, names_of(certainty_names)).value_or("");
        figure.note = cell(row, note).text;
        figure.line = row.front().at.line;
        if (figure.source.empty())
            report(row, source, "is missing: say where the figure is from");
        if (auto const name = choice_in(row, quantity, quantity_names()))
            figure.quantity = quantity_called(*name);
        auto const named_role = choice_in(row, role, names_of(NamesOf<PublishedRole>::names));
        if (named_role)
            figure.role = *named<PublishedRole>(*named_role);
        bool const has_service = choice_in(row, service, services_.known()).has_value();
        if (has_service && figure.quantity)
            take_unit(row, figure);
        take_value(row, figure);
        if (auto const year = year_of(row))
        {
            figure.financial_year = *year;
            if (figure.quantity && named_role)
                check_year(row, figure);
            if (figure.quantity && has_service)
                check_is_first(row, figure);
        }
        return figure;
    }

    std::optional<std::string> choice_in(CsvRow const& row, Column column, std::vector<std::string> const& choices)
    {
        std::string const& text = cell(row, column).text;
        if (std::ranges::find(choices, text) != choices.end())
            return text;
        report(row, column,
               fmt::format("{} one of {}", text.empty() ? "is missing:" : in_quotes(text) + " is not",
                           fmt::join(choices, ", ")),
               nearest_name(text, choices));
        return std::nullopt;
    }

    /// A service that this version knows and the run has not cannot be checked further: it will not be measured either.
    void take_unit(CsvRow const& row, PublishedFigure& figure)
    {
        auto const services = services_.called(figure.service);
        if (!services)
            return take_unit_unchecked(row, figure);
        if (!may_be_told_of(*figure.quantity, figure.service, services_.unit_of(*services)))
        {
            report(row, service,
                   fmt::format("{} is told of {}, not of {}", figure.quantity->name, told_of(figure.quantity->of),
                               figure.service));
            return;
        }
        auto const known = units_of(*figure.quantity, services_.unit_of(*services));
        if (auto const written = choice_in(row, unit, known))
        {
            auto const at = std::ranges::find(known, *written) - known.begin();
            factor_ = figure.quantity->units[static_cast<std::size_t>(at)].factor;
            figure.unit = known.front();
        }
    }

    void take_unit_unchecked(CsvRow const& row, PublishedFigure& figure)
    {
        factor_ = 1;
        figure.unit = cell(row, unit).text;
    }

    [[nodiscard]] static bool may_be_told_of(Quantity const& told, std::string_view services, std::string_view unit)
    {
        switch (told.of)
        {
        case Quantity::Of::beds: return services != all_services && (unit == unit_of_beds || unit.empty());
        case Quantity::Of::one_unit: return services != all_services;
        case Quantity::Of::care_homes: return services == care_homes;
        case Quantity::Of::any: return true;
        }
        return false;
    }

    void take_value(CsvRow const& row, PublishedFigure& figure)
    {
        std::string const& text = cell(row, value).text;
        auto const number = number_in(text);
        if (!number || !std::isfinite(*number))
        {
            report(row, value,
                   text.empty()
                       ? "is missing"
                       : fmt::format("{} is no number; write it like 1234.5, without separators", in_quotes(text)));
            return;
        }
        if (!figure.quantity || figure.unit.empty())
            return;
        figure.value = *number * factor_;
        if (figure.value < figure.quantity->least || figure.value > figure.quantity->most)
            report(row, value,
                   fmt::format("{} {} cannot be: {} is {}", text, cell(row, unit).text, figure.quantity->name,
                               allowed(*figure.quantity)));
    }

    [[nodiscard]] static std::string allowed(Quantity const& told)
    {
        if (told.most < std::numeric_limits<double>::max())
            return fmt::format("{} to {} {}", readable_text(told.least), readable_text(told.most),
                               told.units.front().text);
        return told.least > 0 ? "more than 0" : "0 or more";
    }

    std::optional<int> year_of(CsvRow const& row)
    {
        std::string const& text = cell(row, financial_year).text;
        auto const year = year_in(text);
        if (!year)
            report(row, financial_year, fmt::format("{} is no financial year; write it like 2016-17", in_quotes(text)));
        return year;
    }

    /// What is known at the start may have been known before it.
    void check_year(CsvRow const& row, PublishedFigure const& figure)
    {
        bool const is_base = figure.role == PublishedRole::base;
        int const back = figure.quantity->years_back;
        int const last = axes_.first_year + axes_.years - 1;
        bool const is_too_early = !is_base && figure.financial_year - back < axes_.first_year;
        if (!is_too_early && figure.financial_year <= last)
            return;
        std::string const why = is_too_early && back > 0 ? fmt::format(", with the {} years before it,", back) : "";
        report(row, financial_year,
               fmt::format("{}{} lies outside the run, {} to {}: leave the row out, {}",
                           year_text(figure.financial_year), why, year_text(axes_.first_year), year_text(last),
                           is_too_early ? "or make it a base" : "or run longer"));
    }

    void check_is_first(CsvRow const& row, PublishedFigure const& figure)
    {
        auto const [first, is_new] =
            lines_.try_emplace({figure.quantity->name, figure.service, figure.financial_year}, figure.line);
        if (!is_new)
            report(row, quantity,
                   fmt::format("a second figure for {}, {}, {}; the first is in line {}", figure.quantity->name,
                               figure.service, year_text(figure.financial_year), first->second));
    }

    CsvTable const& csv_;
    BacktestServices const& services_;
    ResultsAxes const& axes_;
    std::array<std::size_t, column_count> places_{};
    double factor_ = 1; ///< of the row being read
    std::map<std::tuple<std::string_view, std::string, int>, int> lines_;
    Problems problems_;
};

} // namespace

Loaded<std::vector<PublishedFigure>> published_figures(std::string_view text, std::string_view file,
                                                       BacktestServices const& services, ResultsAxes const& axes)
{
    auto const csv = read_csv(text, file);
    if (!csv.has_value())
        return {{}, csv.problems};
    return PublishedReader(*csv.value, services, axes).read();
}

} // namespace caremarket
