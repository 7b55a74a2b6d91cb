"""What each state of a deal asks for."""

import pytest

from .small import BASE, marked, only, rules

GIVEN = {
    "purpose": "purpose: P",
    "city_contributions": "city_contributions: [{text: C}]",
    "term": "term: {from: 2026}",
    "reporting": "reporting: {every: {per: year}}",
    "termination": "termination: {notice: 3 months}",
}
ALL = (
    "city-contributes-nothing",
    "deal-without-purpose",
    "deal-without-term",
    "deal-without-reporting",
    "deal-without-notice",
    "accession-without-consent",
    "party-without-contact",
)
BOTH = "signatories: [{party: town, position: Mayor}, {party: heat, position: Director}]"


def _deal(without: str = "", more: str = "", state: str = "agreed") -> str:
    rest = ", ".join([*(text for key, text in GIVEN.items() if key != without), *([more] if more else [])])
    return f"deals: [{{id: d, title: D, parties: [town, heat], state: {state}, commitments: [heat-pumps], {rest}}}]\n"


def test_a_whole_deal_is_clean() -> None:
    assert rules(_deal(), advice=ALL) == []


MISSING = [
    ("purpose", "deal-without-purpose"),
    ("city_contributions", "city-contributes-nothing"),
    ("term", "deal-without-term"),
    ("reporting", "deal-without-reporting"),
    ("termination", "deal-without-notice"),
]


@pytest.mark.parametrize(("key", "rule"), MISSING)
def test_what_is_agreed_says_all(key: str, rule: str) -> None:
    assert rules(_deal(key), advice=ALL) == [rule]
    signed = f"signed: {{date: 2025}}, {BOTH}"
    assert rules(_deal(key, signed, "signed"), advice=ALL) == [rule]
    assert rules(_deal(key, signed, "reporting"), advice=ALL) == [rule]


@pytest.mark.parametrize(("key", "rule"), MISSING)
@pytest.mark.parametrize("state", ["requested", "negotiating", "expired", "withdrawn"])
def test_what_is_not_agreed_or_over_may_lack_it(key: str, rule: str, state: str) -> None:
    assert rule not in rules(_deal(key, state=state), advice=ALL)


@pytest.mark.parametrize(("key", "rule"), MISSING)
def test_what_cannot_be_read_is_not_missing(key: str, rule: str) -> None:
    assert rules(_deal(key, f"{key}: 5"), advice=ALL) == ["wrong-type"]


def test_goals_are_a_purpose() -> None:
    assert rules(_deal("purpose", "goals: [G]"), advice=ALL) == []


def test_a_declaration_needs_no_contribution_and_a_commitment_of_the_city_is_one() -> None:
    assert rules(_deal("city_contributions", "level: declaration")) == []
    own = "commitments: [{id: hall, by: town, text: T, amount: 1 hall}]\n"
    text = own + _deal("city_contributions").replace("[heat-pumps]", "[heat-pumps, hall]")
    assert rules(text) == []
    assert rules(_deal("city_contributions").replace("[heat-pumps]", "[heat-pumps, hal]")) == [
        "unknown-reference"
    ]
    other = (
        "stakeholders: [{id: mill, name: M, kind: sme}, {id: inn, name: I, kind: sme}]\n"
        "commitments: [{id: a, by: mill, text: T, amount: 1 x}, {id: b, by: inn, text: T, amount: 1 x}]\n"
    )
    between = (
        _deal("city_contributions").replace("[town, heat]", "[mill, inn]").replace("[heat-pumps]", "[a, b]")
    )
    assert rules(other + between) == []  # the city is no party


def test_a_signatory_has_a_position_or_its_stakeholder_names_one() -> None:
    text = _deal(more="signatories: [{party: town, position: Mayor}, {party: heat}]")
    found = only(text)
    assert found.diagnostic.rule == "signatory-without-position"
    assert marked(found) == "{party: heat}"
    role = BASE.decode().replace("managing director}", "director}, signatory: {role: director}")
    assert rules(role.replace("deals:\n", text.replace("deals: [", "deals:\n  - ")[:-2] + "\n")) == []
    broken = BASE.decode().replace("managing director}", "director}, signatory: 5")
    assert rules(broken.replace("deals:\n", text.replace("deals: [", "deals:\n  - ")[:-2] + "\n")) == [
        "wrong-type"
    ]
    assert rules(text.replace("state: agreed", "state: negotiating")) == []
    assert rules(_deal(more="signatories: [{party: town, position: Mayor}, {party: het}]")) == [
        "unknown-reference"
    ]
    assert rules(_deal(more="signatories: [{party: town, position: 5}]")) == ["wrong-type"]


