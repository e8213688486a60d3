#pragma once

#include "model/catalogue/description.hpp"
#include "model/inputs/inputs.hpp"

#include <span>
#include <string>
#include <string_view>

/// The tables that say what every input value is, and where in `Inputs` it goes. A row binds a key of the files
/// to a member; nothing else in the program knows both.
namespace caremarket
{

template <class Section, class Value>
using Reach = Value& (*)(Section&);

namespace detail
{
template <class>
struct SectionOf;
template <class Section, class Value>
struct SectionOf<Value Section::*>
{
    using type = Section;
};
} // namespace detail

/// The member a row is about.
template <auto Member>
inline constexpr auto member = +[](typename detail::SectionOf<decltype(Member)>::type& section) -> auto&
{
    return section.*Member;
};

/// One element of a member that is an EnumArray.
template <auto Member, auto Index>
inline constexpr auto element = +[](typename detail::SectionOf<decltype(Member)>::type& section) -> auto&
{
    return (section.*Member)[Index];
};

/// A value of a whole input: path `<input>.all.<name>`.
template <class Section, class Value>
struct Row
{
    Description what;
    Default usual;
    Reach<Section, Value> reach;
};

/// A value of each service: path `<input>.<service>.<name>`.
template <class Section, class Value>
struct ServiceRow
{
    Description what;
    PerService<Default> usual;
    Reach<Section, Value> reach;
};

[[nodiscard]] std::span<Row<BehaviourAll, double> const> behaviour_rows();
[[nodiscard]] std::span<ServiceRow<BehaviourService, double> const> behaviour_service_rows();
[[nodiscard]] std::span<Row<OutlookAll, Dated> const> outlook_rows();
[[nodiscard]] std::span<Row<StrategyAll, Dated> const> strategy_rows();
[[nodiscard]] std::span<ServiceRow<StrategyService, Dated> const> strategy_service_rows();
[[nodiscard]] std::span<ServiceRow<PlaceService, double> const> place_service_rows();

/// Values that are shares of one whole: the loader holds their sum to 1. Of a mix in which some are given and others
/// not, `rest` takes what is left; after a change of one (`--set`, a sweep) the others are rescaled in proportion.
struct Simplex
{
    std::string_view meaning;
    std::span<std::string_view const> names; ///< of rows in strategy_service_rows
    std::string_view rest;                   ///< one of them
};
[[nodiscard]] std::span<Simplex const> strategy_simplexes();

/// Calls `visit(path, description, default, value)` for every value of an input, in the order of the catalogue.
/// `value` is `double&` or `Dated&`.
template <class Rows, class Section, class Visit>
void visit_rows(std::string_view prefix, Rows rows, Section& section, Visit&& visit)
{
    for (auto const& row : rows)
        visit(std::string{prefix} + "." + std::string{row.what.name}, row.what, row.usual, row.reach(section));
}

template <class Rows, class Section, class Visit>
void visit_service_rows(std::string_view input, Rows rows, PerService<Section>& sections, Visit&& visit)
{
    for (Service const service : all_of<Service>())
        for (auto const& row : rows)
            if (row.usual[service].kind != Default::Kind::not_applicable)
                visit(std::string{input} + "." + std::string{name_of(service)} + "." + std::string{row.what.name},
                      row.what, row.usual[service], row.reach(sections[service]));
}

template <class Visit>
void visit_values(Behaviour& behaviour, Visit&& visit)
{
    visit_rows("behaviour.all", behaviour_rows(), behaviour.all, visit);
    visit_service_rows("behaviour", behaviour_service_rows(), behaviour.of, visit);
}

template <class Visit>
void visit_values(Outlook& outlook, Visit&& visit)
{
    visit_rows("outlook.all", outlook_rows(), outlook.all, visit);
}

template <class Visit>
void visit_values(Strategy& strategy, Visit&& visit)
{
    visit_rows("strategy.all", strategy_rows(), strategy.all, visit);
    visit_service_rows("strategy", strategy_service_rows(), strategy.of, visit);
}

/// The values of a place that stand in its TOML file; its tables are described by `place_tables()`.
template <class Visit>
void visit_values(Place& place, Visit&& visit)
{
    visit_service_rows("place", place_service_rows(), place.of, visit);
}

/// A column of one of the place's CSV tables.
struct Column
{
    enum class Kind
    {
        locality, ///< a code of the table of localities
        service,
        age_band,
        date,
        text,
        number
    };
    Description what;
    Kind kind = Kind::number;
    bool is_key = false;          ///< rows with equal keys are an error; the keys stand in the path
    bool may_be_left_out = false; ///< the whole column, or a cell of it
};

/// A CSV table of a place: path `place.<table>.<key>….<column>`. Every table has besides `source` and
/// `certainty` columns, which become the origin of its row's values.
struct Table
{
    std::string_view name; ///< also the key that names the file in the place's TOML
    std::string_view meaning;
    std::span<Column const> columns;
};
[[nodiscard]] std::span<Table const> place_tables();

} // namespace caremarket
