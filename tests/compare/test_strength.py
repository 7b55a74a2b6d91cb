"""How strength is judged: pairs of values before and after, and the page that says so."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from two_states import ACTION, COMMITMENT, DEAL, INDICATOR, STAKEHOLDERS, TARGET, city, with_one

from lgdkit.compare.change import RecordChange
from lgdkit.compare.records import compare
from lgdkit.compare.strength import SPENT, STRENGTH, WEIGHTY
from lgdkit.model.city import LISTS
from lgdkit.model.city_record import Target

PAGE = Path(__file__).parents[2] / "docs/strength.md"
UP, DOWN, UNCLEAR, NEUTRAL = "strengthened", "weakened", "unclear", "neutral"
MIRROR = {UP: DOWN, DOWN: UP, UNCLEAR: UNCLEAR, NEUTRAL: NEUTRAL}
BASE = {
    "commitments": COMMITMENT,
    "actions": ACTION,
    "deals": DEAL,
    "targets": TARGET,
    "indicators": INDICATOR,
}
NO_FIGURE = {"not_quantified": "ei tiedossa"}
GOALS = [{"year": 2030, "value": 10}]

CASES: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    # figures of reduction
    ("commitments", {"ghg": "9 kt/year"}, {"ghg": "7 kt/year"}, DOWN, "less reduction"),
    ("commitments", {"ghg": "9 kt/year"}, {"ghg": "9500 t/year"}, UP, "more reduction"),
    (
        "commitments",
        {"ghg": {"transport": "5 kt/year", "waste": "4 kt/year"}},
        {"ghg": {"transport": "6 kt/year"}},
        DOWN,
        "less",
    ),
    ("commitments", {"ghg": {"transport": "5 kt/year"}}, {"ghg": {"waste": "5 kt/year"}}, NEUTRAL, ""),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": "1 t/year"}, UP, "a figure where there was none"),
    ("commitments", {}, {"ghg": "1 t/year"}, UP, "a figure where there was none"),
    ("commitments", {"ghg": "not-applicable"}, {"ghg": "1 t/year"}, UP, "a figure where there was none"),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": "not-applicable"}, NEUTRAL, ""),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": {"not_quantified": "vielä"}}, NEUTRAL, ""),
    ("commitments", {}, {"ghg": NO_FIGURE}, NEUTRAL, ""),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": "0 t/year"}, UNCLEAR, "not above 0"),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": "-4 t/year"}, UNCLEAR, "not above 0"),
    # per year and in total
    (
        "commitments",
        {"ghg": "9 kt/year"},
        {"ghg": "9 kt", "per": "total"},
        DOWN,
        "in total, and no longer per year",
    ),
    ("commitments", {"ghg": "9 kt/year"}, {"ghg": "8 kt", "per": "total"}, DOWN, "in total"),
    ("commitments", {"ghg": "9 kt/year"}, {"ghg": "90 kt", "per": "total"}, UNCLEAR, "cannot be compared"),
    ("commitments", {"ghg": "9 kt/year"}, {"ghg": NO_FIGURE, "per": "total"}, DOWN, "no figure any more"),
    ("commitments", {"ghg": "-9 kt/year"}, {"ghg": "-9 kt", "per": "total"}, UNCLEAR, "cannot be compared"),
    ("commitments", {"ghg": NO_FIGURE}, {"ghg": NO_FIGURE, "per": "total"}, NEUTRAL, ""),
    (
        "actions",
        {"impact": {"ghg": "9 kt/year"}},
        {"impact": {"ghg": "9 kt", "per": "total"}},
        DOWN,
        "in total",
    ),
    ("actions", {}, {"impact": {"ghg": "9 kt", "per": "total"}}, UP, "a figure"),
    # amounts and money
    ("commitments", {"amount": "500 flats/year"}, {"amount": "400 flats/year"}, DOWN, "less of it"),
    ("commitments", {"amount": "500 flats/year"}, {"amount": "500 flats"}, UNCLEAR, "units"),
    ("commitments", {"amount": "500 flats"}, {"amount": "500 houses"}, UNCLEAR, "units"),
    ("commitments", {"amount": "500 t"}, {"amount": "500 t/year"}, UNCLEAR, "units"),
    (
        "commitments",
        {"investment": {"amount": "1 MEUR"}},
        {"investment": {"amount": "900 kEUR"}},
        DOWN,
        "less money",
    ),
    (
        "commitments",
        {"investment": {"amount": "1 MEUR"}},
        {"investment": {"amount": "10 MSEK"}},
        UNCLEAR,
        "another currency",
    ),
    ("commitments", {"investment": {"amount": "1 MEUR"}}, {}, DOWN, "no figure any more"),
    (
        "commitments",
        {"investment": {"amount": "1 MEUR", "year": 2025}},
        {"investment": {"amount": "1 MEUR", "year": 2026}},
        DOWN,
        "later",
    ),
    (
        "actions",
        {"impact": {"energy_saved": "8 GWh/year"}},
        {"impact": {"energy_saved": "8000 MWh/year", "co_benefits": ["health"]}},
        NEUTRAL,
        "",
    ),
    (
        "actions",
        {"impact": {"energy_saved": "8 GWh/year"}},
        {"impact": {"energy_saved": "8 GWh"}},
        UNCLEAR,
        "units",
    ),
    (
        "actions",
        {"impact": {"renewable_energy": "8 MW"}},
        {"impact": {"renewable_energy": "9 MWp"}},
        UNCLEAR,
        "units",
    ),
    (
        "actions",
        {"impact": {"ghg": "9 kt/year"}},
        {"impact": {"ghg": "5 kt/year", "sinks": "4 kt/year"}},
        UNCLEAR,
        "more here and less there",
    ),
    ("actions", {"cost": {"total": "1 MEUR"}}, {"cost": {"total": "2 MEUR"}}, NEUTRAL, ""),
    ("actions", {"cost": {"own": "1 MEUR"}}, {"cost": {"own": "2 MEUR"}}, UP, "more of the city's own money"),
    (
        "actions",
        {"funding": [{"source": "ARA", "status": "granted"}]},
        {"funding": [{"source": "ARA", "status": "rejected"}]},
        DOWN,
        "less sure",
    ),
    ("actions", {"funding": [{"source": "ARA"}]}, {}, DOWN, "one source of money less"),
    # time
    ("commitments", {"due": "2029"}, {"due": "2031"}, DOWN, "later"),
    ("commitments", {"due": "2029"}, {"due": "2029-06"}, UP, "earlier"),
    ("commitments", {"due": "2029"}, {"due": "2029-12-31"}, NEUTRAL, ""),
    ("commitments", {"due": "2029"}, {}, DOWN, "no date any more"),
    (
        "commitments",
        {"every": {"times": 4, "per": "year"}},
        {"every": {"times": 1, "per": "month"}},
        UP,
        "more often",
    ),
    (
        "commitments",
        {"due": "2029"},
        {"every": {"times": 4, "per": "year"}},
        UNCLEAR,
        "more here and less there",
    ),
    ("actions", {"start": "2025", "end": "2030"}, {"start": "2026", "end": "2030"}, NEUTRAL, ""),
    ("actions", {"end": "2030"}, {"end": "2029"}, UP, "earlier"),
    (
        "actions",
        {"milestones": [{"title": "Ensin", "due": "2026"}]},
        {"milestones": [{"title": "Ensin", "due": "2027"}]},
        DOWN,
        "later",
    ),
    ("deals", {"term": {"until": "2030"}}, {"term": {"until": "2028"}}, DOWN, "holds for a shorter time"),
    ("deals", {"term": {"until": "2030"}}, {"term": {}}, UNCLEAR, "until it is ended"),
    (
        "deals",
        {"termination": {"notice": "3 months"}},
        {"termination": {"notice": "1 month"}},
        DOWN,
        "a shorter notice",
    ),
    ("deals", {"termination": {"notice": "12 months"}}, {"termination": {"notice": "1 year"}}, NEUTRAL, ""),
    (
        "deals",
        {"termination": {"notice": "30 days"}},
        {"termination": {"notice": "1 month"}},
        UNCLEAR,
        "no fixed number",
    ),
    ("deals", {"termination": {"notice": "14 days"}}, {"termination": {"notice": "2 weeks"}}, NEUTRAL, ""),
    (
        "deals",
        {"termination": {"notice": "14 days"}},
        {"termination": {"notice": "1 month"}},
        UP,
        "a longer notice",
    ),
    (
        "deals",
        {"termination": {"notice": "3 months"}},
        {"termination": {"notice": "8 weeks"}},
        DOWN,
        "a shorter notice",
    ),
    ("deals", {"termination": {"notice": "3 months"}}, {}, UNCLEAR, "on one side alone"),
    (
        "deals",
        {"reporting": {"every": {"per": "year"}}},
        {"reporting": {"every": {"per": "quarter"}}},
        UP,
        "more often",
    ),
    # how far, how binding, by whom
    ("commitments", {}, {"status": "cancelled"}, DOWN, "put off or given up"),
    ("commitments", {"status": "ongoing"}, {"status": "completed"}, NEUTRAL, ""),
    ("commitments", {"status": "postponed"}, {"status": "cancelled"}, DOWN, "given up"),
    ("commitments", {}, {"by": "koulu"}, UNCLEAR, "somebody else"),
    ("commitments", {}, {"action": "b"}, UNCLEAR, "another action"),
    ("commitments", {"kind": "footprint"}, {"kind": "handprint"}, UNCLEAR, "another kind"),
    ("commitments", {}, {"kind": "handprint"}, NEUTRAL, ""),
    (
        "actions",
        {"decision": {"status": "proposed"}},
        {"decision": {"status": "decided"}},
        UP,
        "nearer to a decision",
    ),
    ("actions", {"decision": {"status": "proposed"}}, {}, DOWN, "further from a decision"),
    ("actions", {}, {"lead": "town"}, UNCLEAR, "somebody else is in charge"),
    ("actions", {"partners": ["town"]}, {"partners": ["town", "koulu"]}, UP, "a partner more"),
    (
        "actions",
        {"impact": {"counted_in": ["b"]}},
        {"impact": {"counted_in": ["c"]}},
        UNCLEAR,
        "counted elsewhere",
    ),
    ("deals", {"legal_status": "binding"}, {"legal_status": "partly-binding"}, DOWN, "less binding"),
    ("deals", {}, {"level": "full"}, UP, "a fuller agreement"),
    ("deals", {"state": "signed"}, {"state": "expired"}, DOWN, "further from being in force"),
    ("deals", {"state": "signed"}, {"state": "reporting"}, NEUTRAL, ""),
    ("deals", {}, {"parties": ["town", "koulu"]}, UNCLEAR, "a party more, and a party less"),
    ("deals", {}, {"parties": ["town", "energia", "koulu"]}, UP, "a party more"),
    ("deals", {"signed": {"date": "2025-01-01"}}, {}, DOWN, "no longer signed"),
    (
        "deals",
        {"signed": {"sha256": "0" * 64}},
        {"signed": {"sha256": "1" * 64}},
        UNCLEAR,
        "another document",
    ),
    ("deals", {"leading_language": "fi"}, {"leading_language": "en"}, UNCLEAR, "another text counts"),
    # words
    (
        "commitments",
        {},
        {"text": {"fi": "Harkitsee turvetta.", "en": "Replaces peat."}},
        UNCLEAR,
        "the wording changed",
    ),
    ("commitments", {}, {"text": {"fi": "Korvaa turpeen.", "en": "Replaces the peat."}}, NEUTRAL, ""),
    (
        "commitments",
        {"ghg": "9 kt/year"},
        {"ghg": "8 kt/year", "text": "Korvaa osan."},
        DOWN,
        "less reduction",
    ),
    ("commitments", {}, {"deliverable": "Laitos"}, UP, "said where nothing was said"),
    ("deals", {"goals": ["Yksi", "Kaksi"]}, {"goals": ["Yksi"]}, DOWN, "one goal less"),
    ("deals", {"goals": ["Yksi", "Kaksi"]}, {"goals": ["Yksi", "Kolme"]}, UNCLEAR, "the wording changed"),
    (
        "deals",
        {"city_contributions": [{"text": "Auttaa", "due": "2026"}]},
        {"city_contributions": [{"text": "Auttaa"}]},
        DOWN,
        "no date",
    ),
    # targets and indicators
    ("targets", {}, {"target": {"year": 2030, "reduction": "75 %"}}, DOWN, "less reduction"),
    ("targets", {}, {"target": {"year": 2035, "reduction": "80 %"}}, DOWN, "later"),
    (
        "targets",
        {},
        {"target": {"year": 2030, "reduction": "80 %", "of": "baseline"}},
        UNCLEAR,
        "something else",
    ),
    (
        "targets",
        {},
        {"target": {"year": 2030, "reduction": "90 %", "of": "latest"}},
        UNCLEAR,
        "something else",
    ),
    ("targets", {}, {"target": {"year": 2035, "reduction": "90 %"}}, UNCLEAR, "more here and less there"),
    (
        "targets",
        {"target": {"year": 2030, "ghg": "9 kt/year"}},
        {"target": {"year": 2030, "ghg": "8 kt/year"}},
        UP,
        "less left over",
    ),
    (
        "targets",
        {"target": {"year": 2030}},
        {"target": {"year": 2030, "ghg": "0 kt/year"}},
        UP,
        "a figure where there was none",
    ),
    ("targets", {}, {"boundary": "keskusta"}, UNCLEAR, "the wording changed"),
    ("targets", {"scopes": [1, 2, 3]}, {"scopes": [1, 2]}, DOWN, "a narrower scope"),
    (
        "targets",
        {"baseline": {"year": 1990, "ghg": "9 kt/year"}},
        {"baseline": {"year": 1990, "ghg": "10 kt/year"}},
        UNCLEAR,
        "measured from",
    ),
    ("indicators", {"targets": GOALS}, {"targets": [{"year": 2030, "value": 9}]}, UP, "aims at more"),
    (
        "indicators",
        {"targets": GOALS, "direction": "up"},
        {"targets": [{"year": 2030, "value": 9}], "direction": "up"},
        DOWN,
        "aims at less",
    ),
    (
        "indicators",
        {"targets": GOALS},
        {"targets": [{"year": 2030, "value": 9}], "unit": "m"},
        UNCLEAR,
        "another",
    ),
    (
        "indicators",
        {"targets": GOALS, "direction": "steady"},
        {"targets": [{"year": 2030, "value": 9}], "direction": "steady"},
        UNCLEAR,
        "does not say",
    ),
    ("indicators", {"targets": GOALS}, {}, DOWN, "one value less"),
]


def change(kind: str, before: dict[str, Any], after: dict[str, Any]) -> RecordChange:
    base = BASE[kind]
    found = compare(with_one(kind, {**base, **before}), with_one(kind, {**base, **after}))
    assert found.uncompared == ()
    [only] = [each for each in found.changes if each.kind == kind]
    return only


@pytest.mark.parametrize(("kind", "before", "after", "judgement", "why"), CASES)
def test_a_pair(kind: str, before: dict[str, Any], after: dict[str, Any], judgement: str, why: str) -> None:
    found = change(kind, before, after)
    assert (found.verdict.judgement, why in found.verdict.reason) == (judgement, True), found.verdict
    mirrored = change(kind, after, before)
    assert mirrored.verdict.judgement == MIRROR[judgement]


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("commitments", {"ghg": "9 kt/year"}, {"ghg": "9000 t/year"}),
        ("commitments", {"ghg": "9 kt/year"}, {"ghg": "9.0 kt"}),
        ("commitments", {"investment": {"amount": "1 MEUR"}}, {"investment": {"amount": "1000 kEUR"}}),
        ("commitments", {"text": "Korvaa turpeen."}, {"text": {"fi": "Korvaa\n  turpeen. "}}),
        ("commitments", {}, {"status": "not-started", "per": "year"}),
        ("actions", {"partners": ["town", "koulu"]}, {"partners": ["koulu", "town"]}),
        (
            "actions",
            {"milestones": [{"title": "a"}, {"title": "b"}]},
            {"milestones": [{"title": "b"}, {"title": "a"}]},
        ),
    ],
)
def test_the_same_in_other_words(kind: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    base = BASE[kind]
    assert compare(with_one(kind, {**base, **before}), with_one(kind, {**base, **after})).changes == ()


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [("2025", "2026", "later"), ("2026", "2025-12", "earlier"), ("2025", "2025-12", "")],
)
def test_what_moved_in_time(before: str, after: str, moved: str) -> None:
    [field] = change("actions", {"start": before}, {"start": after}).fields
    assert (field.before, field.after, field.moved, field.verdict.judgement) == (
        before,
        after,
        moved,
        NEUTRAL,
    )


def test_a_part_of_a_record_is_weakened_where_the_whole_is_unclear() -> None:
    found = change("commitments", {"ghg": "9 kt/year", "due": "2030"}, {"ghg": "10 kt/year", "due": "2031"})
    assert found.verdict.judgement == UNCLEAR
    assert found.weakened()
    assert [(each.field, each.verdict.judgement) for each in found.fields] == [("due", DOWN), ("ghg", UP)]


@pytest.mark.parametrize("kind", sorted(WEIGHTY))
def test_a_record_that_came_or_went(kind: str) -> None:
    field, codes = SPENT.get(kind, ("", frozenset()))
    for spent in [None, *sorted(codes)]:
        record = {**BASE[kind], **({field: spent} if spent else {})}
        there, gone = with_one(kind, record), city()
        [went] = compare(there, gone).changes
        [came] = compare(gone, there).changes
        assert (went.what, went.verdict.judgement) == ("removed", NEUTRAL if spent else DOWN)
        assert (came.what, came.verdict.judgement) == ("added", NEUTRAL if spent else UP)


@pytest.mark.parametrize("kind", ["stakeholders", "indicators"])
def test_a_record_without_weight(kind: str) -> None:
    record = INDICATOR if kind == "indicators" else {"id": "x", "name": "X", "kind": "sme"}
    lists = {kind: [*(STAKEHOLDERS if kind == "stakeholders" else []), record]}
    [went] = compare(city(**lists), city()).changes
    assert (went.what, went.verdict.judgement) == ("removed", NEUTRAL)


def fields_of(model: type[BaseModel], path: str) -> bool:
    """Say whether a path of the rules leads to a field of a record."""
    first, _, rest = path.partition(".")
    info = next((info for name, info in model.model_fields.items() if (info.alias or name) == first), None)
    if info is None:
        return False
    rest = rest.removeprefix("*").removeprefix(".")
    if not rest:
        return True
    parts = [
        each for each in inner(info.annotation) if isinstance(each, type) and issubclass(each, BaseModel)
    ]
    return any(fields_of(each, rest) for each in parts)


def inner(annotation: Any) -> list[Any]:
    arguments = get_args(annotation)
    return [annotation, *(each for argument in arguments for each in inner(argument))]


def test_every_field_that_is_weighed_exists() -> None:
    models: dict[str, type[BaseModel]] = {**LISTS, "targets": Target}
    unknown = [
        f"{kind}.{path}"
        for kind, paths in STRENGTH.items()
        for path in paths
        if not fields_of(models[kind], path)
    ]
    assert unknown == []


def test_the_page_names_every_field_that_is_weighed() -> None:
    part = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.M)
    told = {
        (re.sub(r"\W.*", "", section, flags=re.S).lower(), path)
        for section in part
        for row in re.findall(r"^\| ([^|]+) \|", section, re.M)
        for path in re.findall(r"`([^`]+)`", row)
    }
    weighed = {(kind, path) for kind, paths in STRENGTH.items() for path in paths}
    assert told == weighed
