import json
import re
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from lgdkit.model.city import City
from lgdkit.read.city import read_city
from lgdkit.render.document import Documents
from lgdkit.render.language import words_of
from lgdkit.view.pathway import Rest, Share
from lgdkit.view.roadmap import Roadmap, roadmap
from lgdkit.view.values import Amount, Day, Figure, Link, Percent, Price, Said, Times

TEMPLATES = Path(__file__).parents[2] / "templates"

FULL = """
city:
  id: a
  name: {en: A-town, sv: A-stad}
  country: SE
  languages: [en, sv]
  organisation: city
  codes: {municipality: "2480", nuts3: SE331}
  population: {value: 133000, year: 2024, source: plan}
  coordinator: {unit: The office, role: the head, person: anna}
  website: https://a.example
  vision: A-town is green.
  principles: {governance: We meet., action: We act.}
  governance: [{name: Board, kind: steering, task: Decides.}, {name: Office, kind: office}]
  targets:
    - id: first
      title: Half by 2030
      boundary: the whole town
      scopes: [1, 2]
      method: GPC
      baseline: {year: 1990, ghg: 200 kt/year, sectors: {transport: 150 kt/year},
                 source: {id: plan, at: p. 1}}
      latest: {year: 2020, ghg: 150 kt/year, sectors: {waste: 10 kt/year, transport: 100 kt/year}}
      target: {year: 2030, reduction: 50 %}
      note: Measured by the region.
      sources: [plan]
    - {id: second, target: {year: 2040, ghg: 1 t/year}}
    - {id: third, boundary: the group}
  fields: [{id: energy, name: Energy, green_deal: [clean-energy]}, {id: food, name: Food}]
  strategies:
    - {id: climate, title: Climate plan, kind: plan, adopted: 2022-12-01, until: 2030, reference: Dnr 1,
       relevance: It says where to., source: plan}
    - {id: traffic, title: Traffic plan, kind: programme}
  extra_fields:
    - {name: budget_line, label: Budget line, kind: text}
    - {name: pilot, label: Pilot, kind: text}
    - {name: lamps, label: Lamps, kind: quantity}
    - {name: since, label: Since, kind: date}
    - {name: year_of, label: Year, kind: date}
    - {name: grade, label: Grade, kind: choice, choices: [a, b]}
    - {name: size, label: Size, kind: number}
    - {name: odd, label: Odd, kind: quantity}
    - {name: unused, label: Unused, kind: text}
  note: A town of examples.
  sources: [plan]
stakeholders:
  - {id: city, name: The Town, kind: municipality}
  - id: firm
    name: The Firm
    kind: company
    legal_form: AB
    part_of: city
    operations: It digs.
    collaboration: It helps.
    note: It is new.
    contact: {role: head, person: anna}
    extra: {pilot: "yes"}
    sources: [plan]
actions:
  - id: heat
    title: {en: Clean heat}
    description: Pipes are laid.
    field: energy
    kind: technical
    levers: [technology]
    scale: Everybody
    lead: city
    partners: [firm]
    start: 2024
    end: 2030-06
    status: ongoing
    decision: {status: decided, body: Council, reference: § 4, date: 2022-12-01}
    milestones:
      - {title: Half of it, due: 2026, done: 2025-05}
      - {title: First pipe, due: 2025-05, done: 2025-05}
      - {title: Second pipe, done: 2025-06}
      - {title: All of it, due: 2030}
      - {title: Some day}
    impact:
      ghg: {stationary-energy: 30 kt/year}
      energy_saved: 80 GWh/year
      renewable_energy: not-applicable
      sinks: {not_quantified: nobody measured}
      enables: [drive]
      co_benefits: [health]
      note: Against 2020.
    cost: {total: 2 MEUR, own: 1 MEUR, per_year: {2026: 1 MEUR, 2025: 500 kEUR}, note: Without tax.}
    funding: [{source: A grant, by: firm, amount: 1 MEUR, programme: LIFE, status: granted}, {source: Banks}]
    indicators: [km, ghost]
    depends_on: [drive]
    replicates: espoo/clean-heat
    strategies: [climate, ghost]
    sdgs: [13, 7]
    note: To be watched.
    sources: [{id: plan, at: p. 2}]
    extra: {budget_line: 12 A, pilot: true, lamps: 14600 lamps, since: 2024-05, year_of: 2025, grade: a,
            size: 3.5, odd: many}
  - {id: drive, title: Driving less, decision: {status: agreed}, impact: {ghg: 5 kt/year},
     cost: {total: 1 MSEK}}
  - {id: part, title: A part of heat, field: energy, impact: {ghg: 2 kt/year, counted_in: [heat]},
     end: 2028-03-01}
  - {id: gone, title: Given up, field: energy, status: cancelled, start: 2020, decision: {status: proposed},
     funding: [{source: Nobody}]}
commitments:
  - id: pipes
    by: firm
    action: heat
    text: Lays pipes
    deliverable: Ten pipes.
    amount: 10 pipes
    due: 2026
    every: {times: 2, per: year}
    kind: footprint
    ghg: 1 kt
    investment: {amount: 5 MSEK, year: 2025}
    status: completed
    done: 2025-12
    note: By hand!
    extra: {pilot: false}
    sources: [plan]
  - {id: talk, by: firm, text: Talks, due: 2027}
  - {id: walk, by: firm, text: Walks, every: {times: 1, per: month}}
  - {id: abroad, by: firm, action: espoo/clean-heat, text: Helps}
deals:
  - id: frame
    title: The frame
    parties: [city, firm]
    state: signed
    purpose: To work together.
    goals: [Less smoke]
    term: {from: 2023-01, until: 2025-12, review: {every: {times: 1, per: year}, month: 12}}
    reporting: {every: {times: 1, per: quarter}, to: the office}
    adopted: {body: Council, reference: § 5, date: 2022}
    signed: {date: 2022-12-01, place: A-town}
    signatories: [{party: firm, position: chief, person: anna}]
    extra: {pilot: true}
    note: It runs.
    sources: [plan]
  - {id: next, title: The next, parties: [city, firm], state: negotiating, commitments: [talk],
     term: {review: {every: {times: 1, per: year}}}, reporting: {every: {times: 1, per: year}}}
  - {id: over, title: The old, parties: [city, firm], state: expired, commitments: [talk]}
  - {id: left, title: The left, parties: [city, firm], state: withdrawn, commitments: [talk]}
  - {id: undated, title: The undated, parties: [city, firm], state: reporting, commitments: [talk]}
  - {id: placeless, title: The placeless, parties: [city, firm], state: signed, commitments: [talk],
     signed: {date: 2023}}
indicators:
  - id: km
    name: Kilometres
    unit: km/person/day
    definition: By car.
    calculation: By asking.
    direction: down
    baseline: {year: 2022, value: 18}
    targets: [{year: 2030, value: 12}, {year: 2027, value: 15}]
    values: [{date: 2024-06, value: 17.1}, {date: 2023-12, value: 17.4}]
    source: {text: A survey, collected: {times: 1, per: year}, level: local}
    note: Only adults.
    extra: {pilot: true}
    sources: [plan]
  - {id: trees, name: Trees, unit: trees/year}
persons: [{id: anna, name: Anna Svensson, email: anna@a.example}]
sources:
  - {id: plan, title: The Plan, publisher: A-town, date: 2024-03, url: "https://a.example/plan",
     note: Read it.}
  - {id: book, title: A Book, publisher: A Press}
  - {id: day, title: A Day, date: 2020}
  - {id: bare, title: Bare}
"""
SMALL = "city: {id: a, name: A, country: SE, languages: [en]}\n"


