"""Prototypes of the three example cities' deals: what goes along, what does not, and that they can be finished."""

from collections import Counter
from typing import Any

import pytest
import yaml
from prototypes import TODAY, answered, drafter, folder, made_of, prototype, taken

from lgdkit import pipeline
from lgdkit.diagnostics import Severity
from lgdkit.read.city import read_city
from lgdkit.replicating.proposal import CannotReplicate, Proposal, Target, Wish, ids_there, proposal

PAIRS = [
    ("espoo", "kera-commitment", "umea"),
    ("mannheim", "sanierung-gbg", "espoo"),
    ("umea", "smart-transport", "mannheim"),
]
ASKED = {"open-question", "role-to-be-found", "missing-translation", "untranslated-copy"}


def _new(target: str, file: str, text: bytes) -> Counter[str]:
    """Return the rules that find something with the file and not without it, advice apart."""
    before, after = (
        Counter(
            each.diagnostic.rule
            for each in pipeline.check(texts, TODAY).findings
            if each.diagnostic.severity is not Severity.INFO
        )
        for texts in (folder(target).texts, {**folder(target).texts, file: text})
    )
    return after - before


@pytest.mark.parametrize(("source", "name", "target"), PAIRS)
def test_check_lists_what_is_to_be_answered_and_nothing_else(source: str, name: str, target: str) -> None:
    made = prototype(source, name, target)
    assert made.errors == ()
    found = _new(target, made.file, made.text)
    assert {"open-question"} <= set(found) <= ASKED


@pytest.mark.parametrize(("source", "name", "target"), PAIRS)
def test_once_all_is_answered_nothing_is_found(source: str, name: str, target: str) -> None:
    made = prototype(source, name, target)
    assert not _new(target, made.file, answered(made, target))


@pytest.mark.parametrize(("source", "name", "target"), PAIRS)
def test_nothing_that_is_the_other_citys_goes_along(source: str, name: str, target: str) -> None:
    data = yaml.safe_load(prototype(source, name, target).text)
    assert set(data) <= {"stakeholders", "actions", "commitments", "deals"}
    for kind, allowed in ALLOWED.items():
        for record in data.get(kind, ()):
            assert set(record) <= allowed
    digits = [text for text in _strings(data) if any(sign.isdigit() for sign in text.replace("CO2", ""))]
    assert digits == []


ALLOWED = {
    "stakeholders": {"id", "name", "to_be_found", "kind", "sector", "influence", "interest"},
    "actions": {
        *(
            "id",
            "title",
            "description",
            "field",
            "kind",
            "levers",
            "lead",
            "partners",
            "decision",
            "milestones",
        ),
        *("impact", "cost", "sdgs", "replicates", "questions"),
    },
    "commitments": {
        *("id", "by", "action", "text", "deliverable", "amount", "every", "kind", "ghg", "per", "investment"),
        *("replicates", "questions"),
    },
    "deals": {
        *(
            "id",
            "title",
            "parties",
            "level",
            "state",
            "legal_status",
            "purpose",
            "goals",
            "commitments",
            "term",
        ),
        *("city_contributions", "partner_benefits", "reporting", "accession", "termination", "clauses"),
        *("replicates", "questions"),
    },
}


def _strings(value: object) -> list[str]:
    """Return all texts of data, less ids and what is kept of the origin."""
    if isinstance(value, dict):
        left_out = (
            "id",
            "replicates",
            "by",
            "action",
            "commitments",
            "parties",
            "lead",
            "partners",
            "termination",
            "sector",
        )
        return [text for key, each in value.items() if key not in left_out for text in _strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in _strings(each)]
    return [value] if isinstance(value, str) else []


