"""Rules on references and identity: what they find and leave alone beyond the examples of their pages."""

import pytest

from .short import findings, marked, only, rules

CITY = "city:\n  id: lakeside\n  name: Lakeside\n  country: FI\n  languages: [en]\n"


def _action(rest: str) -> str:
    return f"actions:\n  - {{id: solar, title: Solar, lead: town, {rest}}}\n"


FOUND = [
    ("refers-to-itself", _action("impact: {enables: [clean-heat, solar]}"), "solar"),
    ("refers-to-itself", "stakeholders: [{id: b, name: B, kind: sme, part_of: b}]\n", "b"),
    ("listed-twice", _action("partners: [heat, heat]"), "heat"),
    ("listed-twice", _action("partners: [heat, town]"), "town"),
    ("listed-twice", _action("levers: [finance, learning, finance]"), "finance"),
    ("listed-twice", _action("impact: {co_benefits: [health, health]}"), "health"),
    ("listed-twice", CITY.replace("[en]", "[en, en]"), "en"),
    (
        "listed-twice",
        CITY + "  targets: [{id: t, boundary: B, scopes: [1, 2, 1], target: {year: 2030}}]\n",
        "1",
    ),
    (
        "listed-twice",
        CITY + "  fields: [{id: f, name: F, green_deal: [clean-energy, clean-energy]}]\n",
        "clean-energy",
    ),
    ("listed-twice", "deals: [{id: d, title: D, parties: [town, heat], languages: [en, en]}]\n", "en"),
    (
        "listed-twice",
        "deals: [{id: d, title: D, parties: [town, heat], signatories: [{party: heat}, {party: heat}]}]\n",
        "heat",
    ),
    ("wrong-city-code", CITY + "  codes: {nuts3: SE331}\n", "SE331"),
    ("wrong-city-code", CITY + "  codes: {locode: SE UME}\n", "SE UME"),
    ("wrong-city-code", CITY.replace("FI", "SE") + "  codes: {municipality: '180'}\n", "'180'"),
    ("wrong-city-code", CITY.replace("FI", "DE") + "  codes: {municipality: '8222000'}\n", "'8222000'"),
    ("wrong-city-code", CITY.replace("FI", "GR") + "  codes: {nuts3: GR303}\n", "GR303"),
    (
        "duplicate-source",
        "sources: [{id: a, title: Plan, date: 2024}, {id: b, title: PLAN, date: 2024}]\n",
        "PLAN",
    ),
    (
        "duplicate-action",
        _action("field: energy") + "  - {id: b, title: Clean District-Heat, field: energy, lead: town}\n",
        None,
    ),
]


@pytest.mark.parametrize(("rule", "text", "where"), FOUND)
def test_finds(rule: str, text: str, where: str | None) -> None:
    found = only(text)
    assert found.diagnostic.rule == rule
    assert where is None or marked(found) == where


def _part(part: str, roles: str, by: str) -> str:
    return (
        f"stakeholders: [{{id: s, name: S, kind: sme, {part}}}]\n"
        f"actions: [{{id: a, title: A, {roles}}}]\n"
        f"commitments: [{{id: c, by: {by}, action: a, text: T}}]\n"
    )