def city(text: str) -> City:
    reading = read_city({"city.yaml": text.encode()})
    assert not reading.findings
    return reading.city


def drawn(text: str = FULL, language: str = "en") -> Roadmap:
    return roadmap(city(text), language)


def written(view: Roadmap, language: str = "en") -> str:
    texts = {each.relative_to(TEMPLATES).as_posix(): each.read_bytes() for each in TEMPLATES.rglob("*.j2")}
    return Documents(texts).render("roadmap/roadmap.md.j2", view, words_of(language, texts)).decode()


def with_target(target: str, actions: str = "") -> str:
    return f"""
city: {{id: a, name: A, country: SE, languages: [en], targets: [{{id: t, title: T, {target}}}]}}
{actions}
"""


def yearly(tonnes: int | str) -> Amount:
    return Amount(Decimal(tonnes), "t", per_year=True, co2=True)


# the city and its targets


def test_the_summary_counts_what_is_alive_and_tells_cancelled_actions_apart() -> None:
    found = drawn().summary
    assert (found.actions, found.decided, found.undecided, found.cancelled) == (3, 1, 2, 1)
    assert (found.deals_in_force, found.deals_open, found.deals_closed) == (3, 1, 2)
    assert (found.stakeholders, found.commitments) == (2, 4)


def test_the_city_is_introduced_by_what_its_record_says() -> None:
    found = drawn().profile
    assert found.codes == (("municipality", "2480"), ("nuts3", "SE331"))
    assert (found.population, found.population_year) == (Decimal(133000), 2024)
    assert found.website == Link("https://a.example")
    assert found.population_sources == ((Said("The Plan", "en"), ""),)


