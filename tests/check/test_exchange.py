"""Practices and sprints: what their rules find, and what they let pass."""

import pytest

from .small import findings, marked, only, rules

ADVICE = (
    *("practice-incomplete", "sprint-without-dates", "sprint-without-report", "sprint-group-missing"),
    *("next-step-overdue", "figure-without-source"),
)


def _practice(rest: str = "results: [{text: R, amount: 3 t}], sources: [heat-study]") -> str:
    return f"practices:\n  - {{id: p, title: P, {rest}}}\n"


def _sprint(rest: str, note: str = "note: N, ") -> str:
    return f"sprints:\n  - {{id: s, title: S, {note}{rest}}}\n"


NAMED = (
    "note: N, results: [{text: R, amount: {not_quantified: nobody has counted them}}], sources: [heat-study]"
)
FOUND = [
    ("practice-without-result", _practice("note: N")),
    ("practice-without-result", _practice("note: N, results: [{text: R}]")),
    ("practice-incomplete", _practice()),
    ("figure-without-source", _practice("note: N, results: [{text: R, amount: 3 t}]")),
    ("field-not-named", _practice("field: enrgy, note: N, results: [{text: R, amount: not-applicable}]")),
    ("listed-twice", _practice(f"stakeholders: [heat, heat], {NAMED}")),
    ("unknown-reference", _practice(f"deals: [nothing], {NAMED}")),
    ("end-before-start", _practice(f"start: 2024, end: 2023, {NAMED}")),
    ("done-in-future", _practice("note: N, results: [{text: R, amount: not-applicable, date: 2030}]")),
    ("empty-reason", _practice('note: N, results: [{text: R, amount: {not_quantified: "?"}}]')),
    ("sprint-without-dates", _sprint("end: 2027", note="")),
    (
        "session-outside-dates",
        _sprint("start: 2027-05, sessions: [{id: a, title: A, kind: ideas, day: 2027-06}]"),
    ),
    (
        "session-outside-dates",
        _sprint("start: 2027-05-02, end: 2027-05-03, site_visits: [{title: A, day: 2027-05-01}]"),
    ),
    ("session-outside-dates", _sprint("start: 2027-05, practices: [{title: A, day: 2026-05}]")),
    (
        "session-outside-dates",
        _sprint('sessions: [{id: a, title: A, kind: ideas, start: "11:00", end: "09:30"}]'),
    ),
    (
        "participants-above-attendance",
        _sprint("attendance: {persons: 2}, participants: [{name: A, kind: sme, persons: 3}]"),
    ),
    ("participant-of-another-kind", _sprint("participants: [{organisation: heat, kind: academia}]")),
    ("city-not-in-sprint", _sprint("cities: [umea], challenges: [{text: C, city: ume}]")),
    ("idea-without-view", _sprint("ideas: [{text: I, outcome: It is tried.}]")),
    ("idea-without-view", _sprint("ideas: [{text: I, dreamer: D, critic: C}]")),
    ("next-step-incomplete", _sprint("next_steps: [{text: T, city: lakeside, due: 2027}]")),
    ("next-step-incomplete", _sprint("next_steps: [{text: T, city: lakeside, role: mayor}]")),
    ("next-step-overdue", _sprint("next_steps: [{text: T, city: lakeside, role: mayor, due: 2025}]")),
    ("sprint-without-report", _sprint("start: 2025", note="")),
    ("sprint-group-missing", _sprint("start: 2027, participants: [{name: A, kind: sme}]", note="")),
    ("missing-translation", _sprint("languages: [fi, en]")),
]
LET_PASS = [
    _practice(NAMED),
    _practice("note: N, results: [{text: R, amount: not-applicable}]"),
    _sprint("start: 2025-03"),
    _sprint("start: 2027-05-02, end: 2027-05-01", note="").replace("end: 2027-05-01", "end: 2027-05-02"),
    _sprint(
        "start: 2027-05-02, sessions: [{id: a, title: A, kind: ideas, day: 2027-05-02}, {id: b, title: B, kind: break}]"
    ),
    _sprint("attendance: {persons: 10, about: true}, participants: [{name: A, kind: sme, persons: 12}]"),
    _sprint("attendance: {countries: 3}, participants: [{name: A, kind: sme, persons: 12}]"),
    _sprint(
        "participants: [{organisation: heat, kind: observer}, {organisation: x/y, kind: sme}, {city: umea, kind: city}]"
    ),
    _sprint(
        "participants: [{city: umea, kind: city}], learnings: [{text: L, city: umea}, {text: M, city: lakeside}]"
    ),
    _sprint("ideas: [{text: I}, {text: J, dreamer: D, realist: R, critic: C, outcome: O}]"),
    _sprint("next_steps: [{text: T, city: lakeside, done: 2025}, {text: U, city: lakeside, note: open}]"),
    _sprint("next_steps: [{text: T, city: lakeside, by: heat, due: 2027}]"),
    _sprint("start: 2025, learnings: [{text: L}]", note=""),
    _sprint(
        "start: 2027, participants: [{name: A, kind: sme}, {name: B, kind: observer}, {name: C, kind: social-economy}]",
        note="",
    ),
]


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_what_is_found(rule: str, text: str) -> None:
    assert set(rules(text, advice=ADVICE)) == {rule}


@pytest.mark.parametrize("text", LET_PASS)
def test_what_is_let_pass(text: str) -> None:
    assert rules(text, advice=ADVICE) == []


@pytest.mark.parametrize(
    "text",
    [
        # what could not be read is not taken for missing, and no second fault comes of it
        _practice("results: 3, note: N"),
        _practice("results: [{text: R, amount: not-applicable}], note: 3"),
        _sprint("start: 1.2.2025", note=""),
        _sprint("start: 2025, learnings: 3", note=""),
        _sprint("attendance: {persons: 1}, participants: [{name: A, kind: sme, persons: many}]"),
        _sprint("cities: 3, challenges: [{text: C, city: umea}]"),
        _sprint("start: 2027, participants: [{name: A, kind: smee}]", note=""),
    ],
)
def test_one_fault_is_one_finding(text: str) -> None:
    assert len(rules(text, advice=ADVICE)) == 1


def test_a_fault_of_one_city_is_told_once() -> None:
    found = only(_sprint("cities: [umea], challenges: [{text: C, city: ume}, {text: D, city: ume}]"))
    assert marked(found) == "ume"
    assert found.diagnostic.help == 'Did you mean "umea"?'
    assert "one more place" in found.diagnostic.message


def test_without_a_city_nobody_knows_who_takes_part() -> None:
    text = "city: 3\n" + _sprint("cities: [umea], challenges: [{text: C, city: ume}]")
    assert [each.diagnostic.rule for each in findings(text, alone=True)] == ["wrong-type"]
