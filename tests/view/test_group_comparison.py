"""The comparison of cities: what is counted, what is never compared silently, and what is offered for a gap."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from jsonschema import Draft202012Validator

from lgdkit.model.workspace import Workspace
from lgdkit.pipeline import check
from lgdkit.read.workspace import read_vocabulary
from lgdkit.render.comparison_json import comparison_json
from lgdkit.view.comparison import MOST_COLUMNS, comparison
from lgdkit.view.group_rows import gap_rows, group_rows
from lgdkit.view.standing import Standing, standing
from lgdkit.view.values import Amount, Percent

DAY = date(2026, 11, 20)
ROOT = Path(__file__).resolve().parents[2]
HEAD = """
city:
  id: {id}
  name: {id}-town
  country: FI
  languages: [en]
  organisation: town
  population: {{value: 1000, year: 2024}}
  targets:
    - id: t
      boundary: the whole city
      scopes: [1, 2]
      method: GPC
      {within}
      latest: {{year: 2023, ghg: 5 kt/year}}
      target: {{year: 2030, reduction: 80 %}}
  fields:
    - {{id: heat, name: Heat, ccc: energy-systems, green_deal: [clean-energy]}}
    - {{id: food, name: Food, green_deal: [farm-to-fork]}}
    - {{id: ways, name: Ways}}
stakeholders:
  - {{id: town, name: Town, kind: municipality}}
  - {{id: small, name: Small Oy, kind: sme}}
  - {{id: coop, name: Coop, kind: cooperative}}
"""
BUSY = """
actions:
  - {id: a, title: A, field: heat, lead: town, decision: {status: decided}, impact: {ghg: 1 kt/year}}
  - {id: b, title: B, field: heat, lead: town, impact: {ghg: 500 t/year}}
  - {id: c, title: C, field: heat, lead: town, status: cancelled, impact: {ghg: 9 kt/year}}
  - {id: d, title: D, field: ways, lead: town, impact: {ghg: 9 kt/year, counted_in: [a]}}
commitments:
  - {id: one, by: small, action: a, text: One., ghg: 100 t/year}
  - {id: two, by: coop, action: a, text: Two., investment: {amount: 5 kEUR}}
  - {id: three, by: coop, action: b, text: Three., amount: 5 roofs}
  - {id: four, by: coop, action: b, text: Four., ghg: {not_quantified: unknown}}
deals:
  - {id: big, title: Big deal, parties: [town, small, coop], state: signed, level: full}
  - {id: asked, title: Asked, parties: [town, small], state: requested}
  - {id: old, title: Old, parties: [town, coop], state: expired}
indicators:
  - {id: km, name: Kilometres, unit: km, baseline: {year: 2020, value: 9}, targets: [{year: 2030, value: 5}]}
  - {id: kg, name: Waste, unit: kg, values: [{date: 2022, value: 8}, {date: 2023-05, value: 7}]}
practices:
  - {id: good, title: Good practice, field: heat, actions: [a], results: [{text: Done.}]}
"""
QUIET = """
actions:
  - {id: f, title: F, field: food, lead: town}
commitments:
  - {id: word, by: small, action: f, text: A word.}
indicators:
  - {id: km, name: Driven, unit: km, values: [{date: 2024, value: 8}]}
  - {id: kg, name: Waste, unit: t}