def test_a_target_comes_with_its_boundary_and_its_sectors_in_the_order_of_the_inventory() -> None:
    first, second, third = drawn().targets
    assert [each.sector for each in first.sectors] == ["transport", "waste"]
    assert first.sectors[1].baseline is None
    assert first.boundary is not None
    assert first.baseline is not None
    assert first.baseline.sources == ((Said("The Plan", "en"), "p. 1"),)
    assert first.goal is not None
    assert first.goal.reduction == Percent(Decimal(50))
    assert first.goal.of == "baseline"
    assert second.goal is not None
    assert second.goal.amount == yearly(1)
    assert second.goal.reduction is None
    assert (second.title.text, third.title.text) == ("second", "the group")
    assert third.goal is None


def test_governance_names_the_four_principles_and_no_person() -> None:
    found = drawn().governance
    assert [(each.principle, each.text is None) for each in found.principles] == [
        ("governance", False),
        ("integration", True),
        ("partnership", True),
        ("action", False),
    ]
    assert found.organisation == Said("The Town", "en")
    assert "Anna" not in written(drawn())


def test_a_strategy_counts_the_actions_that_carry_it_out() -> None:
    climate, traffic = drawn().strategies
    assert (climate.actions, traffic.actions) == (1, 0)
    assert (climate.adopted, climate.until) == (Day(2022, 12, 1), Day(2030))


def test_partners_count_neither_cancelled_actions_nor_deals_that_are_over() -> None:
    town, firm = drawn().partners
    assert (town.leads, town.takes_part, town.commitments, town.deals) == (1, 0, 0, 4)
    assert (firm.leads, firm.takes_part, firm.commitments, firm.deals) == (0, 1, 4, 4)
    assert (town.explained, firm.explained) == (False, True)
    assert firm.part_of == Said("The Town", "en")


# the sheets


def test_a_sheet_holds_everything_that_the_record_says() -> None:
    energy = drawn().fields[0]
    sheet = energy.sheets[1]
    assert [each.line.id for each in energy.sheets] == ["gone", "heat", "part"]
    assert sheet.decision is not None
    assert (sheet.decision.reference, sheet.decision.date) == ("§ 4", Day(2022, 12, 1))
    assert sheet.energy_saved is not None
    assert sheet.renewable_energy == Figure("not-applicable")
    assert sheet.sinks is not None
    assert sheet.sinks.state == "not-quantified"
    assert [(each.id, each.decision) for each in sheet.enables] == [("drive", "agreed")]
    assert sheet.cost_per_year == (
        (2025, Price(Decimal(500000), "EUR")),
        (2026, Price(Decimal(1000000), "EUR")),
    )
    assert sheet.sdgs == (7, 13)
    assert [each.text for each in sheet.indicators] == ["Kilometres", "ghost"]
    assert [each.text for each in sheet.strategies] == ["Climate plan", "ghost"]
    assert sheet.replicates is not None
    assert sheet.replicates.decision == "elsewhere"
    assert [(each.title.text, each.state) for each in sheet.deals] == [("The frame", "signed")]


