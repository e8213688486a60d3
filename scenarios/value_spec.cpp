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

std::vector<ValueSpec> value_specs(InputKind kind)
{
    switch (kind)
    {
    case InputKind::place: return specs_of<Place>();
    case InputKind::outlook: return specs_of<Outlook>();
    case InputKind::strategy: return specs_of<Strategy>();
    case InputKind::behaviour: return specs_of<Behaviour>();
    case InputKind::experiment: break;
    }
    return {};
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