THERE = """
city: {id: hillside, name: {fi: Mäki, en: Hillside}, country: FI, languages: [fi, en], organisation: hill}
stakeholders:
  - {id: hill, name: Hill, kind: municipality}
  - id: sun
    name: Sunpower Oy
    kind: sme
    legal_form: Oy
    register: {system: FI-ytunnus, number: "0112038-9"}
    sector: {nace: D35}
    influence: high
    contact: {role: johtaja, person: p-1}
  - {id: shade, name: Shade Oy, kind: sme}
  - {id: far, name: Far, kind: citizens}
persons: [{id: p-1, name: Aino Esimerkki, email: aino@example.org}]
indicators: [{id: power, name: Teho, unit: MW}]
sources: [{id: plan, title: Plan}]
actions:
  - id: grid
    title: Verkko
  - id: solar
    title: {fi: Aurinkoa 12 katolle, en: Solar on 12 roofs}
    description: {fi: "Aino Esimerkki johtaa.", en: "CO2 falls on the roofs of Sunpower."}
    field: energy-systems
    lead: sun
    partners: [hill, far, seaside/shipyard]
    milestones: [{title: Ensimmäinen katto, due: 2027, done: 2027-01}]
    start: 2025
    end: 2030
    status: ongoing
    decision: {status: decided, reference: "§ 12"}
    impact: {ghg: 10 kt, per: total, renewable_energy: not-applicable, sinks: 1 kt, co_benefits: [health], note: Oma}
    cost: {total: 5 MEUR, own: 1 MEUR, per_year: {2026: 1 MEUR}, note: Oma}
    funding: [{source: EU, amount: 1 MEUR}]
    indicators: [power]
    depends_on: [grid, seaside/cable]
    sources: [plan]
    note: Sisäinen
commitments:
  - id: roofs
    by: sun
    action: solar
    text: {fi: Kymmenen kattoa., en: {text: Ten roofs., origin: machine}}
    deliverable: Kattoja
    amount: 10 roofs
    due: 2028
    every: {times: 2, per: year}
    ghg: 5 kt
    per: total
    investment: {amount: 1 MEUR, year: 2027}
    indicator: power
  - {id: advice, by: hill, text: Neuvoo.}
deals:
  - id: sun-deal
    title: Aurinko
    parties: [hill, sun, shade]
    commitments: [roofs, advice]
    state: signed
    term: {from: 2025, until: 2030, review: {every: {per: year}, month: 5}}
    reporting: {every: {per: year}, to: Toimisto}
    accession: {open: false, consent: city}
    termination: {notice: 1 month}
    clauses: {logo: false}
    partner_benefits: [{text: Tukea, due: 2027, every: {per: year}}]
    adopted: {reference: "§ 9"}
    signatories: [{party: sun, person: p-1}]
    signed: {date: 2025-05-05, place: Mäki}
"""
HERE = """
city:
  id: lakeside
  name: Lakeside
  country: SE
  languages: [en]
  organisation: town
  fields: [{id: power, name: Power, ccc: energy-systems}]
stakeholders: [{id: town, name: Town, kind: municipality}, {id: heat, name: Heat AB, kind: sme}]
"""


def _made(name: str = "sun-deal", there: str = THERE, here: str = HERE, **wish: Any) -> Proposal:
    return made_of("hillside", name, {"hillside": there, "lakeside": here}, **wish)