def test_a_sheet_of_a_bare_action_holds_nothing_that_was_not_written() -> None:
    sheet = drawn(SMALL + "actions: [{id: x, title: X, strategies: [ghost]}]").fields[0].sheets[0]
    assert sheet.decision is None
    assert sheet.energy_saved is None
    assert sheet.own_cost is None
    assert sheet.funding == ()
    assert sheet.commitments == ()


def test_own_fields_are_shown_under_their_labels_in_the_order_declared() -> None:
    sheet = drawn().fields[0].sheets[1]
    shown = [(each.label.text, each.value, each.holds) for each in sheet.extra]
    assert shown == [
        ("Budget line", Said("12 A", "en"), None),
        ("Pilot", None, True),
        ("Lamps", Amount(Decimal(14600), "lamps"), None),
        ("Since", Day(2024, 5), None),
        ("Year", Day(2025), None),
        ("Grade", Said("a", "en"), None),
        ("Size", Decimal("3.5"), None),
        ("Odd", Said("many", "en"), None),
    ]


def test_without_a_city_record_there_are_no_own_fields() -> None:
    text = b"actions: [{id: x, title: X, extra: {n: 1}, strategies: [s]}]"
    view = roadmap(read_city({"a.yaml": text}).city, "en")
    assert view.fields[0].sheets[0].extra == ()
    assert view.fields[0].sheets[0].strategies == (Said("s", "en"),)


def test_commitments_stand_with_their_action_or_among_those_to_none() -> None:
    view = drawn()
    (pipes,) = view.fields[0].sheets[1].commitments
    assert pipes.reduction.amount == Amount(Decimal(1), "kt", per_year=True, co2=True)
    assert pipes.every == Times(2, "year")
    assert [each.text.text for each in view.other_commitments] == ["Helps", "Talks", "Walks"]


# the timeline


def test_the_timeline_goes_from_year_to_year_starts_first_and_ends_last() -> None:
    found = drawn().timeline
    shown = [
        (each.date, each.what, each.milestone.text if each.milestone else each.action.id)
        for year in found.years
        for each in year.events
    ]
    assert shown == [
        (Day(2024), "start", "heat"),
        (Day(2025, 5), "milestone", "First pipe"),
        (Day(2025, 6), "milestone", "Second pipe"),
        (Day(2026), "milestone", "Half of it"),
        (Day(2028, 3, 1), "end", "part"),
        (Day(2030), "milestone", "All of it"),
        (Day(2030, 6), "end", "heat"),
    ]
    assert [each.year for each in found.years] == [2024, 2025, 2026, 2028, 2030]


def test_a_milestone_says_when_it_was_reached_only_where_that_is_news() -> None:
    events = {
        each.milestone.text: each for year in drawn().timeline.years for each in year.events if each.milestone
    }
    assert (events["First pipe"].reached, events["First pipe"].done) == (True, None)
    assert (events["Half of it"].reached, events["Half of it"].done) == (True, Day(2025, 5))
    assert not events["All of it"].reached


def test_what_has_no_date_and_what_is_cancelled_is_named_below_the_timeline() -> None:
    found = drawn().timeline
    assert [each.id for each in found.without_start] == ["part", "drive"]
    assert [each.id for each in found.without_end] == ["drive"]
    assert [each.milestone.text for each in found.milestones_without_date] == ["Some day"]
    assert [each.id for each in found.cancelled] == ["gone"]


# from baseline to target


def test_the_actions_are_held_against_the_needed_reduction() -> None:
    path = drawn().pathway
    assert path.state == "open"
    assert (path.baseline, path.latest, path.goal) == (yearly(200000), yearly(150000), yearly(100000))
    assert path.needed == yearly(50000)
    assert path.decided == Share(yearly(30000), Percent(Decimal("60.0")))
    assert path.after_decided == Rest(yearly(20000), Percent(Decimal("40.0")), surplus=False)
    assert path.undecided == Share(yearly(5000), Percent(Decimal("10.0")))
    assert path.after_all == Rest(yearly(15000), Percent(Decimal("30.0")), surplus=False)


