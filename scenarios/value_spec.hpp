#pragma once

#include "model/catalogue/description.hpp"
#include "scenarios/input_kind.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace caremarket
{

/// A row of the catalogue, whatever input and section it belongs to.
struct ValueSpec
{
    std::string path;        ///< `strategy.homecare.contract_length`
    Description const* what; ///< lives as long as the program
    Default usual;

    [[nodiscard]] std::string_view section() const; ///< "homecare", "all"
    [[nodiscard]] bool is_required() const { return usual.kind == Default::Kind::required; }
};

/// All values of an input's TOML file, in the order of the catalogue; none for an experiment or a sweep.
[[nodiscard]] std::vector<ValueSpec> const& value_specs(InputKind kind);

/// Sections of an input's TOML file, in the order of the catalogue.
[[nodiscard]] std::vector<std::string> sections_of(std::vector<ValueSpec> const& specs);

} // namespace caremarket