@pytest.mark.parametrize(
    ("adopted", "expected"),
    [
        ("", ["binding-without-adoption"]),
        ("adopted: {}", ["binding-without-adoption"]),
        ("adopted: {body: Council}", ["binding-without-adoption"]),
        ("adopted: {date: 2025}", ["binding-without-adoption"]),
        ("adopted: {body: Council, date: 2025}", []),
        ("adopted: {reference: V1}", []),
        ("adopted: 5", ["wrong-type"]),
    ],
)
def test_a_binding_deal_was_decided(adopted: str, expected: list[str]) -> None:
    more = f", {adopted}" if adopted else ""
    assert rules(_deal(more=f"legal_status: binding{more}")) == expected
    assert rules(_deal(more=f"legal_status: partly-binding{more}")) == expected
    if adopted != "adopted: 5":
        assert rules(_deal(more=f"legal_status: non-binding{more}")) == []
        assert rules(_deal(more=f"legal_status: binding{more}", state="negotiating")) == []


def _german(codes: str, position: str, country: str = "DE", status: str = "binding") -> str:
    base = BASE.decode().replace("country: FI", f"country: {country}\n{codes}")
    deal = _deal(
        more=f"legal_status: {status}, adopted: {{reference: V1}}, "
        f"signatories: [{{party: town, position: {position}}}, {{party: heat, position: Director}}]"
    )
    return base.replace("deals:\n", "deals:\n  - " + deal.removeprefix("deals: [")[:-2] + "\n")


@pytest.mark.parametrize(
    "codes",
    ["", "  codes: {nuts3: DE126}", "  codes: {municipality: '08222000'}", "  codes: {locode: DE MHG}"],
)
def test_the_mayor_signs_what_binds_in_baden_wuerttemberg(codes: str) -> None:
    found = only(_german(codes, "Head of office"))
    assert (found.diagnostic.rule, marked(found)) == ("binding-without-mayor", "Head of office")
    assert rules(_german(codes, "Head of office", status="partly-binding")) == ["binding-without-mayor"]
    for mayor in ("Oberbürgermeisterin", "Erster Bürgermeister", "Lord Mayor", "{en: Deputy mayor}"):
        assert rules(_german(codes, mayor)) == []
    assert rules(_german(codes, "Head of office", status="non-binding")) == []


@pytest.mark.parametrize(
    ("codes", "country"),
    [
        ("  codes: {nuts3: DEA23}", "DE"),
        ("  codes: {municipality: '05315000'}", "DE"),
        ("  codes: {nuts3: DE126, municipality: '05315000'}", "DE"),
        ("", "SE"),
    ],
)
def test_other_laender_and_countries_have_other_rules(codes: str, country: str) -> None:
    assert rules(_german(codes, "Head of office", country)) == []


def test_where_a_german_city_lies_may_be_unreadable() -> None:
    assert rules(_german("  codes: 5", "Head of office")) == ["wrong-type"]


def test_the_leading_language_is_one_that_is_drafted() -> None:
    found = only(_deal(more="leading_language: sv"))
    assert (found.diagnostic.rule, marked(found)) == ("leading-language-missing", "sv")
    assert (
        rules(_deal(more="leading_language: en, languages: [en, sv], note: {en: N, sv: N}"))
        == [
            "missing-translation"  # the other texts of the deal are in English alone
        ]
        * 3
    )
    assert rules(_deal(more="leading_language: sv, languages: 5")) == ["wrong-type"]
    spoken = BASE.decode().replace("kind: municipal-company,", "kind: municipal-company, language: sv,")
    deal = "deals:\n  - " + _deal(more="leading_language: sv").removeprefix("deals: [")[:-2] + "\n"
    assert rules(spoken.replace("deals:\n", deal)) == []  # a copy is drafted in the language of its party


def test_accession_and_consent_agree() -> None:
    found = only(_deal(more="accession: {open: false, consent: all}"), advice=ALL)
    assert (found.diagnostic.rule, marked(found)) == ("consent-without-accession", "all")
    assert rules(_deal(more="accession: {open: true}"), advice=ALL) == ["accession-without-consent"]
    assert rules(_deal(more="accession: {open: true}", state="expired"), advice=ALL) == []
    assert rules(_deal(more="accession: {open: true, consent: none}"), advice=ALL) == []
    assert rules(_deal(more="accession: {open: false}"), advice=ALL) == []


def test_a_party_has_a_contact_once_the_deal_is_spoken_of() -> None:
    mute = BASE.decode().replace(", contact: {role: managing director}", "")
    assert rules(mute, advice=ALL) == ["party-without-contact"]
    for state in ("requested", "expired", "withdrawn"):
        assert rules(mute.replace("state: negotiating", f"state: {state}"), advice=ALL) == []
    assert rules(mute.replace("company}", "company, contact: 5}"), advice=ALL) == ["wrong-type"]