@pytest.mark.parametrize(
    ("target", "state"),
    [
        ("note: none", "no-goal"),
        ("target: {year: 2030}", "no-goal"),
        ("target: {year: 2030, reduction: 50 %}", "no-reference"),
        ("target: {year: 2030, reduction: 5%, of: latest}, baseline: {year: 1990, ghg: 1 t}", "no-reference"),
        ("target: {year: 2030, ghg: 1 t/year}", "no-emissions"),
        ("target: {year: 2030, ghg: 1 t/year}, latest: {year: 2020, ghg: 1 t/year}", "reached"),
        ("target: {year: 2030, ghg: 1 t/year}, latest: {year: 2020, ghg: 3 t/year}", "open"),
        ("target: {year: 2030, ghg: 1 t/year}, baseline: {year: 2020, ghg: 3 t/year}", "open"),
    ],
)
def test_what_cannot_be_worked_out_says_why(target: str, state: str) -> None:
    view = drawn(with_target(target, "actions: [{id: x, title: X, impact: {ghg: 1 t/year}}]"))
    assert view.pathway.state == state
    assert (view.pathway.needed is not None) == (state in ("open", "reached"))
    assert (view.pathway.after_all is not None) == (state == "open")
    assert written(view)


def test_a_city_without_a_target_has_no_way_to_one() -> None:
    assert drawn(SMALL).pathway.state == "no-target"


def test_the_goal_has_no_more_digits_than_the_figure_that_it_comes_from() -> None:
    goal = "target: {year: 2030, reduction: 93 %, of: latest}"
    path = drawn(with_target(goal + ", latest: {year: 2020, ghg: 2561308 t/year}")).pathway
    assert path.goal == yearly(179292)
    assert path.rounded
    assert path.start == "latest"
    small = drawn(with_target(goal + ", latest: {year: 2020, ghg: 11.5 t/year}")).pathway
    assert small.goal == yearly("0.8")


def test_without_newer_emissions_the_reduction_is_counted_from_the_baseline() -> None:
    target = "target: {year: 2030, ghg: 1 kt/year}, baseline: {year: 2020, ghg: 3 kt/year}"
    path = drawn(with_target(target)).pathway
    assert (path.start, path.needed, path.rounded) == ("baseline", yearly(2000), False)


def test_actions_that_bring_more_than_is_needed_leave_a_surplus() -> None:
    target = "target: {year: 2030, ghg: 1 kt/year}, latest: {year: 2020, ghg: 3 kt/year}"
    actions = "actions: [{id: x, title: X, impact: {ghg: 3 kt/year}, decision: {status: decided}}]"
    view = drawn(with_target(target, actions))
    assert view.pathway.after_decided == Rest(yearly(1000), Percent(Decimal("50.0")), surplus=True)
    assert view.pathway.after_all is None
    assert "| Surplus beyond the goal with decided actions | – |" in written(view)


def test_without_any_figure_the_whole_need_remains() -> None:
    target = "target: {year: 2030, ghg: 1 kt/year}, latest: {year: 2020, ghg: 3 kt/year}"
    path = drawn(with_target(target)).pathway
    assert path.decided is None
    assert path.after_all == Rest(yearly(2000), Percent(Decimal("100.0")), surplus=False)


def test_a_city_that_forbids_the_sum_gets_neither_sum_nor_gap_but_the_reason() -> None:
    text = FULL.replace("  note: A town of examples.", "  totals: {additive: false, reason: They overlap.}")
    view = drawn(text)
    assert view.pathway.needed == yearly(50000)
    assert (view.pathway.decided, view.pathway.after_decided, view.pathway.after_all) == (None, None, None)
    document = written(view)
    assert "They overlap." in document
    assert "No gap is given, because the reductions of the actions may not be added up." in document
    assert not re.search(r"Gap that remains|as far as they may be added", document)


def test_figures_of_any_size_are_worked_out() -> None:
    target = "target: {year: 2030, ghg: 0.999999 kg/year}, latest: {year: 2020, ghg: 1 kg/year}"
    actions = "actions: [{id: x, title: X, impact: {ghg: 999999999 Mt/year}}]"
    path = drawn(with_target(target, actions)).pathway
    assert path.after_all is not None
    assert path.after_all.surplus


# money, indicators, deals


