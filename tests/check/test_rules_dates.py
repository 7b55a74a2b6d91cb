"""Rules on dates and states: what they find and leave alone beyond the examples of their pages."""

from datetime import date

import pytest

from .short import findings, marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"


def _action(rest: str) -> str:
    return f"actions: [{{id: solar, title: Solar, lead: town, {rest}}}]\n"


def _commitment(rest: str) -> str:
    return f"commitments: [{{id: c, by: heat, text: T, {rest}}}]\n"


def _deal(rest: str) -> str:
    return f"deals: [{{id: d, title: D, parties: [town, heat], commitments: [heat-pumps], {rest}}}]\n"


def _signed(rest: str) -> str:
    return _deal(f"signatories: [{{party: town}}, {{party: heat}}], {rest}")


def _target(rest: str) -> str:
    return f"{CITY}  targets: [{{id: t, boundary: B, {rest}}}]\n"


def _indicator(rest: str) -> str:
    return f"indicators: [{{id: i, name: I, unit: t, {rest}}}]\n"


NOTICE = "termination: {notice: 3 months}"
LONG_NOTICE = "termination: {notice: 2 years}"
OLD = "state: signed, signed: {date: 2024}"
NEW = "state: signed, signed: {date: 2026-01}"
YEARLY = "every: {times: 1, per: year}"
RUNS = "start: 2025, end: 2028, status: ongoing"
FOUND = [
    ("milestone-overdue", _action(f"{RUNS}, milestones: [{{title: M, due: 2026-05-01}}]"), "2026-05-01"),
    (
        "open-milestone",
        _action("start: 2024, end: 2025, status: completed, milestones: [{title: M}, {title: N}]"),
        "{title: M}",
    ),
    ("done-without-date", _action("start: 2024, status: completed"), "completed"),
    ("commitment-overdue", _commitment("due: 2025"), "2025"),
    ("commitment-overdue", _commitment("due: 2025, every: {times: 1, per: year}"), "2025"),
    ("commitment-outside-period", _commitment("action: clean-heat, due: 2020-05"), "2020-05"),
    (
        "commitment-outside-period",
        _commitment("action: clean-heat, due: 2020-05, status: completed, done: 2020"),
        "2020-05",
    ),
    ("postponed-without-date", _action("start: 2025, status: postponed"), "postponed"),
    ("postponed-without-date", _commitment("due: 2025, status: postponed"), "postponed"),
    ("notice-longer-than-term", _deal(f"term: {{until: 2026-08}}, {NOTICE}"), "3 months"),
    (
        "notice-longer-than-term",
        _deal(f"term: {{until: 2026-08}}, state: agreed, {NOTICE}"),
        "3 months",
    ),
    (
        "notice-longer-than-term",
        _signed(f"{NEW}, term: {{from: 2026, until: 2026}}, {LONG_NOTICE}"),
        "2 years",
    ),
    ("term-begun-unsigned", _deal("term: {from: 2026-05}"), "2026-05"),
    ("term-begun-unsigned", _deal("term: {from: 2024, until: 2025}, state: agreed"), "2025"),
    ("deal-ends-soon", _signed(f"{OLD}, term: {{until: 2026-09-30}}"), "2026-09-30"),
    (
        "review-due",
        _signed("state: signed, signed: {date: 2025-01}, term: {review: {every: {times: 2, per: year}}}"),
        "signed",
    ),
    (
        "review-due",
        _signed(f"state: signed, signed: {{date: 2024-12-31}}, term: {{review: {{{YEARLY}, month: 3}}}}"),
        "signed",
    ),
    ("target-without-result", _target("target: {year: 2025}"), "2025"),
    (
        "target-without-result",
        _target("latest: {year: 2024, ghg: 5 kt}, target: {year: 2025, ghg: 1 kt}"),
        "2025",
    ),
    (
        "target-without-result",
        _indicator(
            "targets: [{year: 2020, value: 1}, {year: 2024, value: 2}], values: [{date: 2023, value: 1}]"
        ),
        "2024",
    ),
    ("stale-inventory", _target("latest: {year: 2021, ghg: 5 kt}"), "2021"),
    (
        "years-out-of-order",
        _target("baseline: {year: 2023, ghg: 5 kt}, latest: {year: 2022, ghg: 5 kt}"),
        "2022",
    ),
    (
        "year-given-twice",
        _indicator("values: [{date: 2024-05, value: 1}, {date: 2024-05, value: 2}]"),
        "2024-05",
    ),
    ("done-in-future", "sources: [{id: s, title: S, date: 2027}]\n", "2027"),
    (
        "done-in-future",
        "stakeholders: [{id: b, name: B, kind: sme, employees: {total: 4, year: 2027}}]\n",
        "2027",
    ),
]