def test_a_whole_prototype() -> None:
    made = _made(revision="0123456789abcdef", roles={"sun": {"en": "solar installer"}})
    assert made.errors == ()
    data = yaml.safe_load(made.text)
    not_yet = {"not_quantified": {"en": "not yet quantified here"}}
    assert data["stakeholders"] == [
        {
            "id": "solar-installer",
            "name": {"en": "solar installer"},
            "to_be_found": True,
            "kind": "sme",
            "sector": {"nace": "D35"},
            "influence": "high",
        },
        {
            "id": "small-or-medium-sized-enterprise-2",
            "name": {"en": "small or medium-sized enterprise 2"},
            "to_be_found": True,
            "kind": "sme",
        },
    ]
    [action] = data["actions"]
    questions = action.pop("questions")
    assert [each.get("about") for each in questions] == [
        *("start", "end", "impact/ghg", "impact/sinks", "cost/total", "cost/own", "funding", "indicators"),
        *(None, None, None),
    ]
    asked = [each["ask"]["en"] for each in questions if "about" not in each]
    assert asked == [
        "The original builds on: Verkko; seaside/cable. Is that in place here?",
        "The texts still speak of Sunpower. Are they written for this city?",
        "Figures and years of the original were left out of the texts, where … stands. What holds here?",
    ]
    origin = action.pop("replicates")
    assert (origin["from"], origin["revision"], len(origin["digest"])) == (
        "hillside/solar",
        "0123456789abcdef",
        16,
    )
    assert action == {
        "id": "solar",
        "title": {"en": "Solar on … roofs"},
        "description": {"en": "CO2 falls on the roofs of Sunpower."},
        "field": "power",
        "lead": "solar-installer",
        "partners": ["town"],
        "decision": {"status": "proposed"},
        "milestones": [{"title": {"fi": "Ensimmäinen katto"}}],
        "impact": {
            "ghg": not_yet,
            "per": "total",
            "co_benefits": ["health"],
            "renewable_energy": "not-applicable",
            "sinks": not_yet,
        },
        "cost": {"total": not_yet, "own": not_yet},
    }
    advice, roofs = data["commitments"]
    assert (advice["by"], advice["text"]) == ("town", {"fi": "Neuvoo."})
    assert roofs["text"] == {"en": {"text": "Ten roofs.", "origin": "machine"}}
    assert (roofs["every"], roofs["per"], roofs["investment"]) == (
        {"times": 2, "per": "year"},
        "total",
        {"amount": not_yet},
    )
    assert [each["about"] for each in roofs["questions"]] == [
        "due",
        "amount",
        "ghg",
        "investment/amount",
        "indicator",
    ]
    [deal] = data["deals"]
    assert deal["parties"] == ["town", "solar-installer", "small-or-medium-sized-enterprise-2"]
    assert (deal["state"], deal["term"]) == (
        "requested",
        {"review": {"every": {"times": 1, "per": "year"}, "month": 5}},
    )
    assert (deal["accession"], deal["clauses"]) == ({"open": False, "consent": "city"}, {"logo": False})
    assert deal["partner_benefits"] == [{"text": {"fi": "Tukea"}, "every": {"times": 1, "per": "year"}}]
    assert [each.get("about") for each in deal["questions"]] == [
        "term/until",
        "reporting/to",
        "adopted",
        "signatories",
    ]
    for private in ("Aino", "aino@", "0112038", "Sisäinen", "Oma", "5 MEUR", "§"):
        assert private not in made.text.decode()


def test_an_action_takes_its_own_commitments_along() -> None:
    data = yaml.safe_load(_made(name="solar").text)
    assert [each["id"] for each in data["commitments"]] == ["roofs"]
    assert data["deals"][0]["parties"] == ["town", "small-or-medium-sized-enterprise"]
    assert data["deals"][0]["commitments"] == ["roofs"]


def test_an_action_without_a_deal_has_no_deal() -> None:
    data = yaml.safe_load(_made(name="grid").text)
    assert set(data) == {"actions"}
    asked = [each.get("about") for each in data["actions"][0]["questions"]]
    assert asked == ["field", "lead"]


def test_a_stakeholder_here_takes_a_part() -> None:
    data = yaml.safe_load(_made(name="solar", partners={"sun": "heat"}).text)
    assert "stakeholders" not in data
    assert data["deals"][0]["parties"] == ["town", "heat"]


def test_ids_that_are_taken_get_others() -> None:
    here = HERE + "actions: [{id: solar, title: Ours}]\ncommitments: [{id: roofs, by: heat, text: Ours}]\n"
    made = _made(here=here)
    assert made.ids["actions", "solar"] == "solar-hillside"
    assert made.renamed == (
        "actions/solar-hillside is solar in the original city",
        "commitments/roofs-hillside is roofs in the original city",
    )
    again = here.replace("[{id: solar,", "[{id: solar-hillside, title: Other}, {id: solar,")
    assert _made(here=again).ids["actions", "solar"] == "solar-2"
    assert _made(id="warm-lake").file == "replicated/warm-lake.yaml"


def test_what_was_taken_over_already_is_used_again() -> None:
    here = HERE + "actions: [{id: ours, title: Ours, replicates: hillside/solar}]\n"
    data = yaml.safe_load(_made(here=here).text)
    assert "actions" not in data
    assert next(each for each in data["commitments"] if each["id"] == "roofs")["action"] == "ours"


def test_a_file_of_that_name_stays() -> None:
    made = made_of("hillside", "grid", {"hillside": THERE, "lakeside": HERE})
    assert made.file == "replicated/grid.yaml"


def test_the_editor_finds_the_schema() -> None:
    made = _made(here="# yaml-language-server: $schema=.lgd/schema.json\n" + HERE)
    assert made.text.startswith(
        b"# yaml-language-server: $schema=../.lgd/schema.json\n# Taken over from hillside/"
    )


