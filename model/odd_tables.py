#!/usr/bin/env python3
"""odd_tables.py [--check] [--program PATH] [--file PATH]: the tables of the model's description, from the program itself.

ODD.md says in words what the model does. What it takes for granted (defaults, ranges, sources, how sure they are) stands
in the catalogue and is asked of the program: this rewrites what stands between "<!-- generated: NAME -->" and
"<!-- end -->". With --check nothing is written; exit code 1 says that the file is not up to date.

A parameter belongs to the one submodel below that sets the quantity it describes. One that is in none or in two, and a
name that the catalogue does not know, end the program with that name. Constants that stand in the code and not in the
catalogue are read from the code.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SERVICES = ("homecare", "residential", "nursing")

# Submodel → its parameters, as input.name: `behaviour.quit_rate` stands for its value in every service.
SUBMODELS = {
    "world": """
        outlook.wage_floor outlook.real_living_wage outlook.running_costs outlook.staff_absence outlook.inflation outlook.outside_wage_growth outlook.employer_on_cost
        outlook.cost_of_capital outlook.house_price_growth outlook.funded_nursing_care outlook.capital_limit_upper
        outlook.capital_limit_lower behaviour.wage_spill_over behaviour.wage_spill_over_reach""",
    "demand": """
        outlook.demand_growth outlook.population_growth_65_74 outlook.population_growth_75_84
        outlook.population_growth_85 outlook.nhs_demand outlook.other_buyer_demand outlook.home_admissions outlook.homecare_starts
        outlook.hospital_discharges outlook.mortality behaviour.stay_shape
        behaviour.stay_scale behaviour.stay_limit behaviour.temporary_stay behaviour.wealth_elasticity
        behaviour.diversion_weeks behaviour.interim_stay behaviour.delayed_day_cost behaviour.reablement_success behaviour.reablement_reduction
        behaviour.reablement_weeks behaviour.reablement_lasts behaviour.reablement_cost behaviour.technology_effect
        behaviour.technology_cost behaviour.prevention_effect behaviour.prevention_limit behaviour.prevention_lag
        behaviour.breakdown_rate behaviour.respite_effect behaviour.respite_cost""",
    "payers": "outlook.disregard_weeks outlook.tariff_step",
    "labour": """
        outlook.labour_supply behaviour.quit_rate behaviour.quit_pay_elasticity behaviour.guaranteed_hours
        behaviour.guaranteed_hours_effect behaviour.strain_effect behaviour.turnover_renewal behaviour.shed_rate
        behaviour.worker_hours
        behaviour.hires_from_sector behaviour.recruit_elasticity behaviour.give_up_search behaviour.search_weeks
        behaviour.opening_job_seekers
        behaviour.growth_slack behaviour.spare_people behaviour.pay_above_floor behaviour.vacancy_target
        behaviour.pay_response behaviour.in_house_pay""",
    "capacity": """
        behaviour.staff_hours behaviour.agency_reach behaviour.travel_share behaviour.travel_density_weight behaviour.longest_travel
        behaviour.usual_density behaviour.market_memory""",
    "costs": """
        behaviour.on_cost behaviour.leaver_cost behaviour.nurse_cost behaviour.least_variable_cost behaviour.supplies
        behaviour.travel_cost
        behaviour.overhead behaviour.overhead_elasticity behaviour.usual_size behaviour.capital_charge
        behaviour.least_volume behaviour.efficiency_spread""",
    "procurement": """
        behaviour.full_tender_weeks behaviour.single_source_weeks behaviour.full_tender_cost
        behaviour.single_source_cost behaviour.full_tender_work behaviour.single_source_work
        behaviour.below_threshold_weeks behaviour.ring_fenced_weeks behaviour.restricted_weeks
        behaviour.direct_award_weeks behaviour.accreditation_weeks behaviour.below_threshold_cost
        behaviour.ring_fenced_cost behaviour.restricted_cost behaviour.direct_award_cost behaviour.accreditation_cost
        behaviour.below_threshold_work behaviour.ring_fenced_work behaviour.restricted_work
        behaviour.direct_award_work behaviour.accreditation_work behaviour.tender_threshold behaviour.officer_cost
        behaviour.dialogue_weeks behaviour.dialogue_decision behaviour.dialogue_work behaviour.dialogue_cost
        behaviour.dialogue_bid_cost behaviour.negotiation_weeks behaviour.negotiation_decision
        behaviour.negotiation_work behaviour.negotiation_cost behaviour.negotiation_bid_cost
        behaviour.innovation_weeks behaviour.innovation_decision behaviour.innovation_work
        behaviour.innovation_cost behaviour.innovation_bid_cost behaviour.most_capable_weeks
        behaviour.most_capable_decision behaviour.most_capable_work behaviour.most_capable_cost
        behaviour.full_tender_bid_cost behaviour.below_threshold_bid_cost behaviour.ring_fenced_bid_cost
        behaviour.restricted_bid_cost behaviour.accreditation_bid_cost behaviour.weeks_to_bid
        behaviour.bid_preparation behaviour.bid_preparation_spread behaviour.merged_office_saving
        behaviour.demand_misjudgement
        behaviour.partial_assurance behaviour.innovation_gain behaviour.innovation_spread
        behaviour.development_cost
        behaviour.review_work behaviour.review_cut
        behaviour.placement_review_work behaviour.refuses_to_move behaviour.outside_review_cost behaviour.open_book_work behaviour.forecast_from behaviour.full_pressure
        behaviour.officer_reserve behaviour.decision_work behaviour.left_to_spot behaviour.least_tender
        behaviour.cost_misjudgement
        behaviour.written_quality_noise behaviour.outcome_noise""",
    "brokerage": """
        behaviour.market_area behaviour.opening_nearness behaviour.own_choice_share behaviour.choice_noise
        behaviour.distance_aversion
        behaviour.rating_appeal behaviour.provider_declines behaviour.person_refuses behaviour.refusal_per_minute
        behaviour.refusal_weeks""",
    "delivery": """
        behaviour.absence behaviour.retainer behaviour.agency_premium behaviour.debt_of_groups
        behaviour.debt_of_others""",
    "management": """
        behaviour.visit_work behaviour.report_work behaviour.visit_noise behaviour.best_face behaviour.own_praise
        behaviour.monitoring_risk behaviour.decommission_notice behaviour.barred_after behaviour.largest_remedy
        behaviour.integrator_work behaviour.dispute_rate behaviour.dispute_unattended behaviour.dispute_work""",
    "quality": """
        outlook.inspection_frequency outlook.inspection_standard
        behaviour.quality_pay behaviour.quality_turnover behaviour.quality_return behaviour.quality_level
        behaviour.quality_noise behaviour.inspection_rate behaviour.inspection_risk behaviour.inspection_noise
        behaviour.inadequate_below behaviour.good_from behaviour.outstanding_from""",
    "firms": """
        outlook.group_failure
        behaviour.opening_cash behaviour.overdraft behaviour.payout behaviour.patience behaviour.retirement_rate
        behaviour.closing_value behaviour.inadequate_patience behaviour.sites_per_group behaviour.group_transfer
        behaviour.hand_back_months behaviour.bearable_shortage behaviour.hand_back_notice behaviour.entry_hurdle
        behaviour.entry_cost
        behaviour.land_share behaviour.entry_lead behaviour.entrant_size behaviour.entrant_size_spread
        behaviour.staffed_at_opening behaviour.entrant_occupancy behaviour.opening_occupancy behaviour.entrants_considered
        behaviour.expansions_considered behaviour.expansion_step behaviour.expansion_lead""",
    "prices": """
        behaviour.risk_aversion behaviour.planning_years behaviour.loss_on_failure behaviour.required_surplus
        behaviour.rival_cost_spread behaviour.vacancy_horizon behaviour.self_funder_elasticity
        behaviour.list_price_ceiling behaviour.price_adjustment""",
}

# What stands in the code and in no catalogue: meaning, file, and where in it the number is.
CONSTANTS = [
    ("Weeks in a year; the last is longer", "clock.hpp", r"int weeks_in_a_year = (\d+)"),
    ("Weeks by which a yearly rate becomes a weekly one", "clock.hpp", r"mean_weeks_in_a_year = ([\d.]+)"),
    ("Parts of a unit in which volume is counted", "ids.hpp", r"quarters_in_a_unit = (\d+)"),
    ("Years the market runs before the start", "build.hpp", r"warm_up_years = (\d+)"),
    ("Points of capital over which the mean weeks of paying are taken", "start/tables.cpp", r"grid = (\d+)"),
    ("Weeks ahead for which the end of capital is put into the calendar", "placements.cpp",
     r"until_counted_again = ([\d.]+)"),
    ("Share of the loss on failure within which the charge for risk meets the chance of failing", "rules/bidding.cpp",
     r"negligible = (\d+e-\d+)"),
    ("Charges tried at most", "rules/bidding.cpp", r"most_tries = (\d+)"),
    ("Groups of people who like the same providers", "matching.hpp", r"taste_classes = (\d+)"),
    ("Most rounds of proposals in a week", "phases/brokerage.cpp", r"most_rounds = (\d+)"),
    ("Steps in which a provider chooses the share of hours it guarantees", "rules/guaranteed_hours.cpp",
     r"steps = (\d+)"),
    ("Rises of pay among which a provider chooses to cure what a look found wanting", "rules/remedy.cpp",
     r"steps = (\d+)"),
]


def listed(program, what):
    done = subprocess.run([program, "list", what, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["items"]


def short_name(path):
    """`behaviour.homecare.quit_rate` → `behaviour.quit_rate`."""
    first, *_, last = path.split(".")
    return f"{first}.{last}"


def grouped(items):
    """Name → its items, one for each service that has it, in the catalogue's order."""
    by_name = {}
    for item in items:
        by_name.setdefault(short_name(item["path"]), []).append(item)
    return by_name


