#pragma once

#include <limits>
#include <span>
#include <string_view>

namespace caremarket
{

/// How sure a figure is; `assumption` and `unverified` must be in every sensitivity analysis.
enum class Certainty
{
    read,       ///< read in the publisher's own text
    secondary,  ///< quoted by another body
    derived,    ///< computed from figures read; the source says how
    assumption, ///< no direct evidence
    unverified  ///< general knowledge, to be checked before it is cited
};
inline constexpr std::string_view certainty_names[] = {"read", "secondary", "derived", "assumption", "unverified"};

struct Range
{
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
    [[nodiscard]] constexpr bool holds(double value) const { return value >= lower && value <= upper; }
};

/// What a value is, whatever it is a value of: one row of a catalogue table. The loader's checks, `list`, sweeps,
/// the results file and the reference pages are all made from it.
struct Description
{
    std::string_view name;        ///< key in files, within its section
    std::string_view unit;        ///< "GBP/h", "share", "1" …
    Range range = {};             ///< allowed, both ends included
    std::string_view meaning;     ///< one line
    std::string_view source = {}; ///< of the default; for a lever, the document that names it
    Certainty certainty = Certainty::assumption;
    std::string_view mediator = {};                 ///< levers: what it changes for agents, through which it acts
    std::string_view mediator_metric = {};          ///< levers: the metric in which that shows first
    std::span<std::string_view const> choices = {}; ///< not empty: the value is the index of one of these
    bool may_be_dated = false;                      ///< a path of dated values is allowed
    bool is_whole = false;                          ///< counted, not measured: the model has no use for a part of one
};

/// A default: a number, or one of two marks.
struct Default
{
    double value = 0;
    enum class Kind
    {
        given,
        required,      ///< the file must say
        not_applicable ///< this service has no such value
    } kind = Kind::given;

    constexpr Default(double v) : value(v) {} // a number is a default
    constexpr Default(Kind k) : kind(k) {}
};
inline constexpr Default required{Default::Kind::required};
inline constexpr Default not_applicable{Default::Kind::not_applicable};

} // namespace caremarket