def test_fields_that_fit_are_asked_about() -> None:
    more = HERE.replace(
        "ccc: energy-systems}]", "ccc: energy-systems}, {id: grid, name: G, ccc: energy-systems}]"
    )
    [question] = [
        each["ask"]["en"]
        for each in yaml.safe_load(_made(name="solar", here=more).text)["actions"][0]["questions"]
        if "fit better" in each["ask"]["en"]
    ]
    assert question == "Would another field of action fit better: grid?"
    none = HERE.replace("  fields: [{id: power, name: Power, ccc: energy-systems}]\n", "")
    assert yaml.safe_load(_made(name="solar", here=none).text)["actions"][0]["field"] == "energy-systems"


def test_a_binding_deal_asks_for_its_force() -> None:
    there = THERE.replace("    state: signed\n", "    state: signed\n    legal_status: binding\n")
    asked = [each["ask"]["en"] for each in yaml.safe_load(_made(there=there).text)["deals"][0]["questions"]]
    assert any("legally binding" in each for each in asked)


@pytest.mark.parametrize(
    ("there", "here", "wish", "why"),
    [
        (THERE, HERE, {"roles": {"nobody": {"en": "R"}}}, "has no part in it"),
        (THERE, HERE, {"partners": {"sun": "nobody"}}, 'has no stakeholder "nobody"'),
        (THERE, HERE.replace("  organisation: town\n", ""), {}, "who signs for it"),
        (
            THERE.replace("title: Aurinko", "title: Aino Esimerkki"),
            HERE,
            {},
            "deals/sun-deal: title names a person",
        ),
        (THERE.replace("title: Aurinko", "title: aino@example.org"), HERE, {}, "deals/sun-deal: title names"),
        (THERE.replace("shade]", "seaside/x]"), HERE, {}, "in the data of another city"),
    ],
)
def test_what_cannot_be_taken_over(there: str, here: str, wish: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotReplicate, match=why):
        _made(there=there, here=here, **wish)


def test_a_language_without_words_is_given_english_ones() -> None:
    made = _made(name="grid", here=HERE.replace("[en]", "[et]"))
    question = yaml.safe_load(made.text)["actions"][0]["questions"][0]
    assert question["ask"] == {"en": "To which field of action does it belong here?"}
    assert yaml.safe_load(made.text)["actions"][0]["title"] == {"fi": "Verkko"}


def test_errors_that_come_of_it_are_told() -> None:
    there = THERE.replace("parties: [hill, sun, shade]", "parties: [hill, sun]")
    made = _made(name="sun-deal", there=there, partners={"sun": "town"})
    assert [each.diagnostic.rule for each in made.errors] != []


def test_a_file_that_is_there_is_not_written_into() -> None:
    texts = {"hillside": THERE, "lakeside": HERE}
    target = {"all.yaml": HERE.encode(), "replicated/grid.yaml": b"sources: []\n"}
    source = read_city({"all.yaml": texts["hillside"].encode()}).city
    goal = Target(read_city(target).city, target)
    made = proposal(source, taken(source, "grid"), goal, drafter().words, Wish(), TODAY)
    assert made.file == "replicated/grid-2.yaml"


def test_the_ids_of_what_is_there() -> None:
    source = read_city({"all.yaml": THERE.encode()}).city
    found = taken(source, "sun-deal")
    made = _made()
    texts = {"all.yaml": HERE.encode(), made.file: made.text}
    there = ids_there(source, found, read_city(texts).city)
    # of a party that commits itself to nothing and leads nothing, nobody knows who takes its part
    lost = {("stakeholders", "shade")}
    assert {key: value for key, value in made.ids.items() if key not in lost} == there
    assert ids_there(source, found, read_city({"all.yaml": HERE.encode()}).city) == {}
    part = made.text.replace(b"replicates: {from: hillside/roofs", b"replicates: {from: hillside/other")
    less = ids_there(source, found, read_city({**texts, made.file: part}).city)
    assert ("commitments", "roofs") not in less
    assert ("deals", "sun-deal") in less


def test_a_city_that_names_nobody_to_sign_is_no_party_of_the_prototype() -> None:
    data = yaml.safe_load(_made(there=THERE.replace(", organisation: hill}", "}")).text)
    assert data["deals"][0]["parties"] == ["municipality", *data["deals"][0]["parties"][1:]]
