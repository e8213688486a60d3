#include "model/catalogue/rows.hpp"

namespace caremarket
{

namespace
{

constexpr Range share{0.0, 1.0};

constexpr Column localities[] = {
    {{.name = "locality", .unit = "code", .meaning = "ONS area code"}, Column::Kind::text, true},
    {{.name = "name", .unit = "text", .meaning = "Name as people know it"}, Column::Kind::text},
    {{.name = "area", .unit = "km2", .range = {0.1, 100000.0}, .meaning = "Land area"}},
};
constexpr Column population[] = {
    {{.name = "locality", .unit = "code", .meaning = "Where"}, Column::Kind::locality, true},
    {{.name = "band", .unit = "choice", .meaning = "Age band"}, Column::Kind::age_band, true},
    {{.name = "date", .unit = "date", .meaning = "When; between dates the number is interpolated"},
     Column::Kind::date,
     true},
    {{.name = "people", .unit = "people", .range = {0.0, 1e7}, .meaning = "Residents of the band"}},
};
constexpr Column travel[] = {
    {{.name = "from", .unit = "code", .meaning = "One end"}, Column::Kind::locality, true},
    {{.name = "to", .unit = "code", .meaning = "The other end"}, Column::Kind::locality, true},
    {{.name = "minutes", .unit = "min", .range = {0.0, 600.0}, .meaning = "Drive between the centres"}},
};
constexpr Column supply[] = {
    {{.name = "locality", .unit = "code", .meaning = "Where"}, Column::Kind::locality, true},
    {{.name = "service", .unit = "choice", .meaning = "Line of care"}, Column::Kind::service, true},
    {{.name = "providers", .unit = "providers", .range = {0.0, 5000.0}, .meaning = "Registered locations"}},
    {{.name = "capacity",
      .unit = "beds or h/week",
      .range = {0.0, 1e6},
      .meaning = "Beds, or contact hours a week, of all of them"}},
};
constexpr Table tables[] = {
    {"localities", "The parts of the place; every other table uses their codes", localities},
    {"population", "Older people by locality, age band and date", population},
    {"travel", "Travel between neighbouring localities, both ways", travel},
    {"supply", "Published totals from which providers are synthesised", supply},
};

} // namespace

std::span<Table const> place_tables()
{
    return tables;
}

std::span<ServiceRow<PlaceService, double> const> place_service_rows()
{
    using S = PlaceService;
    static constexpr PerService<Default> of_the_place{{required, required}};
    static constexpr ServiceRow<S, double> rows[] = {
        {{.name = "council_people",
          .unit = "people",
          .range = {0.0, 1e6},
          .meaning = "People the council supports at the start",
          .source = "the place's file"},
         of_the_place,
         member<&S::council_people>},
        {{.name = "self_funder_share",
          .unit = "share",
          .range = {0.0, 0.95},
          .meaning = "Self-funders among all people in this care",
          .source = "the place's file"},
         of_the_place,
         member<&S::self_funder_share>},
        {{.name = "other_buyer_share",
          .unit = "share",
          .range = {0.0, 0.95},
          .meaning = "People of the NHS and other councils among all people in this care",
          .source = "the place's file"},
         of_the_place,
         member<&S::other_buyer_share>},
        {{.name = "units_per_person",
          .unit = "unit",
          .range = {0.25, 168.0},
          .meaning = "Hours a week, or beds, that a person takes on average",
          .source = "the place's file"},
         of_the_place,
         member<&S::units_per_person>},
        {{.name = "units_spread",
          .unit = "1",
          .range = {0.0, 2.0},
          .meaning = "Standard deviation of the logarithm of a person's hours",
          .source = "the place's file"},
         {{0.6, 0.0}},
         member<&S::units_spread>},
        {{.name = "book_price",
          .unit = "GBP/unit",
          .range = {0.0, 5000.0},
          .meaning = "Average gross price of the council's placements at the start",
          .source = "the place's file"},
         of_the_place,
         member<&S::book_price>},
        {{.name = "book_price_spread",
          .unit = "1",
          .range = {0.0, 1.0},
          .meaning = "Standard deviation of the logarithm of those prices",
          .source = "spread of council rates in one county",
          .certainty = Certainty::assumption},
         {{0.06, 0.10}},
         member<&S::book_price_spread>},
        {{.name = "assessed_charge",
          .unit = "GBP/week",
          .range = {0.0, 1000.0},
          .meaning = "Average assessed charge to a person the council supports, at start prices",
          .source = "the place's file"},
         of_the_place,
         member<&S::assessed_charge>},
        {{.name = "assessed_charge_spread",
          .unit = "1",
          .range = {0.0, 2.0},
          .meaning = "Standard deviation of the logarithm of that charge",
          .source = "spread of retirement incomes",
          .certainty = Certainty::assumption},
         {{0.8, 0.35}},
         member<&S::assessed_charge_spread>},
        {{.name = "hospital_share",
          .unit = "share",
          .range = share,
          .meaning = "New people who wait in hospital",
          .source = "the place's file",
          .certainty = Certainty::assumption},
         {{0.35, 0.40}},
         member<&S::hospital_share>},
        {{.name = "temporary_share",
          .unit = "share",
          .range = {0.0, 0.9},
          .meaning = "New council people whose stay is temporary",
          .source =
              "0.389 of publicly funded care-home stays in three English councils (2005-06), typically four weeks",
          .certainty = Certainty::read},
         {{0.0, 0.389}},
         member<&S::temporary_share>},
        {{.name = "inherited_block_share",
          .unit = "share",
          .range = share,
          .meaning = "Council volume under block contracts at the start",
          .source = "the place's file"},
         of_the_place,
         member<&S::inherited_block_share>},
        {{.name = "use_65_74",
          .unit = "1",
          .range = {0.0, 100.0},
          .meaning = "Use of this care per person aged 65-74, as a relative weight",
          .source = "the place's file"},
         {{1.0, 1.0}},
         element<&S::use, AgeBand::from_65_to_74>},
        {{.name = "use_75_84",
          .unit = "1",
          .range = {0.0, 100.0},
          .meaning = "The same for 75-84",
          .source = "the place's file"},
         of_the_place,
         element<&S::use, AgeBand::from_75_to_84>},
        {{.name = "use_85",
          .unit = "1",
          .range = {0.0, 100.0},
          .meaning = "The same for 85 and over",
          .source = "the place's file"},
         of_the_place,
         element<&S::use, AgeBand::from_85>},
        {{.name = "provider_size_spread",
          .unit = "1",
          .range = {0.0, 3.0},
          .meaning = "Standard deviation of the logarithm of providers' sizes",
          .source = "homecare: 28 % of services with at most four people, mean 65; homes: national register",
          .certainty = Certainty::derived},
         {{1.5, 0.5}},
         member<&S::provider_size_spread>},
    };
    return rows;
}

} // namespace caremarket