def test_costs_are_shown_by_field_per_currency_and_cancelled_actions_cost_nothing() -> None:
    found = drawn().finance
    energy, other = found.by_field
    assert energy.name == Said("Energy", "en")
    assert (energy.decided, energy.undecided, energy.without) == ((Price(Decimal(2000000), "EUR"),), (), 1)
    assert (other.name, other.code) == (None, None)
    assert (other.decided, other.undecided, other.without) == ((), (Price(Decimal(1000000), "SEK"),), 0)
    assert (found.own, found.own_counted) == ((Price(Decimal(1000000), "EUR"),), 1)
    assert [each.source.text for each in found.funding] == ["A grant", "Banks"]
    assert found.funding[0].by == Said("The Firm", "en")


def test_an_indicator_shows_its_latest_value_and_its_targets_in_the_order_of_time() -> None:
    km, trees = drawn().indicators
    assert km.latest is not None
    assert (km.latest.value, km.latest.date) == (Decimal("17.1"), Day(2024, 6))
    assert [each.date.year for each in km.targets] == [2027, 2030]
    assert [each.date for each in km.values] == [Day(2023, 12), Day(2024, 6)]
    assert (km.explained, trees.explained) == (True, False)
    assert (trees.baseline, trees.latest) == (None, None)
    assert (km.unit, km.per_year, trees.unit, trees.per_year) == ("km/person/day", False, "trees", True)


def test_signatures_are_outstanding_only_where_a_deal_is_still_to_be_signed() -> None:
    unsigned = {each.title.text: [party.text for party in each.unsigned] for each in drawn().deals}
    assert unsigned.pop("The next") == ["The Town", "The Firm"]
    assert set(map(len, unsigned.values())) == {0}


def test_sources_are_listed_with_what_is_known_of_them() -> None:
    found = {each.title.text: each for each in drawn().sources}
    assert found["The Plan"].link == Link("https://a.example/plan")
    assert found["The Plan"].date == Day(2024, 3)
    assert found["Bare"].link is None


def test_open_points_name_the_actions_that_are_not_decided() -> None:
    view = drawn()
    assert [(each.id, each.decision) for each in view.undecided] == [("drive", "agreed"), ("part", "none")]
    assert view.has_undecided
    assert view.gaps.any


# the document


def test_the_parts_come_in_their_order() -> None:
    heads = [line[3:] for line in written(drawn()).splitlines() if line.startswith("## ")]
    assert heads == [
        "Summary",
        "The city and its targets",
        "Governance of the deal",
        "Strategies that the deal integrates",
        "Partners",
        "Portfolio of actions",
        "Timeline",
        "From baseline to target",
        "Costs and funding",
        "Indicators",
        "Deals and outstanding signatures",
        "Open points",
        "Sources",
    ]


def test_an_undecided_action_is_marked_wherever_its_title_stands() -> None:
    document = written(drawn())
    mentions = [line for line in document.splitlines() if "Driving less" in line]
    assert len(mentions) > 8
    marked = "Driving less *(agreed, not decided)*"
    assert [line for line in mentions if line.count("Driving less") != line.count(marked)] == []
    assert "Naming them here decides nothing and binds nobody." in document


def test_a_roadmap_of_decided_actions_needs_no_disclaimer() -> None:
    text = SMALL + "actions: [{id: x, title: X, decision: {status: decided}}]"
    assert "binds nobody" not in written(drawn(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "The data states no vision.",
        "The city's data holds no target.",
        "The data does not say what the city does for this principle.",
        "The data names no body that steers or carries the deal.",
        "The data does not say who coordinates the deal.",
        "The data names no strategy.",
        "The data names no partner.",
        "The data holds no action and no field of action.",
        "No action has a date.",
        "The city's data holds no target, so the actions cannot be held against one.",
        "No action has a cost figure.",
        "No action states the city's own share of its cost.",
        "No action states where its money comes from.",
        "The data holds no action.",
        "The data holds no indicator.",
        "The data holds no deal.",
        "The data names no source.",
    ],
)
def test_a_part_without_data_says_so(sentence: str) -> None:
    assert sentence in [line.removeprefix("- ") for line in written(drawn(SMALL)).splitlines()]


