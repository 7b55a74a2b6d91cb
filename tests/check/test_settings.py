"""What the city says of the rules in its own record."""

from datetime import date

import pytest

from lgdkit.check.rules import FAMILIES, RULES
from lgdkit.diagnostics import Located, Severity
from lgdkit.pipeline import check

from .small import findings, marked

CITY = """
city:
  id: lakeside
  name: Lakeside
  country: FI
  languages: [en]
  organisation: town
  check: {%s}
stakeholders:
  - {id: town, name: Town of Lakeside, kind: municipality}
"""
NO_LEAD = "actions: [{id: solar, title: Solar roofs}]\n"
LATE = "actions: [{id: solar, title: Solar, lead: town, end: 2020, status: ongoing}]\n"
NOBODY = "actions: [{id: solar, title: Solar, lead: nobody}]\n"


KNOWN = {
    *("action-without-lead", "action-overdue", "unknown-reference", "duplicate-id", "wrong-type"),
    *("unknown-code", "unknown-key", "allow-unused", "setting-without-effect"),
}
"""What these tests are about: what other rules find in this small city does not concern them."""


def known(text: str) -> list[Located]:
    return [each for each in findings(text, advice=KNOWN) if each.diagnostic.rule in KNOWN]


def rules(text: str) -> list[str]:
    return [each.diagnostic.rule for each in known(text)]


def only(text: str) -> Located:
    (found,) = known(text)
    return found


def told(settings: str, more: str = "") -> list[Located]:
    return known(CITY % settings + more)


def weights(settings: str, more: str) -> list[tuple[str, str]]:
    return [(each.diagnostic.rule, each.diagnostic.severity.value) for each in told(settings, more)]


def test_without_settings_all_is_as_it_was() -> None:
    assert rules(NO_LEAD) == rules(CITY % "" + NO_LEAD) == ["action-without-lead"]


@pytest.mark.parametrize("name", ["action-without-lead", "completeness"])
def test_a_rule_or_a_family_is_ignored(name: str) -> None:
    assert told(f"ignore: [{name}]", NO_LEAD) == []
    assert rules(CITY % "ignore: [languages]" + NO_LEAD) == ["action-without-lead"]


@pytest.mark.parametrize("weight", ["error", "warning", "info"])
def test_a_rule_weighs_what_the_city_says(weight: str) -> None:
    assert weights(f"severity: {{action-without-lead: {weight}}}", NO_LEAD) == [
        ("action-without-lead", weight)
    ]
    assert weights(f"severity: {{completeness: {weight}}}", NO_LEAD) == [("action-without-lead", weight)]


@pytest.mark.parametrize(
    "settings",
    [
        "severity: {completeness: error, action-without-lead: info}",
        "severity: {action-without-lead: info, completeness: error}",
    ],
)
def test_a_rule_goes_before_its_family(settings: str) -> None:
    assert weights(settings, NO_LEAD) == [("action-without-lead", "info")]


def test_advice_may_be_made_an_error() -> None:
    assert weights("severity: {dates: error}", LATE) == [("action-overdue", "error")]


@pytest.mark.parametrize(
    "settings",
    [
        "ignore: [unknown-reference]",
        "severity: {unknown-reference: info}",
        "severity: {unknown-reference: warning}",
    ],
)
def test_an_error_stays_one(settings: str) -> None:
    found = weights(settings, NOBODY)
    assert found == [("setting-without-effect", "warning"), ("unknown-reference", "error")]


def test_of_a_family_the_errors_stay() -> None:
    """A setting of a family is about those of its rules that it can change, and nothing is said of the others."""
    twice = "actions: [{id: a, title: A, lead: town}, {id: a, title: A, lead: town}]\n"
    assert weights("severity: {identity: info}", twice) == [("duplicate-id", "error")]
    assert weights("ignore: [identity]", twice) == [("duplicate-id", "error")]


def test_a_family_of_errors_alone_cannot_be_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    errors = tuple(each for each in RULES if each.severity is Severity.ERROR)
    monkeypatch.setitem(FAMILIES, "coverage", errors)
    found = only(CITY % "ignore: [coverage]")
    assert found.diagnostic.message == 'Every rule of "coverage" is an error, and an error stays one.'


@pytest.mark.parametrize("rule", [each.id for each in RULES if each.severity is Severity.ERROR])
def test_no_error_can_be_made_less(rule: str) -> None:
    assert rules(CITY % f"ignore: [{rule}]") == ["setting-without-effect"]
    assert rules(CITY % f"severity: {{{rule}: info}}") == ["setting-without-effect"]
    assert told(f"severity: {{{rule}: error}}") == []


def test_a_misspelt_name_is_one_finding_and_means_what_it_means() -> None:
    found = only(CITY % "ignore: [action-without-leed]" + NO_LEAD)
    assert marked(found) == "action-without-leed"
    assert found.diagnostic.severity is Severity.WARNING
    assert found.diagnostic.help == 'Did you mean "action-without-lead"?'
    found = only(CITY % "severity: {datess: error}")
    assert marked(found) == "datess"
    assert found.diagnostic.help == 'Did you mean "dates"?'
    assert weights("severity: {action-overdu: warning}", LATE) == [
        ("setting-without-effect", "warning"),
        ("action-overdue", "warning"),
    ]


def test_a_name_that_is_like_none() -> None:
    found = only(CITY % "ignore: [qqqq]")
    assert found.diagnostic.message == 'No rule and no family of rules is called "qqqq".'
    assert found.diagnostic.help == "lgd rules lists them."
    assert len(only(CITY % f"ignore: [{'q' * 5000}]").diagnostic.message) < 200


def test_what_is_said_of_the_error_itself() -> None:
    found = only(CITY % "severity: {duplicate-id: info}")
    assert marked(found) == "duplicate-id"
    assert "an error stays one" in found.diagnostic.message
    assert "under allow" in found.diagnostic.help


def test_a_family_without_a_rule_of_its_own_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "coverage", ())
    assert told("ignore: [coverage]") == []


def test_entries_that_accept_are_settled_too() -> None:
    entry = "allow: [{rule: action-without-lead, at: stakeholders/town, reason: So.}]\n"
    assert rules(CITY % "" + entry) == ["allow-unused"]
    assert told("ignore: [allow-unused]", entry) == []
    # what is ignored has been found all the same: the entry that accepts it is not called unused
    used = "allow: [{rule: action-without-lead, at: actions/solar, reason: So.}]\n"
    assert told("ignore: [action-without-lead]", NO_LEAD + used) == []


def test_a_fault_of_form_stays() -> None:
    assert rules(CITY % "ignore: [wrong-type]" + "actions: [{id: solar, title: Solar, lead: 3}]\n") == [
        "setting-without-effect",
        "wrong-type",
    ]


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ("severity: {action-overdue: low}", "unknown-code"),
        ("ignore: action-overdue", "wrong-type"),
        ("ignored: [action-overdue]", "unknown-key"),
    ],
)
def test_settings_that_cannot_be_read(settings: str, rule: str) -> None:
    assert rules(CITY % settings) == [rule]


def test_what_the_person_asked_for_by_name_is_told() -> None:
    texts = {"a.yaml": (CITY % "ignore: [completeness]" + NO_LEAD).encode()}
    assert "action-without-lead" not in {
        each.diagnostic.rule for each in check(texts, date(2026, 1, 1)).findings
    }
    wanted = frozenset({"action-without-lead"})
    found = check(texts, date(2026, 1, 1), wanted=wanted).findings
    assert "action-without-lead" in {each.diagnostic.rule for each in found}