@pytest.mark.parametrize(("rule", "text", "where"), FOUND)
def test_finds(rule: str, text: str, where: str) -> None:
    found = only(text)
    assert (found.diagnostic.rule, marked(found)) == (rule, where)


FINE = [
    _action(
        f"{RUNS}, milestones: [{{title: M, due: 2026}}, {{title: N, due: 2026-05, done: 2026-05}}, {{title: O}}]"
    ),
    _action("start: 2027, end: 2028, milestones: [{title: M, due: 2027}]"),
    _action("start: 2024, end: 2025, status: cancelled, milestones: [{title: M, due: 2024}]"),
    _action("start: 2024, status: completed, note: The source does not say when it ended."),
    _action("start: 2027, end: 2029, status: postponed"),
    _action("status: postponed"),
    _commitment("due: 2025, status: completed, done: 2025-03"),
    _commitment("due: 2025, status: cancelled"),
    _commitment("status: completed, note: Nobody knows when."),
    _commitment("due: 2027, status: postponed"),
    _commitment("action: clean-heat, due: 2030-12-31"),
    _commitment("action: clean-heat, due: 2024, status: completed, done: 2024"),
    _deal("term: {until: 2027-08}, termination: {notice: 3 months}"),
    _deal("term: {until: 2021}, state: withdrawn, termination: {notice: 3 months}"),
    _deal("term: {from: 2027}, termination: {notice: 3 months}"),
    _deal("termination: {notice: 3 months}"),
    _signed("state: signed, signed: {date: 2026-01}, term: {until: 2026}, termination: {notice: 2 years}"),
    _deal("term: {from: 2026}"),
    _deal("term: {review: {every: {per: year}}}"),
    _signed("state: signed, signed: {date: 2024}, term: {until: 2026-10-31}"),
    _signed(
        "state: signed, signed: {date: 2025-07}, term: {review: {every: {times: 1, per: year}, month: 12}}"
    ),
    _signed("state: signed, signed: {date: 2025-12}, term: {review: {every: {times: 1, per: year}}}"),
    _signed("state: reporting, signed: {date: 2020}, term: {review: {every: {times: 1, per: year}}}"),
    _signed("state: signed, signed: {date: 2025}, adopted: {date: 2025}"),
    _signed("state: signed, signed: {date: 2025}, adopted: {body: Council}"),
    _target("target: {year: 2025}, note: The sources hold no figure."),
    _target("latest: {year: 2025, ghg: 5 kt}, target: {year: 2025, ghg: 1 kt}"),
    _target("latest: {year: 2022, ghg: 5 kt}"),
    _indicator("targets: [{year: 2024, value: 2}], values: [{date: 2024, value: 1}]"),
    _indicator("targets: [{year: 2024, value: 2}], note: Nobody measured it."),
    _indicator("targets: [{year: 2026, value: 2}]"),
    _indicator("values: [{date: 2024-05, value: 1}, {date: 2024, value: 2}]"),
]


@pytest.mark.parametrize("text", FINE)
def test_leaves_alone(text: str) -> None:
    assert rules(text) == []