def test_where_nothing_is_open_it_says_so() -> None:
    areas = "biodiversity, farm-to-fork, sustainable-agriculture, clean-energy, sustainable-industry, "
    areas += "building-renovating, sustainable-mobility, eliminating-pollution, climate-action"
    document = written(
        drawn(f"""
city: {{id: a, name: A, country: SE, languages: [en], organisation: city,
  fields: [{{id: f, name: F, green_deal: [{areas}]}}]}}
stakeholders: [{{id: city, name: C, kind: municipality}}, {{id: firm, name: D, kind: company}}]
actions: [{{id: x, title: X, field: f, lead: city, impact: {{ghg: 1 t/year}}, cost: {{total: 1 EUR}},
  decision: {{status: decided}}}}]
commitments: [{{id: c, by: firm, action: x, text: T}}]
deals: [{{id: d, title: D, parties: [city, firm]}}]
""")
    )
    assert "## Open points\n\nNone.\n" in document
    assert "Every action has a cost figure." in document


def test_a_folder_without_a_city_record_still_has_a_roadmap() -> None:
    view = roadmap(read_city({"a.yaml": b"actions: [{id: x, title: X}]"}).city, "en")
    assert view.city.text == ""
    assert "#### X *(no decision recorded)*" in written(view)


NASTY = "# a | b `c` *d* <e> [f](g) $h$ {{ i }} {% j %} 1. k --- || l"


def nasty(value: Any) -> Any:
    """Put a text full of signs where the data has texts."""
    if isinstance(value, Said):
        return replace(value, text=NASTY)
    if isinstance(value, tuple):
        return tuple(nasty(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: nasty(getattr(value, each.name)) for each in fields(value)})
    return value


@pytest.mark.parametrize("view", [drawn(), nasty(drawn()), drawn(SMALL)], ids=["full", "nasty", "small"])
@pytest.mark.parametrize("language", ["en", "sv", "fi"])
def test_the_document_is_sound_markdown_whatever_the_texts_hold(view: Roadmap, language: str) -> None:
    document = written(view, language)
    markdown = MarkdownIt("commonmark").enable("table")
    kinds = {token.type for token in markdown.parse(document)}
    assert not kinds & {"code_block", "fence", "html_block", "hr"}
    html = markdown.render(document)
    assert "<h5" not in html
    assert "<p>|" not in html
    assert "<code>" not in html
    assert not re.search(r"<t[dh][^>]*></t", html)
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("view", [drawn(), nasty(drawn())], ids=["full", "nasty"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(view: Roadmap) -> None:
    lines = written(view).splitlines()
    cells = [len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0 for line in lines]
    assert [
        line
        for line, (before, here) in zip(lines[1:], pairwise(cells), strict=True)
        if before and here and before != here
    ] == []


def test_a_text_missing_in_the_language_is_visible() -> None:
    document = written(drawn(language="sv"), "sv")
    assert "#### Clean heat (en)" in document
    assert "A-stad" in document


def test_the_same_city_gives_the_same_bytes() -> None:
    assert written(drawn()) == written(drawn())


def test_open_questions_and_roles_that_nobody_has_taken_are_open_points() -> None:
    asks = [{"ask": "When here?", "about": "start"}, {"ask": "Who decides?"}]
    texts = {
        "stakeholders": [{"id": "maker", "name": "maker", "kind": "company", "to_be_found": True}],
        "actions": [
            {"id": "a", "title": "Heat", "start": 2030, "questions": asks},
            {"id": "b", "title": "Gone", "status": "cancelled", "questions": asks},
        ],
        "commitments": [{"id": "c", "by": "maker", "text": "Builds it.", "questions": asks[1:]}],
    }
    record = {"id": "lake", "name": "Lake", "country": "FI", "languages": ["en"]}
    text = json.dumps({"city": record, **texts})
    gaps = roadmap(read_city({"all.yaml": text.encode()}).city, "en").gaps
    assert [(each.text, each.to_be_found) for each in gaps.roles_to_be_found] == [("maker", True)]
    assert [(each.record, [ask.text for ask in each.asks]) for each in gaps.questions] == [
        ("actions/a", ["Who decides?"]),
        ("commitments/c", ["Who decides?"]),
    ]
