"""One fault, one finding: no rule takes what could not be read, or is misspelt, for something missing."""

import pytest

from lgdkit.check.near import Nearest
from lgdkit.pipeline import check

from .small import BASE, TODAY, findings, only, rules, weighty

BAKERY = "stakeholders: [{id: bakery, name: Bakery, kind: sme}]\n"
OVEN = "commitments: [{id: oven, by: bakery, text: Oven., amount: 1 oven}]\n"
DEAL = "deals: [{id: d, title: D, parties: [town, bakery]}]\n"
SIGNED = "purpose: P, city_contributions: [{text: C}], state: signed, signed: {date: 2025}"
WHOLE = BAKERY + OVEN + DEAL


def test_the_whole_is_clean() -> None:
    assert rules(WHOLE) == []


# --- names that nobody knows --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: bakery", "by: bakkery"),
        ("by: bakery", "by: zzz"),
        ("[town, bakery]", "[town, bakerry]"),
        ("[town, bakery]", "[town, zzz]"),
        ("[town, bakery]}", "[town, bakery], commitments: [ofen]}"),
        (
            "[town, bakery]}",
            f"[town, bakery], {SIGNED}, signatories: [{{party: town, position: P}}, {{party: bakry, position: P}}]}}",
        ),
        (
            "[town, bakery]}",
            f"[town, bakery], {SIGNED}, signatories: [{{party: town, position: P}}, {{party: zzz, position: P}}]}}",
        ),
    ],
)
def test_a_misspelt_name_is_one_fault(old: str, new: str) -> None:
    assert rules(WHOLE.replace(old, new)) == ["unknown-reference"]


def test_the_id_of_another_kind_is_no_slip_of_the_pen() -> None:
    """The name resembles one of the parties, but is an action's: it may stand for any of them."""
    both = (
        "stakeholders: [{id: bakery, name: Bakery, kind: sme}, {id: oven-maker, name: Maker, kind: sme}]\n"
        "actions: [{id: oven-made, title: A, lead: bakery}]\n"
        "commitments: [{id: oven, by: oven-made, text: Oven., amount: 1 oven}]\n"
        "deals: [{id: d, title: D, parties: [town, bakery, oven-maker], commitments: [oven]}]\n"
    )
    found = only(both)
    assert found.diagnostic.rule == "unknown-reference"
    assert found.diagnostic.help == '"oven-made" is the id of an action; look which is meant.'


def test_a_party_that_nobody_knows_need_not_sign() -> None:
    both = f"[town, bakery, zzz], {SIGNED}, signatories: [{{party: town, position: P}}, {{party: bakery, position: P}}]"
    assert rules(WHOLE.replace("[town, bakery]", both)) == ["unknown-reference"]


def test_a_date_that_cannot_be_read_is_not_missing() -> None:
    both = "signatories: [{party: town, position: P}, {party: bakery, position: P}]"
    signed = f"[town, bakery], {SIGNED.replace('2025', 'never')}, {both}"
    assert rules(WHOLE.replace("[town, bakery]", signed)) == ["bad-date"]
    signed = f"[town, bakery], {SIGNED}, {both.replace('bakery', 'The Bakery')}"
    assert rules(WHOLE.replace("[town, bakery]", signed)) == ["bad-id"]


def test_a_misspelt_name_hides_no_other_party() -> None:
    text = WHOLE.replace("by: bakery", "by: bakkery").replace("[town, bakery]", "[town, bakery, mill]")
    text = text.replace("kind: sme}]", "kind: sme}, {id: mill, name: Mill, kind: sme}]")
    assert sorted(rules(text)) == ["party-without-commitment", "unknown-reference"]


def test_a_misspelt_organisation_is_one_fault() -> None:
    text = BASE.decode().replace("organisation: town", "organisation: twon")
    assert rules(text) == ["unknown-reference"]


def test_any_municipality_may_be_the_city_while_nobody_is_named() -> None:
    assert rules(BASE.decode().replace("  organisation: town\n", "")) == ["no-organisation"]
    text = BASE.decode().replace("  organisation: town\n", "")
    text = text.replace(
        "commitments:\n", "commitments:\n  - {id: hall, by: town, text: Hall., amount: 1 hall}\n"
    )
    text = text.replace("parties: [town, heat]", "parties: [x/town, heat]")
    assert rules(text) == ["no-organisation"]