# --- one fault, one finding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            _action("start: 2024, end: 2025, status: ongoing, milestones: [{title: M, due: 2025}]"),
            "action-overdue",
        ),
        (_action("start: 2025, end: 2028, milestones: [{title: M, due: 2026-01}]"), "action-overdue"),
        (_action(f"{RUNS}, milestones: [{{title: M, due: 2023}}]"), "milestone-outside-period"),
        (_action(f"{RUNS}, milestones: [{{title: M, due: 2023, done: 2023}}]"), "milestone-outside-period"),
        (_action("start: 2027, end: 2028, milestones: [{title: M, done: 2025}]"), "status-against-dates"),
        (
            _action("start: 2027, end: 2025, status: ongoing, milestones: [{title: M, done: 2025}]"),
            "end-before-start",
        ),
        (_action("start: 2027, status: completed"), "status-against-dates"),
        (_action("start: never, end: 2025, status: postponed"), "bad-date"),
        (_action(f"{RUNS}, milestones: [{{title: M, due: 2026-01, done: never}}]"), "bad-date"),
        (_action("status: completed, end: never"), "bad-date"),
        (_action("status: completed, end: 2025, milestones: [{title: M, done: never}]"), "bad-date"),
        (_commitment("due: 2025, done: never"), "bad-date"),
        (_commitment("status: completed, done: never"), "bad-date"),
        (_commitment("action: clean-heat, due: 2023"), "commitment-outside-period"),
        (_deal("term: {from: 2027, until: 2025}, termination: {notice: 1 year}"), "end-before-start"),
        (_deal("term: {from: 2025, until: 2024}"), "end-before-start"),
        (_deal("term: {from: 2025, until: never}"), "bad-date"),
        (_deal("term: {until: 2026-08}, state: agreeing, termination: {notice: 1 year}"), "unknown-code"),
        (
            _signed("state: signed, signed: {date: 2024}, term: {from: 2027, until: 2026-08}"),
            "end-before-start",
        ),
        (_signed(f"{OLD}, term: {{until: 2025, review: {{every: {{per: year}}}}}}"), "deal-past-its-end"),
        (
            _signed("state: signed, signed: {date: 2028}, term: {review: {every: {per: year}}}"),
            "done-in-future",
        ),
        (_signed("state: signed, signed: {date: 2025}, adopted: {date: 2027}"), "done-in-future"),
        (_target("baseline: {year: 2024, ghg: 5 kt}, target: {year: 2022, ghg: 2 kt}"), "end-before-start"),
        (
            _target("latest: {year: 2020, ghg: 5 kt}, target: {year: 2025, ghg: 2 kt}"),
            "target-without-result",
        ),
        (_target("baseline: {year: 2028, ghg: 5 kt}, latest: {year: 2025, ghg: 5 kt}"), "done-in-future"),
        (
            _indicator("baseline: {year: 2022, value: 5}, targets: [{year: 2020, value: 4}]"),
            "years-out-of-order",
        ),
        (_indicator("targets: [{year: 2024, value: 4}], values: [{date: never, value: 3}]"), "bad-date"),
        (_target("target: {year: 2025}, latest: {year: never, ghg: 5 kt}"), "wrong-type"),
    ],
)
def test_one_fault_is_one_finding(text: str, expected: str) -> None:
    assert rules(text) == [expected]


# --- a commitment and the end of its deals ------------------------------------------------------------------


def _ends(*untils: str, by: str = "due: 2028") -> str:
    deals = "".join(
        f"  - {{id: d{number}, title: D, parties: [town, heat], commitments: [c], term: {{{until}}}}}\n"
        for number, until in enumerate(untils)
    )
    return _commitment(by) + ("deals:\n" + deals if deals else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_ends("until: 2027"), ["commitment-outside-period"]),
        (_ends("until: 2027", "until: 2026"), ["commitment-outside-period"]),
        (_ends("until: 2026", "until: 2027"), ["commitment-outside-period"]),
        (_ends("until: 2027", "until: 2028"), []),
        (_ends("until: 2027", "from: 2027"), []),
        (_ends("until: 2028-06"), []),
        (_ends("until: 2025"), ["term-begun-unsigned"]),
        (_ends("from: 2027, until: 2026"), ["end-before-start"]),
        (_ends("until: 2027").replace("title: D", "title: D, state: withdrawn"), []),
        (_ends("until: 2027", by="due: 2028, action: clean-heat"), ["commitment-outside-period"]),
        (_ends("until: 2027", by="action: clean-heat"), []),
        (
            _ends("until: 2027", by="due: 2028, action: zzz"),
            ["commitment-outside-period", "unknown-reference"],
        ),
    ],
)
def test_a_commitment_after_the_last_of_its_deals(text: str, expected: list[str]) -> None:
    assert sorted(rules(text)) == expected


def test_both_ends_are_shown() -> None:
    (found,) = findings(_ends("until: 2027"))
    assert found.diagnostic.message == "This commitment is due in 2028, after its deal ends in 2027."
    assert [note for _, _, note in found.related] == ["the end of the deal"]


def test_an_action_that_is_late_has_no_end_to_measure_by() -> None:
    late = _action("start: 2024, end: 2025, status: ongoing") + _commitment("action: solar, due: 2027")
    assert rules(late) == ["action-overdue"]
    turned = _action("start: 2027, end: 2025") + _commitment("action: solar, due: 2026")
    assert rules(turned) == ["end-before-start"]


def test_a_state_that_was_not_written_is_named_so() -> None:
    assert "the deal counts as requested" in only(_deal("term: {from: 2026-05}")).diagnostic.message
    late = only(_commitment("due: 2025"))
    assert "has no status and so counts as not-started" in late.diagnostic.message
    late = only(_commitment("due: 2025, status: ongoing"))
    assert "was due in 2025, but is ongoing" in late.diagnostic.message


def test_a_signed_deal_is_measured_from_its_own_start() -> None:
    later = date(2026, 12, 1)
    text = _signed(
        "state: signed, signed: {date: 2026-01}, term: {from: 2026, until: 2028}, termination: {notice: 1 year}"
    )
    assert rules(text, later) == []
