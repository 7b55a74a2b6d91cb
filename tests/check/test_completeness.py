"""What is missing in actions, commitments, indicators and figures, and what only seems to be."""

import pytest

from .small import findings, marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"


def _action(rest: str) -> str:
    return f"actions:\n  - {{id: solar, title: Solar, lead: town, {rest}}}\n"


def _commitment(rest: str) -> str:
    return f"commitments:\n  - {{id: c, by: heat, text: T, {rest}}}\n"


def _indicator(rest: str) -> str:
    return f"indicators: [{{id: i, name: I, unit: t, {rest}}}]\n"


FOUND = [
    ("no-milestones", _action("start: 2026-01-01, end: 2027-01-03, status: ongoing")),
    ("no-milestones", _action("start: 2026")),
    ("no-milestones", _action("")),
    ("no-indicators", _action("status: ongoing")),
    ("action-without-dates", _action("")),
    ("action-without-dates", _action("end: 2027")),
    ("action-without-impact", _action("")),
    ("action-without-impact", _action("impact: {co_benefits: [health]}, status: completed")),
    ("commitment-without-measure", _commitment("due: 2028")),
    ("commitment-without-measure", _commitment("due: 2028, status: ongoing, ghg: not-applicable")),
    ("commitment-without-date", _commitment("amount: 3 flats")),
    ("commitment-without-date", _commitment("investment: {amount: 3 EUR}")),
    ("strategy-without-decision", CITY + "  strategies: [{id: s, title: S, kind: plan, until: 2030}]\n"),
    ("incomplete-indicator", _indicator("baseline: {year: 2020, value: 3}")),
    ("incomplete-indicator", _indicator("values: [{date: 2020, value: 3}]")),
    ("figure-without-source", _action("impact: {ghg: {waste: 1 t}}")),
    ("figure-without-source", _action("cost: {total: 3 EUR}")),
    ("figure-without-source", CITY + "  population: {value: 9, year: 2020}\n"),
    (
        "figure-without-source",
        CITY + "  targets: [{id: t, boundary: B, latest: {year: 2020, ghg: 1 kt}}]\n",
    ),
]


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_finds_what_is_missing(rule: str, text: str) -> None:
    assert rules(text, advice=(rule,)) == [rule]


FINE = [
    # a short action is its own milestone; what is not open needs none
    ("no-milestones", _action("start: 2026-01-01, end: 2027-01-02")),
    ("no-milestones", _action("start: 2026, end: 2026")),
    ("no-milestones", _action("start: 2026, status: postponed")),
    # a commitment for the action is measured
    ("no-indicators", _action("status: completed")),
    ("no-indicators", _action("") + _commitment("action: solar, indicator: heat-share")),
    ("action-without-dates", _action("status: postponed")),
    ("action-without-impact", _action("status: cancelled")),
    ("action-without-impact", _action("impact: {ghg: not-applicable}")),
    ("action-without-impact", _action("impact: {energy_saved: 3 MWh}")),
    ("action-without-impact", _action("impact: {renewable_energy: 3 MWh}")),
    ("action-without-impact", _action("impact: {sinks: 3 t}")),
    ("action-without-impact", _action("impact: {enables: [clean-heat]}")),
    ("action-without-impact", _action("impact: {counted_in: [clean-heat]}")),
    ("commitment-without-measure", _commitment("deliverable: D")),
    ("commitment-without-measure", _commitment("indicator: heat-share")),
    ("commitment-without-measure", _commitment("ghg: {not_quantified: Nobody has counted yet.}")),
    ("commitment-without-measure", _commitment("status: cancelled")),
    ("commitment-without-measure", _commitment("status: completed, done: 2025")),
    ("commitment-without-date", _commitment("investment: {amount: 3 EUR, year: 2027}")),
    ("commitment-without-date", _commitment("amount: 3 flats, every: {per: year}")),
    ("commitment-without-date", _commitment("status: completed, done: 2025")),
    ("strategy-without-decision", CITY + "  strategies: [{id: s, title: S, kind: plan, reference: V1}]\n"),
    ("strategy-without-decision", CITY + "  strategies: [{id: s, title: S, kind: report}]\n"),
    (
        "incomplete-indicator",
        _indicator("values: [{date: 2020, value: 3}], targets: [{year: 2030, value: 1}]"),
    ),
    ("figure-without-source", _action("impact: {ghg: {not_quantified: Nobody has counted yet.}}")),
    ("figure-without-source", _action("impact: {ghg: 1 t}, sources: [heat-study]")),
    (
        "figure-without-source",
        CITY + "  population: {value: 9, year: 2020, source: s}\n"
        "  targets: [{id: t, boundary: B, latest: {year: 2020, ghg: 1 kt, source: s}}]\n"
        "sources: [{id: s, title: S}]\n",
    ),
    (
        "figure-without-source",
        CITY + "  targets: [{id: t, boundary: B, latest: {year: 2020, ghg: 1 kt}, sources: [s]}]\n"
        "sources: [{id: s, title: S}]\n",
    ),
    (
        "figure-without-source",
        CITY + "  population: {value: 9, year: 2020}\n  sources: [s]\nsources: [{id: s, title: S}]\n",
    ),
]