FINE = [
    _action("replicates: espoo/solar"),
    _action("depends_on: [clean-heat]"),
    # an unknown lead is a fault of its own
    "deals: [{id: d, title: D, parties: [town, heat], commitments: [heat-pumps], signatories: [{party: heat}]}]\n",
    CITY.replace("FI", "GR") + "  codes: {nuts3: EL303, locode: GR ATH, municipality: anything}\n",
    CITY.replace("FI", "DE") + "  codes: {municipality: '08222000'}\n",
    CITY.replace("FI", "DE") + "  codes: {municipality: '082220000000'}\n",
    # duplicate-action: another field, cancelled, one after the other
    _action("field: energy")
    .replace("title: Solar", "title: Clean district heat")
    .replace("energy", "energy, status: cancelled"),
    _action("field: energy, start: 2031, end: 2033").replace("title: Solar", "title: Clean district heat"),
    _action("start: 2024")
    .replace("title: Solar", "title: Clean district heat")
    .replace("start: 2024", "start: 2027"),
    # duplicate-commitment: another date, another action
    "commitments: [{id: c, by: heat, action: clean-heat, text: Two heat pumps at the lake., due: 2029}]\n",
    # duplicate-source: another part of the page, another date
    "sources: [{id: a, title: A, url: 'https://x.org/p?a=1'}, {id: b, title: A, url: 'https://x.org/p?a=2'}]\n",
    "sources: [{id: a, title: Plan, date: 2024}, {id: b, title: Plan, date: 2025}]\n",
    # not-among-partners: no partners, the lead's group, the city itself
    _action("").replace(", }", "}") + "commitments: [{id: c, by: heat, action: solar, text: T}]\n",
    _part("part_of: heat", "lead: town, partners: [heat]", "s")
    + "deals: [{id: d, title: D, parties: [town, s]}]\n",
    _part("part_of: heat", "lead: town, partners: [s]", "heat"),
    _part("language: en", "lead: heat, partners: [s]", "town"),
]


@pytest.mark.parametrize("text", FINE)
def test_leaves_alone(text: str) -> None:
    assert rules(text) == []


def _register(system: str, number: str) -> str:
    return (
        f"stakeholders: [{{id: b, name: B, kind: sme, register: {{system: {system}, number: '{number}'}}}}]\n"
    )


@pytest.mark.parametrize(
    ("system", "number"),
    [
        ("FI-ytunnus", "0101263-6"),
        ("FI-ytunnus", "01012636"),
        ("SE-orgnr", "2120002627"),
        ("SE-orgnr", "212000-2627"),
        ("EU-VAT", "FI01012636"),
        ("EU-VAT", "FI 0101 2636"),
        ("LEI", "213800KUD8LAJWSQ9D15"),
        ("DE-HR", "HRB 1234, Amtsgericht Mannheim"),
        ("DE-HR", "Mannheim HRA 1234 B"),
        ("DE-VR", "Amtsgericht Mannheim VR 700"),
        ("other", "anything"),
    ],
)
def test_a_number_of_its_register(system: str, number: str) -> None:
    assert rules(_register(system, number)) == []


@pytest.mark.parametrize(
    ("system", "number", "message"),
    [
        ("FI-ytunnus", "0101263-7", "check digit"),
        ("SE-orgnr", "212000-2672", "check digit"),
        ("EU-VAT", "XX01012636", "is no VAT number"),
        ("LEI", "213800KUD8LAJWSQ9D16", "check digit"),
        ("LEI", "A1", "is no Legal Entity Identifier"),
        ("DE-HR", "1234", "has no HRA or HRB with a number"),
        ("DE-HR", "VR 1234, Amtsgericht Mannheim", "has no HRA or HRB with a number"),
        ("DE-HR", "HRB 1234", "does not say of which court"),
        ("DE-VR", "HRB 1234, Mannheim", "has no VR with a number"),
    ],
)
def test_a_number_that_no_register_gave(system: str, number: str, message: str) -> None:
    found = only(_register(system, number))
    assert found.diagnostic.rule == "wrong-register-number"
    assert message in found.diagnostic.message
    assert marked(found) == f"'{number}'"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("S94", ""),  # its letter in the revision of 2006
        ("T94", ""),  # and in that of 2025
        ("D35.11", ""),
        ("'35.11'", ""),
        ("D", ""),
        ("Q34.11", "no code"),
        ("'34.11'", "no code"),
        ("A94", "of section T or S, not of A"),
        ("''", "no code"),
    ],
)
def test_nace_codes(code: str, message: str) -> None:
    text = f"stakeholders: [{{id: b, name: B, kind: sme, sector: {{nace: {code}}}}}]\n"
    found = findings(text)
    assert [each.diagnostic.rule for each in found] == (["unknown-nace"] if message else [])
    assert not message or message in found[0].diagnostic.message


