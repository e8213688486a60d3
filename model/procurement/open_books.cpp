#include "model/procurement/open_books.hpp"

#include "model/contract_book.hpp"
#include "model/procurement/officers.hpp"

#include <algorithm>

namespace caremarket
{

namespace
{

/// Firms whose books a council wants to see, in order of key.
std::vector<ProviderId> wanted_books(Market const& market, Inputs const& inputs, Week const& week,
                                     CommissionerId council)
{
    Providers const& all = market.providers;
    std::vector<std::uint8_t> is_wanted(all.key.size(), 0);
    Contracts const& contracts = market.contracts;
    for (ContractId contract = 0; contract < contracts.size(); ++contract)
        if (auto const c = static_cast<std::size_t>(contract); !contracts.is_empty(contract) &&
                                                               contracts.commissioner[c] == council &&
                                                               opens_books(contracts.terms[c].uplift))
            is_wanted[static_cast<std::size_t>(contracts.provider[c])] = 1;
    PerService<bool> placements{};
    for (Service const service : all_of<Service>())
        placements[service] = opens_books(placement_clause_on(inputs.strategies[council].of[service], week.first));
    for (std::size_t block = 0; block < market.people.size(); ++block)
    {
        People const& people = market.people[block];
        if (market.tables.commissioner_of[block] != council || placements == PerService<bool>{})
            continue;
        for (PersonSlot p = 0; p < people.size(); ++p)
            if (people.is_in_care(p) && people.contract[p] == no_contract && placements[people[p].service] &&
                people[p].funding == Funding::council && !people[p].has_direct_payment)
                is_wanted[static_cast<std::size_t>(people.provider[p])] = 1;
    }
    std::vector<ProviderId> wanted;
    for (ProviderId provider = 0; provider < all.size_of_columns(); ++provider)
        if (auto const p = static_cast<std::size_t>(provider);
            is_wanted[p] != 0 && all.is_open(provider) && all.sector[p] != Sector::in_house)
            wanted.push_back(provider);
    std::sort(wanted.begin(), wanted.end(),
              [&all](ProviderId a, ProviderId b)
              { return all.key[static_cast<std::size_t>(a)] < all.key[static_cast<std::size_t>(b)]; });
    return wanted;
}

} // namespace

OpenBooks open_books(Market& market, Inputs const& inputs, Week const& week)
{
    OpenBooks books;
    books.by_council.resize(market.commissioners.size());
    for (std::size_t council = 0; council < market.commissioners.size(); ++council)
    {
        books.by_council[council].assign(market.providers.key.size(), 0);
        for (ProviderId const provider : wanted_books(market, inputs, week, static_cast<CommissionerId>(council)))
            books.by_council[council][static_cast<std::size_t>(provider)] =
                take_officers(market.commissioners[council], inputs.behaviour.all.open_book_work);
    }
    return books;
}

} // namespace caremarket