@pytest.mark.parametrize(("rule", "text"), FINE)
def test_leaves_alone_what_is_there(rule: str, text: str) -> None:
    assert rules(text, advice=(rule,)) == []


@pytest.mark.parametrize(
    ("rule", "text", "fault"),
    [
        ("no-milestones", _action("milestones: often"), "wrong-type"),
        ("no-milestones", _action("start: 2026, end: soon"), "bad-date"),
        ("no-milestones", _action("status: begun"), "unknown-code"),
        ("no-indicators", _action("indicators: 5"), "wrong-type"),
        ("no-indicators", _action("") + "commitments: [5]\n", "wrong-type"),
        (
            "no-indicators",
            _action("") + _commitment("action: solar, amount: 1 x, indicator: 5"),
            "wrong-type",
        ),
        ("action-without-dates", _action("start: soon, end: 2027"), "bad-date"),
        ("action-without-impact", _action("impact: much"), "wrong-type"),
        ("commitment-without-measure", _commitment("due: 2027, amount: many"), "bad-quantity"),
        ("commitment-without-date", _commitment("amount: 1 x, due: soon"), "bad-date"),
        ("commitment-without-date", _commitment("amount: 1 x, every: often"), "wrong-type"),
        ("incomplete-indicator", _indicator("targets: [{year: 2030, value: 1}], baseline: 5"), "wrong-type"),
        ("figure-without-source", _action("impact: {ghg: 1 t}, sources: {x: y}"), "wrong-type"),
    ],
)
def test_what_cannot_be_read_is_not_missing(rule: str, text: str, fault: str) -> None:
    assert rules(text, advice=(rule,)) == [fault]


def test_one_finding_says_all_that_an_action_or_an_indicator_lacks() -> None:
    found = only(_action(""), advice=("action-without-dates",))
    assert found.diagnostic.message == "This action does not say when it starts or when it ends."
    found = only("indicators: [{id: i, name: I, unit: t}]\n", advice=("incomplete-indicator",))
    assert found.diagnostic.message == "This indicator has no baseline and no targets."


@pytest.mark.parametrize(
    "reason", ["'-'", "n/a", "N.A.", "'?'", "'...'", "'None.'", "k.A.", "ei tiedossa", "okänt"]
)
def test_a_reason_says_something(reason: str) -> None:
    found = only(_commitment(f"due: 2028, ghg: {{not_quantified: {reason}}}"))
    assert found.diagnostic.rule == "empty-reason"
    assert marked(found) == reason


@pytest.mark.parametrize(
    "reason", ["The oil is metered from 2027 on.", "No meter.", "Unknown to the partner."]
)
def test_a_short_reason_is_one(reason: str) -> None:
    assert rules(_commitment(f"due: 2028, ghg: {{not_quantified: {reason}}}")) == []


@pytest.mark.parametrize(
    "rest",
    [
        "impact: {energy_saved: {not_quantified: n/a}}",
        "impact: {renewable_energy: {not_quantified: n/a}}",
        "impact: {sinks: {not_quantified: n/a}}",
        "cost: {total: {not_quantified: n/a}}",
        "cost: {own: {not_quantified: n/a}}",
        "funding: [{source: S, amount: 1 EUR}, {source: S, amount: {not_quantified: n/a}}]",
    ],
)
def test_reasons_stand_in_many_places(rest: str) -> None:
    found = only(_action(rest))
    assert (found.diagnostic.rule, marked(found)) == ("empty-reason", "n/a")


@pytest.mark.parametrize(
    "rest", ["amount: {not_quantified: n/a}", "investment: {amount: {not_quantified: n/a}}"]
)
def test_reasons_of_commitments(rest: str) -> None:
    assert rules(_commitment(f"due: 2028, {rest}")) == ["empty-reason"]


def test_an_empty_reason_in_two_languages_is_one_finding() -> None:
    both = "{not_quantified: {en: n/a, fi: '-'}}"
    cost = f"cost: {{own: {both}, total: {both}}}"
    action = f"actions: [{{id: solar, title: {{en: S, fi: S}}, lead: x/y, {cost}}}]\n"
    text = CITY.replace("[en]", "[en, fi]") + action
    assert rules(text) == ["empty-reason"] * 2
    assert "one more place" in findings(text)[0].diagnostic.message
