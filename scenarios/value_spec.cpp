#include "scenarios/value_spec.hpp"

#include "model/catalogue/rows.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

template <class Input>
std::vector<ValueSpec> specs_of()
{
    std::vector<ValueSpec> specs;
    Input unused;
    visit_values(unused,
                 [&](std::string path, Description const& what, Default usual, auto&) {
                     specs.push_back({std::move(path), &what, usual});
                 });
    return specs;
}

} // namespace

std::string_view ValueSpec::section() const
{
    auto const from = path.find('.') + 1;
    return std::string_view{path}.substr(from, path.find('.', from) - from);
}

std::vector<ValueSpec> const& value_specs(InputKind kind)
{
    static EnumArray<InputKind, std::vector<ValueSpec>> const all{
        {specs_of<Place>(), specs_of<Outlook>(), specs_of<Strategy>(), specs_of<Behaviour>(), {}, {}}};
    return all[kind];
}

std::vector<std::string> sections_of(std::vector<ValueSpec> const& specs)
{
    std::vector<std::string> sections;
    for (auto const& spec : specs)
        if (std::find(sections.begin(), sections.end(), spec.section()) == sections.end())
            sections.emplace_back(spec.section());
    return sections;
}

} // namespace caremarket
