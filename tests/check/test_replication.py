"""What is told of records that were taken over from another city."""

from datetime import date

import pytest

from lgdkit import pipeline
from lgdkit.model.action import Action
from lgdkit.model.commitment import Commitment
from lgdkit.model.deal import Deal
from lgdkit.model.original import digest_of
from lgdkit.read.city import read_city

from .short import findings, rules
from .small import LATE

TODAY = date(2026, 11, 22)
HILLSIDE = """
city: {id: hillside, name: Hillside, country: FI, languages: [en]}
stakeholders: [{id: hill, name: Hill, kind: municipality}, {id: sun, name: Sun Oy, kind: sme}]
actions:
  - {id: solar, title: Solar roofs, impact: {ghg: 10 kt/year}}
commitments:
  - {id: roofs, by: sun, action: solar, text: Ten roofs.}
deals:
  - {id: sun-deal, title: Sun, parties: [hill, sun], commitments: [roofs]}
"""


def _copy(kind: str, name: str, digest: str = "") -> str:
    said = f", digest: '{digest}'" if digest else ""
    of = {
        "actions": "title: Shade",
        "commitments": "by: heat, text: Shade.",
        "deals": "title: S, parties: [town, heat]",
    }
    return f"{kind}: [{{id: shade, {of[kind]}, replicates: {{from: hillside/{name}{said}}}}}]\n"


def _told(copy: str, original: str = HILLSIDE, name: str = "hillside") -> list[str]:
    city = b"city: {id: lakeside, name: L, country: FI, languages: [en]}\n"
    texts = {"city.yaml": city, "copy.yaml": copy.encode()}
    found = pipeline.check(
        texts, TODAY, others={name: read_city({"all.yaml": original.encode()}).city}.get
    ).findings
    return [each.diagnostic.message for each in found if each.diagnostic.rule == "original-changed"]


def _digest(kind: str) -> str:
    city = read_city({"all.yaml": HILLSIDE.encode()}).city
    record = {"actions": city.actions, "commitments": city.commitments, "deals": city.deals}[kind][0]
    assert isinstance(record, Action | Commitment | Deal)
    return digest_of(city, record)


NAMES = [("actions", "solar"), ("commitments", "roofs"), ("deals", "sun-deal")]


@pytest.mark.parametrize(("kind", "name"), NAMES)
def test_an_original_that_stayed_is_not_told(kind: str, name: str) -> None:
    copy = _copy(kind, name, _digest(kind))
    assert _told(copy) == []
    # laid out anew, and further on its way
    moved = HILLSIDE.replace("title: Solar roofs,", "title: {en: Solar   roofs}, status: ongoing,")
    assert _told(copy, moved) == []


@pytest.mark.parametrize(
    ("kind", "name", "old", "new"),
    [
        ("actions", "solar", "10 kt", "12 kt"),
        ("commitments", "roofs", "Ten", "Nine"),
        ("deals", "sun-deal", "title: Sun,", "title: Sunny,"),
        ("deals", "sun-deal", ", commitments: [roofs]", ", commitments: [others]"),
    ],
)
def test_an_original_that_changed_is_told(kind: str, name: str, old: str, new: str) -> None:
    [message] = _told(_copy(kind, name, _digest(kind)), HILLSIDE.replace(old, new))
    assert message == f'"hillside/{name}" has changed since it was taken over.'


def test_an_original_that_went_is_told() -> None:
    [message] = _told(_copy("actions", "gone"))
    assert "is not among the actions of its city any more" in message


@pytest.mark.parametrize(
    "copy",
    [
        "actions: [{id: shade, title: Shade, replicates: hillside/solar}]\n",  # nobody kept what it said
        _copy("actions", "solar", "0" * 16).replace("hillside", "seaside"),  # another city
    ],
)
def test_what_nobody_can_know_is_not_told(copy: str) -> None:
    assert _told(copy) == []


def test_only_what_is_at_hand_is_looked_at() -> None:
    two = _copy("actions", "gone") + "commitments: [{id: c, by: heat, text: T, replicates: seaside/x}]\n"
    assert len(_told(two)) == 1


def test_a_city_of_another_id_is_not_the_original() -> None:
    assert _told(_copy("actions", "gone"), HILLSIDE.replace("id: hillside", "id: other")) == []