def test_the_library_agrees_on_every_division() -> None:
    from stdnum.eu import nace

    for letter in "ABCDEFGHIJKLMNOPQRSTUV":
        wanted = [
            digits
            for digits in (f"{number:02d}" for number in range(100))
            for revision in ("2.0", "2.1")
            if nace.is_valid(digits, revision) and nace.info(digits, revision=revision)["section"] == letter
        ]
        codes = [f"{letter}{number:02d}" for number in range(100)]
        lines = "".join(
            f"  - {{id: s{code.lower()}, name: S {code}, kind: sme, sector: {{nace: {code}}}}}\n"
            for code in codes
        )
        wrong = {marked(each)[1:] for each in findings("stakeholders:\n" + lines)}
        assert {f"{number:02d}" for number in range(100)} - wrong == set(wanted)


@pytest.mark.parametrize("system", ["FI-ytunnus", "SE-orgnr"])
def test_the_library_agrees_on_every_check_digit(system: str) -> None:
    from stdnum.fi import ytunnus
    from stdnum.se import orgnr

    if system == "FI-ytunnus":
        numbers = [f"{1_000_000 + 7919 * step:07d}-{check}" for step in range(30) for check in range(10)]
    else:
        numbers = [
            f"{200_000 + 7919 * step:06d}-{step:03d}{check}" for step in range(30) for check in range(10)
        ]
    valid = ytunnus.is_valid if system == "FI-ytunnus" else orgnr.is_valid
    lines = "".join(
        f"  - {{id: s{at}, name: S {at}, kind: sme, register: {{system: {system}, number: '{number}'}}}}\n"
        for at, number in enumerate(numbers)
    )
    wrong = {marked(each).strip("'") for each in findings("stakeholders:\n" + lines)}
    assert wrong == {number for number in numbers if not valid(number)}


def test_an_activity_in_words_needs_no_code() -> None:
    assert rules("stakeholders: [{id: b, name: B, kind: sme, sector: {activity: Bread}}]\n") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stadtwerke München GmbH", "Stadtwerke Muenchen"),
        ("Lassila & Tikanoja Oyj", "Lassila ja Tikanoja"),
        ("Ørsted A/S", "Orsted"),
        ("Oy Karl Fazer Ab", "Karl Fazer Oy"),
        ("Caruna Oy", "Caruna Ab"),
        ("Starkmacher gGmbH", "Starkmacher GmbH"),
        ("Osuuskunta Ruoka osk", "OSUUSKUNTA RUOKA"),
        ("Energia sp. z o.o.", "Energia"),
        ("Region Västerbotten", "REGION VASTERBOTTEN"),
    ],
)
def test_one_organisation_under_two_spellings(one: str, other: str) -> None:
    text = f"stakeholders: [{{id: a, name: {one}, kind: sme}}, {{id: b, name: {other}, kind: sme}}]\n"
    assert rules(text) == ["duplicate-stakeholder"]


def test_an_ag_is_no_oy() -> None:
    text = "stakeholders: [{id: a, name: Siemens AG, kind: sme}, {id: b, name: Siemens Ab, kind: sme}]\n"
    assert rules(text) == []


# --- one fault, one finding ---------------------------------------------------------------------------------

BAKERY = "stakeholders: [{id: bakery, name: Bakery, kind: sme}]\n"
OVEN = "commitments: [{id: oven, by: bakery, text: Oven.}]\n"


def _deal(parties: str, rest: str = "") -> str:
    return f"deals: [{{id: d, title: D, parties: [{parties}], commitments: [oven]{rest}}}]\n"


