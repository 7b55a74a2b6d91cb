"""The run over all rules: what the city accepts, and one finding for one fault."""

import pytest

from lgdkit.check.rules import RULES
from lgdkit.check.run import check_city
from lgdkit.diagnostics import Severity
from lgdkit.model.city import City
from lgdkit.pipeline import check

from .small import BASE, FILE, TODAY, findings, marked, only, rules

NO_LEAD = "actions: [{id: solar, title: Solar roofs}]\n"
NO_MILESTONE = """
actions:
  - id: solar
    title: Solar roofs
    lead: town
    start: 2027
    end: 2028
    milestones: [{title: Ten, due: 2027-05}, {title: Twenty, due: 2031}]
"""
CITY = """
city:
  id: lakeside
  name: Lakeside
  country: FI
  languages: [en]
  targets: [{id: neutral, target: {year: 2030, ghg: 20 kt/year}}]
"""


def _allow(rule: str, at: str, reason: str = ", reason: The council decides in May.") -> str:
    return f"allow: [{{rule: {rule}, at: {at}{reason}}}]\n"


def test_an_empty_city_has_no_findings() -> None:
    assert check_city(City(), RULES, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        (NO_LEAD, "action-without-lead", "actions/solar"),
        (NO_LEAD, "action-without-lead", "actions"),
        (NO_MILESTONE, "milestone-outside-period", "actions/solar"),
        (NO_MILESTONE, "milestone-outside-period", "actions/solar/milestones"),
        (NO_MILESTONE, "milestone-outside-period", "actions/solar/milestones/1/due"),
        (
            "actions: [{id: solar, title: Solar, lead: town, start: 2029, end: 2027}]\n",
            "end-before-start",
            "actions/solar/end",
        ),
        (CITY, "target-without-boundary", "city"),
        (CITY, "target-without-boundary", "city/targets"),
        (CITY, "target-without-boundary", "city/targets/neutral"),
    ],
)
def test_a_finding_is_accepted_with_a_reason(text: str, rule: str, at: str) -> None:
    assert rules(text) == [rule]
    assert rules(text + _allow(rule, at)) == []


@pytest.mark.parametrize(
    ("rule", "at"),
    [
        ("action-without-lead", "actions/solar/le"),  # the beginning of a key is no place
        ("action-without-lead", "actions/solar/"),
        ("action-without-lead", "actions/zzz"),
        ("action-without-lead", "zzz/solar"),
        ("zzz", "actions/solar"),
        ("action-without-lead", "actions/solar/lead"),
        ("action-without-lead", "city"),
        ("end-before-start", "actions/solar"),
    ],
)
def test_another_place_or_rule_accepts_nothing(rule: str, at: str) -> None:
    assert sorted(rules(NO_LEAD + _allow(rule, at))) == ["action-without-lead", "allow-unused"]


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        (NO_LEAD, "action-without-leed", "actions/solar"),
        (NO_LEAD, "action-without-lead", "actions/solr"),
        (NO_LEAD, "action-without-lead", "action/solar"),
        (NO_LEAD, "action-without-lead", "action"),
        (NO_MILESTONE, "milestone-outside-period", "actions/soler/milestones/1"),
        (CITY, "target-without-boundary", "citi/targets/neutral"),
    ],
)
def test_a_misspelt_entry_accepts_what_it_means(text: str, rule: str, at: str) -> None:
    assert rules(text + _allow(rule, at)) == ["allow-unused"]


@pytest.mark.parametrize("reason", ["", ', reason: ""', ', reason: "  "'])
def test_without_a_reason_the_entry_is_the_finding(reason: str) -> None:
    found = rules(NO_LEAD + _allow("action-without-lead", "actions/solar", reason))
    assert found == ["allow-without-reason"]


def test_one_reason_is_enough_where_two_entries_accept() -> None:
    text = NO_LEAD + (
        "allow:\n"
        "  - {rule: action-without-lead, at: actions/solar}\n"
        "  - {rule: action-without-lead, at: actions, reason: The council decides in May.}\n"
    )
    assert rules(text) == ["allow-without-reason"]


def test_a_reason_that_cannot_be_read_is_one_fault() -> None:
    assert rules(NO_LEAD + _allow("action-without-lead", "actions/solar", ", reason: [a]")) == ["wrong-type"]
    assert rules(NO_LEAD + "allow:\n  - rule: action-without-lead\n    at: actions/solar\n    reason:\n") == [
        "empty-value"
    ]


def test_one_entry_accepts_at_its_place_only() -> None:
    text = "actions: [{id: solar, title: Solar}, {id: wind, title: Wind}]\n"
    found = only(text + _allow("action-without-lead", "actions/wind"))
    assert marked(found) == "{id: solar, title: Solar}"


def test_a_place_in_a_record_with_an_id_that_nobody_can_read() -> None:
    text = "actions: [{id: Solar Roofs, title: Solar, lead: town}, {title: Wind, lead: town}]\n"
    assert sorted(rules(text + _allow("end-before-start", "actions/x"))) == ["bad-id", "missing-field"]