"""


def stands(id_: str, text: str, within: str = "") -> Standing:
    city = check({"x.yaml": (HEAD.format(id=id_, within=within) + text).encode()}, DAY).city
    found = standing(city)
    assert found is not None
    return found


BUSY_ONE, QUIET_ONE = stands("busy", BUSY), stands("quiet", QUIET)
SHOWN = comparison([BUSY_ONE, QUIET_ONE], None, "en")


def cells(rows: tuple[object, ...]) -> dict[str, tuple[int, ...]]:
    return {each.code: each.cells for each in rows}  # type: ignore[attr-defined]


def test_what_cannot_be_read_does_not_stand() -> None:
    assert standing(check({"x.yaml": b"actions: []\n"}, DAY).city) is None


def test_commitments_with_a_figure_are_counted() -> None:
    assert [(each.commitments, each.quantified) for each in SHOWN.cities] == [(4, 3), (1, 0)]
    assert SHOWN.cities[0].quantified_share == Percent(Decimal(75))


def test_cancelled_actions_and_closed_deals_do_not_count() -> None:
    assert [each.actions for each in SHOWN.cities] == [3, 1]
    assert cells(SHOWN.fields)["energy-systems"] == (2, 0)
    assert cells(SHOWN.areas)["farm-to-fork"] == (0, 1)
    assert cells(SHOWN.partners) == {"sme": (2, 0), "cooperative": (1, 0)}
    assert cells(SHOWN.states) == {"requested": (1, 0), "signed": (1, 0), "expired": (1, 0)}
    assert cells(SHOWN.levels) == {"declaration": (0, 0), "framework": (2, 0), "full": (1, 0)}


def test_reductions_per_head_add_what_may_be_added() -> None:
    first, second = SHOWN.per_head
    assert first.decided == Amount(Decimal("1.00"), "t", per_year=True, co2=True)
    assert first.together == Amount(Decimal("1.50"), "t", per_year=True, co2=True)
    assert (first.left_out, second.left_out) == (1, 1)
    assert (second.decided, second.together) == (None, None)
    assert first.emissions == Amount(Decimal("5.00"), "t", per_year=True, co2=True)


def test_a_city_whose_measures_overlap_gets_no_sum() -> None:
    held = replace(BUSY_ONE, additive=False, reduction_decided=None, reduction_all=None)
    (line,) = comparison([held], None, "en").per_head
    assert (line.additive, line.decided) == (False, None)


def test_figures_are_comparable_only_within_one_boundary_set_of_scopes_and_method() -> None:
    assert SHOWN.comparable
    assert BUSY_ONE.emissions
    for change in ({"scopes": (1,)}, {"method": "BISKO"}, {"boundary": None}, {"method": ""}):
        other = replace(QUIET_ONE, emissions=replace(BUSY_ONE.emissions, **change))
        assert not comparison([BUSY_ONE, other], None, "en").comparable
    assert not comparison([BUSY_ONE, replace(QUIET_ONE, emissions=None)], None, "en").comparable


def test_people_within_the_boundary_are_what_is_divided_by() -> None:
    (line,) = comparison([stands("x", BUSY, "population: {value: 500, year: 2022}")], None, "en").per_head
    assert (line.people, line.people_year, line.within) == (Decimal(500), 2022, True)
    assert line.emissions == Amount(Decimal("10.00"), "t", per_year=True, co2=True)
    (none,) = comparison([replace(BUSY_ONE, population=None, emissions=None)], None, "en").per_head
    assert (none.people, none.emissions, none.goal) == (None, None, None)


def test_indicators_are_common_under_one_id_and_one_unit() -> None:
    (common,) = SHOWN.common
    assert [each.value for each in common.values] == [Amount(Decimal(9), "km"), Amount(Decimal(8), "km")]
    assert [each.at for each in common.values] == ["2020", "2024"]
    assert common.values[0].target_year == 2030


def test_a_shared_term_makes_indicators_one_and_gives_a_field_its_codes() -> None:
    words = b"vocabulary: {id: v, version: '1', terms: [{id: t, name: T, ccc: industry, green_deal: [climate-action]}]}"
    agreed = read_vocabulary("v.yaml", words + b"\n").vocabulary
    assert agreed
    text = HEAD.format(id="x", within="").replace(
        "{id: ways, name: Ways}", "{id: ways, name: Ways, uses: v/t}"
    )
    text += "actions: [{id: d, title: D, field: ways, lead: town}]\n"
    text += "indicators: [{id: own, name: Own, unit: km, uses: v/km}]\n"
    found = [
        standing(
            check({"x.yaml": text.replace("id: x", f"id: {name}").encode()}, DAY, shared={"v": agreed}).city
        )
        for name in ("x", "y")
    ]
    shown = comparison([each for each in found if each], None, "en")
    assert cells(shown.fields)["industry"] == (1, 1)
    assert cells(shown.areas)["climate-action"] == (1, 1)
    assert len(shown.common) == 1


def test_shares_of_small_enterprises_and_social_economy() -> None:
    first = SHOWN.shares[0]
    assert (first.sme_stakeholders.part, first.sme_stakeholders.whole) == (1, 2)
    assert (first.social_commitments.part, first.social_commitments.whole) == (3, 4)
    empty = comparison([replace(BUSY_ONE, kinds=())], None, "en").shares[0]
    assert empty.sme_stakeholders.share is None


def test_a_gap_names_who_lacks_it_and_what_others_have() -> None:
    found = {(gap.kind, gap.code): gap for gap in SHOWN.gaps}
    energy = found["field", "energy-systems"]
    assert energy.ids == ("quiet",)
    assert [(each.record, each.kind) for each in energy.offers] == [
        ("busy/good", "practice"),
        ("busy/big", "deal"),
    ]
    assert (energy.offers[1].state, energy.offers[1].commitments, energy.offers[1].quantified) == (
        "signed",
        4,
        3,
    )
    assert found["area", "farm-to-fork"].ids == ("busy",)
    assert found["area", "farm-to-fork"].offers == ()
    assert found["partner", "sme"].offers[0].record == "busy/big"
    assert found["figures", ""].ids == ("quiet",)
    assert found["partner", "citizens"].ids == ("busy", "quiet")


def test_a_practice_in_a_shared_field_serves_it() -> None:
    text = (
        HEAD.format(id="x", within="").split("  fields:")[0]
        + "practices: [{id: p, title: P, field: industry}]\n"
    )
    city = check({"x.yaml": text.encode()}, DAY).city
    found = standing(city)
    assert found
    assert [(each.subject.kind, each.subject.code) for each in found.offers] == [("field", "industry")]


def test_many_cities_get_no_columns_but_are_counted() -> None:
    many = [replace(BUSY_ONE, id=f"c{number}") for number in range(MOST_COLUMNS)] + [QUIET_ONE] * 12
    shown = comparison(many, None, "en")
    assert (shown.in_columns, shown.columns) == (False, ())
    row = next(each for each in shown.fields if each.code == "energy-systems")
    assert (row.cells, row.cities, row.total) == ((), MOST_COLUMNS, 2 * MOST_COLUMNS)
    gap = next(each for each in shown.gaps if each.code == "energy-systems")
    assert (len(gap.cities), gap.more, len(gap.ids), len(gap.offers)) == (10, 2, 12, 3)


def test_the_workspace_gives_the_name_and_the_observers() -> None:
    group = Workspace.model_validate(
        {
            "name": "G",
            "languages": ["fi", "en"],
            "note": {"fi": "Huom."},
            "observers": [{"name": "O", "note": "N"}],
        }
    )
    shown = comparison([BUSY_ONE], group, "en")
    assert shown.name
    assert (shown.name.text, shown.name.foreign) == ("G", False)
    assert shown.note
    assert shown.note.foreign
    assert [each.name.text for each in shown.observers] == ["O"]


def test_rows_are_plain() -> None:
    rows = group_rows([BUSY_ONE, QUIET_ONE], SHOWN)
    assert rows[0].deals_by_state == ("expired=1", "requested=1", "signed=1")
    assert rows[0].emissions_tonnes_per_head == Decimal("5.00")
    assert rows[1].reduction_all_tonnes_per_head is None
    assert {each.kind for each in gap_rows(SHOWN)} == {"field", "area", "partner", "figures"}


def test_json_has_its_shape() -> None:
    schema = json.loads((ROOT / "docs" / "group.schema.json").read_text("utf-8"))
    group = Workspace.model_validate({"name": "G", "languages": ["en"], "observers": [{"name": "O"}]})
    shown = comparison([BUSY_ONE, QUIET_ONE], group, "en")
    found = json.loads(comparison_json(shown, group_rows([BUSY_ONE, QUIET_ONE], shown), gap_rows(shown)))
    assert not list(Draft202012Validator(schema).iter_errors(found))
    assert found["cities"][0]["deals_by_state"] == {"expired": 1, "requested": 1, "signed": 1}
    assert found["cities"][0]["reduction_all_tonnes_per_head"] == 1.5
    assert found["cities"][1]["reduction_all_tonnes_per_head"] is None
    assert found["indicators"][0]["values"][0] == {
        "city": "busy-town",
        "value": 9,
        "at": "2020",
        "target": 5,
        "target_year": 2030,
    }
    alone = comparison([BUSY_ONE], None, "en")
    assert json.loads(comparison_json(alone, (), ()))["group"]["name"] is None


def test_what_names_nothing_that_is_known_serves_no_field() -> None:
    text = HEAD.format(id="x", within="").replace(
        "{id: ways, name: Ways}", "{id: ways, name: Ways, uses: v/none}"
    )
    text += "actions:\n  - {id: a, title: A, field: ways, lead: town}\n  - {id: b, title: B, lead: town}\n"
    text += "practices:\n  - {id: p, title: P}\n  - {id: q, title: Q, field: ways}\n"
    found = standing(check({"x.yaml": text.encode()}, DAY).city)
    assert found
    assert (found.fields, found.areas, found.offers) == ((), (), ())


def test_of_several_deals_the_furthest_is_offered() -> None:
    text = HEAD.format(id="x", within="") + (
        "deals:\n  - {id: first, title: F, parties: [town, small], state: signed}\n"
        "  - {id: second, title: S, parties: [town, small], state: requested}\n"
    )
    found = standing(check({"x.yaml": text.encode()}, DAY).city)
    assert found
    assert [(each.subject.code, each.id, each.quantified) for each in found.offers] == [("sme", "first", 0)]


def test_emissions_that_are_stated_per_person_are_not_divided() -> None:
    text = HEAD.format(id="x", within="").replace("ghg: 5 kt/year", "ghg: 11.5 t/person/year")
    found = standing(check({"x.yaml": text.encode()}, DAY).city)
    assert found
    (line,) = comparison([found], None, "en").per_head
    assert (line.per_person, line.emissions) == (True, Amount(Decimal("11.50"), "t", per_year=True, co2=True))