def test_a_commitment_of_somebody_else_is_one_fault() -> None:
    found = only(BAKERY + OVEN + _deal("town, heat"))
    assert found.diagnostic.rule == "commitment-of-no-party"
    assert marked(found) == "oven"
    assert [note for _, _, note in found.related] == ["who commits itself"]


def test_in_two_deals_of_a_file_it_is_one_fault() -> None:
    two = _deal("town, heat").replace(
        "}]", "}, {id: e, title: E, parties: [town, heat], commitments: [oven]}]"
    )
    assert only(BAKERY + OVEN + two).diagnostic.message.endswith("the same at one more place in this file.")


@pytest.mark.parametrize("parties", ["town, bakerry", "town, zzz"])
def test_a_misspelt_party_is_one_fault(parties: str) -> None:
    assert rules(BAKERY + OVEN + _deal(parties)) == ["unknown-reference"]


def test_a_list_that_cannot_be_read_is_one_fault() -> None:
    assert rules(BAKERY + OVEN + _deal("town, heat, The Bakery")) == ["bad-id"]


def test_a_partner_that_nobody_knows_may_be_the_one() -> None:
    text = "actions: [{id: a, title: A, lead: town, partners: [heet]}]\n"
    text += "commitments: [{id: c, by: heat, action: a, text: T}]\n"
    assert rules(text) == ["unknown-reference"]
    assert rules(text.replace("[heet]", "[town2, x/y, [heat]]")) == ["wrong-type"]
    assert rules(text.replace("[heet]", "[x/y]")) == ["not-among-partners"]


def test_a_commitment_of_a_strange_deal_is_no_matter_of_the_action() -> None:
    text = (
        BAKERY + "commitments: [{id: oven, by: bakery, action: solar, text: Oven.}]\n" + _deal("town, heat")
    )
    text += "actions: [{id: solar, title: Solar, lead: town, partners: [heat]}]\n"
    assert rules(text) == ["commitment-of-no-party"]


# --- what nothing names -------------------------------------------------------------------------------------


def _asked(text: str, rule: str) -> list[str]:
    return [
        each.diagnostic.message for each in findings(text, advice=(rule,)) if each.diagnostic.rule == rule
    ]


PERSON = "persons: [{id: p, name: Somebody}]\n"
INDICATOR = "indicators: [{id: i, name: I, unit: t}]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PERSON, ['Nothing refers to the person "p".']),
        (INDICATOR, ['Nothing refers to the indicator "i".']),
        (
            "sources: [{id: s, title: S}]\n" + INDICATOR.replace("unit: t", "unit: t, sources: [s]"),
            ['Nothing refers to the indicator "i".'],
        ),
        (PERSON + _action("").replace(", }", ", lead2: x}"), []),  # a key that nobody can read may name them
        (PERSON + "sources: [5]\n", []),
        (PERSON + "stakeholders: [{id: b, name: B, kind: sme, contact: {person: pp}}]\n", []),
        (INDICATOR + _action("indicators: [x/i]"), ['Nothing refers to the indicator "i".']),
    ],
)
def test_a_record_that_nothing_names(text: str, expected: list[str]) -> None:
    assert _asked(text, "unused-record") == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (BAKERY, 1),
        (BAKERY.replace("kind: sme", "kind: sme, influence: low"), 1),
        (BAKERY.replace("kind: sme", "kind: sme, note: Asked in May."), 0),
        (BAKERY.replace("kind: sme", "kind: sme, collaboration: None so far."), 0),
        (BAKERY + _action("partners: [bakery]"), 0),
        (BAKERY + _action("partners: [bakerry]"), 0),
        (BAKERY + _action("partners: [x/bakery]"), 1),
        (BAKERY + _action("partner: [bakery]").replace("partner:", "mit:"), 0),
        (BAKERY + "deals: [5]\n", 0),
        (CITY, 0),
    ],
)
def test_a_stakeholder_that_nothing_names(text: str, count: int) -> None:
    assert len(_asked(text, "stakeholder-in-nothing")) == count