def test_an_original_that_cannot_be_read_is_not_called_gone() -> None:
    assert _told(_copy("actions", "gone"), HILLSIDE.replace("{id: solar,", "{title: 5,")) == []
    assert _told(_copy("actions", "solar", "0" * 16), HILLSIDE.replace("10 kt", "10 sheep")) == []


def _asked(rest: str, about: str) -> list[str]:
    text = f"commitments: [{{id: c, by: heat, action: clean-heat, text: T, {rest}questions: [{{ask: Q, {about}}}]}}]\n"
    return [each for each in rules(text, advice=()) if each == "open-question"]


@pytest.mark.parametrize(
    ("rest", "about", "is_open"),
    [
        ("", "about: due", True),
        ("due: 2028, ", "about: due", False),
        ("due: 2028, ", "answer: So.", False),
        ("due: 2028, ", "about: nothing-like-that", True),
        ("ghg: {not_quantified: later}, ", "about: ghg", True),
        ("ghg: not-applicable, ", "about: ghg", False),
        ("investment: {amount: 1 MEUR}, ", "about: investment/amount", False),
        ("investment: {amount: {not_quantified: later}}, ", "about: investment/amount", True),
        ("", "about: investment/amount", True),
        ("due: 2028, ", "about: due/more", True),
        ("due: 2028, ", "about: investment/amount/more", True),
        ("", "about: per", True),  # it has a value of itself, and nobody wrote it
    ],
)
def test_a_question_is_open_until_it_is_answered(rest: str, about: str, is_open: bool) -> None:
    assert bool(_asked(rest, about)) is is_open


def test_a_role_is_told_until_it_is_taken() -> None:
    role = "stakeholders: [{id: r, name: developer, to_be_found: true, kind: company, note: N}]\n"
    assert [each.diagnostic.message for each in findings(role)] == ["To be found: developer."]
    assert findings(role.replace("to_be_found: true, ", "")) == ()


@pytest.mark.parametrize(
    ("state", "rule"), [("signed", "signed-with-nobody"), ("requested", "role-to-be-found")]
)
def test_one_finding_for_a_role_in_a_deal(state: str, rule: str) -> None:
    text = (
        "stakeholders: [{id: r, name: developer, to_be_found: true, kind: company}]\n"
        f"deals: [{{id: d, title: D, parties: [town, r], state: {state}}}]\n"
    )
    found = [each for each in rules(text, advice=LATE) if each in ("signed-with-nobody", "role-to-be-found")]
    assert found == [rule]


def test_a_deal_among_those_who_are_known_is_left_alone() -> None:
    text = (
        "stakeholders: [{id: r, name: developer, to_be_found: true, kind: company}]\n"
        "deals: [{id: d, title: D, parties: [town, heat], state: agreed}]\n"
    )
    assert "signed-with-nobody" not in rules(text)


def _abroad(reference: str, other: str = HILLSIDE) -> list[str]:
    city = "city: {id: lakeside, name: L, country: FI, languages: [en]}\nstakeholders: [{id: a, name: A, kind: sme}]\n"
    texts = {"city.yaml": f"{city}commitments: [{{id: x, by: a, text: T., action: {reference}}}]\n".encode()}
    others = {"hillside": read_city({"all.yaml": other.encode()}).city}
    found = pipeline.check(texts, TODAY, others=others.get).findings
    wrong = [each.diagnostic for each in found if each.diagnostic.rule == "unknown-reference"]
    return [f"{each.message} {each.help}" for each in wrong]


def test_a_record_of_another_city_is_looked_up() -> None:
    assert _abroad("hillside/solar") == []
    assert _abroad("elsewhere/solar") == []
    no = "hillside has no action with the id"
    assert _abroad("hillside/solr") == [f'{no} "solr". Did you mean "hillside/solar"?']
    assert _abroad("hillside/sun-deal") == [
        f'{no} "sun-deal". "sun-deal" is the id of a deal; look which is meant.'
    ]
    assert _abroad("hillside/bicycles") == [f'{no} "bicycles". Ask hillside, or mend the id.']


def test_what_cannot_be_read_of_another_city_may_be_there() -> None:
    assert _abroad("hillside/wind", HILLSIDE.replace("title: Solar roofs,", "titel: S,")) != []
    assert _abroad("hillside/solar", HILLSIDE.replace("title: Solar roofs,", "titel: S,")) == []
    assert _abroad("hillside/wind", HILLSIDE.replace("id: solar", "id: [solar]")) == []
