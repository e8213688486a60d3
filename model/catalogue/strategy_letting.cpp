#include "model/catalogue/levers.hpp"

namespace caremarket
{

namespace
{

/// `as-contracts`, then the routes in their order.
constexpr auto as_contracts_or_route = []
{
    std::array<std::string_view, count_of<Route> + 1> names{"as-contracts"};
    for (Route const route : all_of<Route>())
        names[index_of(route) + 1] = name_of(route);
    return names;
}();

} // namespace

std::span<ServiceRow<StrategyService, Dated> const> levers_of_letting()
{
    using S = StrategyService;
    static constexpr ServiceRow<S, Dated> rows[] = {
        {{.name = "procurement_route",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<Route> - 1)},
          .meaning = "How contracts are let",
          .source = "Walsall contracting strategy 2016, table 5: six processes with their months; course slides on "
                    "procurement, procedures",
          .certainty = Certainty::assumption,
          .mediator = "who bids, and when and at what cost the contract is there",
          .mediator_metric = "asked",
          .choices = NamesOf<Route>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::procurement_route>},
        {{.name = "quality_weight",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning = "Weight of written quality against price when bids are compared",
          .source = "best price-quality ratio, course slides on procurement, award stage; 50-70 % of marks by a "
                    "bid-writers' guide; 70 % in Coventry 2022-23 and Southwark 2021-24, 40 % in Bromley 2026",
          .certainty = Certainty::assumption,
          .mediator = "which bids win",
          .mediator_metric = "awarded_quality",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::quality_weight>},
        {{.name = "block_price_limit",
          .unit = "multiple of usual rate",
          .range = {0.5, 3.0},
          .meaning = "Highest block price accepted, as a multiple of the council's usual rate",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.1",
          .mediator = "bids above it are not accepted",
          .mediator_metric = "bids",
          .may_be_dated = true},
         {{1.1, 1.1, 1.1}},
         member<&S::block_price_limit>},
        {{.name = "posted_block_price",
          .unit = "GBP/unit",
          .range = {0.0, 5000.0},
          .meaning = "Block price that the council posts, at start prices and uplifted by its rule; 0: prices are bid",
          .source =
              "Walsall contracting strategy 2016, table 5: tender without price competition where a tariff is in place",
          .mediator = "providers offer volume at the posted price or not at all",
          .mediator_metric = "bids",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::posted_block_price>},
        {{.name = "listing_route",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<Route>)},
          .meaning = "How a framework is let, if otherwise than contracts",
          .source = "Walsall contracting strategy 2016, 6.2: the most appropriate route will be used",
          .certainty = Certainty::assumption,
          .mediator = "who is asked to join the list, and when and at what cost it is there",
          .mediator_metric = "asked",
          .choices = as_contracts_or_route,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::listing_route>},
        {{.name = "ring_fence",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<RingFence> - 1)},
          .meaning = "Who may bid in a ring-fenced tender",
          .source = "Walsall contracting strategy 2016, table 5: specified providers or groups of providers",
          .certainty = Certainty::assumption,
          .mediator = "who is asked, so how many rivals a bidder reckons with",
          .mediator_metric = "asked",
          .choices = NamesOf<RingFence>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::ring_fence>},
        {{.name = "shortlist",
          .unit = "provider",
          .range = {1.0, 20.0},
          .meaning =
              "How many are invited by a restricted tender, or as an alliance of those who are there, the best by "
              "rating and by what they write",
          .source = "course slides on procurement, restricted procedure",
          .certainty = Certainty::assumption,
          .mediator = "who is asked, so how many rivals a bidder reckons with",
          .mediator_metric = "asked",
          .may_be_dated = true,
          .is_whole = true},
         {{5.0, 5.0, 5.0}},
         member<&S::shortlist>},
        {{.name = "failed_tender",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<FailedTender> - 1)},
          .meaning =
              "What is done when nobody acceptable offers: seek it again at the next quarterly review, let it at "
              "once by another route, or leave it to the spot for a year",
          .source = "Suffolk community services procurement 2016, 12: open procurement if the first process fails",
          .certainty = Certainty::assumption,
          .mediator = "who is asked next, and how soon",
          .mediator_metric = "asked",
          .choices = NamesOf<FailedTender>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::failed_tender>},
        {{.name = "rounds",
          .unit = "round",
          .range = {0.0, 10.0},
          .meaning = "Rounds of dialogue, or of negotiation, in the routes that have them",
          .source = "Suffolk community services procurement 2016, 16: five sessions of dialogue",
          .certainty = Certainty::assumption,
          .mediator = "what both sides know when offers are made, or what bidders know of each other's",
          .mediator_metric = "awarded_misjudgement",
          .may_be_dated = true,
          .is_whole = true},
         {{5.0, 5.0, 5.0}},
         member<&S::rounds>},
        {{.name = "assurance",
          .unit = "sd",
          .range = {-3.0, 3.0},
          .meaning =
              "Quality, against the usual, that the council must see in a most capable provider at both gateways",
          .source = "Suffolk community services procurement 2016, 12-15: two gateways, graded assurance",
          .certainty = Certainty::assumption,
          .mediator = "whether the lot goes to the one asked or to the open market, months later",
          .mediator_metric = "gateways_failed",
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::assurance>},
        {{.name = "pre_tender_lead",
          .unit = "week",
          .range = {0.0, 104.0},
          .meaning = "Weeks before the invitation in which the market is told what will be bought",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.6: forward spend used for engagement before tenders",
          .certainty = Certainty::assumption,
          .mediator = "who has an offer ready in time, so how many bid",
          .mediator_metric = "bids_per_tender",
          .may_be_dated = true,
          .is_whole = true},
         {{0.0, 0.0, 0.0}},
         member<&S::pre_tender_lead>},
        {{.name = "position_statement",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether the council publishes how much care it expects to need",
          .source = "Cambridgeshire procurement strategy 2016, 3.1: Market Position Statements in major areas of spend",
          .certainty = Certainty::assumption,
          .mediator = "how far bidders misjudge what of a guarantee will be used",
          .mediator_metric = "awarded_need_error",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::position_statement>},
        {{.name = "lots",
          .unit = "choice",
          .range = {0.0, static_cast<double>(count_of<LotExtent> - 1)},
          .meaning = "Over which area what is missing is let as one: a locality, all of the council, or all of the "
                     "councils that let jointly",
          .source = "Cambridgeshire procurement strategy 2016, 3.2.2: joint procurement with other local authorities, "
                    "greater volume and scale, transaction costs of tendering shared; 3.2.4: merging",
          .certainty = Certainty::assumption,
          .mediator = "how many rivals a bidder has, whose people fill its places, and how often tendering is paid for",
          .mediator_metric = "bids_per_tender",
          .choices = NamesOf<LotExtent>::names,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::lots>},
        {{.name = "lot_limit",
          .unit = "share",
          .range = {0.0, 1.0},
          .meaning =
              "Most of the volume guaranteed where a block or core lot is let that one provider, with its group, "
              "may have; 1: no limit",
          .source =
              "Cambridgeshire procurement strategy 2016, 3.2.4 and 4: the risk of monopoly providers, of providers "
              "too big to fail; no number found",
          .certainty = Certainty::assumption,
          .mediator = "who may still bid, and among how many the volume is shared",
          .mediator_metric = "bids_per_tender",
          .may_be_dated = true},
         {{1.0, 1.0, 1.0}},
         member<&S::lot_limit>},
        {{.name = "nhs_joins",
          .unit = "choice",
          .range = {0.0, 1.0},
          .meaning = "Whether the NHS buys through the council's contracts for people whose whole care it pays",
          .source = "Cambridgeshire procurement strategy 2016, 3.3.2: joint procurement with health, homecare and "
                    "continuing health care; Calderdale integrated procurement 2020, 4b: the CCG commissions its "
                    "packages by the council's contract at one rate; Walsall contracting strategy 2016, 6.4",
          .certainty = Certainty::assumption,
          .mediator = "volume sought and guaranteed, who fills it, and who shares in voids and the cost of tendering",
          .mediator_metric = "volume_sought",
          .choices = no_or_yes,
          .may_be_dated = true},
         {{0.0, 0.0, 0.0}},
         member<&S::nhs_joins>},
    };
    return rows;
}

} // namespace caremarket