@pytest.mark.parametrize(
    ("entry", "words", "help_words", "where"),
    [
        (
            _allow("action-without-lead", "actions/clean-heat"),
            'accepts a finding "action-without-lead" at actions/clean-heat, and there is none',
            "Take the entry out",
            "{rule: action-without-lead, at: actions/clean-heat, reason: The council decides in May.}",
        ),
        (
            _allow("action-without-leed", "actions/clean-heat"),
            'No finding of a rule "action-without-leed"',
            'Did you mean "action-without-lead"?',
            "action-without-leed",
        ),
        (
            _allow("yaml-tag", "city"),
            'No finding of a rule "yaml-tag"',
            "lgd rules lists them.",
            "yaml-tag",
        ),
        (
            _allow("end-before-start", "action/clean-heat"),
            "no place",
            'Did you mean "actions"?',
            "action/clean-heat",
        ),
        (_allow("end-before-start", "targets/x"), "no place", "", "targets/x"),
        (
            _allow("end-before-start", "actions/clean-heet"),
            'no "clean-heet" under actions',
            'Did you mean "actions/clean-heat"?',
            "actions/clean-heet",
        ),
        (
            _allow("end-before-start", "actions/zzz"),
            'no "zzz" under actions',
            "Take the entry out",
            "actions/zzz",
        ),
        (_allow("end-before-start", "actions"), "at actions, and there is none", "Take", None),
        (_allow("end-before-start", "city/name"), "at city/name, and there is none", "Take", None),
    ],
)
def test_an_entry_that_accepts_nothing_is_named(
    entry: str, words: str, help_words: str, where: str | None
) -> None:
    found = only(entry)
    assert found.diagnostic.rule == "allow-unused"
    assert found.diagnostic.severity is Severity.WARNING
    assert words in found.diagnostic.message
    assert help_words in found.diagnostic.help
    assert where is None or marked(found) == where


UNUSED = _allow("end-before-start", "actions/clean-heat")


def test_an_entry_is_not_called_unused_while_something_cannot_be_known() -> None:
    misspelt = "actions: [{id: solar, title: Solar, leed: town}]\n"
    assert rules(misspelt + UNUSED) == ["unknown-key"]
    lost = "actions: [{id: solar, lead: town}]\n"
    assert rules(lost + UNUSED) == ["missing-field"]
    dangling = "actions: [{id: solar, title: Solar, lead: toown}]\n"
    assert rules(dangling + UNUSED) == ["unknown-reference"]


def test_an_entry_that_can_never_accept_is_named_all_the_same() -> None:
    lost = "actions: [{id: solar, lead: town}]\n"
    assert sorted(rules(lost + _allow("no-such-rule", "city"))) == ["allow-unused", "missing-field"]
    assert sorted(rules(lost + _allow("end-before-start", "nowhere"))) == ["allow-unused", "missing-field"]
    assert sorted(rules(lost + _allow("end-before-start", "actions/none"))) == [
        "allow-unused",
        "missing-field",
    ]


def test_an_entry_holds_for_a_record_under_a_misspelt_key() -> None:
    text = NO_LEAD.replace("actions:", "actoins:")
    assert rules(text + _allow("action-without-lead", "actions/solar")) == ["unknown-key"]


def test_a_record_that_may_be_there_is_not_called_missing() -> None:
    text = "actions: [{id: Solar Roofs, title: Solar, lead: town}]\n"
    assert rules(text + _allow("end-before-start", "actions/solar-roofs")) == ["bad-id"]


# --- one fault, one finding --------------------------------------------------------------------------------

THREE = """
actions:
  - {id: solar, title: Solar, lead: bakery, partners: [bakery]}
  - {id: wind, title: Wind, lead: bakery}
  - {id: water, title: Water, lead: school}
"""


def test_places_with_one_fault_behind_them_are_one_finding_in_a_file() -> None:
    bakery, school = (each for each in findings(THREE))
    assert (
        bakery.diagnostic.message
        == 'No stakeholder has the id "bakery"; the same at 2 more places in this file.'
    )
    assert [(span.line, note) for _, span, note in bakery.related] == [(3, "here too"), (4, "here too")]
    assert school.diagnostic.message == 'No stakeholder has the id "school".'
    assert school.related == ()


def test_one_more_place_reads_well() -> None:
    text = "actions:\n  - {id: solar, title: Solar, lead: bakery, partners: [bakery]}\n"
    assert only(text).diagnostic.message.endswith("; the same at one more place in this file.")


def test_not_more_than_ten_other_places_are_listed() -> None:
    records = "".join(f"  - {{id: a{each}, title: Solar {each}, lead: bakery}}\n" for each in range(30))
    found = only("actions:\n" + records)
    assert "29 more places" in found.diagnostic.message
    assert len(found.related) == 10


def test_an_accepted_place_does_not_hide_the_others() -> None:
    left = findings(THREE + _allow("unknown-reference", "actions/solar"))
    assert [each.span.line for each in left] == [4, 5]
    assert left[0].related == ()


def test_advice_is_looked_for_where_somebody_wants_it() -> None:
    text = "actions: [{id: solar, title: Solar, lead: town}]\n"
    rule = "no-milestones"

    def found(text: str = text, wanted: str = "", *, advice: bool = False) -> list[str]:
        texts = {FILE: text.encode(), "base.yaml": BASE}
        return [
            each.diagnostic.rule
            for each in check(texts, TODAY, wanted=frozenset((wanted,)), advice=advice).findings
        ]

    assert found() == []
    assert rule in found(advice=True)
    assert found(wanted=rule) == [rule]
    accepting = f"{text}allow: [{{rule: {rule}, at: actions/solar, reason: The roofs are counted in May.}}]\n"
    assert found(accepting) == []  # nobody asked, so nobody knows whether the entry accepts anything
    assert rule not in found(accepting, advice=True)


def test_advice_that_weighs_more_to_the_city_is_looked_for() -> None:
    text = (
        CITY
        + "  check: {severity: {no-milestones: warning}}\nactions: [{id: solar, title: Solar, lead: town}]\n"
    )
    found = check({FILE: text.encode()}, TODAY, advice=False).findings
    assert "no-milestones" in [each.diagnostic.rule for each in found]
