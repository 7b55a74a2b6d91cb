"""Coverage: fields, areas, sectors, groups and principles with nothing in them."""

import pytest

from .small import findings, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n  organisation: town\n"
TOWN = "stakeholders:\n  - {id: town, name: Town, kind: municipality}\n"


def _of(rule: str, text: str) -> list[str]:
    return [
        each.diagnostic.message for each in findings(text, advice=(rule,)) if each.diagnostic.rule == rule
    ]


FIELDS = "  fields: [{id: energy, name: E}, {id: food, name: F}]\n"


def _action(rest: str) -> str:
    return f"actions: [{{id: a, title: A, lead: town, {rest}}}]\n"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (CITY + FIELDS + TOWN + _action("field: energy"), ["food"]),
        (CITY + FIELDS + TOWN + _action(""), ["energy", "food"]),
        (CITY + FIELDS + TOWN, []),  # a city that has just begun
        (CITY + FIELDS + TOWN + _action("field: fod"), []),
        (CITY + FIELDS + TOWN + _action("field: 5"), []),
        (CITY + FIELDS + TOWN + _action("field: energy") + "unknown: []\n", []),  # any key may hold actions
        (CITY + TOWN + _action("field: energy-systems"), []),
        (CITY + FIELDS.replace("name: F", "nam: F") + TOWN + _action("field: energy"), []),
    ],
)
def test_a_field_has_an_action(text: str, fields: list[str]) -> None:
    rule = "field-without-action"
    assert _of(rule, text) == [f'No action stands in the field "{each}".' for each in fields]


AREAS = (
    "biodiversity, farm-to-fork, sustainable-agriculture, clean-energy, sustainable-industry, "
    "building-renovating, sustainable-mobility, eliminating-pollution"
)


def test_an_area_of_the_green_deal_has_a_field() -> None:
    rule = "green-deal-area-missing"
    (message,) = _of(rule, f"{CITY}  fields: [{{id: e, name: E, green_deal: [{AREAS}]}}]\n")
    assert message.endswith("the Green Deal: climate-action.")
    assert _of(rule, f"{CITY}  fields: [{{id: e, name: E, green_deal: [{AREAS}, climate-action]}}]\n") == []
    assert _of(rule, CITY + FIELDS) == []  # a city that does not use these areas
    assert _of(rule, CITY + "  fields: [{id: e, name: E, green_deal: [climat-action]}]\n") == []
    assert _of(rule, f"{CITY}  fields: [{{id: e, name: E, green_deal: [{AREAS}]}}, {{id: f}}]\n") == []


TARGET = (
    "  targets:\n    - id: t\n      boundary: B\n      latest: {year: 2020, ghg: 9 kt, sectors: {waste: 1 kt, "
    "transport: 8 kt, ippu: 0 kt}}\n"
)


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        (TARGET + _action("impact: {ghg: {waste: 1 t}}"), "transport"),
        (TARGET.replace("latest", "baseline") + _action("impact: {ghg: {transport: 1 t}}"), "waste"),
        (TARGET + _action("impact: {ghg: {waste: 1 t, transport: 1 t}}"), ""),
        (TARGET + _action("impact: {ghg: 5 t}"), ""),  # no figure by sector at all
        (TARGET + _action("impact: {ghg: {waste: 1 t}}, status: cancelled"), ""),
        (TARGET + _action("impact: {ghg: {waste: 1 t}, per: all}"), ""),
        (TARGET + _action("impact: {ghg: {waste: 1 t}}") + "commitments: [5]\n", ""),
        (_action("impact: {ghg: {waste: 1 t}}"), ""),
        (
            TARGET
            + _action("impact: {ghg: {waste: 1 t}}")
            + "commitments: [{id: c, by: town, text: T, ghg: {transport: 1 t}}]\n",
            "",
        ),
        ("  targets: [{id: t, boundary: B}]\n" + _action("impact: {ghg: {waste: 1 t}}"), ""),
    ],
)
def test_a_sector_that_emits_has_an_action(text: str, sectors: str) -> None:
    expected = [f"No action names a reduction in these sectors: {sectors}."] if sectors else []
    assert _of("sector-without-action", CITY + text) == expected


REST = (
    "  - {id: heat, name: H, kind: municipal-company}\n  - {id: mill, name: M, kind: sme}\n"
    "  - {id: school, name: S, kind: academia}\n"
)
ANGLERS = "  - {id: anglers, name: A, kind: citizens}\n"


def test_every_group_is_at_the_table() -> None:
    rule = "partner-group-missing"
    assert _of(rule, CITY + TOWN + REST) == ["The city names no stakeholder of these groups: civil society."]
    assert _of(rule, CITY + TOWN + REST + ANGLERS) == []
    assert _of(rule, CITY + TOWN) == []  # nobody has been written down yet
    assert _of(rule, CITY + TOWN + REST + "  - {id: anglers, name: A, kind: club}\n") == []
    assert _of(rule, CITY.replace("organisation: town", "organisation: 5") + TOWN + REST) == []


def _deal(parties: str, rest: str = "") -> str:
    return f"deals: [{{id: d, title: D, parties: [{parties}]{rest}}}]\n"


def test_every_group_has_a_deal() -> None:
    rule = "partner-group-without-deal"
    some, all_of_them = _deal("town, heat, mill, school"), _deal("town, heat, mill, school, anglers")
    with_all = CITY + TOWN + REST + ANGLERS
    assert _of(rule, with_all + some) == ["There is no deal with anybody of these groups: civil society."]
    assert _of(rule, with_all + all_of_them) == []
    assert _of(rule, with_all) == []  # no deals at all yet
    assert _of(rule, CITY + TOWN + REST + some) == []  # who is not known has no deal
    assert _of(rule, with_all + _deal("town, heat, mill, school, angers")) == []
    assert _of(rule, with_all + _deal("town, anglers", ", state: expired") + "actions: []\n") == [
        "There is no deal with anybody of these groups: business, civil society, research, public sector."
    ]
    assert _of(rule, with_all + "deals: [5]\n") == []


def test_each_principle_is_spoken_of() -> None:
    rule = "principle-missing"
    two = CITY + "  principles: {governance: G, action: A}\n"
    assert _of(rule, two) == ["The city does not say what it does for integration and partnership."]
    assert _of(rule, CITY + "  principles: 5\n") == []
    assert "principle-missing" not in rules("actions: []\n")