# --- records that cannot be read ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (BAKERY.replace("name: Bakery, ", "") + OVEN + DEAL, "missing-field"),
        (BAKERY.replace("kind: sme", "kind: bakery") + OVEN + DEAL, "unknown-code"),
        (BAKERY.replace("id: bakery", "id: Bakery") + OVEN + DEAL, "bad-id"),
        (BAKERY.replace("id: bakery, ", "") + OVEN + DEAL, "missing-field"),
        (BAKERY.replace("id: bakery", "id: 7") + OVEN + DEAL, "wrong-type"),
        ("stakeholders: 5\n" + OVEN + DEAL, "wrong-type"),
        ("stakeholders: [5]\n" + OVEN + DEAL, "wrong-type"),
        ("stakeholdrs: [{id: bakery, name: Bakery, kind: sme}]\n" + OVEN + DEAL, "unknown-key"),
        (BAKERY + OVEN.replace("text: Oven.", "text: [Oven.]") + DEAL, "wrong-type"),
        (BAKERY + OVEN.replace(", text: Oven.", "") + DEAL, "missing-field"),
        (BAKERY + OVEN.replace("by: bakery", "by: [bakery]") + DEAL, "wrong-type"),
        (BAKERY + "commitments: [5]\n" + DEAL, "wrong-type"),
        (BAKERY + OVEN + DEAL.replace("[town, bakery]", "bakery"), "wrong-type"),
        (BAKERY + OVEN + DEAL.replace("[town, bakery]", "[town, bakery, The Bakery]"), "bad-id"),
        (BAKERY + OVEN + DEAL.replace("title: D, ", ""), "missing-field"),
        (BAKERY + OVEN + "deals: [5]\n", "wrong-type"),
        (BAKERY + DEAL.replace("title: D", "title: D, commitments: oven"), "wrong-type"),
        (BAKERY + DEAL.replace("title: D", "title: D, level: declared"), "unknown-code"),
        (BAKERY + DEAL.replace("title: D", "title: D, quite_other: 5"), "unknown-key"),
    ],
)
def test_a_record_that_cannot_be_read_is_one_fault(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("lead: [town]", "wrong-type"),
        ("leed: town", "unknown-key"),
        ("in_charge: town", "unknown-key"),
        ("lead: town, start: soon, status: ongoing", "bad-date"),
        ("lead: town, start: 2019, end: soon", "bad-date"),
        ("lead: town, start: 2099, status: begun", "unknown-code"),
        ("lead: town, field: [energy]", "wrong-type"),
        ("lead: town, impact: {ghg: 1 kt, per: all}", "unknown-code"),
        ("lead: town, milestones: [{title: M, done: never}]", "bad-date"),
        ("lead: town, start: 2027, status: ongoing, quite_other: 5", "unknown-key"),
    ],
)
def test_a_value_that_cannot_be_read_is_one_fault(broken: str, rule: str) -> None:
    assert rules(f"actions: [{{id: solar, title: Solar, {broken}}}]\n") == [rule]


def test_a_misspelt_key_hides_no_other_fault() -> None:
    assert sorted(rules("actions: [{id: solar, titel: Solar}]\n")) == ["action-without-lead", "unknown-key"]
    assert sorted(rules("actions: [{id: solar, title: Solar, notte: N}]\n")) == [
        "action-without-lead",
        "unknown-key",
    ]
    late = "lead: town, start: 2024, end: 2025, status: ongoing, milestones: [{title: M, due: never}]"
    assert sorted(rules(f"actions: [{{id: solar, title: Solar, {late}}}]\n")) == [
        "action-overdue",
        "bad-date",
    ]


CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"
USES = (
    "actions: [{id: solar, title: Solar, lead: x/y, field: energy, strategies: [plan], extra: {ward: N}}]\n"
)
DECLARES = (
    "  extra_fields: [{name: ward, label: W, kind: text}]\n"
    "  fields: [{id: energy, name: Energy}]\n"
    "  strategies: [{id: plan, title: Plan, kind: plan}]\n"
)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("kind: text", "kind: word", "unknown-code"),
        ("extra_fields:", "more_of_our_own:", "unknown-key"),
        ("id: energy, ", "", "missing-field"),
        ("id: energy", "id: Energy", "bad-id"),
        ("fields: [{id: energy, name: Energy}]", "fields: energy", "wrong-type"),
        ("  fields:", "  handlungsbereiche:", "unknown-key"),
        ("kind: plan", "kind: plane", "unknown-code"),
        ("[{id: plan, title: Plan, kind: plan}]", "plan", "wrong-type"),
        ("  strategies:", "  vorhaben:", "unknown-key"),
        ("languages: [en]", "languages: en", "wrong-type"),
        ("languages: [en]", "languages: [en, eng]", "unknown-code"),
        ("  country: FI\n", "", "missing-field"),
    ],
)
def test_a_part_of_the_city_that_cannot_be_read_is_one_fault(old: str, new: str, rule: str) -> None:
    text = CITY + DECLARES + USES
    assert rules(text) == []
    assert old in text
    assert rules(text.replace(old, new, 1)) == [rule]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (CITY + DECLARES + USES)
            .replace("kind: plan}", "kind: plane}")
            .replace("[plan]", "[plan, plann]"),
            "unknown-code",
        ),
        (
            CITY + "  quite_other: 5\ndeals: [{id: d, title: D, parties: [x/a, x/b], commitments: [c]}]\n",
            "unknown-key",
        ),
        (
            CITY.replace("  country: FI\n", "")
            + "actions: [{id: a, title: A, lead: x/y, strategies: [plan]}]\n",
            "missing-field",
        ),
    ],
)
def test_a_part_that_cannot_be_read_hides_no_wrong_name(text: str, expected: str) -> None:
    assert sorted(set(rules(text)) - {"no-organisation"}) == sorted([expected, "unknown-reference"])


@pytest.mark.parametrize(
    "spoilt",
    [b"actions: [\n", b"- 5\n", b"actions: *all\n", b"x: \xff\n", b"%YAML 1.1\n---\n", b"quite-other: 5\n"],
)
def test_a_file_that_cannot_be_read_is_one_fault(spoilt: bytes) -> None:
    texts = {"base.yaml": BASE, "broken.yaml": WHOLE.encode() + spoilt}
    rest = b"actions: [{id: solar, title: Solar, lead: bakery, depends_on: [clean-heat]}]\n"
    found = weighty(check({**texts, "rest.yaml": rest}, TODAY).findings)
    assert [each.file for each in found] == ["broken.yaml"]


# --- what is near -------------------------------------------------------------------------------------------


def test_looking_for_near_words_has_an_end() -> None:
    nearest = Nearest()
    for number in range(50):
        nearest.of(f"zzz-{number}", ["heat"])
    assert nearest.of("haet", ["heat"]) is None
    assert Nearest().of("haet", ["heat"]) == "heat"


def test_a_word_is_near_in_its_own_list_only() -> None:
    nearest = Nearest()
    assert nearest.of("haet", ["heat"], "one") == "heat"
    assert nearest.of("haet", ["hate"], "other") == "hate"


def test_many_unknown_names_are_reported_without_delay() -> None:
    known = "".join(f"  - {{id: s{each}, name: S{each}, kind: sme}}\n" for each in range(300))
    unknown = "".join(f"  - {{id: a{each}, title: A{each}, lead: t{each}-x}}\n" for each in range(300))
    found = findings(f"stakeholders:\n{known}actions:\n{unknown}")
    assert len(found) == 300
    assert not found[-1].diagnostic.help.startswith("Did you mean")


def test_a_missing_city_is_one_fault() -> None:
    text = "actions: [{id: solar, title: Solar, lead: bakery, strategies: [plan]}]\n" + BAKERY
    found = weighty(check({"example.yaml": text.encode()}, TODAY).findings)
    assert [each.diagnostic.rule for each in found] == ["no-city"]


def test_only_says_what_it_found() -> None:
    with pytest.raises(AssertionError):
        only(WHOLE)