def home_of_each_parameter(catalogue):
    """Parameter → submodel. Fails with the names that are in none or in two, or that there are not."""
    homes = {}
    wrong = []
    for submodel, names in SUBMODELS.items():
        for name in names.split():
            if name in homes:
                wrong.append(f"{name}: is in {homes[name]} and in {submodel}")
            if name not in catalogue:
                wrong.append(f"{name}: stands under {submodel}, and the catalogue has no such parameter")
            homes[name] = submodel
    wrong += [f"{name}: is in no submodel" for name in catalogue if name not in homes]
    if wrong:
        sys.exit("\n".join(wrong))
    return homes


def number(value):
    return f"{value:,.10g}"


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def default_text(value):
    if value is None:
        return "in the file"
    return value if isinstance(value, str) else number(value)


def defaults_text(items):
    """One value, or one for each service; `–` where the service has none."""
    services = {item["path"].split(".")[1]: default_text(item["default"]) for item in items}
    if "all" in services:
        return services["all"]
    texts = [services.get(service, "–") for service in SERVICES]
    return texts[0] if len(set(texts)) == 1 else " / ".join(texts)


def range_text(item):
    if item["range"] is None:
        return ", ".join(item["choices"])
    lower, upper = item["range"]
    return f"{number(lower)} to {number(upper)}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell(text) for text in row) + " |" for row in rows]
    return "\n".join(lines)


def parameter_table(catalogue, names):
    rows = []
    for name in names:
        items = catalogue[name]
        first = items[0]
        rows.append((f"`{name.split('.')[1]}` {first['meaning']}", first["unit"], defaults_text(items),
                     range_text(first), first["certainty"], first["source"]))
    return table(("parameter", "unit", "default", "range", "certainty", "source"), rows)


def certainty_table(catalogue):
    kinds = ["read", "secondary", "derived", "assumption", "unverified"]
    rows = []
    for submodel, names in SUBMODELS.items():
        found = [catalogue[name][0]["certainty"] for name in names.split()]
        rows.append([submodel, len(found)] + [found.count(kind) for kind in kinds])
    rows.append(["all"] + [sum(row[column] for row in rows) for column in range(1, len(kinds) + 2)])
    return table(["submodel", "parameters"] + kinds, rows)


def lever_table(levers):
    rows = []
    for name, items in levers.items():
        first = items[0]
        rows.append((f"`{name.split('.')[1]}` {first['meaning']}", first["unit"], defaults_text(items),
                     range_text(first), f"{first['mediator']} (`{first['mediator_metric']}`)", first["certainty"],
                     first["source"]))
    return table(("lever", "unit", "default", "allowed", "acts through", "certainty", "source"), rows)


def constant_table():
    rows = []
    for meaning, file, pattern in CONSTANTS:
        found = re.findall(pattern, (FOLDER / file).read_text(encoding="utf-8"))
        if len(set(found)) != 1:
            sys.exit(f"{file}: no constant, or more than one, for \"{meaning}\" ({pattern})")
        rows.append((meaning, number(float(found[0])), f"`{file}`"))
    return table(("constant", "value", "where"), rows)


def generated_blocks(program):
    catalogue = grouped(listed(program, "parameters"))
    home_of_each_parameter(catalogue)
    blocks = {f"parameters of {submodel}": parameter_table(catalogue, names.split())
              for submodel, names in SUBMODELS.items() if names.split()}
    blocks["certainty"] = certainty_table(catalogue)
    blocks["levers"] = lever_table(grouped(listed(program, "levers")))
    blocks["constants"] = constant_table()
    return blocks


def with_blocks(text, blocks):
    """The text with every block rewritten. Each must be there once, and no other."""
    mark = re.compile(r"(<!-- generated: ([^>]*?) -->\n).*?(<!-- end -->)", re.DOTALL)
    names = [found.group(2) for found in mark.finditer(text)]
    wrong = [f"no place for the block \"{name}\"" for name in blocks if name not in names]
    wrong += [f"the block \"{name}\" is unknown, or there twice" for name in names
              if name not in blocks or names.count(name) > 1]
    if wrong:
        sys.exit("\n".join(wrong))
    return mark.sub(lambda found: f"{found.group(1)}\n{blocks[found.group(2)]}\n\n{found.group(3)}", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 if the file is not up to date")
    parser.add_argument("--program", default=os.environ.get("CAREMARKET", "caremarket"), help="the program to ask")
    parser.add_argument("--file", type=Path, default=FOLDER / "ODD.md")
    asked = parser.parse_args()
    before = asked.file.read_text(encoding="utf-8")
    after = with_blocks(before, generated_blocks(asked.program))
    if after == before:
        return 0
    if asked.check:
        print(f"{asked.file.name} is not up to date; to mend it: CAREMARKET={asked.program} python3 model/odd_tables.py")
        return 1
    asked.file.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
